// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import HTTPTypes
import SamplePeople
import StoreMemory
import Testing
import Web

/// A site with one announced fair of the town today, one stand, and somebody invited to it.
struct FairSite {
    let desk: HelpSite
    let fair = FairID(1)
    let vacancy = VacancyID(1)

    var site: TestSite { desk.site }

    /// - Parameter days: from today until the fair; invited yesterday otherwise than for a fair to come.
    init(in days: Int = 0) async throws {
        desk = try await HelpSite()
        try await desk.help(Sample.wangXiulan)
        let (office, clerk) = (desk.site.site.office(), Sample.yangzhenClerk.actor)
        let employer = try await office.registerEmployer(
            EmployerFacts(
                name: "测试机械厂", withoutCode: "演示",
                contacts: [EmployerContact(name: "张经理", phone: "010-80401234")]), on: Sample.today, by: clerk)
        _ = try await office.postVacancy(
            VacancyFacts(
                post: "仓库管理员", occupation: "库管", pay: Pay(from: 4000, through: 5000),
                place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 30)),
            of: EmployerID(employer.subject.number), verified: Verification(confirmedBy: "张经理"),
            on: Sample.today, by: clerk)
        _ = try await office.planFair(
            FairFacts(
                title: "春季</script>招聘会", day: Sample.today.adding(days: days),
                hours: FairHours(opens: 540, closes: 690), place: "文化广场"), by: clerk)
        _ = try await office.setStand(
            1, of: fair, version: 1, for: EmployerID(employer.subject.number), [vacancy], by: clerk)
        _ = try await office.announceFair(fair, version: 2, by: clerk)
        _ = try await office.invite(
            [FairInvitation(caseID: try await guest(), vacancies: [vacancy])], to: fair,
            by: Sample.aide.actor)
    }

    func guest() async throws -> CaseID {
        try #require(try await site.store.newestCase(of: Sample.wangXiulan.id)).id
    }

    func kept() async throws -> Fair { try #require(try await site.store.fair(fair)) }

    /// As the invitation has it, without its dash.
    func code() async throws -> String {
        let client = try await site.signedIn(as: Sample.aide)
        let letter = try await client.get("/fairs/1/invitations").text
        let found = try #require(letter.firstMatch(of: /[A-Z2-9]{4}-[A-Z2-9]{4}/))
        return String(found.output.filter { $0 != "-" })
    }
}

@Suite("招聘会的页面：日历、展位、邀请、签到、结果、公开 · 14.w3")
struct FairPageTests {
    private static let name = Sample.wangXiulan.facts.name.full
    private let sign = "/public/fairs/1/sign-in"

    // MARK: Without a login

    @Test func `14.w3: everybody reads of an announced fair, and nothing of persons`() async throws {
        let desk = try await FairSite()
        let client = desk.site.client()
        let list = try await client.get("/public/fairs")
        #expect(list.status == 200 && list.text.contains("/public/fairs/1"))
        let page = try await client.get("/public/fairs/1")
        #expect(page.text.contains("仓库管理员") && page.text.contains("测试机械厂") && page.text.contains("文化广场"))
        for secret in [Self.name, "张经理", "80401234", try await desk.code()] {
            #expect(!list.text.contains(secret) && !page.text.contains(secret), "\(secret)")
        }
        #expect(try await client.get("/public/jobs").text.contains("/public/fairs"))
        #expect(try await client.get("/public/fairs/2").status == 404)
        #expect(try await client.get("/public/fairs?after=x").status == 404)
    }

    @Test func `14.w3: the public page tells programs when and where, and its words end no block`()
        async throws
    {
        let desk = try await FairSite()
        let text = try await desk.site.client().get("/public/fairs/1").text
        let start = try #require(text.range(of: "<script type=\"application/ld+json\">"))
        let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
        let block = Data(text[start.upperBound..<end.lowerBound].utf8)
        let event = try #require(try JSONSerialization.jsonObject(with: block) as? [String: Any])
        #expect(event["@type"] as? String == "Event")
        #expect(event["startDate"] as? String == "\(Sample.today.iso)T09:00:00+08:00")
        #expect(event["name"] as? String == "春季</script>招聘会")
    }

