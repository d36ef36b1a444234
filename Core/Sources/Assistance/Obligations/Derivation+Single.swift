// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Derivation {
    /// Adds a single deadline and tells until which place it takes in further starts of its rule.
    func addSingle(_ once: DeadlineRule.Once, _ anchor: Anchor, to found: inout [Obligation]) -> Int {
        let version = anchor.version
        let reading = rules.reading(on: timeline.day(anchor.place))
        let base = baseDay(once, anchor.place)
        var reckoned = calendar.reckon(once, from: base, reading: reading, rolls: version.rolls)
        let search = search(anchor, opens: reckoned.opens)
        let pause = pause(of: anchor, due: reckoned.due, doneAt: search.completedAt)
        if let until = pause?.until, case .within = once.limit {
            // What was left undone when the person went away is counted again from the return.
            reckoned = calendar.reckon(once, from: max(base, until), reading: reading, rolls: version.rolls)
        }
        let outcome: Obligation.Outcome =
            if let place = search.completedAt {
                met(at: place, anchor) { day, entered in
                    day <= reckoned.due
                        || day <= dueAsKnown(once, anchor, pause: pause, from: base, reckoned, on: entered)
                }
            } else {
                unmet(anchor, period: nil, endedAt: search.endedAt, due: nil)
            }
        found.append(
            Obligation(
                rule: rules.rules[anchor.number].key, clause: rules.rules[anchor.number].clause,
                anchor: ActID(timeline.entries[anchor.place].id), period: nil,
                opens: reckoned.opens,
                due: reckoned.due, isProvisional: reckoned.isProvisional, owedBy: version.owedBy,
                need: version.need, have: search.have, outcome: outcome, pause: pause, lapses: version.lapses)
        )
        let closedAt = search.completedAt ?? search.endedAt
        return closedAt.map { max($0, anchor.place) } ?? .max
    }

    /// The day from which a deadline counts; the act's own when it names none.
    private func baseDay(_ once: DeadlineRule.Once, _ place: Int) -> Day {
        switch once.from {
        case .act: timeline.day(place)
        case .field: once.baseDay(timeline.acts[place])
        }
    }

    /// What was found for a single deadline.
    private struct Search {
        var have = 0
        var completedAt: Int?
        var endedAt: Int?
    }

    /// Looks from the day of the starting act to the round's end for acts that meet or end the rule.
    private func search(_ anchor: Anchor, opens: Day) -> Search {
        var tally = Tally(need: anchor.version.need, gap: anchor.version.minimumGap)
        var search = Search()
        let first = timeline.firstOfDay(of: anchor.place, index: rules.index)
        let last = timeline.roundEnd(after: anchor.place)
        for place in first..<last {
            if counts(place, anchor, opens: opens),
                tally.add(
                    on: timeline.day(place),
                    groups: { have in
                        groups(of: place, anchor, beside: have)
                    })
            {
                search.completedAt = place
                break
            }
            if ends(place, anchor) {
                search.endedAt = place
                break
            }
        }
        search.have = tally.have
        if search.completedAt == nil, search.endedAt == nil, last < timeline.count { search.endedAt = last }
        return search
    }

    private func counts(_ place: Int, _ anchor: Anchor, opens: Day) -> Bool {
        meets(place, anchor) && (anchor.version.countsEarly || timeline.day(place) >= opens)
    }

    /// Which groups an act is in, as bits, for rules that need one act of each; `nil` for all others.
    private func groups(of place: Int, _ anchor: Anchor, beside have: UInt64) -> UInt64? {
        guard !anchor.version.groups.isEmpty else { return nil }
        var bits = have
        for (bit, group) in anchor.version.groups.enumerated() {
            let list = rules.index.groups[group]
            let start = timeline.entries[anchor.place]
            if rules.index.patterns.means(list, timeline.entries[place], anchor: start) {
                bits |= 1 << UInt64(bit)
            }
        }
        return bits
    }
}

/// Counts acts until there are enough of them.
struct Tally {
    let need: Int
    let gap: Int
    private(set) var have = 0
    private var groups: UInt64 = 0
    private var last: Day?

    init(need: Int, gap: Int, last: Day? = nil) {
        self.need = need
        self.gap = gap
        self.last = last
    }

    /// Counts an act, if it is far enough from the last one; tells whether there are now enough.
    mutating func add(on day: Day, groups find: (UInt64) -> UInt64?) -> Bool {
        if let bits = find(groups) {
            groups = bits
            have = bits.nonzeroBitCount
            return have >= need
        }
        if gap > 0, let last, day.days(since: last) < gap { return false }
        last = day
        have += 1
        return have >= need
    }

    /// The day of the last act that counted.
    var lastCounted: Day? { last }
}

extension DeadlineRule.Once {
    /// The day from which a deadline counts; the act's own when it names none.
    func baseDay(_ act: Act) -> Day {
        switch from {
        case .act: act.occurred
        case .field(let field): act.fields[field].flatMap { Day(iso: $0) } ?? act.occurred
        }
    }
}
