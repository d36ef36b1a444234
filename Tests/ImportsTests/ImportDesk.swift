// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Imports
import PolicyFiles
import Sheets
import StoreMemory

/// A small district with an empty roll, at which files are imported.
struct ImportDesk {
    static let district = UnitID(1)
    static let yangzhen = UnitID(2)
    static let nancai = UnitID(3)
    static let shaling = UnitID(4)
    static let hongsi = UnitID(5)
    static let taiping = UnitID(6)
    static let today = Day(iso: "2026-03-02") ?? .earliest

    static let clerk = actor(9, .districtClerk, district)
    static let shalingWorker = actor(1, .villageWorker, shaling)
    static let administrator = actor(13, .systemAdministrator, district)
    static let supervisor = actor(12, .supervisor, district)

    let store: any Store
    var office: Office

    init(on day: Day = today) async throws {
        store = MemoryStore()
        let pack = try Self.pack.get()
        let units = Self.units
        for unit in units {
            var change = Change(by: .system, recorded: Instant(startOf: day), answer: .unit(unit.id))
            change.append(
                .unit(.founded(level: unit.level, parent: unit.parent, name: unit.name, code: unit.code)),
                to: .unit(unit.id), after: 0, on: unit.since)
            change.states.append(.unit(unit))
            _ = try await store.commit(change)
        }
        office = Office(
            store: store, pack: pack, tree: UnitTree(units),
            now: Instant(startOf: day).adding(seconds: 9 * 3600), today: day)
    }

    /// The same store on another day, with the units as they are then.
    func later(_ day: Day) async throws -> ImportDesk {
        var other = self
        other.office = Office(
            store: store, pack: office.pack, tree: UnitTree(try await store.units()),
            now: Instant(startOf: day).adding(seconds: 9 * 3600), today: day)
        return other
    }

    /// Imports rows as a CSV file of a roll.
    func importRoll(
        _ rows: [[String]], name: String = "花名册.csv", options: ImportOptions = ImportOptions(),
        by actor: Actor = clerk
    ) async throws -> ImportReport {
        try await run(.roll, rows, name: name, options: options, by: actor)
    }

    func run(
        _ kind: ImportKind, _ rows: [[String]], name: String = "表.csv",
        options: ImportOptions = ImportOptions(),
        by actor: Actor = clerk
    ) async throws -> ImportReport {
        let bytes = try CSVWriter.bytes(rows.map { $0.map { SheetValue.text($0) } })
        return try await run(kind, .bytes(bytes), name: name, options: options, by: actor)
    }

    func run(
        _ kind: ImportKind, _ source: ImportSource, name: String = "表.csv",
        options: ImportOptions = ImportOptions(), by actor: Actor = clerk
    ) async throws -> ImportReport {
        try await ImportRunner(office).run(kind, source, name: name, options: options, by: actor)
    }

    /// Opens the year's round in every village.
    func openRounds(on day: Day = Day(iso: "2026-02-16") ?? today) async throws {
        var number = 1
        for village in [Self.shaling, Self.hongsi, Self.taiping] {
            let round = SurveyRound(id: RoundID(number), village: village, year: day.year, opened: day)
            var change = Change(by: .system, recorded: office.now, answer: .round(round.id))
            change.append(
                .round(.opened(village: village, year: day.year)), to: .round(round.id), after: 0, on: day)
            change.states.append(.round(round))
            _ = try await store.commit(change)
            number += 1
        }
    }

    func person(_ number: String) async throws -> Person? {
        try await store.people(withIdentity: number).first
    }

    private static func actor(_ number: Int, _ role: Role, _ unit: UnitID) -> Actor {
        Actor(account: AccountID(number), name: "某人", grants: [Grant(role: role, unit: unit)])
    }

    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let pack: Result<PolicyPack, PolicyFaults> = Result { () throws(PolicyFaults) in
        try PackFolder.read(root.appending(path: "Policy/shunyi").path())
    }

    private static let units: [Assistance.Unit] = [
        unit(district, .district, nil, "顺义区", "110113"),
        unit(yangzhen, .town, district, "杨镇", "110113006"),
        unit(nancai, .town, district, "南彩镇", "110113106"),
        unit(shaling, .village, yangzhen, "沙岭村", "110113006201"),
        unit(hongsi, .village, yangzhen, "红寺村", "110113006202"),
        unit(taiping, .village, nancai, "太平庄村", "110113106201"),
    ]

    private static func unit(
        _ id: UnitID, _ level: Level, _ parent: UnitID?, _ name: String, _ code: String
    ) -> Assistance.Unit {
        Assistance.Unit(
            id: id, level: level, parent: parent, name: name, code: code,
            since: Day(iso: "2012-01-01") ?? .earliest, version: 1)
    }
}

/// Right numbers of made-up people: region 990000, which no province has.
enum Numbers {
    /// The number of somebody born on a day, the `sequence`th; odd sequences are men.
    static func id(_ sequence: Int, born: String = "19800307") -> String {
        let body =
            "990000" + born + String(repeating: "0", count: 3 - String(sequence).count) + String(sequence)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    /// The same number with a wrong check character.
    static func wrong(_ sequence: Int) -> String {
        let right = id(sequence)
        return right.dropLast() + (right.last == "1" ? "2" : "1")
    }
}
