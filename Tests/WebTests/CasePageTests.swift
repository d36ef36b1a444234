// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web
import Wording

@Suite("The page of a case: its map, what can be done by whom, what is due")
struct CasePageTests {
    @Test func `00.levels the map has nineteen steps: five green, nine yellow, five red`() async throws {
        let desk = try await OneCaseDesk()
        let page = try await desk.page(as: Sample.shalingWorker)
        #expect(page.status == 200)
        for (colour, count) in [("green", 5), ("yellow", 9), ("red", 5)] {
            #expect(page.text.matches(of: try Regex("<li class=\"step \(colour) ")).count == count)
        }
        #expect(page.text.contains("<li class=\"step green now\" aria-current=\"step\">"))
        #expect(page.text.contains("村级 · 进行中"))
    }

    @Test func `00.levels a step is done, current, ahead or spared by what happened`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.handUp()
        let map = try await desk.found.map(
            of: desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents)
        let states = Dictionary(uniqueKeysWithValues: map.map { ($0.step, $0.state) })
        #expect(states[.survey] == .done)
        #expect(states[.recognition] == .current)
        #expect(states[.villageVacancies] == .done)
        // The village gave no guidance before it handed up.
        #expect(states[.entryGuidance] == .spared)
        #expect(states[.consultation] == .current)
        #expect(states[.guidance] == .ahead)
        #expect(states[.panel] == .ahead)
    }

    @Test func `00.levels what another level does is not offered but named`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let link = "/cases/\(desk.id.number)/acts/"
        let village = try await desk.page(as: Sample.shalingWorker)
        #expect(village.text.contains(link + "recommend?"))
        #expect(!village.text.contains(link + "enter-register"))
        #expect(village.text.contains("由别的单位办理"))
        let town = try await desk.page(as: Sample.yangzhenClerk)
        #expect(town.text.contains(link + "enter-register?"))
        #expect(!town.text.contains(link + "recommend?"))
    }

    @Test func `an act that cannot be done stands with its reason and clause`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let page = try await desk.page(as: Sample.yangzhenClerk)
        #expect(page.text.contains("暂时不能办的"))
        let obstacle = try #require(
            try await desk.found.possibleActs(on: Sample.today, numbers: ProcedureNumbers())
                .first { $0.act == .issueCard }?.refusal)
        #expect(page.text.contains("<td data-title=\"原因\">\(obstacle.sentence)</td>"))
    }

    @Test func `03.w1 the aide's name stands in the head, and nobody's before`() async throws {
        let desk = try await OneCaseDesk()
        #expect(try await desk.page(as: Sample.shalingWorker).text.contains("未确定"))
        try await desk.recognise()
        #expect(try await desk.page(as: Sample.shalingWorker).text.contains("<dd>宋佳</dd>"))
    }

    @Test func `04.r2 a worse mood is shown, and no longer when it is better again`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        #expect(!(try await desk.page(as: Sample.aide).text.contains("情绪变差")))
        try await desk.contact("又没选上", mood: .low)
        #expect(try await desk.page(as: Sample.aide).text.contains("情绪变差：上次“平稳”"))
        try await desk.contact("好多了", mood: .steady)
        #expect(!(try await desk.page(as: Sample.aide).text.contains("情绪变差")))
    }

    @Test func `L.04 L.11 a due hand-up is proposed with both choices and never done by itself`() async throws
    {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.fail(at: "甲公司")
        try await desk.fail(at: "乙公司")
        #expect(!(try await desk.page(as: Sample.aide).text.contains("已符合上交条件")))
        try await desk.fail(at: "丙公司")
        let page = try await desk.page(as: Sample.aide)
        #expect(page.text.contains("已符合上交条件：三次以上推荐未成功"))
        for act in ["hand-up", "keep"] {
            #expect(page.text.contains("/cases/\(desk.id.number)/acts/\(act)?tab=overview"))
        }
        #expect(try await desk.found.stage == .village)
        try await desk.act(.handover(.kept(level: .village, reason: "下周有招聘会")), by: Sample.aide)
        let kept = try await desk.page(as: Sample.aide)
        #expect(!kept.text.contains("已符合上交条件"))
        #expect(kept.text.contains("决定暂不上交：下周有招聘会"))
    }

    @Test func `L.04 whose reason it was stands beside each outcome, and the count beside the level`()
        async throws
    {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.fail(at: "甲公司")
        try await desk.fail(at: "乙公司", .failedInterview)
        let page = try await desk.page("?tab=recommendations", as: Sample.aide)
        #expect(page.text.contains("村级：本轮推荐2次，未成功2次（其中本人原因1次）"))
        #expect(page.text.contains("面试未通过"))
    }

    @Test func `06.w1 a hand-up not yet received says so to all and offers receiving to the town`()
        async throws
    {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        for employer in ["甲公司", "乙公司", "丙公司"] { try await desk.fail(at: employer) }
        let handUp = HandUp(
            from: .village, to: .town, cause: .threeFailures, reason: "请街镇会商",
            through: ActID(try await desk.found.version))
        try await desk.act(.handover(.handedUp(handUp)), by: Sample.aide)
        let village = try await desk.page(as: Sample.shalingWorker)
        #expect(village.text.contains("待镇级接收。原因：三次以上推荐未成功；请街镇会商"))
        #expect(!village.text.contains("/acts/receive?"))
        #expect(try await desk.page(as: Sample.yangzhenClerk).text.contains("/acts/receive?"))
    }

    @Test func `another village cannot open a case, nor its file`() async throws {
        let desk = try await OneCaseDesk()
        for part in ["", "?tab=history", "/file"] {
            #expect(try await desk.page(part, as: Sample.hongsiWorker).status == 403)
        }
    }

    @Test func `what people typed stays words on every tab and in the file`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.contact("<script>alert(1)</script>", mood: .steady)
        try await desk.fail(at: "<img src=x onerror=alert(1)>")
        for part in ["", "?tab=duties", "?tab=plans", "?tab=recommendations", "?tab=history", "/file"] {
            let text = try await desk.page(part, as: Sample.shalingWorker).text
            #expect(!text.contains("<script>alert"), "\(part)")
            #expect(!text.contains("<img"), "\(part)")
        }
        #expect(
            try await desk.page("?tab=history", as: Sample.shalingWorker).text
                .contains("&lt;script&gt;alert(1)"))
    }

    @Test func `an act done from a tab leads back to that tab`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let client = try await desk.site.signedIn(as: Sample.aide)
        let address = "/cases/\(desk.id.number)/acts/note"
        let form = try await client.get(address + "?tab=plans")
        let answer = try await client.post(
            address,
            form: [
                "version": try #require(form.hidden("version")), "tab": try #require(form.hidden("tab")),
                "day": Sample.today.iso, "words": "记一笔",
            ])
        #expect(answer.status == 303)
        #expect(answer.location?.contains("/cases/\(desk.id.number)?tab=plans") == true)
    }

    @Test func `01.r1 a pause and its day stand at the head, and the act that ends it`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let until = Sample.today.adding(days: 30)
        try await desk.act(.duty(.suspended(until: until, reason: "住院")), by: Sample.aide)
        let page = try await desk.page(as: Sample.aide)
        #expect(page.text.contains("暂停办理，到2026年4月1日再看。"))
        #expect(page.text.contains("/acts/resume?tab=overview"))
        #expect(!page.text.contains("/acts/suspend?"))
    }

    @Test func `18.w1 a retention concern stands at the head until it is closed`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let job = Job(form: .hired, employer: "绿港公司", post: "保洁员", since: Sample.today)
        try await desk.act(.work(.employed(job, at: .village)), by: Sample.aide)
        try await desk.act(.retention(.concernRaised(words: "嫌路远")), by: Sample.aide)
        #expect(try await desk.page(as: Sample.aide).text.contains("发现稳岗问题：嫌路远"))
        #expect(!(try await desk.page(as: Sample.aide).text.contains("/acts/close-concern?")))
        #expect(try await desk.page(as: Sample.yangzhenClerk).text.contains("/acts/close-concern?"))
        try await desk.act(.retention(.closed(result: "调到近处门店")), by: Sample.yangzhenClerk)
        #expect(!(try await desk.page(as: Sample.aide).text.contains("发现稳岗问题")))
    }

    @Test func `14.r3 three without success at the district propose the analysis and welfare placement`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let id = try await desk.atDistrict(Sample.wangXiulan)
        let expert = try await desk.site.signedIn(as: Sample.districtClerk)
        for (place, employer) in ["甲公司", "乙公司", "丙公司"].enumerated() {
            #expect(
                !(try await expert.get("/cases/\(id.number)").text.contains("应写个案分析并转公益性岗位安置")),
                "\(place)")
            try await desk.fail(at: employer, in: id)
        }
        let page = try await expert.get("/cases/\(id.number)").text
        #expect(page.contains("区级推荐已有3次未成功，应写个案分析并转公益性岗位安置"))
        #expect(page.contains("/acts/analyse?tab=overview"))
        #expect(!page.contains("已符合上交条件"))
        #expect(try await desk.found(id).stage == .district)
    }
}

extension CaseTestDesk {
    /// A recommendation of the district that ends without a job.
    fileprivate func fail(at employer: String, in id: CaseID) async throws {
        let vacancy = VacancyNote(employer: employer, post: "保洁员", place: "", pay: "", requirements: "")
        try await act(
            .aid(
                .recommended(
                    Recommendation(
                        level: .district, vacancy: vacancy, confirmed: Sample.today, confirmedBy: "电话"))),
            in: id, by: Sample.districtClerk)
        let open = try #require(try await found(id).care.openRecommendations.last)
        try await act(
            .aid(
                .recommendationEnded(
                    of: open.act, RecommendationOutcome(level: .district, code: .postGone))),
            in: id, by: Sample.districtClerk)
    }
}
