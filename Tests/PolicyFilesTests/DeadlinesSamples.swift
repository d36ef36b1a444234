// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Testing

/// The shipped rules and calendar, and journals written as lines.
enum DeadlinesSamples {
    static func pack(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Policy/shunyi/" + name)
    }

    static func text() throws -> String {
        try String(contentsOf: pack("deadlines.yaml"), encoding: .utf8)
    }

    private static let readRules = Result { try DeadlinesFile.read(text(), file: "deadlines.yaml") }
    private static let readCalendar = Result { try CalendarFolder.read(pack("calendar").path) }

    static func rules() throws -> RuleSet { try readRules.get() }

    static func calendar() throws -> WorkCalendar { try readCalendar.get() }

    static func day(_ text: String) throws -> Day { try #require(Day(iso: text), "\(text) is a day") }

    /// `2026-02-13 classified class=4 @2026-02-20 >1`: day, kind, fields, day of entry, act it belongs to.
    static func journal(_ lines: [String]) throws -> Journal {
        Journal(acts: try lines.enumerated().map { try act($1, id: $0 + 1) })
    }

    private static func act(_ line: String, id: Int) throws -> Act {
        let words = line.split(separator: " ").map(String.init)
        let occurred = try day(words[0])
        var fields = Act.Fields()
        var entered = occurred
        var refersTo: ActID?
        for word in words.dropFirst(2) {
            if word.hasPrefix("@") {
                entered = try day(String(word.dropFirst()))
            } else if word.hasPrefix(">") {
                refersTo = ActID(try #require(Int(word.dropFirst())))
            } else {
                let pair = word.split(separator: "=").map(String.init)
                fields[try #require(ActField(rawValue: pair[0]), "\(word)")] = pair[1]
            }
        }
        return Act(
            id: ActID(id), kind: try #require(ActKind(rawValue: words[1]), "\(words[1])"), occurred: occurred,
            recorded: Instant(startOf: entered), fields: fields, refersTo: refersTo)
    }

    /// What a journal gives under one rule of the shipped file, as `due state`, or `period due state`.
    static func states(
        _ lines: [String], rule: RuleKey, on today: String, rules: RuleSet? = nil
    ) throws -> [String] {
        let today = try day(today)
        let found = obligations(
            of: try journal(lines), under: try rules ?? Self.rules(), calendar: try calendar(), through: today
        )
        return found.filter { $0.rule == rule }.map { obligation in
            let period = obligation.period.map { $0.key + " " } ?? ""
            return period + "\(obligation.due) \(obligation.standing(on: today).rawValue)"
        }
    }
}
