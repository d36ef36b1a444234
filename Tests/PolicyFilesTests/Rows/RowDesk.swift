// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Testing

/// The shipped pack as a server reads it, for the tables of its rows.
enum RowDesk {
    private static let read = Result { try PackFolder.read(DeadlinesSamples.pack("").path) }

    static func pack() throws -> PolicyPack { try read.get() }

    /// What a journal owes up to a day under the shipped rows and calendar, or under others.
    static func obligations(
        _ lines: String, on today: String, rules: RuleSet? = nil, calendar: WorkCalendar? = nil
    ) throws -> [Obligation] {
        Assistance.obligations(
            of: try DeadlinesSamples.journal(acts(lines)), under: try rules ?? pack().rules,
            calendar: try calendar ?? pack().calendar, through: try DeadlinesSamples.day(today))
    }

    /// Lines written in one string, parted by `; `.
    static func acts(_ lines: String) -> [String] {
        lines.split(separator: ";").map { String($0.drop { $0 == " " }) }
    }
}

/// A journal under one row of the shipped file, and what it owes on a day.
///
/// Every expectation was counted on paper from spec/flow.md and the notices; the tables of a row together
/// must notice each change of its numbers, which ``RowMutantTests`` tries.
struct RowCase: Sendable, CustomTestStringConvertible {
    let rule: RuleKey
    /// Acts as ``DeadlinesSamples/journal(_:)`` reads them, parted by `; `.
    let acts: String
    let today: String
    /// For each obligation `due state`, or `period due state`; `provisional` follows where it is.
    let expected: [String]

    init(_ rule: RuleKey, _ acts: String, on today: String, _ expected: [String]) {
        self.rule = rule
        self.acts = acts
        self.today = today
        self.expected = expected
    }

    var testDescription: String { "\(rule): \(acts) | \(today)" }

    /// What the journal gives.
    func given(under rules: RuleSet? = nil) throws -> [String] {
        let today = try DeadlinesSamples.day(today)
        return try RowDesk.obligations(acts, on: self.today, rules: rules).filter { $0.rule == rule }
            .map { obligation in
                let period = obligation.period.map { $0.key + " " } ?? ""
                let state = obligation.standing(on: today).rawValue
                return "\(period)\(obligation.due) \(state)\(obligation.isProvisional ? " provisional" : "")"
            }
    }

    func check(_ place: SourceLocation = #_sourceLocation) throws {
        #expect(try given() == expected, sourceLocation: place)
    }
}

extension RowCase {
    /// A single deadline: the acts from which it starts, and its last day.
    struct Start: Sendable {
        let acts: String
        let last: String
        let isProvisional: Bool

        init(_ acts: String, until last: String, provisional: Bool = false) {
            self.acts = acts
            self.last = last
            isProvisional = provisional
        }
    }

    /// Both sides of every last day: done the day before, on it and the day after; undone on the same days.
    static func around(
        _ rule: RuleKey, by done: String, undone: String = "overdue", late: String? = "met_late",
        entered: String = "entered_late",
        _ starts: [Start]
    ) -> [RowCase] {
        starts.flatMap { start in
            let eve = shift(start.last, -1)
            let after = shift(start.last, 1)
            let tail = start.isProvisional ? " provisional" : ""
            let began = RowDesk.acts(start.acts).map { String($0.prefix(10)) }.max() ?? ""
            func row(_ acts: String, on today: String, _ state: String) -> RowCase {
                RowCase(rule, acts, on: today, ["\(start.last) \(state)\(tail)"])
            }
            var rows = [
                row(start.acts, on: start.last, "due_today"), row(start.acts, on: after, undone),
                row("\(start.acts); \(start.last) \(done)", on: start.last, "met"),
                row("\(start.acts); \(start.last) \(done)", on: after, "met"),
            ]
            rows.append(row("\(start.acts); \(start.last) \(done) @\(after)", on: after, entered))
            if let late { rows.append(row("\(start.acts); \(after) \(done)", on: after, late)) }
            if eve >= began {
                rows.append(row(start.acts, on: eve, "open"))
                rows.append(row("\(start.acts); \(eve) \(done)", on: after, "met"))
            }
            return rows
        }
    }

    /// A start on Monday 2 March 2026, and what a second one the next day and an absence until 16 March
    /// make of it: each start is owed for itself unless it joins, and the time begins anew with the return.
    static func usual(
        _ rule: RuleKey, _ act: String, _ monday: String, _ tuesday: String?, back: String?
    ) -> [RowCase] {
        let day = "2026-03-02"
        let first = "\(monday) \(monday == day ? "due_today" : "open")"
        let twice = RowCase(
            rule, "\(day) \(act); 2026-03-03 \(act)", on: day,
            [first] + (tuesday.map { ["\($0) open"] } ?? []))
        return [twice] + away(rule, "\(day) \(act)", back: back, else: monday)
    }

    /// An absence until 16 March 2026 that begins on the day of the start; `nil` is for what does not wait.
    static func away(_ rule: RuleKey, _ acts: String, back: String?, else due: String) -> [RowCase] {
        let journal = "\(acts); \(acts.prefix(10)) suspended until=2026-03-16"
        guard let back else { return [RowCase(rule, journal, on: due, ["\(due) \(dueToday)"])] }
        return [
            RowCase(rule, journal, on: "2026-03-10", ["\(back) suspended"]),
            RowCase(rule, journal, on: "2026-03-15", ["\(back) suspended"]),
            RowCase(rule, journal, on: back, ["\(back) \(dueToday)"]),
            RowCase(rule, journal, on: shift(back, 1), ["\(back) overdue"]),
        ]
    }

    private static let dueToday = Standing.dueToday.rawValue

    /// What makes a single deadline fall away on its last day, and what does not.
    static func ended(
        _ rule: RuleKey, _ start: Start, by enders: [String], notBy others: [String] = []
    ) -> [RowCase] {
        let (last, after) = (start.last, shift(start.last, 1))
        return enders.map { RowCase(rule, "\(start.acts); \(last) \($0)", on: after, ["\(last) void"]) }
            + others.map { RowCase(rule, "\(start.acts); \(last) \($0)", on: after, ["\(last) overdue"]) }
    }

    /// What ends a grid for good: of two periods the first was missed, the second falls away.
    static func stopped(
        _ rule: RuleKey, _ acts: String, missed: String, on day: String, running: String,
        by enders: [String]
    ) -> [RowCase] {
        enders.map {
            RowCase(
                rule, "\(acts); \(day) \($0)", on: shift(day, 400), ["\(missed) overdue", "\(running) void"])
        }
    }

    /// Several parts as one table.
    static func table(_ parts: [RowCase]...) -> [RowCase] { parts.flatMap(\.self) }

    /// One journal on several days.
    static func on(_ rule: RuleKey, _ acts: String, _ days: [(String, [String])]) -> [RowCase] {
        days.map { RowCase(rule, acts, on: $0.0, $0.1) }
    }

    /// Acts that start nothing under a row.
    static func silent(_ rule: RuleKey, _ acts: [String], on today: String) -> [RowCase] {
        acts.map { RowCase(rule, $0, on: today, []) }
    }

    private static func shift(_ day: String, _ days: Int) -> String {
        Day(iso: day)?.adding(days: days).description ?? "no day"
    }
}
