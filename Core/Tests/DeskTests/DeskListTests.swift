// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("On whose list a duty stands: 06.w1, 10.r2, 00.goal")
struct DeskListTests {
    private func rows(_ desk: CaseDesk, _ rule: String, _ account: Account, ofAll: Bool = false) async throws
        -> Int
    {
        try await desk.office().worklist(span: .all, rule: rule, ofAll: ofAll, by: account.actor).rows.count
    }

    @Test func `10.r2: what falls to the clerk as interim owner stands on the clerk's own list`() async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.handUp()
        #expect(try await rows(desk, "town.two", Sample.yangzhenClerk) == 1)
        #expect(try await rows(desk, "town.two", Sample.specialist) == 0)
        #expect(try await rows(desk, "town.two", Sample.specialist, ofAll: true) == 1)
        #expect(try await rows(desk, "town.two", Sample.nancaiClerk, ofAll: true) == 0)
        #expect(try await rows(desk, "town.two", Sample.shalingWorker, ofAll: true) == 0)
    }

    @Test func `00.goal: the counters of a unit are those of its villages`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(Sample.wangXiulan)
        try await desk.recognise(Sample.liJianguo)
        try await desk.stage.list(Sample.sunGuifang)
        let office = try await desk.office()
        for unit in [Sample.district, Sample.yangzhen, Sample.shaling] {
            let figures = try await office.goalFigures(of: unit, by: Sample.supervisor.actor)
            #expect(GoalStep.allCases.map(figures.total.reached) == [3, 2, 1, 0])
            #expect(GoalStep.allCases.map(figures.total.stayed) == [1, 1, 1, 0])
        }
        let other = try await office.goalFigures(of: Sample.nancai, by: Sample.supervisor.actor)
        #expect(other.total.reached(.appeared) == 0)
        await #expect(throws: Refusal.notAllowed(.seeFigures)) {
            _ = try await office.goalFigures(of: Sample.nancai, by: Sample.yangzhenClerk.actor)
        }
    }

    @Test func `late help without anybody by name is told apart from an office's own lateness`() async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.recognise(Sample.wangXiulan)
        let late = Sample.today.adding(days: 10)
        let actor = Sample.supervisor.actor
        let before = try await desk.office(on: late).supervision(of: Sample.shaling, by: actor)
        #expect(before.total.unassigned == 1)
        let list = try await desk.office(on: late).owedWork(
            span: .overdue, in: Sample.shaling, isUnassigned: true, by: actor)
        #expect(list.rows.map(\.obligation.rule.name) == ["first.vacancy"])
        let found = try await desk.found(Sample.wangXiulan)
        _ = try await desk.office().assign(
            Sample.aide.id, at: .village, in: found.id, version: found.version, on: Sample.today,
            by: Sample.shalingWorker.actor)
        let after = try await desk.office(on: late).supervision(of: Sample.shaling, by: actor)
        #expect(after.total.unassigned == 0)
        #expect(after.total.late >= before.total.late)
    }

    @Test func `a calendar's address is opened, renewed and closed by its own worker alone`() async throws {
        let desk = try await CaseDesk.set()
        let office = try await desk.office()
        _ = try await office.openFeed(digest: "one", by: Sample.aide.actor)
        _ = try await office.openFeed(digest: "two", by: Sample.aide.actor, once: OnceKey("form"))
        #expect(
            try await office.openFeed(digest: "three", by: Sample.aide.actor, once: OnceKey("form")).isRepeat)
        #expect(try await desk.store.account(Sample.aide.id)?.feed == "two")
        _ = try await office.closeFeed(by: Sample.aide.actor)
        #expect(try await desk.store.account(Sample.aide.id)?.feed == nil)
        await #expect(throws: Refusal.nothingChanged) {
            _ = try await office.closeFeed(by: Sample.aide.actor)
        }
        await #expect(throws: Refusal.notAllowed(.seePeople)) {
            _ = try await office.openFeed(digest: "x", by: Sample.auditAdministrator.actor)
        }
    }
}
