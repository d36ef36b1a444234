// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import PolicyFiles
import SamplePeople
import Seals
import StoreSQLite
import Web
import Wording

/// What all benchmarks stand on: the pack, the day, and one district kept in the folder.
final class Ground: Sendable {
    let options: Options
    let folder: URL
    let pack: PolicyPack
    let plan: DistrictPlan
    /// The day on which the district is looked at.
    let today: Day
    let keys: KeyFile

    init(_ options: Options) async throws {
        self.options = options
        let usual = FileManager.default.temporaryDirectory.appending(path: "yuanzhu-benchmarks").path()
        folder = URL(filePath: options.folder ?? usual, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let policy = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Policy/shunyi")
        pack = try PackFolder.read(policy.standardizedFileURL.path())
        plan = DistrictPlan(people: options.people, seed: options.seed, towns: pack.units)
        guard let today = Day(year: 2026, month: 6, day: 10) else {
            preconditionFailure("a day of the calendar")
        }
        self.today = today
        keys = try KeyFile.open(orCreate: folder.appending(path: "keys").path())
    }

    /// The store of the district, made first if the folder holds none of this size, seed and questionnaire.
    func district() async throws -> SQLiteStore {
        let place = folder.appending(path: "district")
        let mark = folder.appending(path: "district.made")
        if (try? String(contentsOf: mark, encoding: .utf8)) != signature {
            _ = try await makeDistrict(at: place)
            try Data(signature.utf8).write(to: mark)
        }
        return try await open(place)
    }

    /// A copy of the district that may be changed.
    func copyOfDistrict(at place: URL) async throws -> SQLiteStore {
        try await district().close()
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.copyItem(at: folder.appending(path: "district"), to: place)
        return try await open(place)
    }

    /// Makes the district anew and gives its size on disk in MB.
    func makeDistrict(at place: URL) async throws -> Double {
        try? FileManager.default.removeItem(at: place)
        let store = try await open(place)
        try await DemoMaker.fill(
            store: store, pack: pack, keeper: SealedPasswords(), people: options.people, seed: options.seed,
            today: today)
        try store.close()
        let path = place.appending(path: SQLiteStore.fileName).path()
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        return Double(size) / 1_048_576
    }

    /// Writes down that the district in the folder is whole.
    func keep() throws { try Data(signature.utf8).write(to: folder.appending(path: "district.made")) }

    private var signature: String { "\(options.people) \(options.seed) \(today.iso) \(pack.digest)\n" }

    func open(_ place: URL, readers: Int = 4) async throws -> SQLiteStore {
        try await SQLiteStore.open(
            folder: place, keys: keys,
            names: { name in
                let reading = NameReading(of: name)
                return NameKeys(
                    order: reading.full.first ?? name, initials: reading.initials, full: reading.full)
            }, readers: readers)
    }

    /// An empty store with the district's units and nobody in them.
    func unitsOnly(_ name: String) async throws -> (store: SQLiteStore, office: Office) {
        let place = folder.appending(path: name)
        try? FileManager.default.removeItem(at: place)
        let store = try await open(place)
        let empty = office(store, UnitTree([]))
        let units = try await empty.foundDistrict()
        var numbers: [String: UnitID] = [:]
        for unit in units { numbers[unit.code ?? ""] = unit.id }
        let first = try await store.allocate(.unit, count: plan.villages.count)
        let villages = plan.villages.map { village in
            Assistance.Unit(
                id: UnitID(first + village.place), level: .village, parent: numbers[village.town],
                name: village.name, code: village.code, since: today, version: 1)
        }
        try await store.commitAll(
            villages.map { unit in
                var change = Change(by: .system, recorded: Instant(startOf: today), answer: .unit(unit.id))
                change.append(
                    .unit(.founded(level: .village, parent: unit.parent, name: unit.name, code: unit.code)),
                    to: .unit(unit.id), after: 0, on: today)
                change.states.append(.unit(unit))
                return change
            })
        return (store, office(store, UnitTree(try await store.units())))
    }

    func office(_ store: any Store, _ tree: UnitTree) -> Office {
        Office(
            store: store, pack: pack, tree: tree, now: now, today: today)
    }

    /// Somebody who may do what the benchmarks do in a store without accounts.
    func clerk(_ tree: UnitTree) throws -> Actor {
        guard let district = tree.district else { throw StoreFailure.damaged("no district") }
        return Actor(
            account: .system, name: "测试",
            grants: [
                Grant(role: .districtClerk, unit: district.id), Grant(role: .supervisor, unit: district.id),
            ])
    }
}

/// How long the district takes to make.
enum MakingBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let place = ground.folder.appending(path: "district")
        let (size, cost) = try await measured { try await ground.makeDistrict(at: place) }
        try ground.keep()
        let people = ground.options.people
        table.line(
            "made-up district with its year of acts", size: people, cost.seconds, "s", cost, goal: "180 s")
        table.line("its database", size: people, size, "MB", nil)
    }
}
