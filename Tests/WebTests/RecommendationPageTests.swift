// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("推荐跟踪、面试安排、数据上报 on the web: 05.w3 05.w4 10.w2 10.w4 14.w4")
struct RecommendationPageTests {
    private static func pack() -> PolicyPack {
        let sample = Sample.pack
        return PolicyPack(
            name: sample.name, title: sample.title, digest: sample.digest, units: sample.units,
            calendar: sample.calendar, rules: sample.rules, hardship: sample.hardship, window: sample.window,
            form: sample.form, identity: sample.identity,
            lists: sample.lists.merging(["status-systems": ["甲系统", "乙系统"]]) { $1 })
    }

    private func told() async throws -> (OneCaseDesk, ActID) {
        let desk = try await OneCaseDesk(pack: Self.pack())
        try await desk.recognise()
        let vacancy = VacancyNote(employer: "顺意家政", post: "保洁员", place: "", pay: "", requirements: "")
        let recommendation = Recommendation(
            level: .village, vacancy: vacancy, confirmed: Sample.today, confirmedBy: "电话")
        try await desk.act(.aid(.recommended(recommendation)), by: Sample.aide)
        return (desk, try #require(try await desk.found.care.openRecommendations.last).act)
    }

    @Test func `05.w3 from the list to the interview and its outcome, by the forms that stand in the lists`()
        async throws
    {
        let (desk, act) = try await told()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let forms = "/cases/\(desk.id.number)/acts"
        let list = try await aide.get("/recommendations")
        #expect(list.text.contains("王秀兰"))
        #expect(list.text.contains("\(forms)/set-interview?of=\(act.number)&amp;from=recommendations"))
        func post(_ name: String, _ fields: [String: String]) async throws -> Answer {
            let version = String(try await desk.found.version)
            let common = ["version": version, "day": Sample.today.iso, "of": String(act.number)]
            return try await aide.post(
                "\(forms)/\(name)",
                pairs: [("from", "recommendations")]
                    + common.merging(fields) { $1 }.map { ($0.key, $0.value) })
        }
        let alone = ["planned": Sample.today.iso, "place": "单位人事部"]
        #expect(try await post("set-interview", alone).status == 409)
        #expect(
            try await post("set-interview", alone.merging(["escort": "宋佳佳"]) { $1 }).status == 303)
        let week = try await aide.get("/interviews")
        #expect(week.text.contains("单位人事部") && week.text.contains("宋佳佳") && week.text.contains("待面试"))
        let paper = try await aide.get("/interviews/paper?week=\(Sample.today.iso)")
        #expect(paper.text.contains("王秀兰") && paper.text.contains("单位人事部"))
        #expect(try await post("move-recommendation", ["step": "unwilling"]).status == 422)
        #expect(try await post("move-recommendation", ["step": "interviewed"]).status == 303)
        #expect(try await aide.get("/recommendations?state=to-report").text.contains("已面试"))
        let failed = ["code": "failed-interview", "words": "经验不够"]
        #expect(try await post("end-recommendation", failed).status == 303)
        let ended = try await aide.get("/recommendations?state=unsuccessful")
        #expect(ended.text.contains("面试未通过") && ended.text.contains("1次，应办上交"))
        #expect(ended.text.contains("\(forms)/hand-up"))
    }

    @Test func `00.levels a list ends at the scope, and a town has no buttons in a village's case`()
        async throws
    {
        let (desk, _) = try await told()
        let town = try await desk.site.signedIn(as: Sample.yangzhenClerk).get("/recommendations")
        #expect(town.text.contains("王秀兰") && !town.text.contains("/acts/set-interview"))
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk).get("/recommendations")
        #expect(!other.text.contains("王秀兰"))
    }

    @Test func `10.w4 a town exports what waits, marks it, and records what came back`() async throws {
        let (desk, act) = try await told()
        let job = Job(form: .hired, employer: "顺意家政", post: "保洁员", since: Sample.today)
        let outcome = RecommendationOutcome(level: .village, code: .employed, job: job)
        try await desk.act(.aid(.recommendationEnded(of: act, outcome)), by: Sample.aide)
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let waiting = try await clerk.get("/outbox")
        #expect(waiting.text.contains("实现就业") && waiting.text.contains("顺意家政"))
        #expect(waiting.text.contains("王秀兰"))
        #expect(try await clerk.post("/outbox/export", form: ["system": "甲系统"]).status == 303)
        let files = try await desk.site.store.messages(
            MessageQuery(scope: .district, state: .handedOver), after: nil, limit: 9
        ).rows
        let file = try #require(files.first?.file)
        #expect(files.map(\.system) == ["甲系统"])
        let number = try #require(Sample.wangXiulan.facts.identity?.full)
        let text = try await clerk.get("/outbox/file?as=csv&name=\(Link.encoded(file))")
        #expect(text.status == 200 && text.text.contains("王秀兰") && text.text.contains(number))
        let form = [
            ("message", "1"), ("to", "failed"), ("from", "handed-over"), ("system", "甲系统"),
        ]
        #expect(try await clerk.post("/outbox/results", pairs: form).status == 422)
        let told = form + [("reason", "号码对不上")]
        #expect(try await clerk.post("/outbox/results", pairs: told).status == 303)
        #expect(
            try await clerk.get("/outbox?system=\(Link.encoded("甲系统"))&state=failed").text.contains("号码对不上"))
        #expect(try await desk.site.signedIn(as: Sample.aide).get("/outbox").status == 403)
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(
            try await other.get("/outbox/file?as=csv&name=\(Link.encoded(file))").status == 404)
    }

    @Test func `10.w2 supply and demand stand by trade, pay, place and schooling`() async throws {
        let desk = try await OneCaseDesk(pack: Self.pack())
        try await desk.recognise()
        let wish = JobWish(occupations: ["家政服务员"], pay: 3200)
        try await desk.act(.aid(.wishTold(level: .village, wish)), by: Sample.aide)
        let page = try await desk.site.signedIn(as: Sample.yangzhenClerk).get("/market")
        for words in ["按工种", "按地点", "求职者的学历", "求职者期望的最低月薪", "3000—3999元", "家政服务员"] {
            #expect(page.text.contains(words), "\(words)")
        }
    }
}
