// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("The worklist: 01.w4, 01.r4")
struct WorklistTests {
    @Test func `the hardest comes first, then what is due first`() async throws {
        let stage = try await Stage.set()
        try await stage.list(Sample.wangXiulan, as: .three)
        try await stage.list(Sample.sunGuifang, as: .four)
        try await stage.list(Sample.chenJing, as: .one)
        let list = try await stage.office().worklist(span: .all, by: Sample.shalingWorker.actor)
        #expect(list.rows.map(\.name) == ["孙桂芳", "王秀兰", "陈静"])
        #expect(list.rows.map(\.hardness) == [4, 3, 1])
    }

    @Test(arguments: [
        ("2026-03-14", [0, 0, 1, 1]), ("2026-03-15", [0, 1, 0, 1]), ("2026-03-16", [1, 0, 0, 2]),
        ("2026-03-08", [0, 0, 1, 1]), ("2026-03-07", [0, 0, 0, 1]), ("2026-03-24", [1, 0, 1, 2]),
        ("2026-03-23", [1, 0, 0, 2]),
    ])
    func `01.w4: overdue, today, the next seven days, and all whose window has begun`(
        on text: String, counts: [Int]
    ) async throws {
        // Due on 15 March and on 31 March; the second window opens on the 16th.
        let stage = try await Stage.set()
        try await stage.list(Sample.sunGuifang, as: .four)
        let office = try await stage.office(on: try day(text))
        let count = try await office.workCount(by: Sample.shalingWorker.actor)
        #expect([count.overdue, count.today, count.week, count.all] == counts)
        for (span, expected) in zip(WorkSpan.allCases, counts) {
            let list = try await office.worklist(span: span, by: Sample.shalingWorker.actor)
            #expect(list.rows.count == expected)
        }
    }

    @Test func `01.r4: a list of one rule, page by page`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        for member in [Sample.wangXiulan, Sample.liJianguo, Sample.sunGuifang] {
            try await stage.list(member)
        }
        let office = try await stage.office()
        _ = try await office.submitLedger(
            of: round, version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        var names: [String] = []
        var cursor: Cursor?
        repeat {
            let page = try await office.worklist(
                span: .all, rule: "register.escort", after: cursor, limit: 2, by: Sample.shalingWorker.actor)
            names += page.rows.compactMap(\.name)
            cursor = page.next
        } while cursor != nil
        #expect(names.first == "孙桂芳")
        #expect(Set(names) == ["王秀兰", "李建国", "孙桂芳"])
        #expect(names.count == 3)
    }

    @Test func `00.levels: an office sees what it owes itself, and a supervisor what everybody owes`()
        async throws
    {
        let stage = try await Stage.set()
        try await stage.list(Sample.sunGuifang, as: .four)
        let office = try await stage.office()
        #expect(try await office.workCount(by: Sample.shalingWorker.actor).all == 1)
        #expect(try await office.workCount(by: Sample.hongsiWorker.actor).all == 0)
        #expect(try await office.workCount(by: Sample.yangzhenClerk.actor).all == 0)
        // The district owes the year's rounds.
        #expect(try await office.workCount(by: Sample.districtClerk.actor).all == 1)
        #expect(try await office.workCount(by: Sample.supervisor.actor).all == 2)
        #expect(try await office.workCount(by: Sample.securityAdministrator.actor).all == 0)
    }

    @Test func `a village sees how far its survey has come`() async throws {
        let stage = try await Stage.set()
        #expect(
            try await stage.office().worklist(span: .all, by: Sample.shalingWorker.actor).survey == nil)
        try await stage.openRounds()
        let list = try await stage.office().worklist(span: .all, by: Sample.shalingWorker.actor)
        #expect(list.survey?.missing == 7)
        #expect(list.rows.map(\.obligation.rule.name) == ["survey.round"])
        let overview = try await stage.office().surveyOverview(year: 2026, by: Sample.yangzhenClerk.actor)
        #expect(overview.villages.map(\.village.id) == [Sample.shaling, Sample.hongsi])
        #expect(overview.total?.roll == 9)
    }
}
