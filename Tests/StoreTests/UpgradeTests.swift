// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Seals
import StoreSQL
import StoreSQLite
import Testing

/// The store of the baseline holds: 1 王秀兰 with visits, one withdrawn; 2 李建国, ended as stable and begun anew;
/// 3 ended as stable; 4 moved out; 5 whose ending was withdrawn; 6 just listed.
@Suite("升级 upgrade: a store of the first schema comes along whole")
struct UpgradeTests {
    private func expectSound(_ store: SQLiteStore, _ place: SourceLocation = #_sourceLocation) async throws {
        #expect(try await store.verify() == [], sourceLocation: place)
    }

    /// Each step from the baseline on may be where a store was left.
    @Test(arguments: Migration.all.map(\.number).filter { $0 >= Migration.baseline })
    func `a store of a former step is sound in the present one`(number: Int) async throws {
        let shelf = try Shelf.ofBaseline()
        let keys = try KeyFile.open(shelf.keyPath)
        let old = try await SQLiteStore.open(
            folder: shelf.data, keys: keys, names: Sample.names, through: number)
        try old.close()
        #expect(try shelf.number("SELECT max(number) FROM migration") == number)
        let new = try await shelf.open()
        try await expectSound(new)
        #expect(try await new.person(Sample.wangXiulan.id)?.survey?.round == RoundID(1))
        let query = PersonQuery(search: .name("秀兰"), scope: .district)
        #expect(try await new.find(query, after: nil, limit: 5).rows.map(\.id) == [Sample.wangXiulan.id])
        let upgraded = try await new.schema()
        try new.close()
        let fresh = try await Shelf().open()
        #expect(try await fresh.schema() == upgraded)
        try fresh.close()
    }

    @Test func `00.goal old cases stand where their journals say`() async throws {
        let store = try await Shelf.ofBaseline().open()
        defer { try? store.close() }
        let expected: [(id: Int, stage: CaseStage, goal: GoalStep)] = [
            (1, .listed, .appeared), (2, .listed, .appeared), (3, .ended, .appeared), (4, .ended, .appeared),
            (5, .listed, .appeared), (6, .listed, .appeared),
        ]
        for (id, stage, goal) in expected {
            let found = try #require(try await store.assistanceCase(CaseID(id)))
            #expect(found.stage == stage && found.goal == goal, "\(id)")
        }
        let counts = try await store.caseCounts(.district)
        #expect(counts.filter { $0.stage == .listed }.reduce(0) { $0 + $1.count } == 4)
        let stable = counts.filter { $0.stage == .ended }
        #expect(stable.map(\.village) == [Sample.qianfengbo] && stable.map(\.count) == [1])
        let gone = CaseQuery(scope: .district, stages: [.ended])
        let ended = try await store.cases(gone, after: nil, limit: 9).rows
        #expect(Set(ended.map(\.assistanceCase.id.number)) == [3, 4])
        let again = try #require(try await store.assistanceCase(CaseID(2)))
        #expect(again.care.number == 2 && again.care.holder == nil)
        #expect(try await store.caseloads(.district).isEmpty)
    }

    @Test func `old duties fall to whole offices and old accounts have no leave, pass or calendar`()
        async throws
    {
        let store = try await Shelf.ofBaseline().open()
        defer { try? store.close() }
        let day = Sample.today.adding(days: 40)
        let query = WorkQuery(scope: .district, owners: Set(Owner.allCases))
        let rows = try await store.work(query, today: day, after: nil, limit: 50).rows
        #expect(!rows.isEmpty && rows.allSatisfy { $0.account == nil })
        let owed = try await store.owed(.district, today: day)
        #expect(owed.reduce(0) { $0 + $1.late } == owed.reduce(0) { $0 + $1.unassigned })
        let account = try #require(try await store.account(Sample.aide.id))
        #expect(account.isDisabled && account.name == "宋佳佳" && account.version == 4)
        #expect(account.leave == nil && account.passes.isEmpty && account.feed == nil)
    }

    @Test func `an upgraded store is worked on and stays sound`() async throws {
        let shelf = try Shelf.ofBaseline()
        let store = try await shelf.open()
        var found = try #require(try await store.assistanceCase(CaseID(1)))
        let helper = Assignment(level: .village, account: Sample.shalingWorker.id, name: "张海燕")
        for event in [
            CaseEvent.recognition(.recognised(number: "1", note: "")), .aid(.ownerAssigned(helper)),
        ] {
            _ = try await store.commit(Changes.acting(event, on: found))
            found = try #require(try await store.assistanceCase(CaseID(1)))
        }
        let ended = try #require(try await store.assistanceCase(CaseID(3)))
        _ = try await store.commit(Changes.acting(.reopened(reason: "", level: nil), on: ended))
        var account = try #require(try await store.account(Sample.expert.id))
        let leave = Leave(
            from: Sample.today, through: Sample.today, coveredBy: Sample.districtClerk.id, reason: "")
        var change = Changes.blank(.account(account.id))
        change.append(.account(.leaveSet(leave)), to: .account(account.id), after: 1, on: Sample.today)
        account.apply(.leaveSet(leave))
        change.states.append(.account(account))
        _ = try await store.commit(change)
        try await store.replace([
            DutyList(
                subject: .assistanceCase(CaseID(1)), unit: Sample.shaling, person: found.person, hardness: 3,
                accounts: [.aide: Sample.shalingWorker.id],
                obligations: [Changes.duty("a", due: Sample.today, owner: .aide)])
        ])
        #expect(try await store.caseload(of: Sample.shalingWorker.id).map(\.id) == [CaseID(1)])
        try await expectSound(store)
        try store.close()
        let again = try await shelf.open()
        try await expectSound(again)
        #expect(try await again.account(Sample.expert.id)?.leave == leave)
        let query = CaseQuery(scope: .district, goal: .recognised)
        #expect(
            try await again.cases(query, after: nil, limit: 9).rows.map(\.assistanceCase.id) == [CaseID(1)])
        try again.close()
    }

    @Test func `the upgrade mends no row that somebody altered before it`() async throws {
        let shelf = try Shelf.ofBaseline()
        try shelf.alter(["UPDATE assistance_case SET categories = 1 WHERE id = 1"])
        let store = try await shelf.open()
        defer { try? store.close() }
        let fault = IntegrityFault.differentState(.assistanceCase(CaseID(1)), columns: ["categories"])
        #expect(try await store.verify().contains(fault))
    }

    @Test func `a journal that does not read leaves the store at its former step`() async throws {
        let shelf = try Shelf.ofBaseline()
        try shelf.alter([
            "DROP TRIGGER journal_no_update",
            "UPDATE journal SET payload = x'00' WHERE subject_kind = 'case' AND subject = 2 AND act = 3",
        ])
        await #expect(throws: StoreFailure.self) { try await shelf.open() }
        #expect(try shelf.number("SELECT max(number) FROM migration") == Migration.baseline)
    }
}
