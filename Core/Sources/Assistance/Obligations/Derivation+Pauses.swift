// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Timeline {
    /// The times in which the person was away, in order. One ends with the return, with the next report, with
    /// a new round, or on the day on which it is to be looked at again, whichever comes first.
    func pauses(_ index: RuleIndex) -> [Obligation.Pause] {
        guard hasSpecial else { return [] }
        var pauses: [Obligation.Pause] = []
        for place in 0..<count where index.special.contains(entries[place].kind) {
            if index.waives.contains(entries[place].kind) { continue }
            if let last = pauses.last, last.covers(day(place)) {
                pauses[pauses.count - 1] = Obligation.Pause(
                    by: last.by, first: last.first, until: day(place))
            }
            guard index.suspends.contains(entries[place].kind) else { continue }
            let act = acts[place]
            let until = act.fields[.until].flatMap { Day(iso: $0) }
            pauses.append(Obligation.Pause(by: act.id, first: act.occurred, until: until))
        }
        return pauses
    }
}

extension Derivation {
    /// The last absence that a single deadline met undone; each moves the last day, so that the next may too.
    func pause(of anchor: Anchor, due: Day, doneAt place: Int?) -> Obligation.Pause? {
        guard anchor.version.pauses, !pauses.isEmpty else { return nil }
        let start = timeline.day(anchor.place)
        let done = place.map { timeline.day($0) }
        var due = due
        var found: Obligation.Pause?
        for pause in pauses where pause.first <= due && pause.until.map({ $0 > start }) ?? true {
            if let done, done < pause.first { continue }
            found = pause
            if let until = pause.until { due = due.adding(days: until.days(since: max(pause.first, start))) }
        }
        return found
    }

    /// What an absence makes of a period that nothing completed: it waits, and it falls away when fewer than
    /// a third of its days are left after the return.
    func absence(
        in period: GridPeriod, due: Day, _ grid: Grid, _ anchor: Anchor
    ) -> (Obligation.Pause?, Obligation.Outcome) {
        guard anchor.version.pauses else { return (nil, .owed) }
        let touching = pauses.last { $0.first <= due && ($0.until.map { $0 > period.first } ?? true) }
        guard let pause = touching else { return (nil, .owed) }
        guard let until = pause.until else { return (pause, .owed) }
        let left = due.days(since: until)
        guard left * 3 < due.days(since: period.first) + 1 else { return (pause, .owed) }
        return (pause, .fellAway(on: until, why: .away(since: pause.by)))
    }
}
