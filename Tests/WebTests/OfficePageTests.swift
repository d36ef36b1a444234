// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("单位、工作日历、政策和审计页面 · 00.levels")
struct OfficePageTests {
    private let today = Sample.today.iso

    @Test func `a village is founded, renamed and found under both names`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .systemAdministrator)
        let town = Sample.yangzhen.number
        let founded = try await client.post(
            "/units/\(town)/new", form: ["name": "东庄户村", "code": "990000101203", "day": today])
        #expect(founded.location == "/units/\(town)")
        #expect(try await client.get("/units/\(town)").text.contains("东庄户村"))
        let village = try #require(site.site.office().tree.named("东庄户村", level: .village).first)
        _ = try await client.post(
            "/units/\(village.id.number)/rename", form: ["version": "1", "name": "东庄社区", "day": today])
        let page = try await client.get("/units/\(village.id.number)").text
        #expect(page.contains("东庄社区"))
        #expect(page.contains("曾用名"))
        #expect(page.contains("更名为东庄社区"))
    }

    @Test(arguments: [("12345", 422), ("990000101203", 303), ("", 303)])
    func `a village's code has twelve digits or is not there`(code: String, status: Int) async throws {
        let client = try await TestSite().signedIn(as: .systemAdministrator)
        let answer = try await client.post(
            "/units/\(Sample.yangzhen.number)/new", form: ["name": "东庄户村", "code": code, "day": today])
        #expect(answer.status == status)
    }

    @Test func `a name that a neighbour bears is refused beside its field`() async throws {
        let client = try await TestSite().signedIn(as: .systemAdministrator)
        let answer = try await client.post(
            "/units/\(Sample.yangzhen.number)/new", form: ["name": "沙岭村", "day": today])
        #expect(answer.status == 409)
        #expect(answer.text.contains("value=\"沙岭村\""))
        #expect(answer.text.contains("f-name-fault"))
    }

    @Test func `a village with people is not closed, but merged after a look at what moves`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .systemAdministrator)
        let (from, into) = (Sample.shaling.number, Sample.hongsi.number)
        let closed = try await client.post(
            "/units/\(from)/close", form: ["version": "1", "reason": "撤并", "day": today])
        #expect(closed.status == 409)
        #expect(try await client.get("/units/\(from)/merge").text.contains("红寺村"))
        let preview = try await client.get("/units/\(from)/merge?into=\(into)")
        #expect(preview.text.contains("确认将沙岭村并入红寺村？"))
        #expect(site.site.office().tree[Sample.shaling]?.until == nil)
        let merged = try await client.post(
            "/units/\(from)/merge", form: ["version": "1", "into": String(into), "day": today])
        #expect(merged.location == "/units/\(into)")
        #expect(try await site.store.person(Sample.wangXiulan.id)?.village == Sample.hongsi)
        #expect(site.site.office().tree[Sample.shaling]?.mergedInto == Sample.hongsi)
        let other = try await client.get("/units/\(into)/merge?into=\(Sample.taiping.number)")
        #expect(other.status == 409)
    }

    // MARK: Calendar

    private let notice = """
        date,kind,name
        2027-01-01,off,元旦
        2027-02-06,off,春节
        2027-02-07,work,
        """

    @Test func `a notice is taken in, stays, and is in force at once`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .systemAdministrator)
        #expect(try await client.get("/calendar?year=2027").text.contains("还没有录入"))
        let file = UploadedFile(field: "file", name: "2027.csv", bytes: Array(notice.utf8))
        let done = try await client.upload("/calendar", file: file)
        #expect(done.location == "/calendar?year=2027", "\(done.text)")
        let page = try await client.get("/calendar?year=2027").text
        #expect(page.contains("份档案的期限随之改变"))
        #expect(page.contains("7 班"))
        #expect(site.site.office().pack.calendar.isKnown(year: 2027))
        #expect(try await site.store.loadedCalendars()[2027] != nil)
    }

    @Test func `a faulty notice changes nothing and every fault is named`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .systemAdministrator)
        let file = UploadedFile(
            field: "file", name: "2027.csv",
            bytes: Array("2027-01-01,off,元旦\n2027-02-30,off,春节\nx,off,y".utf8))
        let answer = try await client.upload("/calendar", file: file)
        #expect(answer.status == 422)
        #expect(answer.text.contains("2027-02-30"))
        #expect(!site.site.office().pack.calendar.isKnown(year: 2027))
        #expect(try await site.store.loadedCalendars().isEmpty)
    }

    // MARK: Policy and audit

    @Test(arguments: Role.allCases)
    func `everybody may read what the district goes by`(role: Role) async throws {
        let page = try await TestSite().signedIn(as: role).get("/policy")
        #expect(page.status == 200)
        #expect(page.text.contains("手册第1步"))
    }

    @Test func `the audit shows sign-ins and narrows by what was done`() async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: .villageWorker)
        _ = try await worker.post("/sign-out")
        let client = try await site.signedIn(as: .auditAdministrator)
        let page = try await client.get("/audit?action=signed-out")
        #expect(page.text.contains("张海燕"))
        #expect(page.text.contains("退出"))
        #expect(!(try await client.get("/audit?action=backed-up").text.contains("张海燕")))
    }
}
