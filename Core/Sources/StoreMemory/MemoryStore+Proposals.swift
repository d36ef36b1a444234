// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: ProposalStore {
    public func keep(_ order: MatchOrder, audit: AuditNote) async throws -> MatchRun {
        write { state in
            let kept = order.answers.filter { state.cases[$0.caseID]?.version == $0.version }
            var figures = order.figures
            figures.dropped = order.answers.count - kept.count
            let run = MatchRun(
                id: MatchRunID(state.matchRuns.count + 1), round: order.round, by: audit.by, at: audit.at,
                on: order.on, rules: order.rules, figures: figures)
            state.matchRuns.append(run)
            state.matchAnswers = kept
            state.audit.append(audit)
            return run
        }
    }

    public func matchRuns(limit: Int) async throws -> [MatchRun] {
        read { Array($0.matchRuns.reversed().prefix(max(limit, 0))) }
    }

    public func proposals(
        _ query: ProposalQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<ProposalRow> {
        read { state in
            let start = after?.numbers.first.map { $0 + 1 } ?? 0
            let rows = state.proposals(query).filter { $0.place >= start }
            let slice = page(rows, limit: limit) { Cursor(numbers: $0.place) }
            return Slice(rows: slice.rows.map(\.row), next: slice.next)
        }
    }

    public func proposalCount(_ query: ProposalQuery) async throws -> Int {
        read { $0.proposals(query).count }
    }

    public func answer(for id: CaseID) async throws -> MatchAnswer? {
        read { state in state.matchAnswers.first { $0.caseID == id }.map(state.withoutSetAside) }
    }

    public func unservedCounts(_ scope: Scope) async throws -> [UnservedCount] {
        read { state in
            let rows = state.proposals(ProposalQuery(scope: scope, part: .unserved)).map(\.row)
            return Dictionary(grouping: rows, by: \.found.village).sorted { $0.key < $1.key }
                .flatMap { village, rows in
                    UnservedReason.allCases.compactMap { reason in
                        let count = rows.count { $0.answer.unserved == reason }
                        return count == 0
                            ? nil : UnservedCount(village: village, reason: reason, count: count)
                    }
                }
        }
    }

    public func setAside(_ setAside: SetAside, audit: AuditNote) async throws {
        write { state in
            let isKnown = state.setAside.contains {
                $0.caseID == setAside.caseID && $0.vacancy == setAside.vacancy
            }
            guard !isKnown else { return }
            state.setAside.append(setAside)
            state.audit.append(audit)
        }
    }

    public func setAside() async throws -> [SetAside] { read { $0.setAside } }
}

extension MemoryState {
    /// The people of a list with their places in the batch.
    fileprivate func proposals(_ query: ProposalQuery) -> [(place: Int, row: ProposalRow)] {
        matchAnswers.enumerated().compactMap { place, answer in
            guard query.asks(for: answer), let found = cases[answer.caseID], found.isLive,
                contains(found.village, query.scope), let person = people[found.person],
                query.helper.map({ found.helper?.account == $0 }) ?? true
            else { return nil }
            let left = withoutSetAside(answer)
            guard query.part == .unserved || !left.offers.isEmpty else { return nil }
            return (place, ProposalRow(answer: left, found: found, person: person))
        }
    }

    fileprivate func withoutSetAside(_ answer: MatchAnswer) -> MatchAnswer {
        let left = answer.offers.filter { offer in
            !setAside.contains { $0.caseID == answer.caseID && $0.vacancy == offer.vacancy }
        }
        return MatchAnswer(
            caseID: answer.caseID, version: answer.version, offers: left, unserved: answer.unserved)
    }
}

extension ProposalQuery {
    fileprivate func asks(for answer: MatchAnswer) -> Bool {
        switch part {
        case .proposed: !answer.offers.isEmpty
        case .unserved: answer.unserved != nil
        }
    }
}
