// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 撤销导入: takes an import back as a whole, by further acts, while nothing was built on it.
    ///
    /// People whom it entered leave the roll as entered in error, facts go back to what they were, sheets count
    /// as never taken in, households that it founded are dissolved.
    /// - Throws: ``Refusal/batchBuiltOn(count:)`` when something of it was acted upon since; other refusals;
    ///   ``StoreFailure``.
    public func undoImport(_ id: BatchID, reason: String, by actor: Actor) async throws -> ImportBatch {
        guard var batch = try await store.batch(id) else { throw Refusal.notFound(.batch) }
        try actor.require(batch.kind.deed, at: batch.unit, in: tree)
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard batch.undone == nil else { throw Refusal.batchAlreadyUndone }
        let undoing = try await undoing(batch)
        guard undoing.builtOn == 0 else { throw Refusal.batchBuiltOn(count: undoing.builtOn) }
        batch.undone = today
        batch.version += 1
        try await store.commitAll(
            UndoneChanges(
                office: self, batch: batch, by: actor.account, reason: reason, histories: undoing.histories))
        return batch
    }

    /// Everything that the batch touched with its journal, and how much was built on it.
    private func undoing(_ batch: ImportBatch) async throws -> Undoing {
        var undoing = Undoing()
        var after: Subject?
        while true {
            let touches = try await store.touches(of: batch.id, after: after, limit: bulk)
            guard let last = touches.last else { break }
            after = last.subject
            let subjects = touches.map(\.subject).filter { $0.kind != .batch }
            undoing.builtOn += touches.count { $0.act != $0.newest && $0.subject.kind != .batch }
            let histories = try await store.histories(of: subjects)
            for subject in subjects { undoing.histories.append((subject, histories[subject] ?? [])) }
        }
        undoing.builtOn += try await casesSince(batch, undoing)
        undoing.builtOn += try await strangers(in: undoing)
        undoing.builtOn += try await busyVillages(in: undoing)
        return undoing
    }

    /// Cases that were opened for people of the batch after it.
    private func casesSince(_ batch: ImportBatch, _ undoing: Undoing) async throws -> Int {
        let moment = try await store.history(of: .batch(batch.id)).first?.recorded ?? now
        var count = 0
        for part in undoing.people.chunks(of: bulk) {
            for found in try await store.newestCases(of: Array(part)).values {
                let first = try await store.journal(of: .assistanceCase(found.id)).acts.first
                if let first, first.recorded >= moment { count += 1 }
            }
        }
        return count
    }

    /// People whom others put into households that the batch founded.
    private func strangers(in undoing: Undoing) async throws -> Int {
        let founded = undoing.foundedHouseholds
        let own = Set(undoing.people)
        var count = 0
        for village in Set(founded.values) {
            count += try await store.people(of: village).count {
                founded[$0.household] != nil && !own.contains($0.id)
            }
        }
        return count
    }

    /// Villages that the batch founded and that have a roll or a round by now.
    private func busyVillages(in undoing: Undoing) async throws -> Int {
        var count = 0
        for village in undoing.foundedUnits {
            let isEmpty = try await store.people(of: village).isEmpty
            let round = try await store.round(of: village, year: today.year)
            if !isEmpty || round != nil { count += 1 }
        }
        return count
    }
}

/// The journals of what an import touched.
private struct Undoing {
    var histories: [(subject: Subject, entries: [HistoryEntry])] = []
    var builtOn = 0

    var people: [PersonID] {
        histories.compactMap { if case .person(let id) = $0.subject { id } else { nil } }
    }

    var foundedHouseholds: [HouseholdID: UnitID] {
        histories.reduce(into: [:]) { found, history in
            guard case .household(let id) = history.subject,
                case .household(.founded(let village, _, _)) = history.entries.first?.event
            else { return }
            found[id] = village
        }
    }

    var foundedUnits: [UnitID] {
        histories.compactMap { history in
            guard case .unit(let id) = history.subject, history.entries.first?.batch != nil else {
                return nil
            }
            return id
        }
    }
}
