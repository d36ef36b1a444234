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
    Derivation(of: journal, under: rules, calendar: calendar, through: horizon).run()
}

/// One pass over the acts of a journal. It changes nothing of its own, so that nothing needs to be held twice.
struct Derivation {
    let timeline: Timeline
    let rules: RuleSet
    let calendar: WorkCalendar
    let horizon: Day
    /// When nothing could be done, in order.
    let pauses: [Obligation.Pause]

    init(of journal: Journal, under rules: RuleSet, calendar: WorkCalendar, through horizon: Day) {
        timeline = Timeline(journal, index: rules.index)
        self.rules = rules
        self.calendar = calendar
        self.horizon = horizon
        pauses = timeline.pauses(rules.index)
    }

    func run() -> [Obligation] {
        var found: [Obligation] = []
        found.reserveCapacity(timeline.count * 2)
        // For each key the place of the act until which an obligation of it takes in further starts; that act
        // itself may start the next. Nothing lives longer than its round.
        var liveUntil = [Int](repeating: -1, count: rules.index.keyCount)
        for place in 0..<timeline.count {
            let kind = timeline.entries[place].kind
            for candidate in rules.index.startable(kind) {
                let number = rules.index.startable(at: candidate)
                let version = rules.index.versions[number]
                guard version.isInForce(on: timeline.day(place)) else { continue }
                guard !version.joins || place >= liveUntil[version.key] else { continue }
                guard isStarted(version, at: place) else { continue }
                let anchor = Anchor(number: number, version: version, place: place)
                liveUntil[version.key] = add(anchor, to: &found)
            }
        }
        return found
    }

    /// Adds what starts from an act and tells until which place it takes in further starts of its rule.
    private func add(_ anchor: Anchor, to found: inout [Obligation]) -> Int {
        switch anchor.version.timing {
        case .once(let once): addSingle(once, anchor, to: &found)
        case .each(let recurring): addRecurring(recurring, anchor, to: &found)
        }
    }

    private func isStarted(_ version: RuleIndex.Version, at place: Int) -> Bool {
        for number in version.starts {
            let start = rules.index.starts[number]
            guard rules.index.patterns.meansPlainly(start.acts, timeline.entries[place]) else { continue }
            switch start.which {
            case .each: return true
            case .number(let wanted): if self.number(of: place, in: start) == wanted { return true }
            case .from(let wanted): if self.number(of: place, in: start) >= wanted { return true }
            }
        }
        return false
    }

    /// Which of the matching acts of its round this one is, from 1.
    private func number(of place: Int, in start: RuleIndex.Start) -> Int {
        var number = 0
        for earlier in timeline.roundStart(before: place, index: rules.index)...place {
            let entry = timeline.entries[earlier]
            if rules.index.patterns.meansPlainly(start.since, entry) { number = 0 }
            if rules.index.patterns.meansPlainly(start.acts, entry) { number += 1 }
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
    /// Whether an act counts towards meeting a rule; the starting act does only where the day of entry decides,
    /// since on the day on which it happened it would meet its own duty at once.
    func meets(_ place: Int, _ anchor: Anchor) -> Bool {
        let entry = timeline.entries[place]
        let meets = anchor.version.meets
        guard meets.kinds.contains(entry.kind) else { return false }
        if place == anchor.place, anchor.version.metOn == .occurred { return false }
        return rules.index.patterns.means(meets, entry, anchor: timeline.entries[anchor.place])
    }

    /// Whether an act ends a rule's duty.
    func ends(_ place: Int, _ anchor: Anchor) -> Bool {
        let ends = anchor.version.ends
        guard place > anchor.place, ends.kinds.contains(timeline.entries[place].kind) else { return false }
        return rules.index.patterns.means(
            ends, timeline.entries[place], anchor: timeline.entries[anchor.place])
    }

    /// The outcome of an obligation that an act completed.
    func met(at place: Int, _ anchor: Anchor, inTime: (Day, Day) -> Bool) -> Obligation.Outcome {
        let entered = timeline.acts[place].recorded.day
        let day = anchor.version.metOn == .recorded ? entered : timeline.day(place)
        let id = ActID(timeline.entries[place].id)
        return .met(on: day, entered: entered, by: id, inTime: inTime(day, entered))
    }

    /// The outcome of an obligation that nothing completed: let off, ended by an act, or still owed.
    func unmet(_ anchor: Anchor, period: GridPeriod?, endedAt end: Int?, due: Day?) -> Obligation.Outcome {
        if timeline.hasSpecial, let waiver = waiver(of: anchor, period: period) {
            return .waived(on: waiver.occurred, by: waiver.id)
        }
        guard let end, end < timeline.count else { return .owed }
        let (day, id) = (timeline.day(end), ActID(timeline.entries[end].id))
        if let due, day > due { return .owed }
        let isNewRound = rules.index.newRound.contains(timeline.entries[end].kind)
        return .fellAway(on: day, why: isNewRound ? .newRound(by: id) : .ended(by: id))
    }

    private func waiver(of anchor: Anchor, period: GridPeriod?) -> Act? {
        let id = timeline.acts[anchor.place].id
        return timeline.acts.first { act in
            rules.index.waives.contains(UInt8(act.kind.ordinal)) && act.refersTo == id
                && act.fields[.rule] == rules.rules[anchor.number].key.name
                && (act.fields[.period] == nil || act.fields[.period] == period?.key)
        }
    }
}
