// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import SamplePeople
import Seals
import StoreMemory
import Testing
import Web
import Wording

@Suite("Pages without signing in: 02.w3 L.05")
struct PublicPageTests {
    private let worker = Sample.shalingWorker
    private let clerk = Sample.yangzhenClerk

    /// The sample's pack with the rule of the public notice.
    private static let pack: PolicyPack = {
        let rule = DeadlineRule(
            key: "public.notice", clauses: ["02.w3"], scope: .case, owedBy: .village,
            starts: [DeadlineRule.Start(ActPattern(.noticePosted))], timing: .once(.init(.within(.days(7)))),
            metBy: [[ActPattern(.noticeEnded)]], inForce: Sample.day(2012, 1, 1))
        return Sample.pack.with(rules: RuleSet(Sample.pack.rules.rules + [rule]))
    }()

    /// 王秀兰 recognised, verified, and on a notice.
    private func posted() async throws -> OneCaseDesk {
        let desk = try await OneCaseDesk(pack: Self.pack)
        try await desk.recognise()
        try await desk.act(.recognition(.verifiedInVillage(finding: "属实")), by: worker)
        try await desk.act(.recognition(.noticePosted(place: "公开栏")), by: worker)
        return desk
    }

    private func act(_ event: CaseEvent, in desk: OneCaseDesk, on day: Day, by account: Account) async throws
    {
        let office = Office(
            store: desk.site.store, pack: Self.pack, tree: UnitTree(Sample.units),
            now: Instant(startOf: day), today: day)
        _ = try await office.act(
            event, in: desk.id, version: desk.found.version, on: day, by: account.actor)
    }

    @Test func `L.05: a notice shows the masked name, sex, village and dates, and nothing else`() async throws
    {
        let desk = try await posted()
        let answer = try await desk.site.client().get("/public/notices")
        #expect(answer.status == 200)
        let person = try #require(try await desk.site.store.person(Sample.wangXiulan.id))
        #expect(answer.text.contains(person.facts.name.masked) && answer.text.contains("沙岭"))
        #expect(answer.text.contains(Sample.today.adding(days: 7).inDocuments))
        let hidden = [
            person.facts.name.full, person.facts.identity?.full, person.facts.identity?.masked,
            person.facts.mobile?.full, person.facts.mobile?.masked, "3545", "失业一年", "RD-1", "残疾",
        ]
        for text in hidden.compactMap(\.self) { #expect(!answer.text.contains(text), "\(text)") }
    }

    @Test func `02.w3: a notice that is over is taken down`() async throws {
        let desk = try await posted()
        try await act(
            .recognition(.noticeEnded(isUpheld: false, note: "")), in: desk, on: Sample.today.adding(days: 7),
            by: worker)
        let answer = try await desk.site.client().get("/public/notices")
        #expect(answer.text.contains("没有正在公示的人员"))
    }

    @Test func `02.w3: a card's code confirms its number while it holds, and since when it does not`()
        async throws
    {
        let desk = try await posted()
        let over = Sample.today.adding(days: 7)
        try await act(.recognition(.noticeEnded(isUpheld: false, note: "")), in: desk, on: over, by: worker)
        try await act(.recognition(.cardIssued(number: "")), in: desk, on: over, by: clerk)
        let number = try await desk.found.recognition.card
        let code = desk.site.tokens.cardCode(case: desk.id.number, card: number)
        let address = "/public/cards/\(desk.id.number)-\(code)"
        let client = desk.site.client()
        let good = try await client.get(address)
        #expect(good.status == 200 && good.text.contains("卡号\(number)：有效"))
        for text in ["王", "沙岭", "3545"] { #expect(!good.text.contains(text), "\(text)") }
        try await act(
            .recognition(.waived(reason: "自己找工作", unscanned: "原件在档案柜")), in: desk, on: over, by: clerk)
        let ended = try await client.get(address)
        #expect(ended.text.contains("自\(over.inDocuments)起无效"))
    }

    @Test(arguments: ["0-x", "1-", "1", "x", "1-AAAAAAAAAAAAAAAAAAAAAA", "99999999-AAAAAAAAAAAAAAAAAAAAAA"])
    func `02.w3: a code that nobody gave out finds no card, and says so plainly`(code: String) async throws {
        let site = try await TestSite()
        let answer = try await site.client().get("/public/cards/\(code)")
        #expect(answer.status == 404 && answer.text.contains("没有查到这张卡"))
    }

    @Test func `02.w3: whoever tries codes one after the other has to wait`() async throws {
        let site = try await TestSite {
            $0.publicPagesAtOnce = 3
            $0.publicPageMilliseconds = 20_000
        }
        let client = site.client()
        for _ in 1...3 { #expect(try await client.get("/public/cards/1-x").status == 404) }
        let refused = try await client.get("/public/cards/1-x")
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "20")
        #expect(try await client.get("/public/notices").status == 429)
        site.wait(seconds: 60)
        #expect(try await client.get("/public/notices").status == 200)
    }
}
