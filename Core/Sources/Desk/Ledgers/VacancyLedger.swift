// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Ledger {
    /// 岗位台账: what an office keeps of vacancies, and what became of those who were sent (05.r2, 10.w2, 14.w2).
    static let vacancies = Ledger(
        name: .vacancies, title: "岗位台账", content: "岗位的来源、核实、招聘和录用人数，推荐、面试和录用的人次，关闭的日期和原因",
        clauses: ["05.r2", "10.w2", "14.w2"], span: .days("登记日期"), unit: "个",
        headings: [
            LedgerHeading("编号", .name, width: 4), LedgerHeading("用人单位", .long, width: 9),
            LedgerHeading("岗位", width: 6), LedgerHeading("登记单位", width: 6),
            LedgerHeading("登记日期", .day, width: 6), LedgerHeading("级别", width: 4),
            LedgerHeading("来源", width: 5), LedgerHeading("招聘人数", .number, width: 3),
            LedgerHeading("已招人数", .number, width: 3), LedgerHeading("核实日期", .day, width: 6),
            LedgerHeading("有效期至", .day, width: 6), LedgerHeading("推荐人次", .number, width: 3),
            LedgerHeading("面试人次", .number, width: 3), LedgerHeading("录用人次", .number, width: 3),
            LedgerHeading("状态", .tag, width: 4), LedgerHeading("关闭日期", .day, width: 6),
            LedgerHeading("关闭原因", width: 6),
        ], tags: VacancyStanding.allCases.map { LedgerTag($0.rawValue, .standing($0)) })
}

extension LedgerWalk {
    /// The vacancies that offices of the scope keep, newest first; figures of people over the whole district.
    func vacancies(_ after: Cursor?, _ limit: Int) async throws -> Slice<LedgerLine> {
        let slice = try await office.store.vacancies(
            VacancyQuery(scope: scope), at: office.vacancyClock, after: after, limit: limit)
        let wanted = slice.rows.filter { row in
            filter.period.contains(row.vacancy.posted)
                && (filter.tag.map { tag(of: row.vacancy).key == $0 } ?? true)
        }
        let tallies = try await office.store.vacancyTallies(of: wanted.map(\.vacancy.id))
        return Slice(rows: wanted.map { line($0, tallies[$0.vacancy.id]) }, next: slice.next)
    }

    private func tag(of vacancy: Vacancy) -> LedgerTag {
        let standing = office.standing(of: vacancy)
        return LedgerTag(standing.rawValue, .standing(standing))
    }

    private func line(_ row: VacancyRow, _ tally: VacancyTally?) -> LedgerLine {
        let (vacancy, facts) = (row.vacancy, row.vacancy.facts)
        let tag = tag(of: vacancy)
        return LedgerLine(
            opens: .vacancy(vacancy.id), tag: tag,
            cells: [
                .text(String(vacancy.id.number)), .words(row.employer.facts.name), .words(facts.post),
                .words(office.tree[vacancy.unit]?.name), .day(vacancy.posted), .level(facts.level),
                .source(facts.source), .number(facts.headcount), .number(vacancy.hired),
                .day(vacancy.verifiedOn), .day(facts.validThrough), .number(tally?.recommended ?? 0),
                .number(tally?.interviewed ?? 0), .number(tally?.hired ?? 0), tag.cell,
                .day(vacancy.closedOn), vacancy.closed.map { .vacancyEnd($0) } ?? .empty,
            ])
    }
}