    @Test func `14.w3: a planned fair is no page of the public`() async throws {
        let desk = try await FairSite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let answer = try await client.post("/fairs", pairs: Self.form())
        #expect(answer.headers[.location] == "/fairs/2")
        #expect(try await desk.site.client().get("/public/fairs/2").status == 404)
        #expect(try await desk.site.client().get("/public/fairs/2/sign-in").status == 404)
    }

    // MARK: 签到

    @Test
    func `14.w3: a visitor signs in with the code in any writing, twice without harm, and reads no name`()
        async throws
    {
        let desk = try await FairSite()
        let (client, code) = (desk.site.client(), try await desk.code())
        let opened = try await client.get(sign + "?code=\(code)")
        #expect(opened.text.contains("value=\"\(code)\""))
        #expect(try await desk.kept().guests.first?.came == nil)
        let typed = " \(code.prefix(4).lowercased())-\(code.suffix(4)) "
        for _ in 1...2 {
            let answer = try await client.post(sign, form: ["code": typed])
            #expect(answer.status == 200 && answer.text.contains("签到成功"))
            #expect(!answer.text.contains(Self.name))
        }
        #expect(try await desk.kept().guests.first?.came?.by == .own)
        #expect(try await desk.site.store.history(of: .fair(desk.fair)).count == 5)
    }

    @Test(arguments: ["", "ABCDEFGH", "1", "99999999999999999999"])
    func `14.w3: a wrong code is told in a sentence and signs nobody in`(code: String) async throws {
        let desk = try await FairSite()
        let answer = try await desk.site.client().post(sign, form: ["code": code])
        #expect(answer.status == 422 && answer.text.contains("没有找到这个签到码"))
        #expect(try await desk.kept().guests.first?.came == nil)
    }

    @Test func `14.w3: nobody signs in before the day`() async throws {
        let desk = try await FairSite(in: 1)
        let client = desk.site.client()
        #expect(try await client.get(sign).text.contains("只能在招聘会当天"))
        let answer = try await client.post(sign, form: ["code": try await desk.code()])
        #expect(answer.status == 409 && answer.text.contains("只能在招聘会当天"))
        #expect(try await desk.kept().guests.first?.came == nil)
    }

    @Test func `14.w3: nobody tries codes one after another`() async throws {
        let desk = try await FairSite()
        var statuses: [Int] = []
        for number in 0..<400 where statuses.last != 429 {
            statuses.append(
                try await desk.site.client().post(sign, form: ["code": "ABCDE\(100 + number % 899)"]).status)
        }
        #expect(statuses.last == 429)
    }

    @Test func `14.w3: the desk signs in by a scanned address, by the typed code, and by name`() async throws
    {
        let desk = try await FairSite()
        let (code, guest) = (try await desk.code(), try await desk.guest())
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let page = try await client.get("/fairs/1?tab=arrivals")
        #expect(page.text.contains("autofocus") && page.text.contains(Self.name))
        let wrong = try await client.post("/fairs/1/sign-in", form: ["code": "ABCDEFGH"])
        #expect(wrong.status == 422 && wrong.text.contains("没有找到这个签到码"))
        let read = try await client.post(
            "/fairs/1/sign-in", form: ["code": "http://127.0.0.1:8080\(sign)?code=\(code)"])
        #expect(read.status == 303)
        #expect(try await desk.kept().guests.first?.came?.by == .code)
        _ = try await client.post("/fairs/1/guests/\(guest.number)/sign-in-withdrawal", form: [:])
        #expect(try await desk.kept().guests.first?.came == nil)
        _ = try await client.post("/fairs/1/guests/\(guest.number)/sign-in", form: [:])
        #expect(try await desk.kept().guests.first?.came?.by == .desk)
    }

    @Test func `14.w3: walk-ins are counted, and a colleague's count is not overwritten`() async throws {
        let desk = try await FairSite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        _ = try await client.post("/fairs/1/walk-ins", form: ["count": "１２", "seen": "0"])
        _ = try await client.post("/fairs/1/walk-ins", form: ["count": "9", "seen": "0"])
        _ = try await client.post("/fairs/1/walk-ins", form: ["count": "-3", "seen": "12"])
        #expect(try await desk.kept().walkIns == 12)
    }

