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

@Suite("日历订阅：L.05")
struct FeedTests {
    private func address(_ page: Answer) throws -> String {
        let match = try #require(page.text.firstMatch(of: /http:\/\/localhost(\/feeds\/[^<]+\.ics)/))
        return String(match.1)
    }

    private func opened() async throws -> (HelpSite, TestClient, String) {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        try await desk.assign(Sample.wangXiulan)
        let aide = try await desk.site.signedIn(as: Sample.aide)
        return (desk, aide, try address(try await aide.post("/work/feed")))
    }

    @Test func `L.05: the calendar holds matter, masked name and village, and nothing else of the person`()
        async throws
    {
        let (desk, _, address) = try await opened()
        let answer = try await desk.site.client().get(address)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
        let text = answer.text.replacing("\r\n ", with: "")
        #expect(text.contains("\r\nSUMMARY:援助员首次联系 王*兰 沙岭村\r\n"))
        #expect(!text.contains("王秀兰"))
        let facts = Sample.wangXiulan.facts
        for secret in [facts.identity?.full, facts.mobile?.full].compactMap(\.self) {
            #expect(!text.contains(secret.suffix(4)))
        }
        let found = try await desk.found(Sample.wangXiulan)
        for category in found.categories { #expect(!text.contains("\(category)")) }
    }

    @Test func `it shows what is late and what is due within sixty days, opened or not, and own work only`()
        async throws
    {
        let (desk, _, address) = try await opened()
        let mine = try await desk.office.calendarDuties(of: Sample.aide).map(\.obligation)
        #expect(!mine.isEmpty)
        #expect(mine.allSatisfy { $0.due.days(since: Sample.today) <= 60 })
        #expect(mine.contains { $0.opens > Sample.today })
        let text = try await desk.site.client().get(address).text
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count - 1 == mine.count)
        desk.site.wait(seconds: 20 * 86_400)
        let later = try await desk.site.client().get(address).text
        #expect(later.contains("DTSTART;VALUE=DATE:20260304"))
        _ = try await desk.site.signedIn(as: Sample.hongsiWorker)
        #expect(try await desk.office.calendarDuties(of: Sample.hongsiWorker).isEmpty)
    }

    @Test func `the secret is shown once, and only its digest is kept`() async throws {
        let (desk, aide, address) = try await opened()
        let token = try #require(address.split(separator: "-", maxSplits: 1).last).dropLast(4)
        #expect(token.count >= 43)
        #expect(!(try await aide.get("/work/feed")).text.contains(token))
        let account = try #require(try await desk.site.store.account(Sample.aide.id))
        let feed = try #require(account.feed)
        #expect(!feed.contains(token))
        let audit = try await desk.site.store.audit(of: .account(Sample.aide.id), after: nil, limit: 50).rows
        #expect(audit.contains { $0.note.action == .accountChanged && $0.note.detail == "calendar opened" })
        #expect(!audit.contains { $0.note.detail.contains(token) })
    }

    @Test func `no line of the log holds the address`() async throws {
        let (desk, _, address) = try await opened()
        let token = try #require(address.split(separator: "-", maxSplits: 1).last).dropLast(4)
        _ = try await desk.site.client().get(address)
        _ = try await desk.site.client().get(address + "x")
        #expect(desk.site.log.all.contains { $0.contains("/feeds/:file") || $0.contains("feeds") })
        #expect(!desk.site.log.all.contains { $0.contains(token) })
    }

    @Test func `a renewed address replaces the old one, and a closed one answers nobody`() async throws {
        let (desk, aide, first) = try await opened()
        let second = try address(try await aide.post("/work/feed"))
        #expect(first != second)
        let client = desk.site.client()
        #expect(try await client.get(first).status == 404)
        #expect(try await client.get(second).status == 200)
        #expect(try await aide.post("/work/feed/close").location == "/work/feed")
        #expect(try await client.get(second).status == 404)
        #expect(try await aide.post("/work/feed/close").status == 303)
        #expect(try await desk.site.store.account(Sample.aide.id)?.feed == nil)
    }

    @Test func `the same form sent twice makes one address`() async throws {
        let (_, aide, first) = try await opened()
        let page = try await aide.get("/work/feed")
        let once = try #require(page.hidden("once"))
        let made = try address(try await aide.post("/work/feed", form: ["once": once]))
        #expect(made != first)
        #expect(try await aide.post("/work/feed", form: ["once": once]).location == "/work/feed")
        #expect(try await aide.get(made).status == 200)
    }

    @Test func `whatever is wrong with an address, there is no such page`() async throws {
        let (desk, _, address) = try await opened()
        let client = desk.site.client()
        let token = String(try #require(address.split(separator: "-", maxSplits: 1).last).dropLast(4))
        let wrong = [
            "/feeds/5-.ics", "/feeds/5.ics", "/feeds/5-\(token)", "/feeds/6-\(token).ics",
            "/feeds/999-\(token).ics", "/feeds/0-\(token).ics", "/feeds/-5-\(token).ics",
            "/feeds/5-\(token)a.ics", "/feeds/x-\(token).ics", "/feeds/13-.ics",
        ]
        for address in wrong { #expect(try await client.get(address).status == 404, "\(address)") }
        _ = try await desk.office.disableAccount(
            Sample.hongsiWorker.id, version: 2, reason: "调离", by: Sample.securityAdministrator.actor)
    }

    @Test func `a disabled account's calendar is gone`() async throws {
        let desk = try await HelpSite()
        let worker = try await desk.site.signedIn(as: Sample.hongsiWorker)
        let address = try address(try await worker.post("/work/feed"))
        #expect(try await desk.site.client().get(address).status == 200)
        let version = try #require(try await desk.site.store.account(Sample.hongsiWorker.id)).version
        _ = try await desk.office.disableAccount(
            Sample.hongsiWorker.id, version: version, reason: "调离", by: Sample.securityAdministrator.actor)
        #expect(try await desk.site.client().get(address).status == 404)
    }

    @Test func `one address on the network may not try without end`() async throws {
        let site = try await TestSite { $0.feedsPerMinute = 5 }
        let client = site.client()
        for _ in 0..<5 { #expect(try await client.get("/feeds/5-guess.ics").status == 404) }
        #expect(try await client.get("/feeds/5-guess.ics").status == 429)
        site.wait(seconds: 60)
        #expect(try await client.get("/feeds/5-guess.ics").status == 404)
    }

    @Test(arguments: [Role.systemAdministrator, .securityAdministrator, .auditAdministrator])
    func `whoever has no worklist has no calendar`(role: Role) async throws {
        let client = try await TestSite().signedIn(as: role)
        #expect(try await client.get("/work/feed").status == 403)
        #expect(try await client.post("/work/feed").status == 403)
    }
}
