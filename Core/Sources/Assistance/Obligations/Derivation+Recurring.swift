// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Derivation {
    /// Adds a duty for each period and tells until which place it takes in further starts of its rule.
    func addRecurring(
        _ recurring: DeadlineRule.Recurring, _ anchor: Anchor, to found: inout [Obligation]
    ) -> Int {
        let start = timeline.day(anchor.place)
        let end = endOfDuty(anchor)
        let endDay = end < timeline.count ? timeline.day(end) : nil
        let stop = min(horizon, endDay ?? .latest)
        let limit = recurring.lasting.map { lasting in
            recurring.grid.firstPeriod(anchor: calendar.due(from: start, within: lasting, rolls: false).due)
                .first
        }
        let places = matches(anchor, through: end)
        let isNamed =
            recurring.due.isAfterPeriod && places.contains { timeline.acts[$0].fields[.period] != nil }
        var walk = Walk(places: places, isNamed: isNamed)
        var period = recurring.grid.firstPeriod(anchor: start)
        while period.first <= stop, limit.map({ period.first < $0 }) ?? true {
            add(period, of: recurring, anchor, end: end, &walk, to: &found)
            guard period.last < .latest else { break }
            period = recurring.grid.next(after: period, anchor: start)
        }
        return end < timeline.count ? end : .max
    }

    /// The acts that may meet a period, and how far they are used up.
    private struct Walk {
        let places: [Int]
        /// Whether the acts name their period, as figures of a month or year do that are reviewed after it.
        let isNamed: Bool
        var next = 0
        var lastCounted: Day?
    }

    /// The place of the act that ends the duty, or of the next round, or the end of the journal.
    private func endOfDuty(_ anchor: Anchor) -> Int {
        let last = timeline.roundEnd(after: anchor.place)
        var place = anchor.place + 1
        while place < last, !ends(place, anchor) { place += 1 }
        return place
    }

    /// The acts that may meet a period: those from the day of the starting act until the duty ended. The
    /// starting act itself does not count, as its day does not.
    private func matches(_ anchor: Anchor, through end: Int) -> [Int] {
        var places: [Int] = []
        var place = timeline.firstOfDay(of: anchor.place, index: rules.index)
        while place <= end, place < timeline.count {
            if meets(place, anchor) { places.append(place) }
            place += 1
        }
        return places
    }

    private func add(
        _ period: GridPeriod, of recurring: DeadlineRule.Recurring, _ anchor: Anchor, end: Int,
        _ walk: inout Walk, to found: inout [Obligation]
    ) {
        let version = anchor.version
        let start = timeline.day(anchor.place)
        let reading = rules.reading(on: start)
        let reckoned = calendar.reckon(recurring.due, of: period, reading: reading, rolls: version.rolls)
        guard reckoned.due >= start else { return }
        var tally = Tally(need: version.need, gap: version.minimumGap, last: walk.lastCounted)
        let window = window(of: period, recurring, opens: reckoned.opens, anchor)
        let done = completion(in: window, period, anchor, &tally, &walk)
        var outcome = unmet(anchor, period: period, endedAt: end, due: reckoned.due)
        var pause: Obligation.Pause?
        if let done {
            outcome = met(at: done, anchor) { day, entered in
                day <= reckoned.due
                    || day <= dueAsKnown(recurring.due, of: period, anchor, reckoned, on: entered)
            }
        } else if outcome == .owed {
            (pause, outcome) = absence(in: period, due: reckoned.due, recurring.grid, anchor)
        }
        found.append(
            Obligation(
                rule: rules.rules[anchor.number].key, clause: rules.rules[anchor.number].clause,
                anchor: ActID(timeline.entries[anchor.place].id),
                period: period, opens: reckoned.opens, due: reckoned.due,
                isProvisional: reckoned.isProvisional, owedBy: version.owedBy, need: version.need,
                have: tally.have, outcome: outcome, pause: pause, lapses: version.lapses))
    }

    /// The days in which an act is for this period and for no other.
    private func window(
        of period: GridPeriod, _ recurring: DeadlineRule.Recurring, opens: Day, _ anchor: Anchor
    ) -> ClosedRange<Day> {
        switch recurring.due {
        case .last, .month: return period.first...period.last
        case .afterLastDay, .afterLastWorkday:
            let start = timeline.day(anchor.place)
            let next = recurring.grid.next(after: period, anchor: start)
            let reading = rules.reading(on: start)
            let following = calendar.reckon(
                recurring.due, of: next, reading: reading, rolls: anchor.version.rolls)
            return opens...max(opens, following.opens.adding(days: -1))
        }
    }

    /// The place of the act that completes a period: one inside its days, or one that names the period.
    private func completion(
        in window: ClosedRange<Day>, _ period: GridPeriod, _ anchor: Anchor, _ tally: inout Tally,
        _ walk: inout Walk
    ) -> Int? {
        if walk.isNamed {
            return walk.places.first { timeline.acts[$0].fields[.period] == period.key }
        }
        defer { if tally.have > 0 { walk.lastCounted = tally.lastCounted } }
        while walk.next < walk.places.count {
            let place = walk.places[walk.next]
            let day = timeline.day(place)
            guard day <= window.upperBound else { break }
            walk.next += 1
            if day >= window.lowerBound, tally.add(on: day, groups: { _ in nil }) { return place }
        }
        return nil
    }
}
