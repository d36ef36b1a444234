// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("移交、请假、停用: 03.w1")
struct HandoverTests {
    private let worker = Sample.shalingWorker
    private var sent: [(String, String)] {
        [
            ("to", String(Sample.shalingWorker.id.number)), ("reason", "宋佳调离"), ("day", "2026-03-02"),
            ("once", "pressed-twice"),
        ]
    }

    @Test func `03.w1: a whole caseload passes at once, a second press passes nothing`() async throws {
        let desk = try await CaseTestDesk()
        let first = try await desk.atVillage(Sample.wangXiulan)
        let second = try await desk.atVillage(Sample.liJianguo)
        let client = try await desk.site.signedIn(as: worker)
        #expect(try await client.get("/handover").text.contains("/handover/\(Sample.aide.id.number)\""))
        let address = "/handover/\(Sample.aide.id.number)"
        let page = try await client.get(address).text
        #expect(page.contains("2名援助对象"))
        #expect(page.contains("张海燕"))
        #expect(!page.contains("韩雪梅"))
        #expect(try await client.post(address, pairs: sent).status == 303)
        for id in [first, second] {
            #expect(try await desk.found(id).helper?.account == worker.id)
        }
        let version = try await desk.found(first).version
        #expect(try await client.post(address, pairs: sent).status == 303)
        #expect(try await desk.found(first).version == version)
        #expect(try await desk.site.store.caseload(of: Sample.aide.id).isEmpty)
    }

    @Test func `03.w1: what is owed in the cases passes with them`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atVillage(Sample.wangXiulan)
        let before = try await desk.office.caseload(of: Sample.aide.id, by: worker.actor)
        let client = try await desk.site.signedIn(as: worker)
        _ = try await client.post("/handover/\(Sample.aide.id.number)", pairs: sent)
        let after = try await desk.office.caseload(of: worker.id, by: worker.actor)
        #expect(after.duties == before.duties)
        #expect(try await desk.found(id).account(of: .aide) == worker.id)
    }

    @Test func `03.w1: a caseload of another office is nobody's to pass`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let other = try await desk.site.signedIn(as: Sample.hongsiWorker)
        let address = "/handover/\(Sample.aide.id.number)"
        #expect(try await other.get(address).status == 403)
        #expect(try await other.post(address, pairs: sent).status == 403)
        let aide = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await aide.get("/handover").status == 403)
        // Reason and receiver are asked for.
        let client = try await desk.site.signedIn(as: worker)
        let empty = try await client.post(address, form: ["day": "2026-03-02"])
        #expect(empty.status == 422)
        #expect(empty.text.contains("请填写接手人"))
        #expect(empty.text.contains("请填写移交原因"))
    }

    @Test func `a worker sets the own leave, the colleague is told, and it ends early`() async throws {
        let desk = try await CaseTestDesk()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let page = try await aide.get("/leave")
        #expect(page.text.contains("张海燕"))
        #expect(!page.text.contains("马志强"))
        let version = try #require(page.hidden("version"))
        let answer = try await aide.post(
            "/leave",
            form: [
                "from": "2026-03-02", "through": "2026-03-06", "by": "\(worker.id.number)", "reason": "培训",
                "version": version,
            ])
        #expect(answer.status == 303)
        let colleague = try await desk.site.signedIn(as: worker)
        #expect(try await colleague.get("/leave").text.contains("您正在为宋佳代办"))
        #expect(try await desk.office.accountsSeenTo(by: worker.actor) == [worker.id, Sample.aide.id])
        let now = try await aide.get("/leave")
        _ = try await aide.post("/leave/end", form: ["version": try #require(now.hidden("version"))])
        #expect(try await desk.office.accountsSeenTo(by: worker.actor) == [worker.id])
    }

    @Test func `a leave is covered by somebody of the same office, and does not end before it begins`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        func send(_ by: Account, through: String) async throws -> Answer {
            try await aide.post(
                "/leave",
                form: [
                    "from": "2026-03-05", "through": through, "by": "\(by.id.number)", "reason": "培训",
                    "version": try #require(try await aide.get("/leave").hidden("version")),
                ])
        }
        #expect(try await send(Sample.hongsiWorker, through: "2026-03-06").status == 404)
        let backwards = try await send(worker, through: "2026-03-04")
        #expect(backwards.status == 409)
        #expect(backwards.text.contains("结束日期早于开始日期"))
    }

    @Test func `03.w1: an account with cases is not closed, and the page says what to do first`() async throws
    {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let security = try await desk.site.signedIn(as: .securityAdministrator)
        let address = "/accounts/\(Sample.aide.id.number)/disable"
        let page = try await security.get(address)
        let answer = try await security.post(
            address, form: ["reason": "调离", "version": try #require(page.hidden("version"))])
        #expect(answer.status == 409)
        #expect(answer.text.contains("还负责1名援助对象"))
        #expect(answer.text.contains("移交与请假"))
    }
}
