// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// 演示数据: fills an empty store with a lifelike made-up district that has worked with the system since January.
///
/// Everything in it was done by the acts of ``Office``, so that a demonstration holds nothing that real use could
/// not have made. The same people, seed and day give the same district.
public enum DemoMaker {
    /// The one password of all accounts; known to everybody, and why a demonstration must never hold real data.
    public static let password = "Yanshi-595-Demo"

    /// What was made.
    public struct Made: Sendable {
        public let plan: DistrictPlan
        public let days: DistrictDays
        public let logins: [DemoLogin]
    }

    /// The store holds something already.
    public struct StoreInUse: Error, Hashable, Sendable {}

    /// Fills the store; memory does not grow with the number of people.
    ///
    /// - Parameters:
    ///   - people: how many labourers, at least 1; 247,000 make the whole district.
    ///   - today: the day that the demonstration is shown on.
    ///   - progress: told the people done and the people planned, after each village.
    /// - Throws: ``StoreInUse``; ``StoreFailure``; ``Refusal`` only for a fault of the software.
    @discardableResult
    public static func fill(
        store: any Store, pack: PolicyPack, keeper: any PasswordKeeper, people: Int, seed: UInt64, today: Day,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Made {
        guard try await store.units().isEmpty, try await store.accounts().isEmpty else { throw StoreInUse() }
        let plan = DistrictPlan(people: people, seed: seed, towns: pack.units)
        let days = DistrictDays(today: today, calendar: pack.calendar)
        let units = try await foundUnits(plan, pack, on: days.founded, in: store)
        let accounts = try await openAccounts(units, pack, keeper, days, seed: seed, in: store)
        let setting = try await setting(plan, pack, days, units, accounts, in: store)
        try await writeVillages(setting, to: store, progress)
        var meetings = DistrictMeetings(setting: setting, store: store, dice: Dice(seed: seed, stream: 3))
        try await meetings.write()
        var vacancies = DistrictVacancies(setting: setting, store: store, dice: Dice(seed: seed, stream: 4))
        try await vacancies.write()
        var fairs = DistrictFairs(setting: setting, store: store, dice: Dice(seed: seed, stream: 5))
        try await fairs.write()
        try await lookAhead(setting, in: store)
        return Made(plan: plan, days: days, logins: accounts.logins)
    }

    /// The district, its towns, and the villages of the plan in their order.
    private static func foundUnits(
        _ plan: DistrictPlan, _ pack: PolicyPack, on day: Day, in store: any Store
    ) async throws -> (tree: UnitTree, villages: [Unit]) {
        let empty = Office(
            store: store, pack: pack, tree: UnitTree([]), now: Instant(startOf: day), today: day)
        let units = try await empty.foundDistrict()
        let towns = Dictionary(
            units.map { ($0.code ?? "", $0.id) }, uniquingKeysWith: { first, _ in first })
        let first = try await store.allocate(.unit, count: plan.villages.count)
        let villages = plan.villages.map { village in
            Unit(
                id: UnitID(first + village.place), level: .village, parent: towns[village.town],
                name: village.name, code: village.code, since: day, version: 1)
        }
        var adoption = Change(by: .system, recorded: Instant(startOf: day), answer: .policy)
        let adopted = PolicyEvent.adopted(pack: pack.name, digest: pack.digest)
        adoption.append(.policy(adopted), to: .policy, after: 0, on: day)
        try await store.commitAll(villages.map { Change.founding($0, on: day) } + [adoption])
        return (UnitTree(units + villages), villages)
    }

    private static func openAccounts(
        _ units: (tree: UnitTree, villages: [Unit]), _ pack: PolicyPack, _ keeper: any PasswordKeeper,
        _ days: DistrictDays, seed: UInt64, in store: any Store
    ) async throws -> DemoAccounts {
        let draft = MemoryStore(recordingFrom: [:])
        let office = Office(
            store: draft, pack: pack, tree: units.tree,
            now: Instant(startOf: days.founded).adding(seconds: 8 * 3600), today: days.founded)
        let hash = try await keeper.hash(password)
        var accounts = DemoAccounts(
            tree: units.tree, villages: units.villages, office: office, store: draft,
            keeper: DemoKeeper(real: keeper, hash: hash), dice: Dice(seed: seed, stream: 2))
        try await accounts.open()
        try await store.commitAll(draft.takeRecorded().settled())
        for account in try await draft.accounts() {
            try await store.save(Credential(account: account.id, hash: hash))
        }
        return accounts
    }

    /// Opens the year's rounds and draws the numbers of everybody and everything to come.
    private static func setting(
        _ plan: DistrictPlan, _ pack: PolicyPack, _ days: DistrictDays,
        _ units: (tree: UnitTree, villages: [Unit]), _ accounts: DemoAccounts, in store: any Store
    ) async throws -> DistrictSetting {
        guard let district = units.tree.district, let clerk = accounts.actors["quban"],
            let supervisor = accounts.actors["dudao"]
        else {
            throw StoreFailure.damaged("a district without its clerk")
        }
        let office = Office(
            store: store, pack: pack, tree: units.tree,
            now: Instant(startOf: days.opened).adding(seconds: 9 * 3600), today: days.opened)
        try await office.openRounds(year: days.opened.year, in: district.id, on: days.opened, by: clerk)
        let counts = try await store.surveyCounts(.district, year: days.opened.year, on: days.opened)
        let rounds = Dictionary(
            counts.compactMap { count in count.round.map { (count.village, $0.id) } },
            uniquingKeysWith: { first, _ in first })
        var next = 1
        let firstPeople = plan.villages.map { village in
            defer { next += DistrictSetting.numbers(for: village.people) }
            return next
        }
        for kind in [SubjectKind.person, .household, .assistanceCase] {
            guard try await store.allocate(kind, count: next - 1) == 1 else { throw StoreInUse() }
        }
        return DistrictSetting(
            plan: plan, pack: pack, days: days, tree: units.tree, villages: units.villages,
            rounds: units.villages.compactMap { rounds[$0.id] }, workers: accounts.workers,
            clerks: accounts.clerks, supervisor: supervisor, helpers: try await helpers(accounts, in: store),
            firstPeople: firstPeople,
            firstBatch: try await store.allocate(.batch, count: plan.villages.count))
    }

    private static func helpers(_ accounts: DemoAccounts, in store: any Store) async throws -> DistrictHelpers
    {
        guard let expert = accounts.actors["zhuanjia"], let districtClerk = accounts.actors["quban"],
            let welfareClerk = accounts.actors["gongyi"]
        else { throw StoreFailure.damaged("a district without its experts") }
        return DistrictHelpers(
            aides: accounts.aides, specialists: accounts.specialists, expert: expert,
            districtClerk: districtClerk, welfareClerk: welfareClerk,
            accounts: try await store.accounts())
    }

    /// Works villages out side by side and writes them in their order, a few at a time.
    private static func writeVillages(
        _ setting: DistrictSetting, to store: any Store, _ progress: @Sendable (Int, Int) -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, [Change]).self) { group in
            var (begun, written, people) = (0, 0, 0)
            var ready: [Int: [Change]] = [:]
            while written < setting.villages.count {
                while begun < setting.villages.count, begun < written + atOnce {
                    let place = begun
                    group.addTask { (place, try await changes(of: place, setting)) }
                    begun += 1
                }
                if let (place, changes) = try await group.next() { ready[place] = changes }
                while let changes = ready.removeValue(forKey: written) {
                    try await store.commitAll(changes)
                    people += setting.plan.villages[written].people
                    written += 1
                    progress(people, setting.plan.people)
                }
            }
        }
    }

    /// What the district and its towns themselves owe, told as far ahead as their villages' duties are.
    private static func lookAhead(_ setting: DistrictSetting, in store: any Store) async throws {
        let offices = setting.tree.all.filter { $0.level == .district || $0.level == .town }
        var lists: [DutyList] = []
        for office in offices {
            let found = obligations(
                of: try await store.journal(of: .unit(office.id)), under: setting.pack.owed,
                calendar: setting.pack.calendar,
                through: setting.days.today.adding(days: Office.horizonDays))
            lists.append(
                DutyList(
                    subject: .unit(office.id), unit: office.id, person: nil, hardness: 0, obligations: found))
        }
        try await store.replace(lists)
    }

    /// How many villages lie in memory at a time.
    private static let atOnce = 4

    private static func changes(of place: Int, _ setting: DistrictSetting) async throws -> [Change] {
        var history = VillageHistory(setting, place: place)
        return try await history.run()
    }
}
