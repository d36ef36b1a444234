// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: JournalStore {
    public func allocate(_ kind: SubjectKind, count: Int) async throws -> Int {
        write { state in
            let last = state.numbers[kind] ?? 0
            state.numbers[kind] = last + count
            return last + 1
        }
    }

    public func answer(to once: OnceKey) async throws -> Subject? { read { $0.taken[once] } }

    public func commit(_ change: Change) async throws -> Receipt {
        try write { try $0.commit(change) }
    }

    public func commitAll(_ changes: any Sequence<Change> & Sendable) async throws {
        try write { state in
            let before = state
            do {
                for change in changes { _ = try state.commit(change) }
            } catch {
                state = before
                throw error
            }
        }
    }

    public func journal(of subject: Subject) async throws -> Journal {
        Journal(
            acts: try await history(of: subject).map {
                Act($0.event, id: $0.id, occurred: $0.occurred, recorded: $0.recorded)
            })
    }

    public func acts(_ kind: ActKind, of subject: Subject, on day: Day) async throws -> [HistoryEntry] {
        read { state in
            let all = state.histories[subject] ?? []
            let gone = Set(all.compactMap(\.event.withdraws))
            return all.filter { $0.event.kind == kind && $0.occurred == day && !gone.contains($0.id) }
        }
    }

    public func history(of subject: Subject) async throws -> [HistoryEntry] {
        read { $0.histories[subject] ?? [] }
    }

    public func replace(_ duties: [DutyList]) async throws {
        write { state in
            for list in duties { state.keep(list) }
        }
    }

    public func touches(of batch: BatchID, after: Subject?, limit: Int) async throws -> [BatchTouch] {
        read { state in
            let found = state.histories.compactMap { subject, history -> BatchTouch? in
                guard let act = history.last(where: { $0.batch == batch }), let newest = history.last else {
                    return nil
                }
                return BatchTouch(subject: subject, act: act.id, newest: newest.id)
            }
            return Array(
                found.filter { touch in
                    after.map { SubjectPlace($0) < SubjectPlace(touch.subject) } ?? true
                }.sorted { SubjectPlace($0.subject) < SubjectPlace($1.subject) }.prefix(limit))
        }
    }

    public func batch(_ id: BatchID) async throws -> ImportBatch? { read { $0.batches[id] } }

    public func batch(digest: String, kind: ImportKind) async throws -> ImportBatch? {
        read { state in
            state.batches.values.filter { $0.digest == digest && $0.kind == kind && $0.undone == nil }
                .max { $0.id < $1.id }
        }
    }

    public func batches(_ scope: Scope, after: Cursor?, limit: Int) async throws -> Slice<ImportBatch> {
        read { state in
            let before = after?.numbers.first ?? .max
            let rows = state.batches.values
                .filter { $0.id.number < before && state.contains($0.unit, scope) }
                .sorted { $1.id < $0.id }
            return page(rows, limit: limit) { Cursor(numbers: $0.id.number) }
        }
    }
}
