// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: BulkStore {
    public func people(withIdentities numbers: [String]) async throws -> [Person] {
        read { state in
            numbers.flatMap { state.bearers[$0] ?? [] }.sorted().compactMap { state.people[$0] }
        }
    }

    public func people(of village: UnitID) async throws -> [Person] {
        read { state in
            state.people.values.filter { $0.village == village && $0.isOnRoll }.sorted { $0.id < $1.id }
        }
    }

    public func households(of village: UnitID) async throws -> [Household] {
        read { state in
            state.households.values.filter { $0.village == village && !$0.isDissolved }
                .sorted { $0.id < $1.id }
        }
    }

    public func journals(of subjects: [Subject]) async throws -> [Subject: Journal] {
        try await histories(of: subjects).mapValues { history in
            Journal(
                acts: history.map { Act($0.event, id: $0.id, occurred: $0.occurred, recorded: $0.recorded) })
        }
    }

    public func histories(of subjects: [Subject]) async throws -> [Subject: [HistoryEntry]] {
        read { state in
            subjects.reduce(into: [:]) { found, subject in found[subject] = state.histories[subject] }
        }
    }

    public func places(ofSheets sheets: [String]) async throws -> [String: SheetPlace] {
        read { state in sheets.reduce(into: [:]) { $0[$1] = state.sheets[$1] } }
    }

    public func newestCases(of people: [PersonID]) async throws -> [PersonID: AssistanceCase] {
        read { state in
            people.reduce(into: [:]) { found, person in
                guard let cases = state.casesOf[person] else { return }
                found[person] = state.liveCase(of: person) ?? cases.max().flatMap { state.cases[$0] }
            }
        }
    }
}
