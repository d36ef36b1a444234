// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("紧急查看")
struct PassTests {
    private func number(_ member: CastMember) throws -> String {
        try #require(member.facts.identity?.full)
    }

    @Test func `the full number and a reason open one file for three hours, and the page says so`()
        async throws
    {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.hongsiWorker)
        let file = "/people/\(Sample.wangXiulan.id.number)"
        #expect(try await worker.get(file).status == 403)
        let answer = try await worker.post(
            "/passes", form: ["identity": try number(Sample.wangXiulan), "reason": "本人到窗口求助"])
        #expect(answer.location == file)
        let page = try await worker.get(file)
        #expect(page.status == 200)
        #expect(page.text.contains("紧急查看：这份档案不在您的管辖范围内，2026-03-02 12:00关闭。原因：本人到窗口求助"))
        #expect(!page.text.contains(try number(Sample.wangXiulan)))
        #expect(try await worker.get("/passes").text.contains("本人到窗口求助"))
        // Looking is all that it allows.
        #expect(try await worker.get("\(file)/correction").status == 403)
        let changed = try await worker.post("\(file)/correction", form: ["name": "王秀", "version": "1"])
        #expect(changed.status == 403)
        #expect(try await worker.get("/people/\(Sample.liJianguo.id.number)").status == 403)
        site.wait(seconds: Pass.longest)
        let later = try await site.signedIn(as: Sample.hongsiWorker)
        #expect(try await later.get(file).status == 403)
        #expect(!(try await later.get("/passes").text.contains("本人到窗口求助")))
    }

    @Test func `the audit keeps who opened which file and why`() async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.hongsiWorker)
        _ = try await worker.post(
            "/passes", form: ["identity": try number(Sample.wangXiulan), "reason": "本人到窗口求助"])
        let audit = try await site.signedIn(as: .auditAdministrator)
        let page = try await audit.get("/audit?action=pass-opened").text
        #expect(page.contains("紧急查看"))
        #expect(page.contains("本人到窗口求助"))
        #expect(page.contains("马志强"))
    }

    @Test func `a number that nobody bears says so, and leaves a trace without the number`() async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.hongsiWorker)
        let typed = try #require(
            "0123456789X".map { "99000019800101123\($0)" }.first {
                if case .success = IdentityNumber.read($0, rules: Sample.pack.identity) {
                    true
                } else {
                    false
                }
            })
        let answer = try await worker.post("/passes", form: ["identity": typed, "reason": "求助"])
        #expect(answer.status == 404)
        #expect(answer.text.contains("没有找到这个身份证号的人"))
        let rows = try await site.store.audit(of: nil, after: nil, limit: 50).rows.map(\.note)
        #expect(rows.contains { $0.action == .refused && $0.detail.contains("紧急查看") })
        #expect(!rows.contains { $0.detail.contains(typed) })
    }

    @Test(arguments: [("", "求助"), ("990000", "求助"), ("990000198205180023", "")])
    func `a wrong number or no reason opens nothing`(identity: String, reason: String) async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.hongsiWorker)
        let answer = try await worker.post("/passes", form: ["identity": identity, "reason": reason])
        #expect(answer.status == 422)
        #expect(try await site.store.account(Sample.hongsiWorker.id)?.passes.isEmpty == true)
    }

    @Test func `whoever sees the person anyway needs no pass`() async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.shalingWorker)
        let answer = try await worker.post(
            "/passes", form: ["identity": try number(Sample.wangXiulan), "reason": "求助"])
        #expect(answer.status == 303)
        #expect(try await site.store.account(Sample.shalingWorker.id)?.passes.isEmpty == true)
        let welfare = try await site.signedIn(as: .welfareClerk)
        #expect(try await welfare.get("/passes").status == 403)
    }

    @Test func `a slip of the pen is told as such`() async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.hongsiWorker)
        let right = try number(Sample.wangXiulan)
        let wrong = String(right.dropLast()) + (right.hasSuffix("1") ? "2" : "1")
        let answer = try await worker.post("/passes", form: ["identity": wrong, "reason": "求助"])
        #expect(answer.status == 404)
        #expect(answer.text.contains("没有找到此人"))
        #expect(try await site.store.account(Sample.hongsiWorker.id)?.passes.isEmpty == true)
    }
}
