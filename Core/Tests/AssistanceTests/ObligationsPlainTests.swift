// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

/// Step 01 told again as plainly as can be: day by day, act by act, without grids, indexes or arithmetic.
private struct PlainEvaluator {
    let acts: [Act]
    let calendar: WorkCalendar
    let horizon: Day

    /// `rule@act/last day of the period: due, outcome`.
    func run() -> Set<String> {
        var found: Set<String> = []
        for act in acts {
            switch act.kind {
            case .surveyOpened: found.insert(single("survey.round", act, due: month(after: act.occurred)))
            case .inLedger where act.fields[.able] == "yes" && act.fields[.willing] == "yes":
                found.insert(single("register.escort", act, due: days(7, after: act.occurred)))
            case .classified: if !isRepeated(act) { found.formUnion(visits(from: act)) }
            default: break
            }
        }
        return found
    }

    private func rolled(_ day: Day) -> Day {
        calendar.isWorkday(day) ? day : rolled(day.adding(days: 1))
    }

    private func days(_ count: Int, after day: Day) -> Day { rolled(day.adding(days: count)) }

    private func month(after day: Day) -> Day {
        let (year, number) = day.month == 12 ? (day.year + 1, 1) : (day.year, day.month + 1)
        for number31 in stride(from: day.day, to: 0, by: -1) {
            if let end = Day(year: year, month: number, day: number31) { return rolled(end) }
        }
        return day
    }

    private func later(_ act: Act, than start: Act) -> Bool {
        act.occurred > start.occurred || (act.occurred == start.occurred && act.id > start.id)
    }

    private func single(_ rule: String, _ start: Act, due: Day) -> String {
        let isRound = start.kind == .surveyOpened
        let settling = acts.filter { $0.id != start.id && $0.occurred >= start.occurred }.first { act in
            if isRound { return act.kind == .ledgerSubmitted && act.fields[.missing] == "0" }
            return act.kind == .registrationReceived || (act.kind == .caseClosed && later(act, than: start))
        }
        return "\(rule)@\(start.id): \(due), \(outcome(settling))"
    }

    private func outcome(_ act: Act?) -> String {
        guard let act else { return "owed" }
        return act.kind == .caseClosed || act.kind == .classified ? "fell \(act.id)" : "met \(act.id)"
    }

    /// Whether the same class was already running when this act confirmed it.
    private func isRepeated(_ act: Act) -> Bool {
        let before = acts.filter {
            later(act, than: $0) && ($0.kind == .classified || $0.kind == .caseClosed)
        }
        return before.last?.kind == .classified && before.last?.fields[.visitClass] == act.fields[.visitClass]
    }

    private func visits(from start: Act) -> Set<String> {
        let number = start.fields[.visitClass] ?? ""
        let end = acts.first { act in
            later(act, than: start)
                && (act.kind == .caseClosed || (act.kind == .classified && act.fields[.visitClass] != number))
        }
        var found: Set<String> = []
        var lastVisit: Day?
        for period in periods(of: number, from: start.occurred, end: end?.occurred) {
            let visit = acts.first { act in
                act.kind == .visited && period.contains(act.occurred) && act.occurred >= start.occurred
                    && (end.map { !later(act, than: $0) } ?? true)
                    && (number != "4" || lastVisit.map { act.occurred.days(since: $0) >= 5 } ?? true)
            }
            if let visit { lastVisit = visit.occurred }
            let isOpenAtEnd = end.map { $0.occurred <= period.upperBound } ?? false
            let settling = visit ?? (isOpenAtEnd ? end : nil)
            found.insert(
                "visit.class\(number)@\(start.id)/\(period.upperBound): \(period.upperBound), \(outcome(settling))"
            )
        }
        return found
    }

    /// Runs of days with one name, from the day of the start through the horizon or the end.
    private func periods(of number: String, from start: Day, end: Day?) -> [ClosedRange<Day>] {
        var periods: [ClosedRange<Day>] = []
        for day in stride(from: start.adding(days: -200), through: horizon.adding(days: 200), by: 1) {
            if let last = periods.last, name(last.upperBound, number) == name(day, number) {
                periods[periods.count - 1] = last.lowerBound...day
            } else {
                periods.append(day...day)
            }
        }
        return periods.filter { period in
            guard period.upperBound >= start, period.lowerBound <= min(horizon, end ?? horizon) else {
                return false
            }
            guard period.contains(start) else { return true }
            return Double(period.upperBound.days(since: start)) >= Double(period.count) / 3
        }
    }

    private func name(_ day: Day, _ number: String) -> String {
        let half =
            switch number {
            case "1": (day.month - 1) / 6
            case "2": (day.month - 1) / 3
            case "3": day.month
            default: day.month * 2 + (day.day > 15 ? 1 : 0)
            }
        return "\(day.year)/\(half)"
    }
}

@Suite("The engine against a plain evaluator · 01.r1 01.w4 01.r4")
struct ObligationsPlainTests {
    private static let seed = UInt64.random(in: 1...1_000_000)

    /// Up to 24 acts of step 01 between November 2025 and January 2026, several on one day.
    private func journal(_ random: inout some RandomNumberGenerator) throws -> [Act] {
        let first = try Sample.day("2025-11-01")
        return try (1...Int.random(in: 1...24, using: &random)).map { id in
            let number = Int.random(in: 1...4, using: &random)
            let lines = [
                "classified class=\(number)", "classified class=4", "visited", "visited", "visited",
                "visited", "visited",
                "in-ledger able=yes willing=yes", "registration-received", "survey-opened",
                "ledger-submitted missing=0", "ledger-submitted missing=1", "case-closed", "noted",
            ]
            let day = first.adding(days: Int.random(in: 0..<80, using: &random))
            let line = try #require(lines.randomElement(using: &random))
            return try Sample.act("\(day) \(line)", id: id)
        }
    }

    @Test func `both tell the same on 1,000 journals`() throws {
        let horizon = try Sample.day("2026-08-10")
        for number in 0..<1_000 {
            var random = ObligationsRandom(state: Self.seed + UInt64(number))
            let acts = try journal(&random)
            let found = obligations(
                of: Journal(acts: acts), under: Sample.step01, calendar: Sample.calendar, through: horizon)
            let sorted = acts.sorted { ($0.occurred, $0.id) < ($1.occurred, $1.id) }
            let plain = PlainEvaluator(acts: sorted, calendar: Sample.calendar, horizon: horizon).run()
            #expect(Set(found.map(words)) == plain, "seed \(Self.seed + UInt64(number))")
            #expect(found.count == plain.count)
        }
    }

    private func words(_ obligation: Obligation) -> String {
        let period = obligation.period.map { "/\($0.last)" } ?? ""
        let outcome =
            switch obligation.outcome {
            case .met(_, _, let act, _): "met \(act)"
            case .fellAway(_, .ended(let act)): "fell \(act)"
            case .owed: "owed"
            case .waived, .fellAway: "something else"
            }
        return "\(obligation.rule)@\(obligation.anchor)\(period): \(obligation.due), \(outcome)"
    }
}
