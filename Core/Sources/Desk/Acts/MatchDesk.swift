// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Matching

/// Everybody who might be recommended something today, held against every vacancy that is open and verified.
struct MatchDesk {
    /// Somebody with what is owed in this batch.
    struct Asked {
        let found: AssistanceCase
        var asker: FitBoard.Asker
        /// 0 for visit class four, 3 for class one.
        let priority: Int
        var need: Int
        let isDueToday: Bool
        /// Vacancies told with a letter whose outcome is open.
        let told: [VacancyID]
    }

    var people: [Asked] = []
    var vacancies: [Vacancy] = []
    var rules: FitRules
    /// Seats beyond what the employers asked for, by place of the vacancy: what a trial supposes.
    var more: [Int: Int] = [:]

    /// How many priorities there are.
    static let priorities = 4

    /// What the solver weighs, with the table on which the scores stand.
    func market(_ board: inout FitBoard) -> Market {
        let places = Dictionary(zip(vacancies.map(\.id), vacancies.indices), uniquingKeysWith: { $1 })
        var aides: [AccountID: Int] = [:]
        let members = people.map { asked in
            let aide = asked.found.helper.map { helper in
                let place = aides[helper.account] ?? aides.count
                aides[helper.account] = place
                return place
            }
            return Market.Person(
                priority: asked.priority, need: asked.need, isDueToday: asked.isDueToday, aide: aide)
        }
        let lists = board.candidates(of: people.map(\.asker))
        let candidates = lists.enumerated().flatMap { person, list in
            list.map { Market.Candidate(person: person, vacancy: $0.vacancy, score: $0.score) }
        }
        let told = people.enumerated().flatMap { person, asked in
            asked.told.compactMap { places[$0] }.map { Market.Pair(person: person, vacancy: $0) }
        }
        return Market(
            people: members, headcounts: vacancies.map(\.seatsLeft), candidates: candidates, told: told,
            escorts: [Int](repeating: rules.escorts, count: aides.count))
    }

    /// Whether somebody lacks something: those who were told enough only take their seats.
    func isWaiting(_ place: Int) -> Bool { people[place].told.count < people[place].need }
}

extension Office {
    /// Reads what a batch rests on.
    ///
    /// - Throws: ``StoreFailure``.
    func matchDesk() async throws -> MatchDesk {
        var desk = MatchDesk(rules: pack.fitting)
        desk.vacancies = try await openVacancies().map(\.vacancy)
        let open = Set(desk.vacancies.map(\.id))
        let aside = Dictionary(grouping: try await store.setAside(), by: \.caseID)
        let due = try await dueToday()
        var cursor: Cursor?
        repeat {
            let page = try await store.cases(
                CaseQuery(scope: .district, stages: [.village, .town, .district]), after: cursor, limit: 1000)
            for row in page.rows {
                let put = Set(aside[row.assistanceCase.id, default: []].map(\.vacancy))
                desk.people += asked(row, open: open, aside: put, due: due).map { [$0] } ?? []
            }
            cursor = page.next
        } while cursor != nil
        return desk
    }

    /// `nil` for whoever cannot be recommended anything today, or waits for enough outcomes already.
    private func asked(
        _ row: LedgerRow, open: Set<VacancyID>, aside: Set<VacancyID>, due: Set<CaseID>
    ) -> MatchDesk.Asked? {
        let found = row.assistanceCase
        guard found.possible(.recommend, on: today, numbers: pack.procedure).refusal == nil else {
            return nil
        }
        let running = found.care.recommendations.filter { $0.outcome == nil }
            .map(\.recommendation.vacancy.vacancyID)
        let told = running.compactMap { $0 }.filter(open.contains)
        // 10.r2: the town recommends two at a time.
        let need = (found.care.holder == .town ? 2 : 1) - (running.count - told.count)
        guard need > 0 else { return nil }
        return MatchDesk.Asked(
            found: found,
            asker: FitBoard.Asker(
                Seeker(row.person, in: found).avoiding(aside), home: spot(of: row.person.village)),
            priority: MatchDesk.priorities - (found.visitClass?.rawValue ?? 1), need: need,
            isDueToday: due.contains(found.id), told: told)
    }

    /// Cases whose last day for being told a vacancy is today or past (05.r1, 10.r2).
    private func dueToday() async throws -> Set<CaseID> {
        var found: Set<CaseID> = []
        let telling: Set<ActKind> = [.vacancyTold, .recommended]
        let rules = pack.owed.rules.filter { rule in
            rule.metBy.joined().contains { !telling.isDisjoint(with: $0.kinds) }
        }
        for rule in Set(rules.map(\.key.name)).sorted() {
            for span in [WorkSpan.overdue, .today] {
                let query = WorkQuery(
                    scope: .district, span: span, owners: Set(Owner.allCases), rule: rule)
                var cursor: Cursor?
                repeat {
                    let page = try await store.work(query, today: today, after: cursor, limit: 1000)
                    for case .assistanceCase(let id) in page.rows.map(\.subject) { found.insert(id) }
                    cursor = page.next
                } while cursor != nil
            }
        }
        return found
    }
}
