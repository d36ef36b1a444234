// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 恢复单位: a merger is undone, or a closed unit opened again (00.levels, 01.r1).
    ///
    /// After a merger those go back whom the merger moved and who still live in the village that took them in;
    /// whoever moved on since stays there.
    /// - Throws: ``Refusal/nothingChanged`` for a unit that exists, other refusals; ``StoreFailure``.
    public func restoreUnit(
        _ id: UnitID, version: Int, reason: String, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        try actor.require(.changeUnits, at: id, in: tree)
        guard var unit = tree[id] else { throw Refusal.notFound(.unit) }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard let until = unit.until else { throw Refusal.nothingChanged }
        try check(day, after: until, by: actor, at: id)
        guard unit.version == version else { throw StoreFailure.conflict(.unit(id)) }
        let merger = try await merger(of: unit)
        var change = change(by: actor, once: once, answer: .unit(id))
        unit.take(.restored, on: day, into: &change)
        change.states.append(.unit(unit))
        change.duties += try await withRounds(of: id)
        var changes = [try await withDuties(change)]
        if let merger {
            changes += try await homesBack(to: id, after: merger, on: day, by: actor)
            changes += try await peopleBack(to: id, after: merger, reason, on: day, by: actor)
        }
        try await store.commitAll(changes)
        return Receipt(subject: .unit(id), isRepeat: false)
    }

    /// The village that took a unit over, and the moment.
    private struct Merger {
        let target: UnitID
        let recorded: Instant
    }

    private func merger(of unit: Unit) async throws -> Merger? {
        guard let target = unit.mergedInto else { return nil }
        let history = try await store.history(of: .unit(unit.id))
        return history.last { $0.event.kind == .unitClosed }.map {
            Merger(target: target, recorded: $0.recorded)
        }
    }

    private func homesBack(
        to id: UnitID, after merger: Merger, on day: Day, by actor: Actor
    ) async throws -> [Change] {
        var changes: [Change] = []
        for home in try await store.households(of: merger.target) {
            let history = try await store.history(of: .household(home.id))
            guard let place = history.lastIndex(where: { $0.event.kind == .householdRelocated }),
                history[place].recorded == merger.recorded,
                let before = Household(replaying: history[..<place].householdEvents, id: home.id),
                before.village == id
            else { continue }
            changes.append(relocating(home, to: id, number: before.number, on: day, by: actor))
        }
        return changes
    }

    private func peopleBack(
        to id: UnitID, after merger: Merger, _ reason: String, on day: Day, by actor: Actor
    ) async throws -> [Change] {
        var changes: [Change] = []
        for run in try await store.people(of: merger.target).chunks(of: bulk) {
            let histories = try await store.histories(of: run.map { .person($0.id) })
            for person in run {
                let history = histories[.person(person.id)] ?? []
                guard let place = history.lastIndex(where: { $0.event.kind == .moved }),
                    history[place].recorded == merger.recorded,
                    Person(replaying: Array(history[..<place]).personEvents, id: person.id)?.village == id
                else { continue }
                changes.append(try await moving(person, to: id, reason, on: day, by: actor))
            }
        }
        return changes
    }

    /// What is owed again for the survey rounds of a village that exists again.
    private func withRounds(of village: UnitID) async throws -> [DutyList] {
        var lists: [DutyList] = []
        for year in [today.year - 1, today.year] {
            guard let round = try await store.round(of: village, year: year) else { continue }
            let subject = Subject.round(round.id)
            lists.append(
                duties(
                    of: subject, in: try await store.journal(of: subject),
                    frame: DutyFrame(unit: village, person: nil, hardness: 0)))
        }
        return lists
    }
}

extension Sequence<HistoryEntry> {
    /// The events of a household's history.
    var householdEvents: [Recorded<HouseholdEvent>] {
        compactMap { entry in
            guard case .household(let event) = entry.event else { return nil }
            return Recorded(
                id: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by, event: event)
        }
    }
}
