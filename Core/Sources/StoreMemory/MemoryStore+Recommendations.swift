// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: RecommendationStore {
    public func recommendations(
        _ query: RecommendationQuery, at clock: RecommendationClock, after: Cursor?, limit: Int
    ) async throws -> Slice<RecommendationLine> {
        read { state in
            let start = after.map { RecommendationPlace(numbers: $0.numbers) }
            let rows = state.recommendations(query).filter { line in
                query.state.map { line.tracked.state(at: clock) == $0 } ?? true
            }.map { (place: RecommendationPlace($0, clock), line: $0) }.filter { row in
                start.map { $0 < row.place } ?? true
            }.sorted { $0.place < $1.place }
            let slice = page(rows, limit: limit) { $0.place.cursor }
            return Slice(rows: slice.rows.map(\.line), next: slice.next)
        }
    }

    public func recommendationCounts(
        _ query: RecommendationQuery, at clock: RecommendationClock
    ) async throws -> [RecommendationState: Int] {
        read { state in
            state.recommendations(query).reduce(into: [:]) {
                $0[$1.tracked.state(at: clock), default: 0] += 1
            }
        }
    }

    public func interviews(
        _ scope: Scope, from: Day, through: Day, limit: Int
    ) async throws -> [RecommendationLine] {
        read { state in
            let rows = state.recommendations(RecommendationQuery(scope: scope)).compactMap { line in
                line.tracked.recommendation.interview.map { (day: $0.day, line: line) }
            }.filter { from <= $0.day && $0.day <= through }
            return rows.sorted {
                ($0.day, $0.line.assistanceCase.id, $0.line.tracked.recommendation.act)
                    < ($1.day, $1.line.assistanceCase.id, $1.line.tracked.recommendation.act)
            }.prefix(max(limit, 0)).map(\.line)
        }
    }

    public func vacancyTallies(of ids: [VacancyID]) async throws -> [VacancyID: VacancyTally] {
        let wanted = Set(ids)
        return read { state in
            let all = state.cases.values.flatMap(\.trackedRecommendations)
            return Dictionary(grouping: all) { $0.recommendation.recommendation.vacancy.vacancyID }
                .reduce(into: [:]) { found, group in
                    guard let id = group.key, wanted.contains(id) else { return }
                    found[id] = VacancyTally(
                        recommended: group.value.count,
                        interviewed: group.value.count(where: \.wasInterviewed),
                        hired: group.value.count(where: \.wasHired))
                }
        }
    }
}

extension TrackedRecommendation {
    fileprivate func state(at clock: RecommendationClock) -> RecommendationState {
        state(on: clock.today, askedAfter: clock.askedAfter)
    }
}

/// Where a recommendation stands in lists: what is due first, then by case and act.
private struct RecommendationPlace: Comparable {
    let key: Int
    let caseNumber: Int
    let act: Int

    init(_ line: RecommendationLine, _ clock: RecommendationClock) {
        key = line.tracked.order(askedAfter: clock.askedAfter)
        caseNumber = line.assistanceCase.id.number
        act = line.tracked.recommendation.act.number
    }

    init(numbers: [Int]) {
        key = numbers.first ?? .min
        caseNumber = numbers.dropFirst().first ?? 0
        act = numbers.last ?? 0
    }

    var cursor: Cursor { Cursor(numbers: key, caseNumber, act) }

    static func < (left: RecommendationPlace, right: RecommendationPlace) -> Bool {
        (left.key, left.caseNumber, left.act) < (right.key, right.caseNumber, right.act)
    }
}

extension MemoryState {
    /// Those that a query finds, in no order; its state is not looked at.
    fileprivate func recommendations(_ query: RecommendationQuery) -> [RecommendationLine] {
        cases.values.filter { contains($0.village, query.scope) }.flatMap { found -> [RecommendationLine] in
            guard let person = people[found.person] else { return [] }
            return found.trackedRecommendations.filter { one in
                let employer = one.recommendation.recommendation.vacancy.employer
                return query.level.map { one.level == $0 } ?? true
                    && (query.employer.isEmpty || employer.contains(query.employer))
            }.map { RecommendationLine(assistanceCase: found, person: person, tracked: $0) }
        }
    }
}
