// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import HTTPTypes
import Pages
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("表单令牌、首次密码和一次提交")
struct FormSafetyTests {
    @Test(arguments: ["", "wrong", nil])
    func `a form without the session's token changes nothing`(token: String?) async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        var pairs = [("version", "2")]
        if let token { pairs.append((FormContext.csrfName, token)) } else { client.seed = nil }
        let answer = try await client.post("/accounts/1/reset", pairs: pairs)
        #expect(answer.status == 400)
        #expect(answer.text.contains("表单已失效"))
        #expect(try await site.store.account(AccountID(1))?.version == 2)
    }

    @Test func `another session's token is refused`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        client.seed = try await site.signedIn(as: .securityAdministrator).seed
        #expect(try await client.post("/accounts/1/reset", form: ["version": "2"]).status == 400)
    }

    @Test func `a form sent twice is taken once`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        let form: KeyValuePairs = ["version": "2", FormContext.onceName: "same"]
        let first = try await client.post("/accounts/1/reset", form: form)
        #expect(first.status == 200)
        let hash = try await site.store.credential(of: AccountID(1))?.hash
        let second = try await client.post("/accounts/1/reset", form: form)
        #expect(second.location == "/accounts/1")
        #expect(try await site.store.account(AccountID(1))?.version == 3)
        #expect(try await site.store.credential(of: AccountID(1))?.hash == hash)
    }

    @Test func `a once-token of one address is none at another`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        #expect(
            try await client.post("/accounts/1/reset", form: ["version": "2", FormContext.onceName: "x"])
                .status == 200)
        #expect(
            try await client.post("/accounts/2/reset", form: ["version": "2", FormContext.onceName: "x"])
                .status == 200)
        #expect(try await site.store.account(AccountID(2))?.version == 3)
    }

    @Test func `the second of two administrators is shown the form again`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        _ = try await client.post("/accounts/1/disable", form: ["version": "2", "reason": "调离"])
        let late = try await client.post("/accounts/1/disable", form: ["version": "2", "reason": "离职待岗"])
        #expect(late.status == 409)
        #expect(late.text.contains("刚才有其他工作人员更新了"))
        #expect(late.text.contains("离职待岗"))
        #expect(late.hidden("version") == "3")
    }

    @Test func `nothing opens before the first password is replaced`() async throws {
        let site = try await TestSite()
        let administrator = try await site.signedIn(as: .securityAdministrator)
        let slip = try await administrator.post("/accounts/1/reset", form: ["version": "2"])
        let password = try #require(slip.text.firstMatch(of: /<strong>([a-z0-9-]{14})<\/strong>/)?.1)
        let client = try await site.signedIn(as: .villageWorker)
        for path in ["/", "/people", "/work"] {
            #expect(try await client.get(path).location == "/password")
        }
        #expect(try await client.get("/password").text.contains("首次登录"))
        let weak = try await client.post(
            "/password", form: ["old": String(password), "new": "123456", "again": "123456"])
        #expect(weak.status == 409)
        let differing = try await client.post(
            "/password", form: ["old": String(password), "new": "Gai-Hao.2026", "again": "Gai-Hao.2027"])
        #expect(differing.status == 422)
        let wrong = try await client.post(
            "/password", form: ["old": "Not-The-One.1", "new": "Gai-Hao.2026", "again": "Gai-Hao.2026"])
        #expect(wrong.text.contains("现在的密码不对"))
        let before = client.cookie("yuanzhu")
        let done = try await client.post(
            "/password", form: ["old": String(password), "new": "Gai-Hao.2026", "again": "Gai-Hao.2026"])
        #expect(done.status == 303)
        #expect(client.cookie("yuanzhu") != before)
        #expect(try await client.get("/").status == 200)
    }

    @Test func `guessing the old password at an open desk locks and signs out`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .villageWorker)
        for _ in 1...5 {
            _ = try await client.post(
                "/password", form: ["old": "Not-The-One.1", "new": "Gai-Hao.2026", "again": "Gai-Hao.2026"])
        }
        #expect(try await client.get("/password").location == "/sign-in?next=%2Fpassword")
    }

    @Test func `a form whose session ended says so`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .villageWorker)
        site.wait(seconds: 31 * 60)
        let answer = try await client.post("/type-size", form: ["large": "1"])
        #expect(answer.status == 401)
        #expect(answer.text.contains("登录已过期"))
    }
}
