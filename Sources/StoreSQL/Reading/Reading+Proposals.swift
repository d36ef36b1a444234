// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Matching

extension Reading {
    /// Newest first.
    public func matchRuns(limit: Int) throws -> [MatchRun] {
        try connection.all(
            "SELECT \(ProposalSQL.runColumns) FROM match_run ORDER BY id DESC LIMIT ?",
            [.integer(max(limit, 0))]
        ) { row in
            guard let round = MatchRound(rawValue: row.text(1)) else {
                throw StoreFailure.damaged("a batch of round \(row.text(1))")
            }
            return MatchRun(
                id: MatchRunID(row.integer(0)), round: round, by: AccountID(row.integer(2)),
                at: Instant(millisecondsSince1970: Int64(row.integer(3))),
                on: Day(daysSince1970: row.integer(4)), rules: row.text(5),
                figures: try JSONBytes.read(Array(row.text(6).utf8)))
        }
    }

    /// Most urgent first.
    public func proposals(
        _ query: ProposalQuery, after: Cursor?, limit: Int
    ) throws -> Slice<ProposalRow> {
        guard let sql = ProposalSQL(query) else { return .empty }
        let start = try after.map { try $0.numbers(1)[0] } ?? 0
        let found = try connection.all(
            """
            SELECT match_answer.place, match_answer.case_id, match_answer.version, match_answer.unserved,
                assistance_case.person
            FROM match_answer JOIN assistance_case ON assistance_case.id = match_answer.case_id
            WHERE match_answer.place > ? AND \(sql.condition) ORDER BY match_answer.place LIMIT ?
            """, [.integer(start)] + sql.values + [.integer(limit + 1)]
        ) { row in
            (
                place: row.integer(0), person: PersonID(row.integer(4)),
                answer: try answer(CaseID(row.integer(1)), row.integer(2), row.isNull(3) ? nil : row.text(3))
            )
        }
        let page = try found.prefix(limit).map { entry in
            guard let found = try assistanceCase(entry.answer.caseID), let person = try person(entry.person)
            else { throw StoreFailure.damaged("a proposal for a case that is not there") }
            return ProposalRow(answer: entry.answer, found: found, person: person)
        }
        let next = found.count > limit ? found.prefix(limit).last.map { Cursor($0.place) } : nil
        return Slice(rows: page, next: next)
    }

    public func proposalCount(_ query: ProposalQuery) throws -> Int {
        guard let sql = ProposalSQL(query) else { return 0 }
        return try connection.number(
            """
            SELECT count(*) FROM match_answer
            JOIN assistance_case ON assistance_case.id = match_answer.case_id WHERE \(sql.condition)
            """, sql.values)
    }

    /// What the newest batch has for a case.
    public func answer(for id: CaseID) throws -> MatchAnswer? {
        try connection.first(
            "SELECT version, unserved FROM match_answer WHERE case_id = ?", [.integer(id.number)]
        ) { try answer(id, $0.integer(0), $0.isNull(1) ? nil : $0.text(1)) }
    }

    private func answer(_ id: CaseID, _ version: Int, _ unserved: String?) throws -> MatchAnswer {
        let offers = try connection.all(
            """
            SELECT vacancy, score FROM proposal WHERE case_id = ? AND \(ProposalSQL.isWanted) ORDER BY place
            """, [.integer(id.number)]
        ) { MatchAnswer.Offer(vacancy: VacancyID($0.integer(0)), score: $0.integer(1)) }
        return MatchAnswer(
            caseID: id, version: version, offers: offers, unserved: try unserved.map(Self.reason))
    }

    private static func reason(_ text: String) throws -> UnservedReason {
        guard let reason = UnservedReason(rawValue: text) else {
            throw StoreFailure.damaged("a person left out for \(text)")
        }
        return reason
    }

    public func unservedCounts(_ scope: Scope) throws -> [UnservedCount] {
        guard let sql = ProposalSQL(ProposalQuery(scope: scope, part: .unserved)) else { return [] }
        let order = Dictionary(
            zip(UnservedReason.allCases, UnservedReason.allCases.indices), uniquingKeysWith: { $1 })
        return try connection.all(
            """
            SELECT assistance_case.village, match_answer.unserved, count(*) FROM match_answer
            JOIN assistance_case ON assistance_case.id = match_answer.case_id
            WHERE \(sql.condition) GROUP BY assistance_case.village, match_answer.unserved
            """, sql.values
        ) { row in
            UnservedCount(
                village: UnitID(row.integer(0)), reason: try Self.reason(row.text(1)), count: row.integer(2))
        }.sorted { ($0.village, order[$0.reason] ?? 0) < ($1.village, order[$1.reason] ?? 0) }
    }

    public func setAside() throws -> [SetAside] {
        try connection.all(
            "SELECT \(ProposalSQL.asideColumns) FROM set_aside ORDER BY recorded, case_id, vacancy", []
        ) { row in
            guard let reason = SetAsideReason(rawValue: row.text(2)) else {
                throw StoreFailure.damaged("a proposal put aside for \(row.text(2))")
            }
            return SetAside(
                caseID: CaseID(row.integer(0)), vacancy: VacancyID(row.integer(1)), reason: reason,
                by: AccountID(row.integer(3)), at: Instant(millisecondsSince1970: Int64(row.integer(4))))
        }
    }
}

/// The people of a list of proposals.
struct ProposalSQL {
    let condition: String
    let values: [SQLValue]

    static let runColumns = "id, round, account, recorded, day, rules, figures"
    static let asideColumns = "case_id, vacancy, reason, account, recorded"
    /// Of a proposal: nobody put it aside.
    static let isWanted = """
        NOT EXISTS (SELECT 1 FROM set_aside
            WHERE set_aside.case_id = proposal.case_id AND set_aside.vacancy = proposal.vacancy)
        """

    /// `nil` when nothing is in scope.
    init?(_ query: ProposalQuery) {
        guard let scope = ScopeFilter(query.scope, of: "assistance_case.") else { return nil }
        let part =
            switch query.part {
            case .proposed:
                """
                match_answer.offers > 0 AND EXISTS (SELECT 1 FROM proposal
                    WHERE proposal.case_id = match_answer.case_id AND \(Self.isWanted))
                """
            case .unserved: "match_answer.unserved IS NOT NULL"
            }
        condition =
            part + " AND assistance_case.live = 1" + scope.text
            + (query.helper == nil ? "" : " AND assistance_case.helper = ?")
        values = scope.values + (query.helper.map { [.integer($0.number)] } ?? [])
    }
}
