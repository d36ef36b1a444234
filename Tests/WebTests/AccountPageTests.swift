// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("账号页面 · 三员分立")
struct AccountPageTests {
    private let village = String(Sample.hongsi.number)

    @Test func `a new account is shown with its password once and must change it`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        let slip = try await client.post(
            "/accounts", form: ["name": "李新", "login": "lixin", "role1": "aide", "unit1": village])
        #expect(slip.status == 200)
        let password = try #require(slip.text.firstMatch(of: /<strong>([a-z0-9-]{14})<\/strong>/)?.1)
        let account = try #require(try await site.store.account(login: "lixin"))
        #expect(account.mustChangePassword)
        #expect(account.grants == [Grant(role: .aide, unit: Sample.hongsi)])
        let page = try await client.get("/accounts/\(account.id.number)")
        #expect(page.text.contains("未改首次密码"))
        #expect(!page.text.contains(password))
    }

    @Test func `faults of a new account are all shown at once with what was typed`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        let answer = try await client.post(
            "/accounts", form: ["name": "", "login": "", "role1": "aide", "role2": "expert"])
        #expect(answer.status == 422)
        for sentence in ["请填写姓名。", "请填写账号。", "请选择这个岗位所在的单位。"] {
            #expect(answer.text.contains(sentence))
        }
        let taken = try await client.post(
            "/accounts", form: ["name": "李新", "login": "shaling", "role1": "aide", "unit1": village])
        #expect(taken.status == 409)
        #expect(taken.text.contains("value=\"李新\""))
        #expect(taken.text.contains("field wrong"))
    }

    @Test(arguments: [
        ("village-worker", Sample.yangzhen, "不设在"), ("town-clerk", Sample.shaling, "不设在"),
    ])
    func `a role stands at a unit of its level`(role: String, unit: UnitID, says: String) async throws {
        let client = try await TestSite().signedIn(as: .securityAdministrator)
        let answer = try await client.post(
            "/accounts", form: ["name": "李新", "login": "lixin", "role1": role, "unit1": String(unit.number)])
        #expect(answer.status == 409)
        #expect(answer.text.contains(says))
    }

    @Test func `an administrator is nothing else`() async throws {
        let client = try await TestSite().signedIn(as: .securityAdministrator)
        let answer = try await client.post(
            "/accounts",
            form: [
                "name": "李新", "login": "lixin", "role1": "audit-administrator",
                "unit1": String(Sample.district.number), "role2": "system-administrator",
                "unit2": String(Sample.district.number),
            ])
        #expect(answer.status == 409)
        #expect(answer.text.contains("必须由不同的人担任"))
    }

    @Test func `new roles hold at once, and the session ends`() async throws {
        let site = try await TestSite()
        let worker = try await site.signedIn(as: Sample.shalingWorker)
        let client = try await site.signedIn(as: .securityAdministrator)
        let done = try await client.post(
            "/accounts/1/roles", form: ["version": "2", "role1": "village-worker", "unit1": village])
        #expect(done.location == "/accounts/1")
        #expect(try await client.get("/accounts/1").text.contains("岗位已调整"))
        #expect(try await worker.get("/work").location == "/sign-in?next=%2Fwork")
        #expect(try await site.store.account(AccountID(1))?.grants.first?.unit == Sample.hongsi)
    }

    @Test func `nobody changes an account of one's own`() async throws {
        let client = try await TestSite().signedIn(as: .securityAdministrator)
        let own = Sample.securityAdministrator.id.number
        #expect(!(try await client.get("/accounts/\(own)").text.contains("重置密码</a>")))
        let answer = try await client.post("/accounts/\(own)/reset", form: ["version": "2"])
        #expect(answer.status == 409)
        #expect(answer.text.contains("不能变更自己的账号"))
    }

    @Test func `a disabled account opens again`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .securityAdministrator)
        let without = try await client.post("/accounts/1/disable", form: ["version": "2"])
        #expect(without.status == 422)
        _ = try await client.post("/accounts/1/disable", form: ["version": "2", "reason": "调离"])
        #expect(try await client.get("/accounts/1").text.contains("原因：调离"))
        _ = try await client.post("/accounts/1/enable", form: ["version": "3"])
        #expect(try await site.store.account(AccountID(1))?.isDisabled == false)
    }

    @Test func `the list is narrowed by town and role`() async throws {
        let client = try await TestSite().signedIn(as: .securityAdministrator)
        let town = try await client.get("/accounts?unit=\(Sample.nancai.number)")
        #expect(town.text.contains("qianfengbo"))
        #expect(!town.text.contains("shaling<"))
        let role = try await client.get("/accounts?role=aide")
        #expect(role.text.contains("共1个账号"))
    }

    @Test(arguments: Role.allCases.filter { $0 != .securityAdministrator })
    func `accounts are the security administrator's alone`(role: Role) async throws {
        let client = try await TestSite().signedIn(as: role)
        #expect(try await client.get("/accounts").status == 403)
        #expect(try await client.post("/accounts/1/reset", form: ["version": "2"]).status == 403)
    }
}
