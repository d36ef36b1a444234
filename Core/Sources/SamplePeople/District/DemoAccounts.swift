// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// A login of the demonstration.
public struct DemoLogin: Hashable, Sendable {
    public let login: String
    /// Of the made-up worker.
    public let name: String
    public let role: Role
    /// Where the role is held, as people say it: 杨镇 柳家营村.
    public let unit: String
}

/// The accounts of a made-up district: a worker for each village, a clerk for each town, one for each other role.
///
/// They are opened by the same acts as any, but share one password that is known to everybody, and therefore
/// one hash of it: the demonstration starts in seconds and keeps nothing secret.
struct DemoAccounts {
    let tree: UnitTree
    let villages: [Unit]
    let office: Office
    let store: MemoryStore
    let keeper: DemoKeeper
    var dice: Dice
    private(set) var logins: [DemoLogin] = []
    private(set) var actors: [String: Actor] = [:]
    private(set) var workers: [Actor] = []
    private(set) var clerks: [UnitID: Actor] = [:]
    private(set) var aides: [UnitID: Actor] = [:]
    private(set) var specialists: [UnitID: Actor] = [:]

    init(
        tree: UnitTree, villages: [Unit], office: Office, store: MemoryStore, keeper: DemoKeeper, dice: Dice
    ) {
        self.tree = tree
        self.villages = villages
        self.office = office
        self.store = store
        self.keeper = keeper
        self.dice = dice
    }

    /// - Throws: ``Refusal`` when the password is one that nobody may choose; ``StoreFailure``.
    mutating func open() async throws {
        guard let district = tree.district else { throw StoreFailure.damaged("the pack has no district") }
        for (place, village) in villages.enumerated() {
            workers.append(try await open("cunwei" + Self.two(place + 1), .villageWorker, at: village))
        }
        for (place, town) in towns(of: district).enumerated() {
            let login = place == 0 ? "zhenban" : "zhenban" + Self.two(place + 1)
            clerks[town.id] = try await open(login, .townClerk, at: town)
        }
        if let village = villages.first, let town = tree.unit(at: .town, above: village.id) {
            aides[village.id] = try await open("yuanzhuyuan", .aide, at: village)
            specialists[town.id] = try await open("zhuanyuan", .specialist, at: town)
        }
        for (login, role) in Self.district { _ = try await open(login, role, at: district) }
    }

    private static let district: [(String, Role)] = [
        ("quban", .districtClerk), ("zhuanjia", .expert), ("gongyi", .welfareClerk), ("dudao", .supervisor),
        ("xitong", .systemAdministrator), ("anquan", .securityAdministrator), ("shenji", .auditAdministrator),
    ]

    /// Towns with villages first, in the order of their villages.
    private func towns(of district: Unit) -> [Unit] {
        var found: [Unit] = []
        let used = villages.compactMap { tree.unit(at: .town, above: $0.id) }
        for town in used + tree.units(at: .town, within: district.id) where !found.contains(town) {
            found.append(town)
        }
        return found
    }

    private mutating func open(_ login: String, _ role: Role, at unit: Unit) async throws -> Actor {
        let isMan = dice.happens(450)
        let name = dice.pick(NameStock.surnames) + dice.givenName(isMan: isMan, born: dice.roll(1970...1996))
        let system = Actor.system(district: tree.district?.id ?? unit.id)
        let opened = try await office.openAccount(
            login: login, name: name, grants: [Grant(role: role, unit: unit.id)], by: system, keeper: keeper)
        try await office.choosePassword(
            DemoMaker.password, old: opened.password, of: opened.account, keeper: keeper)
        let place = tree.path(of: unit.id).dropFirst(unit.level == .district ? 0 : 1)
        logins.append(DemoLogin(login: login, name: name, role: role, unit: place.joined(separator: " ")))
        let actor = opened.account.actor
        actors[login] = actor
        return actor
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// Passwords of a demonstration: judged as any other, hashed once for all accounts.
struct DemoKeeper: PasswordKeeper {
    let real: any PasswordKeeper
    /// Of ``DemoMaker/password``.
    let hash: String

    func hash(_ password: String) async throws -> String { hash }
    func verify(_ password: String, against stored: String?) async -> Bool { stored == hash }
    func faults(in password: String, login: String) -> [PasswordFault] {
        real.faults(in: password, login: login)
    }
    func firstPassword() -> String { real.firstPassword() }
    func token() -> String { real.token() }
    func digest(of token: String) -> String { real.digest(of: token) }
}