    // MARK: Forms

    private static func form(_ changes: [String: String] = [:]) -> [(String, String)] {
        [
            "title": "秋季招聘会", "day": Sample.today.adding(days: 3).iso, "opens": "9点", "closes": "11：30",
            "place": "镇政府", "kind": "general",
        ].merging(changes) { $1 }.map { ($0.key, $0.value) }
    }

    @Test(arguments: [
        (["day": Sample.today.adding(days: -1).iso], 409, "已经过去"),
        (["closes": "8:00"], 409, "结束时间要晚于开始时间"), (["opens": "上午"], 422, "开始时间填写有误"),
        (["kind": "special"], 409, "专场招聘会要写明面向哪些人"), (["title": ""], 422, "请填写名称"),
    ])
    func `14.w3: a fair that cannot be is told beside its field`(
        changes: [String: String], status: Int, says: String
    ) async throws {
        let desk = try await FairSite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let answer = try await client.post("/fairs", pairs: Self.form(changes))
        #expect(answer.status == status && answer.text.contains(says), "\(answer.status)")
        #expect(try await desk.site.store.fair(FairID(2)) == nil)
    }

    @Test func `14.w3: from planning to announcing, a clerk goes from page to page`() async throws {
        let desk = try await FairSite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        _ = try await client.post("/fairs", pairs: Self.form())
        let choice = try await client.get("/fairs/2/stands/new")
        #expect(choice.text.contains("/fairs/2/stands/new?employer=1"))
        let stand = try await client.get("/fairs/2/stands/new?employer=1")
        let empty = try await client.post(
            "/fairs/2/stands", form: ["version": "1", "employer": "1", "number": "4"])
        #expect(empty.status == 409 && empty.text.contains("请至少选择一个岗位"))
        let set = try await client.post(
            "/fairs/2/stands",
            form: [
                "version": stand.hidden("version") ?? "", "employer": "1", "number": "4", "vacancy": "1",
            ])
        #expect(set.status == 303)
        let stale = try await client.post("/fairs/2/announcement", form: ["version": "1"])
        #expect(stale.status == 409 && stale.text.contains("刚才有其他工作人员更新"))
        _ = try await client.post(
            "/fairs/2/announcement", form: ["version": stale.hidden("version") ?? ""])
        #expect(try await desk.site.client().get("/public/fairs/2").text.contains("4号"))
        let list = try await client.get("/fairs")
        #expect(list.text.contains("秋季招聘会") && list.text.contains("今天举行"))
    }

    @Test func `14.w3: a cancelled fair names those to be told`() async throws {
        let desk = try await FairSite(in: 2)
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let page = try await client.get("/fairs/1/cancellation")
        _ = try await client.post(
            "/fairs/1/cancellation", form: ["version": page.hidden("version") ?? "", "reason": "停电"])
        let guests = try await client.get("/fairs/1?tab=guests")
        #expect(guests.text.contains("还有1名受邀人员要通知") && guests.text.contains("要通知"))
        let guest = try await desk.guest()
        _ = try await client.post("/fairs/1/guests/\(guest.number)/told", form: [:])
        #expect(!(try await client.get("/fairs/1?tab=guests").text.contains("名受邀人员要通知")))
        #expect(try await desk.site.client().get("/public/fairs/1").text.contains("停电"))
    }

    // MARK: Invitations and results

