// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Foundation
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("援助对象: the desks of the three levels, 03.w1, 06.w1, 11.w1")
struct CaseListTests {
    @Test func `06.w1: the town sees who waits to be received, receives from the list and is back on it`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTownsDoor(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let list = try await clerk.get("/cases")
        #expect(list.status == 200)
        #expect(list.text.contains("待接收（1人）"))
        #expect(list.text.contains("/cases/\(id.number)/file"))
        #expect(list.text.contains("/cases/\(id.number)/acts/hand-back?from=cases"))
        let form = try await clerk.get("/cases/\(id.number)/acts/receive?from=cases")
        #expect(form.hidden("from") == "cases")
        let answer = try await clerk.post(
            "/cases/\(id.number)/acts/receive",
            form: [
                "day": "2026-03-02", "account": "\(Sample.yangzhenClerk.id.number)", "from": "cases",
                "version": try #require(form.hidden("version")),
            ])
        #expect(answer.location == "/cases")
        let after = try await clerk.get("/cases").text
        #expect(!after.contains("待接收（"))
        #expect(after.contains("王秀兰"))
        #expect(after.contains("韩雪梅（临时）"))
    }

    @Test func `06.w1: another town neither sees nor receives what was not handed to it`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTownsDoor(Sample.wangXiulan)
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(!(try await other.get("/cases?stage=all").text.contains("王秀兰")))
        #expect(try await other.get("/cases?unit=\(Sample.yangzhen.number)").status == 403)
        #expect(try await other.get("/cases/\(id.number)/acts/receive").status == 403)
    }

    @Test func `06.w1: the village reads where its case went, without the buttons of the town`() async throws
    {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTownsDoor(Sample.wangXiulan)
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let list = try await worker.get("/cases").text
        #expect(list.contains("待镇级接收"))
        #expect(!list.contains("/cases/\(id.number)/acts/receive"))
    }

    @Test func `11.w1: the district receives what the town handed up`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atDistrictsDoor(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .districtClerk)
        let list = try await clerk.get("/cases").text
        #expect(list.contains("待接收（1人）"))
        #expect(list.contains("/cases/\(id.number)/acts/receive?from=cases"))
    }

    @Test func `03.w1: a specialist's desk holds the own cases only, all on request`() async throws {
        let desk = try await CaseTestDesk()
        let mine = try await desk.atTown(Sample.wangXiulan)
        _ = try await desk.atTown(Sample.liJianguo)
        try await desk.act(
            .handover(.consulted(Opinion(attendants: "韩雪梅", words: "同意", decision: "家政方向"))), in: mine,
            by: Sample.yangzhenClerk)
        _ = try await desk.office.assign(
            Sample.specialist.id, at: .town, in: mine, version: try await desk.found(mine).version,
            on: Sample.today, by: Sample.yangzhenClerk.actor)
        let specialist = try await desk.site.signedIn(as: .specialist)
        let own = try await specialist.get("/cases").text
        #expect(own.contains("我负责的援助对象"))
        #expect(own.contains("王秀兰"))
        #expect(!own.contains("李建国"))
        let all = try await specialist.get("/cases?who=all&stage=town").text
        #expect(all.contains("李建国"))
    }

    @Test func `00.goal: a list by goal holds exactly those who came so far`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        #expect(try await worker.get("/cases?goal=2").text.contains("王秀兰"))
        #expect(!(try await worker.get("/cases?goal=3").text.contains("王秀兰")))
        #expect(try await worker.get("/cases?goal=9&stage=nonsense").status == 200)
    }

    @Test func `03.r1, 07.r1: the poorest and most urgent stand first, whatever their names`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atTown(Sample.liJianguo, as: .two)
        _ = try await desk.atTown(Sample.zhaoDefu, as: .three)
        _ = try await desk.atTown(Sample.wangXiulan, as: .four)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let list = try await clerk.get("/cases").text
        let places = try ["王秀兰", "赵德福", "李建国"].map {
            try #require(list.range(of: ">\($0)</a>")).lowerBound
        }
        #expect(places == places.sorted())
        #expect(list.contains("最困难、最急的排在前面"))
    }
}
