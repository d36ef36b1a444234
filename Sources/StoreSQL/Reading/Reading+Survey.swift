// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    public func round(_ id: RoundID) throws -> SurveyRound? { try state(.round, id.number) }

    public func round(of village: UnitID, year: Int) throws -> SurveyRound? {
        try one(
            .round, where: "village = ? AND year = ? ORDER BY id LIMIT 1",
            [.integer(village.number), .integer(year)]
        )
    }

    /// Villages in the order of their codes, closed ones left out.
    public func surveyCounts(_ scope: Scope, year: Int, on day: Day) throws -> [SurveyCount] {
        guard let filter = SurveySQL.Filter(scope) else { return [] }
        let rounds = try rounds(of: year, filter)
        let asked = try roundsAnywhere(of: year)
        let tallies = try tallies(filter, on: day, asked: asked)
        let late = try lateEntries(filter, on: day, asked: asked)
        return try villages(filter, on: day).map { village in
            let tally = tallies[village] ?? SurveyTally()
            return SurveyCount(
                village: UnitID(village), round: rounds[village], roll: tally.roll, surveyed: tally.surveyed,
                excused: tally.excused, enteredLate: late[village] ?? 0)
        }
    }

    private func villages(_ filter: SurveySQL.Filter, on day: Day) throws -> [Int] {
        try connection.all(
            """
            SELECT id FROM unit WHERE level = 'village' AND since_day <= ?
            AND (until_day IS NULL OR until_day >= ?)\(filter.units) ORDER BY coalesce(code, '~'), id
            """, [.integer(day.number), .integer(day.number)] + filter.values
        ) { $0.integer(0) }
    }

    private func rounds(of year: Int, _ filter: SurveySQL.Filter) throws -> [Int: SurveyRound] {
        let all: [SurveyRound] = try states(
            .round, where: "year = ?\(filter.villages) ORDER BY id", [.integer(year)] + filter.values)
        return Dictionary(all.map { ($0.village.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whoever moved counts as asked in whichever village it was.
    private func roundsAnywhere(of year: Int) throws -> Set<Int> {
        Set(try connection.all("SELECT id FROM round WHERE year = ?", [.integer(year)]) { $0.integer(0) })
    }

    private func tallies(
        _ filter: SurveySQL.Filter, on day: Day, asked: Set<Int>
    ) throws -> [Int: SurveyTally] {
        var tallies: [Int: SurveyTally] = [:]
        try connection.read(
            SurveySQL.tallies(filter), [.integer(day.number), .integer(day.number)] + filter.values
        ) { row in
            let village = row.integer(0)
            let isThis = row.optionalInteger(1).map(asked.contains) ?? false
            tallies[village, default: SurveyTally()].add(
                row.integer(3), state: isThis ? .init(rawValue: row.text(2)) : nil)
            return true
        }
        return tallies
    }

    private func lateEntries(
        _ filter: SurveySQL.Filter, on day: Day, asked: Set<Int>
    ) throws -> [Int: Int] {
        var late: [Int: Int] = [:]
        try connection.read(
            SurveySQL.lateEntries(filter, join: connection.dialect.orderedJoin),
            [.integer(day.number), .integer(day.number)] + filter.values
        ) { row in
            let village = row.integer(0)
            if asked.contains(row.integer(1)) { late[village, default: 0] += row.integer(2) }
            return true
        }
        return late
    }

    /// People of working age on the roll of the round's village, by name.
    public func roll(
        of round: RoundID, part: RollPart, on day: Day, after: Cursor?, limit: Int
    ) throws -> Slice<PersonRow> {
        guard let found = try self.round(round) else { return .empty }
        let start = try after.map { try place($0) } ?? []
        let rows = try connection.all(
            SurveySQL.roll(part, isLater: after != nil),
            [
                .integer(found.village.number), .integer(day.number), .integer(day.number),
                .integer(found.year),
            ]
                + start + [.integer(limit + 1)]
        ) { try personRow($0) }
        return Slice(rows, limit: limit) { Cursor($0.id.number) }
    }

    public func place(ofSheet sheet: String) throws -> SheetPlace? {
        try connection.first("SELECT person, act FROM sheet WHERE sheet = ?", [.text(sheet)]) {
            SheetPlace(person: PersonID($0.integer(0)), act: ActID($0.integer(1)))
        }
    }

    public func draft(_ sheet: String) throws -> SheetDraft? {
        try drafts(where: "sheet = ?", .text(sheet)).first
    }

    /// Drafts of the account, oldest interview first.
    public func drafts(of account: AccountID) throws -> [SheetDraft] {
        try drafts(where: "account = ? ORDER BY interviewed, sheet", .integer(account.number))
    }

    private func drafts(where condition: String, _ value: SQLValue) throws -> [SheetDraft] {
        try connection.all(
            "SELECT sheet, account, interviewed, content FROM draft WHERE \(condition)", [value]
        ) { row in
            let sheet = row.text(0)
            let text: DraftText = try JSONBytes.read(keys.open(row.blob(3), "draft.content", sheet))
            return text.draft(
                sheet: sheet, account: AccountID(row.integer(1)), interviewed: Day(row.integer(2)))
        }
    }
}

/// The roll of one village while it is counted.
private struct SurveyTally {
    var roll = 0
    var surveyed = 0
    var excused = 0

    mutating func add(_ count: Int, state: Person.SurveyStanding.State?) {
        roll += count
        switch state {
        case .surveyed: surveyed += count
        case .excused: excused += count
        case nil: break
        }
    }
}

enum SurveySQL {
    /// A scope over tables that know the village only.
    struct Filter {
        let units: String
        let villages: String
        let values: [SQLValue]

        init?(_ scope: Scope) {
            switch scope {
            case .nothing: return nil
            case .district:
                units = ""
                villages = ""
                values = []
            case .town(let id):
                units = " AND parent = ?"
                villages = " AND village IN (SELECT id FROM unit WHERE parent = ? AND level = 'village')"
                values = [.integer(id.number)]
            case .village(let id):
                units = " AND id = ?"
                villages = " AND village = ?"
                values = [.integer(id.number)]
            }
        }
    }

    static func tallies(_ filter: Filter) -> String {
        """
        SELECT village, survey_round, survey_state, count(*) FROM person
        WHERE roll = 1 AND working_from <= ? AND working_until >= ?\(filter.villages)
        GROUP BY village, survey_round, survey_state
        """
    }

    /// Sheets in rounds that were entered after the last day that the rules gave (01.w2).
    static func lateEntries(_ filter: Filter, join: String) -> String {
        """
        SELECT person.village, person.survey_round, count(*) FROM duty
        \(join) person ON person.id = duty.subject AND person.survey_act = duty.anchor
        WHERE duty.subject_kind = 'person' AND duty.clause = '01.w2' AND duty.entered_late = 1
            AND person.roll = 1 AND person.survey_state = 'surveyed'
            AND person.working_from <= ? AND person.working_until >= ?\
        \(filter.villages.replacing(" village", with: " person.village"))
        GROUP BY person.village, person.survey_round
        """
    }

    static func roll(_ part: RollPart, isLater: Bool) -> String {
        let asked = "SELECT id FROM round WHERE year = ?"
        let state =
            switch part {
            case .missing: "coalesce(survey_round, 0) NOT IN (\(asked))"
            case .surveyed: "coalesce(survey_round, 0) IN (\(asked)) AND survey_state = 'surveyed'"
            case .excused: "coalesce(survey_round, 0) IN (\(asked)) AND survey_state = 'excused'"
            }
        return """
            SELECT \(PeopleSQL.columns) FROM person
            WHERE roll = 1 AND village = ? AND +working_from <= ? AND +working_until >= ? AND \(state)\
            \(isLater ? " AND (sort, id) > (?, ?)" : "") ORDER BY sort, id LIMIT ?
            """
    }
}
