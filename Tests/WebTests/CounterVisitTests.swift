// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("窗口办理: one visit from the ID number to the application, 02.w1 02.w4 02.r1")
struct CounterVisitPageTests {
    private func number(_ member: CastMember) throws -> String {
        try #require(member.facts.identity?.full)
    }

    private func visit(_ number: String, _ site: TestSite, as account: Account = Sample.yangzhenClerk)
        async throws -> Answer
    {
        try await site.signedIn(as: account).post("/counter", form: ["identity": number])
    }

    @Test func `02.w1: a number leads to the application, whose one form receives, tells and accepts`()
        async throws
    {
        let desk = try await OneCaseDesk()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let answer = try await client.post("/counter", form: ["identity": number(Sample.wangXiulan)])
        let application = "/cases/\(desk.id.number)/application"
        #expect(answer.status == 303 && answer.location == application)
        let page = try await client.get(application)
        #expect(page.text.contains("今天收到失业登记申请") || page.text.contains("今天收到农村劳动力转移求职登记申请"))
        var form = ["version": String(try await desk.found.version), "do": "accept", "day": Sample.today.iso]
        for paper in try await desk.site.site.office().requiredPapers(of: desk.found) {
            form["p-\(paper.id.rawValue)"] = "yes"
        }
        for item in ApplicationItem.allCases { form["v-\(item.rawValue)"] = "agree" }
        form["informed"] = "yes"
        form["told"] = "yes"
        #expect(try await client.post(application, pairs: form.map { ($0.key, $0.value) }).status == 303)
        let found = try await desk.found
        #expect(found.registered == Sample.today && found.recognition.informed == Sample.today)
        #expect(found.recognition.accepted == Sample.today)
        let telling = desk.site.site.office().pack.procedure.telling
        #expect(found.recognition.processing?.version == telling.notice(on: Sample.today)?.version)
        let events = try await desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents
        let handed = events.compactMap { entry -> [String]? in
            guard case .recognition(.informed(_, let items, isSigned: true)) = entry.event else { return nil }
            return items
        }
        #expect(
            handed.first?.isEmpty == false, "02.w4: what was handed over is on record, with the signature")
    }

    @Test func `02.w1: a short application leaves nothing half done`() async throws {
        let desk = try await OneCaseDesk()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let application = "/cases/\(desk.id.number)/application"
        let version = try await desk.found.version
        let answer = try await client.post(
            application,
            pairs: [("version", String(version)), ("do", "accept"), ("day", Sample.today.iso)])
        #expect(answer.status == 409 && answer.text.contains("份材料"))
        #expect(try await desk.found.registered == nil, "the registration is not received on its own")
    }

    @Test func `02.w1: whoever is not listed yet comes to the categories, and from there to the application`()
        async throws
    {
        let site = try await TestSite()
        let answer = try await visit(number(Sample.wangXiulan), site)
        let hardship = "/people/\(Sample.wangXiulan.id.number)/hardship?from=counter"
        #expect(answer.status == 303 && answer.location == hardship)
        let client = try await site.signedIn(as: Sample.yangzhenClerk)
        #expect(try await client.get(hardship).text.contains("name=\"from\" value=\"counter\""))
        let person = try #require(try await site.store.person(Sample.wangXiulan.id))
        let proposal = try await site.site.office().proposal(for: person, on: Sample.today)
        var form = [
            "version": String(person.version), "from": "counter", "class": "2", "day": Sample.today.iso,
            "able": "yes", "class-reason": "窗口了解",
        ]
        for finding in proposal.district { form["take-\(finding.category.rawValue)"] = "yes" }
        let done = try await client.post(
            "/people/\(person.id.number)/hardship", pairs: form.map { ($0.key, $0.value) })
        let found = try #require(try await site.store.newestCase(of: person.id))
        #expect(done.status == 303 && done.location == "/cases/\(found.id.number)/application")
    }

    @Test(arguments: [("11010519491231002", "身份证号"), ("110105194912310021", "校验码"), ("", "身份证号")])
    func `02.w1: a number that cannot be one is refused and enters nobody`(number: String, says: String)
        async throws
    {
        let answer = try await visit(number, TestSite())
        #expect(answer.status == 422)
        #expect(answer.text.contains(says), "\(answer.text)")
    }

    @Test
    func `02.w1: an unknown number opens the roll's form with the number in it, and not in the address`()
        async throws
    {
        let site = try await TestSite()
        let number = Sample.identity(born: Sample.day(1971, 3, 4), sex: .male, sequence: 88).full
        let client = try await site.signedIn(as: Sample.yangzhenClerk)
        let answer = try await client.post("/counter", form: ["identity": number])
        let address = try #require(answer.location)
        #expect(answer.status == 303 && address.hasPrefix("/people/new?") && !address.contains(number))
        #expect(try await client.get(address).text.contains(number))
    }

    @Test func `02.r1: whoever belongs to another town is sent to its counter by name`() async throws {
        let answer = try await visit(number(Sample.wangXiulan), TestSite(), as: Sample.nancaiClerk)
        #expect(answer.status == 422 && answer.text.contains("杨镇"))
        #expect(!answer.text.contains("王秀兰"))
    }
}
