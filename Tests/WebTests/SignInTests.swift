// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import HTTPTypes
import SamplePeople
import Testing
import Web

@Suite("登录与会话")
struct SignInTests {
    /// Opens the form and sends it, as a person does.
    private func signIn(
        _ client: TestClient, _ login: String, _ password: String, next: String = ""
    ) async throws -> Answer {
        let page = try await client.get(next.isEmpty ? "/sign-in" : "/sign-in?next=\(next)")
        return try await client.post(
            "/sign-in",
            form: [
                "login": login, "password": password, "stamp": page.hidden("stamp") ?? "",
                "next": page.hidden("next") ?? "",
            ])
    }

    @Test func `a page without a session leads to the form and back`() async throws {
        let client = try await TestSite().client()
        let asked = try await client.get("/password")
        #expect(asked.status == 303)
        #expect(asked.location == "/sign-in?next=%2Fpassword")
        let done = try await signIn(client, "shaling", TestSite.password, next: "%2Fpassword")
        #expect(done.status == 303)
        #expect(done.location == "/password")
        #expect(try await client.get("/password").status == 200)
    }

    @Test(arguments: [
        "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)",
        "/sign-out", "",
    ])
    func `only addresses of this site are gone to after signing in`(next: String) async throws {
        let client = try await TestSite().client()
        let page = try await client.get("/sign-in")
        let done = try await client.post(
            "/sign-in",
            form: [
                "login": "shaling", "password": TestSite.password, "stamp": page.hidden("stamp") ?? "",
                "next": next,
            ])
        #expect(done.location == "/")
    }

    @Test func `a wrong password and an unknown login read the same`() async throws {
        let client = try await TestSite().client()
        let wrong = try await signIn(client, "shaling", "Not-The-One.1")
        let unknown = try await signIn(client, "nobody", "Not-The-One.1")
        #expect(wrong.status == 401)
        #expect(unknown.status == 401)
        #expect(wrong.text.contains("账号或密码不正确。"))
        #expect(unknown.text.contains("账号或密码不正确。"))
        #expect(client.cookie("yuanzhu") == nil)
    }

    @Test func `the fifth wrong password locks, and half an hour later the right one opens`() async throws {
        let site = try await TestSite()
        let client = site.client()
        for _ in 1...4 { #expect(try await signIn(client, "shaling", "Wrong-One.77").text.contains("不正确")) }
        #expect(try await signIn(client, "shaling", "Wrong-One.77").text.contains("已锁定，09:30以后再试"))
        #expect(try await signIn(client, "shaling", TestSite.password).status == 401)
        site.wait(seconds: 30 * 60 - 1)
        #expect(try await signIn(client, "shaling", TestSite.password).status == 401)
        site.wait(seconds: 1)
        #expect(try await signIn(client, "shaling", TestSite.password).status == 303)
    }

    @Test func `a form from elsewhere does not sign in`() async throws {
        let client = try await TestSite().client()
        let without = try await client.post(
            "/sign-in", form: ["login": "shaling", "password": TestSite.password])
        #expect(without.status == 400)
        let stamp = try await TestSite().client().get("/sign-in").hidden("stamp") ?? ""
        let foreign = try await client.post(
            "/sign-in", form: ["login": "shaling", "password": TestSite.password, "stamp": stamp])
        #expect(foreign.status == 400)
        #expect(client.cookie("yuanzhu") == nil)
    }

    @Test(arguments: [(7199, 303), (7200, 400)])
    func `the form is good for two hours`(seconds: Int, status: Int) async throws {
        let site = try await TestSite()
        let client = site.client()
        let stamp = try await client.get("/sign-in").hidden("stamp") ?? ""
        site.wait(seconds: seconds)
        let done = try await client.post(
            "/sign-in", form: ["login": "shaling", "password": TestSite.password, "stamp": stamp])
        #expect(done.status == status)
    }

    @Test func `one address may try so often within a minute and then waits`() async throws {
        let site = try await TestSite { $0.signIn.triesPerMinute = 3 }
        let client = site.client()
        for _ in 1...3 { #expect(try await signIn(client, "nobody", "x").status == 401) }
        #expect(try await signIn(client, "shaling", TestSite.password).status == 429)
        site.wait(seconds: 60)
        #expect(try await signIn(client, "shaling", TestSite.password).status == 303)
    }

    @Test func `signing in gives a new session and ends the one that was brought along`() async throws {
        let site = try await TestSite()
        let victim = site.client()
        let planted = try await site.signedIn(as: Sample.hongsiWorker)
        let token = planted.cookie("yuanzhu") ?? ""
        victim.keep(cookie: "yuanzhu", token)
        #expect(try await signIn(victim, "shaling", TestSite.password).status == 303)
        #expect(victim.cookie("yuanzhu") != token)
        #expect(try await planted.get("/password").status == 303)
    }

    @Test func `the cookie is closed to scripts, and to plain http where the site has TLS`() async throws {
        let plain = try await TestSite()
        let cookie = try await signIn(plain.client(), "shaling", TestSite.password).headers[.setCookie] ?? ""
        #expect(cookie.hasPrefix("yuanzhu="))
        #expect(cookie.contains("HttpOnly"))
        #expect(cookie.contains("SameSite=Lax"))
        #expect(!cookie.contains("Secure"))
        let secure = try await TestSite { $0.origin = "https://yuanzhu.example" }
        let other = try await signIn(secure.client(), "shaling", TestSite.password).headers[.setCookie] ?? ""
        #expect(other.hasPrefix("__Host-yuanzhu="))
        #expect(other.contains("Secure"))
        #expect(other.contains("Path=/"))
    }

    @Test(arguments: [(1799, 200), (1800, 303)])
    func `a session ends after half an hour without use`(seconds: Int, status: Int) async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .villageWorker)
        site.wait(seconds: seconds)
        #expect(try await client.get("/password").status == status)
    }

    @Test func `signing out ends the session on the server, not only in the browser`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .villageWorker)
        let token = client.cookie("yuanzhu") ?? ""
        #expect(try await client.post("/sign-out").location == "/sign-in")
        #expect(client.cookie("yuanzhu") == nil)
        client.keep(cookie: "yuanzhu", token)
        #expect(try await client.get("/password").status == 303)
    }

    @Test func `a disabled account is told so only with its right password`() async throws {
        let site = try await TestSite()
        let office = site.site.office()
        _ = try await office.disableAccount(
            Sample.shalingWorker.id, version: 2, reason: "调离", by: Sample.securityAdministrator.actor)
        let client = site.client()
        #expect(try await signIn(client, "shaling", "Wrong-One.77").text.contains("账号或密码不正确"))
        #expect(try await signIn(client, "shaling", TestSite.password).text.contains("已经停用"))
    }
}
