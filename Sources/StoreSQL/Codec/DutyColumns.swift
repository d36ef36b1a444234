// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// An obligation as columns of its row, and back.
enum DutyColumns {
    /// The columns in the order of ``values(_:)`` and ``obligation(_:from:)``.
    static let names = """
        rule, anchor, period, owed, opens, due, owner, lapses, pause_by, pause_first, pause_until, clause, \
        provisional, need, have, outcome, outcome_on, outcome_entered, outcome_by, in_time, entered_late, grid, \
        period_number, period_first, period_last
        """

    static func values(_ duty: Obligation) -> [SQLValue] {
        let outcome = Outcome(duty.outcome)
        return [
            .text(duty.rule.name), .integer(duty.anchor.number), .text(duty.period?.key ?? ""),
            SQLValue(outcome.name == "owed"), .integer(duty.opens.number), .integer(duty.due.number),
            .text(duty.owedBy.rawValue), SQLValue(duty.lapses), SQLValue(duty.pause?.by.number),
            SQLValue(duty.pause?.first.number), SQLValue(duty.pause?.until?.number), .text(duty.clause.id),
            SQLValue(duty.isProvisional), .integer(duty.need), .integer(duty.have), .text(outcome.name),
            SQLValue(outcome.on?.number), SQLValue(outcome.entered?.number), SQLValue(outcome.by?.number),
            SQLValue(outcome.inTime.map { $0 ? 1 : 0 }),
            SQLValue(outcome.entered.map { $0 > duty.due } ?? false),
            SQLValue(text: duty.period.map { GridCode.text($0.grid) }),
            SQLValue(duty.period?.number), SQLValue(duty.period?.first.number),
            SQLValue(duty.period?.last.number),
        ]
    }

    static func obligation(_ row: any SQLRow, from first: Int) throws -> Obligation {
        guard let owner = Owner(rawValue: row.text(first + 6)) else {
            throw StoreFailure.damaged("a duty of nobody known")
        }
        return Obligation(
            kept: RuleKey(row.text(first)), clause: Clause(row.text(first + 11)),
            anchor: ActID(row.integer(first + 1)), period: try period(row, from: first + 21),
            opens: Day(row.integer(first + 4)), due: Day(row.integer(first + 5)),
            isProvisional: row.integer(first + 12) == 1, owedBy: owner, need: row.integer(first + 13),
            have: row.integer(first + 14), outcome: try Outcome(row, from: first + 15).outcome(),
            pause: pause(row, from: first + 8), lapses: row.integer(first + 7) == 1)
    }

    private static func pause(_ row: any SQLRow, from first: Int) -> Obligation.Pause? {
        guard let by = row.optionalInteger(first) else { return nil }
        return Obligation.Pause(
            kept: ActID(by), first: Day(row.integer(first + 1)),
            until: row.optionalInteger(first + 2).map { Day($0) })
    }

    private static func period(_ row: any SQLRow, from first: Int) throws -> GridPeriod? {
        guard !row.isNull(first) else { return nil }
        guard let grid = GridCode.grid(row.text(first)) else {
            throw StoreFailure.damaged("a duty on a grid unknown here")
        }
        return GridPeriod(
            kept: grid, number: row.integer(first + 1), first: Day(row.integer(first + 2)),
            last: Day(row.integer(first + 3)))
    }
}

/// What became of an obligation, in five columns.
private struct Outcome {
    let name: String
    var on: Day?
    var entered: Day?
    var by: ActID?
    var inTime: Bool?

    init(_ outcome: Obligation.Outcome) {
        switch outcome {
        case .owed: name = "owed"
        case .met(let on, let entered, let by, let inTime):
            name = "met"
            self.on = on
            self.entered = entered
            self.by = by
            self.inTime = inTime
        case .waived(let on, let by):
            name = "waived"
            self.on = on
            self.by = by
        case .fellAway(let on, let why):
            self.on = on
            switch why {
            case .ended(let act):
                name = "ended"
                by = act
            case .newRound(let act):
                name = "new-round"
                by = act
            case .away(let act):
                name = "away"
                by = act
            }
        }
    }

    init(_ row: any SQLRow, from first: Int) {
        name = row.text(first)
        on = row.optionalInteger(first + 1).map { Day($0) }
        entered = row.optionalInteger(first + 2).map { Day($0) }
        by = row.optionalInteger(first + 3).map { ActID($0) }
        inTime = row.optionalInteger(first + 4).map { $0 == 1 }
    }

    func outcome() throws -> Obligation.Outcome {
        if name == "owed" { return .owed }
        guard let on, let by else { throw StoreFailure.damaged("a duty without the act that settled it") }
        switch name {
        case "met": return .met(on: on, entered: entered ?? on, by: by, inTime: inTime ?? true)
        case "waived": return .waived(on: on, by: by)
        case "ended": return .fellAway(on: on, why: .ended(by: by))
        case "new-round": return .fellAway(on: on, why: .newRound(by: by))
        case "away": return .fellAway(on: on, why: .away(since: by))
        case _: throw StoreFailure.damaged("a duty with the outcome \(name)")
        }
    }
}

/// Grids as codes: the storage format.
enum GridCode {
    private static let codes: [(text: String, grid: Grid)] = [
        ("week", .week), ("half-month", .halfMonth), ("month", .month), ("quarter", .quarter),
        ("half-year", .halfYear), ("year", .year), ("years-from-anchor", .yearsFromAnchor),
    ]

    static func text(_ grid: Grid) -> String {
        if case .days(let count) = grid { return "days:\(count)" }
        guard let code = codes.first(where: { $0.grid == grid }) else {
            preconditionFailure("every grid but blocks of days has a code")
        }
        return code.text
    }

    static func grid(_ text: String) -> Grid? {
        if text.hasPrefix("days:") { return Int(text.dropFirst(5)).map(Grid.days) }
        return codes.first { $0.text == text }?.grid
    }
}

extension Day {
    /// Days since 1970 as columns hold them.
    var number: Int { Int(daysSince1970) }

    init(_ number: Int) { self.init(daysSince1970: number) }
}
