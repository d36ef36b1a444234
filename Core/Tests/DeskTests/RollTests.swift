// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("The roll lives: 01.w1, 01.r1, 02.r3")
struct RollTests {
    private static func newcomer(_ name: String = "于洋", sequence: Int = 80) -> PersonFacts {
        var facts = Sample.wangXiulan.facts
        facts.name = Sample.name(name)
        facts.born = Sample.day(1991, 4, 4)
        facts.identity = .valid(
            Sample.identity(born: Sample.day(1991, 4, 4), sex: .female, sequence: sequence))
        facts.mobile = Sample.mobile(80)
        return facts
    }

    @Test func `01.r1: an arrival is on the roll and in the survey at once`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let receipt = try await office.enterPerson(
            Arrival(facts: Self.newcomer(), village: Sample.shaling, household: "12"), on: Sample.today,
            by: Sample.shalingWorker.actor)
        guard case .person(let id) = receipt.subject else { throw UnexpectedAnswer() }
        let person = try #require(try await stage.store.person(id))
        #expect(person.household == Sample.household(of: Sample.wangXiulan))
        #expect(person.isOnRoll)
        #expect(try await stage.count(.shaling).missing == 8)
    }

    @Test func `an arrival without household number, or whose ID number is known, is refused`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        func enter(_ facts: PersonFacts, household: String = "12", village: UnitID = Sample.shaling)
            async throws
        {
            _ = try await office.enterPerson(
                Arrival(facts: facts, village: village, household: household), on: Sample.today, by: worker)
        }
        await #expect(throws: Refusal.householdMissing) { try await enter(Self.newcomer(), household: "") }
        await #expect(throws: Refusal.identityOnRoll(Sample.liuYumei.id)) {
            try await enter(Sample.liuYumei.facts)
        }
        for unit in [Sample.yangzhen, UnitID(99)] {
            await #expect(throws: Refusal.villageUnknown) {
                try await enter(Self.newcomer(), village: unit)
            }
        }
        _ = try await office.leaveRoll(
            Sample.chenJing.id, version: 1, reason: .movedOut, note: "", on: Sample.today, by: worker)
        await #expect(throws: Refusal.identityInArchive(Sample.chenJing.id)) {
            try await enter(Sample.chenJing.facts)
        }
    }

    @Test func `02.r3: a correction keeps the old value in the journal and says what it changes`()
        async throws
    {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        var facts = Sample.wangXiulan.facts
        facts.hasAllowance = true
        facts.born = Sample.day(1992, 5, 18)
        let preview = try await office.previewCorrection(of: Sample.wangXiulan.id, facts: facts, by: worker)
        #expect(preview.fields == [.born, .hasAllowance])
        #expect(preview.added == [.allowance])
        #expect(preview.dropped == [.ageBand])
        #expect(try await stage.person(Sample.wangXiulan).version == 1)
        _ = try await office.correctPerson(
            Sample.wangXiulan.id, version: 1, facts: facts, reason: "与户口本核对", on: Sample.today, by: worker)
        #expect(try await stage.person(Sample.wangXiulan).facts == facts)
        let history = try await stage.store.history(of: .person(Sample.wangXiulan.id))
        guard case .person(.entered(let before, _, _, _))? = history.first?.event else {
            throw UnexpectedAnswer()
        }
        #expect(before == Sample.wangXiulan.facts)
    }

    @Test func `a correction is refused without reason or change, with another's number, and when stale`()
        async throws
    {
        let stage = try await Stage.set()
        let office = try await stage.office()
        func correct(
            version: Int = 1, reason: String = "核对", _ change: (inout PersonFacts) -> Void
        ) async throws {
            var facts = Sample.wangXiulan.facts
            change(&facts)
            _ = try await office.correctPerson(
                Sample.wangXiulan.id, version: version, facts: facts, reason: reason, on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.nothingChanged) { try await correct { _ in } }
        await #expect(throws: Refusal.reasonMissing) { try await correct(reason: "") { $0.isUrgent = true } }
        await #expect(throws: Refusal.identityOnRoll(Sample.chenJing.id)) {
            try await correct { $0.identity = Sample.chenJing.facts.identity }
        }
        await #expect(throws: StoreFailure.conflict(.person(Sample.wangXiulan.id))) {
            try await correct(version: 2) { $0.isUrgent = true }
        }
    }

    @Test func `01.r1: whoever moves takes case, duties and survey along`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.survey(Sample.sunGuifang, in: round)
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        let version = try await stage.person(Sample.sunGuifang).version
        _ = try await stage.office().movePerson(
            Sample.sunGuifang.id, version: version, to: Sample.taiping, household: "77", reason: "随子女居住",
            on: Sample.today, by: Sample.shalingWorker.actor)
        let person = try await stage.person(Sample.sunGuifang)
        #expect(person.village == Sample.taiping)
        #expect(try await stage.store.household(person.household)?.number == "77")
        let moved = try await stage.liveCase(Sample.sunGuifang)
        #expect(moved.id == found.id)
        #expect(moved.village == Sample.taiping)
        let office = try await stage.office()
        func names(_ account: Account) async throws -> [String] {
            try await office.worklist(span: .all, rule: "visit.class4", by: account.actor).rows
                .compactMap(\.name)
        }
        #expect(try await names(Sample.shalingWorker).isEmpty)
        #expect(try await names(Sample.taipingWorker) == ["孙桂芳"])
        // Asked in one village, counted as asked in the other.
        let count = try await stage.count(Sample.taiping)
        #expect([count.roll, count.surveyed] == [2, 1])
        let ledger = try await office.ledger(nil, in: nil, after: nil, by: Sample.taipingWorker.actor)
        #expect(ledger.rows.map(\.person.name) == ["孙桂芳"])
    }

    @Test func `a move within the village changes the household alone, and a move nowhere is refused`()
        async throws
    {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        func move(_ number: String, to village: UnitID = Sample.shaling) async throws {
            let person = try await stage.person(Sample.zhaoXiaopeng)
            _ = try await office.movePerson(
                person.id, version: person.version, to: village, household: number, reason: "投亲",
                on: Sample.today, by: worker)
        }
        await #expect(throws: Refusal.sameUnit) { try await move("41") }
        await #expect(throws: Refusal.householdMissing) { try await move("") }
        await #expect(throws: Refusal.villageUnknown) { try await move("1", to: Sample.nancai) }
        try await move("12")
        #expect(
            try await stage.person(Sample.zhaoXiaopeng).household == Sample.household(of: Sample.wangXiulan))
    }

    @Test func `00.c07: a household split is looked at by itself`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.hongsiWorker.actor
        let home = Sample.household(of: Sample.liuYumei)
        func split(_ members: [PersonID: Int], _ number: String) async throws {
            _ = try await office.splitHousehold(
                home, members: members, number: number, address: "", reason: "分户", on: Sample.today,
                by: worker)
        }
        await #expect(throws: Refusal.householdTaken("3")) { try await split([Sample.liuYumei.id: 1], "3") }
        await #expect(throws: Refusal.nothingChanged) { try await split([:], "4") }
        await #expect(throws: Refusal.nothingChanged) {
            try await split([Sample.liuYumei.id: 1, Sample.liuChanghe.id: 1], "4")
        }
        await #expect(throws: Refusal.personNotOnRoll) { try await split([Sample.fengTing.id: 1], "4") }
        await #expect(throws: StoreFailure.conflict(.person(Sample.liuYumei.id))) {
            try await split([Sample.liuYumei.id: 3], "4")
        }
        try await split([Sample.liuYumei.id: 1], "4")
        let person = try await stage.person(Sample.liuYumei)
        #expect(person.household != home)
        let categories = try await office.proposal(for: person, on: Sample.today).district.map(\.category)
        #expect(categories.contains(.zeroEmployment))
        #expect(!categories.contains(.farmingOnly))
    }
}
