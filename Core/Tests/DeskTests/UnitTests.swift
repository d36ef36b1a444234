// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Units: 00.levels, 01.r1")
struct UnitTests {
    private let clerk = Sample.systemAdministrator.actor

    @Test func `a village is founded under a town, with a name that no neighbour bears`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let receipt = try await office.foundUnit(
            .village, in: Sample.yangzhen, name: "新沙岭村", code: nil, on: Sample.today, by: clerk)
        guard case .unit(let id) = receipt.subject else { throw UnexpectedAnswer() }
        let after = try await stage.office()
        #expect(after.tree.path(of: id) == ["顺义区", "杨镇", "新沙岭村"])
        await #expect(throws: Refusal.unitNameTaken("红寺村")) {
            _ = try await after.foundUnit(
                .village, in: Sample.yangzhen, name: "红寺村", code: nil, on: Sample.today, by: clerk)
        }
        // Two towns may each have a village of one name.
        _ = try await after.foundUnit(
            .village, in: Sample.nancai, name: "红寺村", code: nil, on: Sample.today, by: clerk)
        for (level, parent) in [
            (Level.village, Sample.district), (.village, Sample.shaling), (.town, Sample.yangzhen),
        ] {
            await #expect(throws: Refusal.notFound(.unit)) {
                _ = try await after.foundUnit(
                    level, in: parent, name: "某村", code: nil, on: Sample.today, by: clerk)
            }
        }
        await #expect(throws: Refusal.nameMissing) {
            _ = try await after.foundUnit(
                .village, in: Sample.nancai, name: "", code: nil, on: Sample.today, by: clerk)
        }
    }

    @Test func `a renamed village is found under both names`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        await #expect(throws: Refusal.nothingChanged) {
            _ = try await office.renameUnit(
                Sample.shaling, version: 1, to: "沙岭村", on: Sample.today, by: clerk)
        }
        await #expect(throws: Refusal.unitNameTaken("红寺村")) {
            _ = try await office.renameUnit(
                Sample.shaling, version: 1, to: "红寺村", on: Sample.today, by: clerk)
        }
        await #expect(throws: StoreFailure.conflict(.unit(Sample.shaling))) {
            _ = try await office.renameUnit(
                Sample.shaling, version: 0, to: "沙岭社区", on: Sample.today, by: clerk)
        }
        _ = try await office.renameUnit(
            Sample.shaling, version: 1, to: "沙岭社区", on: Sample.today, by: clerk)
        let tree = try await stage.office().tree
        #expect(tree.named("沙岭村", level: .village).map(\.id) == [Sample.shaling])
        #expect(tree.named("沙岭社区", level: .village).map(\.id) == [Sample.shaling])
    }

    @Test func `only an empty unit is closed, and nobody enters it afterwards`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        await #expect(throws: Refusal.unitNotEmpty(people: 2)) {
            _ = try await office.closeUnit(
                Sample.hongsi, version: 1, reason: "拆迁", on: Sample.today, by: clerk)
        }
        await #expect(throws: Refusal.unitHasUnits(2)) {
            _ = try await office.closeUnit(
                Sample.yangzhen, version: 1, reason: "撤镇", on: Sample.today, by: clerk)
        }
        for member in [Sample.liuChanghe, Sample.liuYumei] {
            _ = try await office.movePerson(
                member.id, version: 1, to: Sample.shaling, household: "90", reason: "拆迁",
                on: Sample.today, by: Sample.hongsiWorker.actor)
        }
        _ = try await office.closeUnit(
            Sample.hongsi, version: 1, reason: "拆迁", on: Sample.today, by: clerk)
        let tomorrow = try await stage.office(on: Sample.today.adding(days: 1))
        await #expect(throws: Refusal.unitClosed) {
            _ = try await tomorrow.movePerson(
                Sample.liuYumei.id, version: 2, to: Sample.hongsi, household: "3", reason: "迁回",
                on: Sample.today, by: Sample.shalingWorker.actor)
        }
        #expect(
            try await stage.store.surveyCounts(
                .town(Sample.yangzhen), year: 2026, on: tomorrow.today
            ).map(\.village) == [Sample.shaling])
        _ = try await tomorrow.restoreUnit(
            Sample.hongsi, version: 2, reason: "撤销有误", on: tomorrow.today, by: clerk)
        #expect(try await stage.office().tree[Sample.hongsi]?.until == nil)
    }

    @Test func `01.r1: a merger moves homes, people, cases, duties and survey, and misses nobody`()
        async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds(village: Sample.hongsi)
        try await stage.survey(Sample.liuChanghe, in: round, by: Sample.hongsiWorker)
        try await stage.list(Sample.liuYumei, by: Sample.hongsiWorker)
        // 红寺村 has a household 3, and now 沙岭村 has one as well.
        _ = try await stage.office().movePerson(
            Sample.chenJing.id, version: 1, to: Sample.shaling, household: "3", reason: "换房",
            on: Sample.today, by: Sample.shalingWorker.actor)
        let later = try day("2026-03-04")
        let office = try await stage.office(on: later)
        let preview = try await office.previewMerger(of: Sample.hongsi, into: Sample.shaling, by: clerk)
        #expect(preview == MergerPreview(people: 2, households: 1, cases: 1, clashes: ["3"]))
        _ = try await office.mergeVillages(
            Sample.hongsi, version: 1, into: Sample.shaling, on: later, by: clerk)
        #expect(try await stage.person(Sample.liuYumei).village == Sample.shaling)
        #expect(try await stage.liveCase(Sample.liuYumei).village == Sample.shaling)
        let home = try #require(try await stage.store.household(Sample.household(of: Sample.liuYumei)))
        #expect(home.number == "红寺村3")
        #expect(try await stage.store.people(of: Sample.hongsi).isEmpty)
        let count = try await stage.count(.shaling, on: later)
        #expect([count.roll, count.surveyed] == [9, 1])
        let next = try await stage.office(on: try day("2026-03-05"))
        let list = try await next.worklist(span: .all, by: Sample.shalingWorker.actor)
        #expect(list.rows.compactMap(\.name) == ["刘玉梅"])
        #expect(try await stage.store.duties(of: .round(round)).isEmpty)
        #expect(try await next.rederiveDuties().differences.isEmpty)
    }

    @Test func `01.r1: restoring a village moves back those whom the merger moved, and only them`()
        async throws
    {
        let stage = try await Stage.set()
        let round = try await stage.openRounds(village: Sample.hongsi)
        try await stage.list(Sample.liuYumei, by: Sample.hongsiWorker)
        let before = try await stage.store.duties(of: .round(round))
        // Both villages have a household 3, so that the merger renumbers one.
        _ = try await stage.office().movePerson(
            Sample.chenJing.id, version: 1, to: Sample.shaling, household: "3", reason: "换房",
            on: Sample.today, by: Sample.shalingWorker.actor)
        // 于洋 went from the one to the other by herself before the merger.
        var facts = PersonFacts(name: Sample.name("于洋"))
        facts.sex = .female
        let early = try await stage.office().enterPerson(
            Arrival(facts: facts, village: Sample.hongsi, household: "8"), on: Sample.today,
            by: Sample.hongsiWorker.actor)
        guard case .person(let yuYang) = early.subject else { throw UnexpectedAnswer() }
        let moved = try day("2026-03-03")
        _ = try await stage.office(on: moved).movePerson(
            yuYang, version: 1, to: Sample.shaling, household: "8", reason: "搬家", on: moved,
            by: Sample.hongsiWorker.actor)
        let merged = try day("2026-03-04")
        _ = try await stage.office(on: merged).mergeVillages(
            Sample.hongsi, version: 1, into: Sample.shaling, on: merged, by: clerk)
        // 刘长河 goes elsewhere by himself in the meantime.
        let version = try await stage.person(Sample.liuChanghe).version
        _ = try await stage.office(on: merged).movePerson(
            Sample.liuChanghe.id, version: version, to: Sample.shaling, household: "12", reason: "投亲",
            on: merged, by: Sample.shalingWorker.actor)
        let restored = try day("2026-03-06")
        _ = try await stage.office(on: restored).restoreUnit(
            Sample.hongsi, version: 2, reason: "合并有误", on: restored, by: clerk)
        #expect(try await stage.person(Sample.liuYumei).village == Sample.hongsi)
        #expect(try await stage.liveCase(Sample.liuYumei).village == Sample.hongsi)
        let home = try #require(try await stage.store.household(Sample.household(of: Sample.liuYumei)))
        #expect(home.village == Sample.hongsi)
        #expect(home.number == "3")
        #expect(try await stage.store.person(yuYang)?.village == Sample.shaling)
        for member in Sample.cast(of: Sample.shaling) + [Sample.liuChanghe] {
            #expect(try await stage.person(member).village == Sample.shaling)
        }
        #expect(try await stage.store.duties(of: .round(round)) == before)
        await #expect(throws: Refusal.nothingChanged) {
            _ = try await stage.office(on: restored).restoreUnit(
                Sample.hongsi, version: 3, reason: "再来", on: restored, by: clerk)
        }
    }

    @Test func `a village merges with a neighbour of its own town only, once, and not with itself`()
        async throws
    {
        let stage = try await Stage.set()
        func merge(_ target: UnitID, version: Int = 1) async throws {
            _ = try await stage.office(on: try day("2026-03-04")).mergeVillages(
                Sample.hongsi, version: version, into: target, on: Sample.today, by: clerk)
        }
        await #expect(throws: Refusal.sameUnit) { try await merge(Sample.hongsi) }
        await #expect(throws: Refusal.differentTown) { try await merge(Sample.taiping) }
        await #expect(throws: Refusal.villageUnknown) { try await merge(Sample.yangzhen) }
        await #expect(throws: StoreFailure.conflict(.unit(Sample.hongsi))) {
            try await merge(Sample.shaling, version: 5)
        }
        try await merge(Sample.shaling)
        await #expect(throws: Refusal.unitClosed) { try await merge(Sample.shaling, version: 2) }
    }

    @Test func `somebody who left before the merger comes back to the village that took theirs over`()
        async throws
    {
        let stage = try await Stage.set()
        _ = try await stage.office().leaveRoll(
            Sample.liuYumei.id, version: 1, reason: .movedOut, note: "", on: Sample.today,
            by: Sample.hongsiWorker.actor)
        _ = try await stage.office().mergeVillages(
            Sample.hongsi, version: 1, into: Sample.shaling, on: Sample.today, by: clerk)
        let later = try day("2026-03-09")
        _ = try await stage.office(on: later).returnToRoll(
            Sample.liuYumei.id, version: 2, reason: "迁回", on: later, by: Sample.shalingWorker.actor)
        #expect(try await stage.person(Sample.liuYumei).village == Sample.shaling)
    }
}
