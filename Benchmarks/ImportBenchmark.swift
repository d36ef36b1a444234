// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Imports
import SamplePeople
import Seals
import StoreSQLite

/// A roll of everybody from a workbook and from a text file, against the same rows inserted without any check.
enum ImportBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let people = ground.options.people
        let bare = try await insertBare(ground)
        table.line("rows sealed and indexed, no checks", size: people, bare.seconds, "s", bare)
        for (kind, path) in try files(ground) {
            let (store, office) = try await ground.unitsOnly("import")
            let actor = try ground.clerk(office.tree)
            let (report, cost) = try await measured {
                try await ImportRunner(office).run(.roll, .path(path), name: "花名册.\(kind)", by: actor)
            }
            guard report.counts.added == people else {
                throw StoreFailure.damaged(
                    "imported \(report.counts.added), faults \(report.faults.prefix(3))")
            }
            table.line("roll imported from .\(kind)", size: people, cost.seconds, "s", cost, goal: "20 s")
            table.line(
                "  as many times the bare rows", size: people, cost.seconds / bare.seconds, "x", nil,
                goal: "3 x")
            try store.close()
        }
    }

    /// The files of the whole roll, made once.
    static func files(_ ground: Ground) throws -> [(String, String)] {
        let files = DistrictFiles(ground.plan, on: ground.today, pack: ground.pack)
        return try ["xlsx", "csv"].map { kind in
            let name = "roll-\(ground.options.people)-\(ground.options.seed).\(kind)"
            let path = ground.folder.appending(path: name).path()
            if !FileManager.default.fileExists(atPath: path) {
                try kind == "xlsx" ? files.writeRoll(workbook: path) : files.writeRoll(text: path)
            }
            return (kind, path)
        }
    }

    private static func insertBare(_ ground: Ground) async throws -> Table.Cost {
        let (store, office) = try await ground.unitsOnly("bare")
        defer { try? store.close() }
        let rows = BareRoll(plan: ground.plan, day: ground.today, tree: office.tree)
        _ = try await store.allocate(.person, count: ground.plan.people)
        return try await measured { try await store.commitAll(rows) }.1
    }
}

/// Everybody of the plan as changes, 250 people in one, with nothing looked up or judged.
private struct BareRoll: Sequence, Sendable {
    let plan: DistrictPlan
    let day: Day
    let tree: UnitTree

    func makeIterator() -> some IteratorProtocol<Change> {
        var next = 1
        return plan.villages.indices.lazy.flatMap { place -> [Change] in
            let village = plan.villages[place]
            let unit = tree.named(village.code, level: .village)[0].id
            return SampleVillage(place, of: plan, on: day).homes.map { home in
                defer { next += home.residents.count }
                return change(home, in: unit, from: next)
            }
        }.makeIterator()
    }

    private func change(_ home: SampleHome, in unit: UnitID, from first: Int) -> Change {
        let id = HouseholdID(first)
        var change = Change(by: .system, recorded: Instant(startOf: day), answer: .household(id))
        change.append(
            .household(.founded(village: unit, number: home.number, address: home.address)),
            to: .household(id), after: 0, on: day)
        change.states.append(
            .household(Household(id: id, village: unit, number: home.number, address: home.address)))
        for (offset, resident) in home.residents.enumerated() {
            let person = PersonID(first + offset)
            change.append(
                .person(.entered(resident.roll, village: unit, household: id, source: .roll)),
                to: .person(person), after: 0, on: day)
            change.states.append(
                .person(Person(entering: resident.roll, id: person, village: unit, household: id)))
        }
        return change
    }
}
