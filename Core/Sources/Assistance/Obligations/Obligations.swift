// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What a journal owes and has owed, under the rules in force when each act happened.
///
/// A pure function: the same acts give the same obligations, in the order of their starting acts, then of the
/// rules, then of the periods. Recurring duties are told up to the period in which `horizon` lies. Each is
/// judged by ``Obligation/standing(on:)`` when it is read. It never fails: what a journal does not say, such
/// as a planned day left out, is read as the rule's documentation tells.
public func obligations(
    of journal: Journal, under rules: RuleSet, calendar: WorkCalendar, through horizon: Day
) -> [Obligation] {
    var derivation = Derivation(of: journal, under: rules, calendar: calendar, through: horizon)
    derivation.run()
    return derivation.found
}

/// One pass over the acts of a journal.
struct Derivation {
    let timeline: Timeline
    let rules: RuleSet
    let calendar: WorkCalendar
    let horizon: Day
    /// When nothing could be done, in order.
    let pauses: [Obligation.Pause]
    var found: [Obligation] = []
    /// For each key the place of the act until which an obligation of it takes in further starts; that act
    /// itself may start the next.
    private var liveUntil: [Int]

    init(of journal: Journal, under rules: RuleSet, calendar: WorkCalendar, through horizon: Day) {
        timeline = Timeline(journal, index: rules.index)
        self.rules = rules
        self.calendar = calendar
        self.horizon = horizon
        pauses = timeline.pauses(rules.index)
        liveUntil = [Int](repeating: -1, count: rules.index.keyCount)
        found.reserveCapacity(timeline.count * 2)
    }

    mutating func run() {
        for place in 0..<timeline.count {
            let kind = timeline.kinds[place]
            if timeline.hasSpecial, rules.index.newRound.contains(kind) {
                for key in liveUntil.indices { liveUntil[key] = -1 }
            }
            for version in rules.index.startedBy[Int(kind)] { start(Int(version), at: place) }
        }
    }

    private mutating func start(_ number: Int, at place: Int) {
        let version = rules.index.versions[number]
        guard version.isInForce(on: timeline.days[place]) else { return }
        guard !version.joins || place >= liveUntil[version.key] else { return }
        guard version.startsPlainly || isStarted(rules.rules[number], at: place) else { return }
        let anchor = Anchor(number: number, version: version, place: place)
        liveUntil[version.key] =
            switch version.timing {
            case .once(let once): addSingle(once, anchor)
            case .each(let recurring): addRecurring(recurring, anchor)
            }
    }

    private func isStarted(_ rule: DeadlineRule, at place: Int) -> Bool {
        let act = timeline.acts[place]
        return rule.starts.contains { start in
            guard start.pattern.matches(act, anchor: act) else { return false }
            switch start.which {
            case .each: return true
            case .number(let wanted): return number(of: place, in: start) == wanted
            case .from(let wanted): return number(of: place, in: start) >= wanted
            }
        }
    }

    /// Which of the matching acts of its round this one is, from 1.
    private func number(of place: Int, in start: DeadlineRule.Start) -> Int {
        var number = 0
        for earlier in timeline.roundStart(before: place, index: rules.index)...place {
            let act = timeline.acts[earlier]
            if start.since.contains(where: { $0.matches(act, anchor: act) }) { number = 0 }
            if start.pattern.matches(act, anchor: act) { number += 1 }
        }
        return number
    }
}

/// A version of a rule and the act that starts it.
struct Anchor {
    let number: Int
    let version: RuleIndex.Version
    let place: Int
}

extension Derivation {
    /// Whether an act counts towards meeting a rule; `group` narrows it to one of its groups.
    func meets(_ place: Int, _ anchor: Anchor, group: Int? = nil) -> Bool {
        let kind = timeline.kinds[place]
        guard anchor.version.meets.kinds.contains(kind) else { return false }
        if group == nil, anchor.version.meets.plain.contains(kind) { return true }
        let act = timeline.acts[place]
        let start = timeline.acts[anchor.place]
        let groups = rules.rules[anchor.number].metBy
        if let group { return groups[group].contains { $0.matches(act, anchor: start) } }
        return groups.contains { $0.contains { $0.matches(act, anchor: start) } }
    }

    /// Whether an act ends a rule's duty.
    func ends(_ place: Int, _ anchor: Anchor) -> Bool {
        let kind = timeline.kinds[place]
        guard place > anchor.place, anchor.version.ends.kinds.contains(kind) else { return false }
        if anchor.version.ends.plain.contains(kind) { return true }
        let act = timeline.acts[place]
        let start = timeline.acts[anchor.place]
        return rules.rules[anchor.number].ends.contains { $0.matches(act, anchor: start) }
    }

    /// The outcome of an obligation that an act completed.
    func met(at place: Int, _ anchor: Anchor, inTime: (Day, Day) -> Bool) -> Obligation.Outcome {
        let act = timeline.acts[place]
        let entered = act.recorded.day
        let day = anchor.version.metOn == .recorded ? entered : act.occurred
        return .met(on: day, entered: entered, by: act.id, inTime: inTime(day, entered))
    }

    /// The outcome of an obligation that nothing completed: let off, ended by an act, or still owed.
    func unmet(_ anchor: Anchor, period: GridPeriod?, endedAt end: Int?, due: Day?) -> Obligation.Outcome {
        if timeline.hasSpecial, let waiver = waiver(of: anchor, period: period) {
            return .waived(on: waiver.occurred, by: waiver.id)
        }
        guard let end, end < timeline.count else { return .owed }
        let act = timeline.acts[end]
        if let due, act.occurred > due { return .owed }
        let isNewRound = rules.index.newRound.contains(timeline.kinds[end])
        return .fellAway(on: act.occurred, why: isNewRound ? .newRound(by: act.id) : .ended(by: act.id))
    }

    private func waiver(of anchor: Anchor, period: GridPeriod?) -> Act? {
        let id = timeline.acts[anchor.place].id
        return timeline.acts.first { act in
            rules.index.waives.contains(UInt8(act.kind.ordinal)) && act.refersTo == id
                && act.fields[.rule] == anchor.version.name.name
                && (act.fields[.period] == nil || act.fields[.period] == period?.key)
        }
    }
}
