// SPDX-License-Identifier: Apache-2.0
import Assistance
import HTTPTypes
import SamplePeople
import Testing
import Web

@Suite("回答：安全标头、出错页面、静态文件、日志")
struct AnswerTests {
    @Test(arguments: ["/sign-in", "/nowhere", "/assets/yuanzhu.css", "/health/live"])
    func `every answer carries the security headers`(path: String) async throws {
        let answer = try await TestSite().client().get(path)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("script-src") != true)
        #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
        #expect(answer.headers[.strictTransportSecurity] == nil)
    }

    @Test func `a site with TLS asks browsers to stay with it`() async throws {
        let site = try await TestSite { $0.origin = "https://yuanzhu.example" }
        #expect(try await site.client().get("/sign-in").headers[.strictTransportSecurity] != nil)
    }

    @Test func `a missing page says so in Chinese, with and without a session`() async throws {
        let site = try await TestSite()
        let outside = try await site.client().get("/nowhere")
        #expect(outside.status == 404)
        #expect(outside.text.contains("没有这个页面"))
        let inside = try await site.signedIn(as: .securityAdministrator).get("/accounts/999")
        #expect(inside.status == 404)
        #expect(inside.text.contains("主菜单"))
    }

    @Test func `a wrong method says which are right`() async throws {
        let client = try await TestSite().client()
        let answer = try await client.send(.delete, "/sign-in")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "GET, POST")
        #expect(answer.text.contains("不能这样打开"))
        #expect(try await client.send(.post, "/health/live").status == 405)
    }

    @Test func `a form beyond the bound is refused in Chinese`() async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: .villageWorker)
        let answer = try await client.send(
            .post, "/type-size", headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(repeating: UInt8(ascii: "a"), count: 1024 * 1024 + 1))
        #expect(answer.status == 413)
        #expect(answer.text.contains("文件太大"))
    }

    @Test func `what one may not do is said, and where to ask`() async throws {
        let answer = try await TestSite().signedIn(as: .villageWorker).get("/accounts")
        #expect(answer.status == 403)
        #expect(answer.text.contains("没有权限"))
        #expect(answer.text.contains("安全管理员"))
    }

    @Test func `errors under api are problem details`() async throws {
        let answer = try await TestSite().client().get("/api/v1/nowhere")
        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.text.contains("\"status\":404"))
    }

    @Test func `assets are kept for good under their version only`() async throws {
        let client = try await TestSite().client()
        let page = try await client.get("/sign-in").text
        let link = try #require(page.firstMatch(of: /href="(\/assets\/yuanzhu\.css\?v=[0-9a-f]+)"/)?.1)
        let named = try await client.get(String(link))
        #expect(named.status == 200)
        #expect(named.headers[.cacheControl]?.contains("immutable") == true)
        #expect(try await client.get("/assets/yuanzhu.css?v=old").headers[.cacheControl] == "no-cache")
        let tag = try #require(named.headers[.eTag])
        let again = try await client.get(String(link), headers: [.ifNoneMatch: tag])
        #expect(again.status == 304)
        #expect(again.bytes.isEmpty)
        #expect(try await client.get("/assets/..%2FRoutes.swift").status == 404)
    }

    @Test func `pages are never kept by browsers`() async throws {
        let site = try await TestSite()
        #expect(try await site.client().get("/sign-in").headers[.cacheControl] == "no-store")
        #expect(
            try await site.signedIn(as: .villageWorker).get("/password").headers[.cacheControl] == "no-store")
    }

    @Test func `metrics answer this machine alone, by patterns and not by addresses`() async throws {
        let site = try await TestSite()
        _ = try await site.signedIn(as: .securityAdministrator).get("/accounts/1")
        let client = site.client()
        let answer = try await client.get("/metrics")
        #expect(answer.status == 200)
        #expect(answer.text.contains("route=\"/accounts/{id}\",status=\"200\"} 1"))
        #expect(try await client.send(.get, "/metrics", from: "192.0.2.7").status == 404)
        let forwarded: HTTPFields = [HTTPField.Name("X-Forwarded-For")!: "192.0.2.7"]
        #expect(try await client.get("/metrics", headers: forwarded).status == 404)
    }

    @Test func `the server is ready when its store answers`() async throws {
        let client = try await TestSite().client()
        #expect(try await client.get("/health/ready").text == "ready\n")
        #expect(try await client.get("/health/live").text == "live\n")
    }

    @Test func `the log holds no name, number, login or password`() async throws {
        let site = try await TestSite()
        let client = site.client()
        let stamp = try await client.get("/sign-in").hidden("stamp") ?? ""
        for password in ["Wrong-Pass.99", TestSite.password] {
            _ = try await client.post(
                "/sign-in", form: ["login": "shaling", "password": password, "stamp": stamp])
        }
        let worker = try await site.signedIn(as: .villageWorker)
        _ = try await worker.get("/people/1")
        _ = try await worker.post("/people/search", form: ["q": "王秀兰"])
        _ = try await worker.get("/nowhere/%E7%8E%8B%E7%A7%80%E5%85%B0?q=%E7%8E%8B%E7%A7%80%E5%85%B0")
        let log = site.log.all.joined(separator: "\n")
        #expect(site.log.all.count >= 6)
        for word in ["王秀兰", "%E7%8E%8B", "Wrong-Pass", TestSite.password, "shaling", "张海燕", stamp] {
            #expect(!log.contains(word))
        }
        #expect(!log.contains("/people/1"))
    }
}