    @Test func `14.w3: proposals wait for a person, and the invitation bears its code`() async throws {
        let desk = try await FairSite(in: 2)
        let guest = try await desk.guest()
        let client = try await desk.site.signedIn(as: Sample.aide)
        let page = try await client.get("/fairs/1/guests/\(guest.number)/withdrawal")
        #expect(page.text.contains(Self.name))
        _ = try await client.post("/fairs/1/guests/\(guest.number)/withdrawal", form: ["reason": "写错"])
        #expect(try await desk.kept().guests.isEmpty)
        let proposals = try await client.get("/fairs/1/proposals")
        #expect(proposals.text.contains(Self.name) && proposals.text.contains("匹配度"))
        let none = try await client.post("/fairs/1/invitations", form: ["vacancy\(guest.number)": "1"])
        #expect(none.status == 422 && none.text.contains("请勾选要邀请的人"))
        let sent = try await client.post(
            "/fairs/1/invitations", form: ["case": String(guest.number), "vacancy\(guest.number)": "1"])
        #expect(sent.status == 303)
        let letter = try await client.get("/fairs/1/invitations?case=\(guest.number)")
        let code = try await desk.code()
        #expect(letter.text.contains("\(code.prefix(4))-\(code.suffix(4))") && letter.text.contains("<svg"))
        let own = try await client.get("/cases/\(guest.number)/fairs")
        #expect(own.text.contains("/fairs/1?tab=guests"))
    }

    @Test func `14.w3: understanding met at a stand leads to the recommendation with its vacancy chosen`()
        async throws
    {
        let desk = try await FairSite()
        let guest = try await desk.guest()
        let client = try await desk.site.signedIn(as: Sample.aide)
        let early = try await client.post(
            "/fairs/1/guests/\(guest.number)/result", form: ["outcome": "intent", "vacancy": "1"])
        #expect(early.status == 409 && early.text.contains("还没有签到"))
        _ = try await client.post("/fairs/1/guests/\(guest.number)/sign-in", form: [:])
        _ = try await client.post(
            "/fairs/1/guests/\(guest.number)/result", form: ["outcome": "intent", "vacancy": "1"])
        let results = try await client.get("/fairs/1?tab=results")
        let link = "/cases/\(guest.number)/acts/recommend?vacancy=1"
        #expect(results.text.contains(link))
        #expect(try await client.get(link).text.contains("<option value=\"1\" selected>"))
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        // The village holds the case, so the town reads that a recommendation waits.
        let read = try await clerk.get("/fairs/1?tab=results")
        #expect(read.text.contains("待推荐") && !read.text.contains(link))
        let odd = try await clerk.post(
            "/fairs/1/stands/1/result", form: ["talked": "3", "intents": "4", "hired": "0", "seen": ""])
        #expect(odd.status == 409 && odd.text.contains("意向不能多于洽谈"))
        let told = try await clerk.post(
            "/fairs/1/stands/1/result", form: ["talked": "3", "intents": "1", "hired": "0", "seen": ""])
        #expect(told.status == 303)
        let raced = try await clerk.post(
            "/fairs/1/stands/1/result", form: ["talked": "5", "intents": "1", "hired": "0", "seen": ""])
        #expect(raced.status == 409)
        #expect(try await desk.kept().stand(1)?.result?.talked == 3)
    }

    @Test
    func `14.w3: the district chooses a town before people are compared, and stays there after a fault`()
        async throws
    {
        let desk = try await FairSite(in: 2)
        let guest = try await desk.guest()
        _ = try await desk.site.site.office().withdrawInvitation(
            of: guest, to: desk.fair, reason: "写错", by: Sample.aide.actor)
        let client = try await desk.site.signedIn(as: Sample.districtClerk)
        let closed = try await client.get("/fairs/1/proposals")
        #expect(closed.text.contains("请先选择镇（街）") && !closed.text.contains(Self.name))
        let town = "unit=\(Sample.yangzhen.number)"
        #expect(try await client.get("/fairs/1/proposals?\(town)").text.contains(Self.name))
        let again = try await client.post("/fairs/1/invitations?\(town)")
        #expect(again.status == 422 && again.text.contains(Self.name))
    }

    @Test func `14.w3: an aide holds no fair`() async throws {
        let desk = try await FairSite()
        let client = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await client.get("/fairs/new").status == 403)
        #expect(try await client.get("/fairs/1/cancellation").status == 403)
        #expect(try await client.get("/fairs/1").text.contains("仓库管理员"))
        #expect(try await client.get("/fairs/1/poster").text.contains("仓库管理员"))
        #expect(try await client.get("/fairs/1/sign-in-poster").status == 403)
    }
}
