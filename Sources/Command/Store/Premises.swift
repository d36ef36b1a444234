// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import PolicyFiles
import StoreSQLite
import Web

/// An open store with the policy in force and the units: what a command that works on the store needs.
struct Premises {
    let store: SQLiteStore
    let office: Office

    /// Puts the pack's units into a new store, and the calendars loaded on the site over the pack's.
    init(_ store: SQLiteStore, pack: PolicyPack, today: Day? = nil) async throws {
        let now = Site.machineClock()
        let pack = pack.laid(under: try await Self.loadedYears(in: store))
        let empty = Office(store: store, pack: pack, tree: UnitTree([]), now: now, today: today ?? now.day)
        var units = try await store.units()
        if units.isEmpty { units = try await empty.foundDistrict() }
        self.store = store
        office = Office(
            store: store, pack: pack, tree: UnitTree(units), now: now, today: today ?? now.day)
    }

    /// The calendars loaded on the site, which hold over the pack's own.
    static func loadedYears(in store: SQLiteStore) async throws -> [CalendarYear] {
        try await store.loadedCalendars().sorted { $0.key < $1.key }
            .map { try CalendarFile.read($0.value, file: "\($0.key).yaml") }
    }

    /// Who acts when somebody who may read the data folder runs a command.
    func operatorActor() throws -> Actor {
        let district = try office.tree.root.id
        let roles: [Role] = [
            .securityAdministrator, .systemAdministrator, .districtClerk, .villageWorker, .townClerk,
            .supervisor,
        ]
        return Actor(
            account: .system, name: "命令行", grants: roles.map { Grant(role: $0, unit: district) })
    }

    /// Does some work and closes the store, whether or not the work succeeds.
    static func use<Answer>(
        _ options: StoreOptions, _ policy: PolicyPlace, mustBeThere: Bool = true, today: Day? = nil,
        _ work: (Premises) async throws -> Answer
    ) async throws -> Answer {
        let pack = try policy.pack()
        let store = try await mustBeThere ? options.openExisting() : options.open()
        do {
            let answer = try await work(Premises(store, pack: pack, today: today))
            try store.close()
            return answer
        } catch {
            try? store.close()
            throw error
        }
    }
}

extension UnitTree {
    /// The district.
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` in a store without one.
    var root: Unit {
        get throws {
            guard let district else { throw StoreFailure.damaged("the store has no district") }
            return district
        }
    }
}
