// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import FoundationXML
import HTTPTypes
import SamplePeople
import StoreMemory
import Testing
import Web

/// A site with one employer and vacancies in each state.
struct VacancySite {
    let site: TestSite

    init(_ change: (inout ServerSettings) -> Void = { _ in }) async throws {
        site = try await TestSite(change)
        let office = site.site.office()
        let clerk = Sample.yangzhenClerk.actor
        let receipt = try await office.registerEmployer(
            EmployerFacts(
                name: "测试机械厂", code: try CreditCode("91350100M000100Y43"),
                contacts: [EmployerContact(name: "张经理", phone: "010-80401234")]), on: Sample.today, by: clerk)
        let employer = EmployerID(receipt.subject.number)
        for (post, isVerified) in [("仓库管理员", true), ("叉车司机", false)] {
            var facts = VacancyFacts(
                post: post, occupation: "库管", headcount: 2, pay: Pay(from: 4000, through: 5000),
                place: WorkPlace(unit: Sample.yangzhen, words: "工业区1号</script>"),
                requirements: [Requirement(.education(.junior))],
                validThrough: Sample.today.adding(days: 30), description: "包午餐")
            facts.ageStatement = isVerified ? "50岁以下" : ""
            _ = try await office.postVacancy(
                facts, of: employer,
                verified: isVerified ? Verification(confirmedBy: "张经理") : nil, on: Sample.today,
                isConfirmed: true, by: clerk)
        }
    }

    static let open = VacancyID(1)
    static let stale = VacancyID(2)
}

@Suite("岗位信息的页面 · 05.w2 05.r2 14.w2 14.r2")
struct VacancyPageTests {
    private static let form: [(String, String)] = [
        ("employer", "1"), ("post", "包装工"), ("occupation", "库管"), ("headcount", "3"), ("pay", "0.4-0.5万"),
        ("place", "2"), ("placeWords", ""), ("validThrough", Sample.today.adding(days: 30).iso),
        ("confirmedBy", "张经理 010-80401234"), ("means", "telephone"), ("day", Sample.today.iso),
        ("education", "junior"), ("education-weight", "nice"), ("source", "client"),
    ]

    private func form(_ changes: [String: String] = [:]) -> [(String, String)] {
        Self.form.filter { changes[$0.0] == nil } + changes.map { ($0.key, $0.value) }
    }

    @Test func `14.w2: a vacancy is posted with a few fields, pay in 万 turned into yuan`() async throws {
        let desk = try await VacancySite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let page = try await client.get("/vacancies/new?employer=1")
        #expect(page.status == 200 && page.text.contains("测试机械厂") && page.text.contains("010-80401234"))
        let answer = try await client.post("/vacancies", pairs: form())
        #expect(answer.status == 303 && answer.location == "/vacancies/3")
        let vacancy = try #require(try await desk.site.store.vacancy(VacancyID(3)))
        #expect(vacancy.facts.pay == Pay(from: 4000, through: 5000) && vacancy.facts.level == .town)
        #expect(vacancy.facts.requirements == [Requirement(.education(.junior), .nice)])
        #expect(vacancy.verified?.confirmedBy == "张经理 010-80401234")
    }

    @Test(
        arguments: [
            (["post": "包装工（限女性）"], 409, "第二十七条"), (["pay": "面议"], 422, "面议"), (["pay": ""], 422, "没有填写待遇"),
            (["headcount": "0"], 409, "招聘人数是0"),
            (["post": "仓库管理员", "placeWords": "工业区1号</script>"], 409, "重复登记"),
            (["validThrough": "2020-01-01"], 409, "已经过去"), (["occupation": "其他"], 422, "请写明是什么工种"),
        ] as [([String: String], Int, String)])
    func `05.r2, 14.r2: a form that cannot be taken comes back with what was typed`(
        changes: [String: String], status: Int, says: String
    ) async throws {
        let desk = try await VacancySite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let answer = try await client.post("/vacancies", pairs: form(changes))
        #expect(answer.status == status && answer.text.contains(says), "\(answer.status)")
        #expect(answer.text.contains("张经理 010-80401234"))
        #expect(try await desk.site.store.vacancy(VacancyID(3)) == nil)
    }

    @Test func `14.r2: what is odd is asked back once and taken when confirmed`() async throws {
        let desk = try await VacancySite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let asked = try await client.post("/vacancies", pairs: form(["ageStatement": "50岁以下"]))
        #expect(asked.status == 409 && asked.text.contains("name=\"confirmed\""))
        let taken = try await client.post(
            "/vacancies", pairs: form(["ageStatement": "50岁以下", "confirmed": "1"]))
        #expect(taken.status == 303)
    }

    @Test func `05.r2: a stale vacancy is confirmed from its page in one press`() async throws {
        let desk = try await VacancySite()
        let client = try await desk.site.signedIn(as: Sample.aide)
        let list = try await client.get("/vacancies?standing=stale")
        #expect(list.text.contains("叉车司机") && !list.text.contains("仓库管理员"))
        let page = try await client.get("/vacancies/2")
        #expect(page.text.contains("还没有向单位核实过"))
        let answer = try await client.post(
            "/vacancies/2/confirmations",
            form: [
                "version": page.hidden("version") ?? "", "confirmedBy": "张经理", "means": "telephone",
                "day": Sample.today.iso,
            ])
        #expect(answer.status == 303)
        #expect(try await client.get("/vacancies").text.contains("叉车司机"))
    }

    @Test func `05.w2: a registered vacancy fills the recommendation`() async throws {
        let desk = try await HelpSite()
        try await desk.help(Sample.wangXiulan)
        let office = desk.site.site.office()
        let receipt = try await office.registerEmployer(
            EmployerFacts(name: "测试机械厂", withoutCode: "演示"), on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        _ = try await office.postVacancy(
            VacancyFacts(
                post: "仓库管理员", occupation: "库管", pay: Pay(from: 4000, through: 5000),
                place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 9)),
            of: EmployerID(receipt.subject.number), verified: Verification(confirmedBy: "张经理"),
            on: Sample.today, by: Sample.yangzhenClerk.actor)
        let client = try await desk.site.signedIn(as: Sample.aide)
        let found = try #require(try await desk.site.store.newestCase(of: Sample.wangXiulan.id))
        let address = "/cases/\(found.id.number)/acts/recommend"
        let page = try await client.get(address)
        #expect(page.text.contains("仓库管理员｜测试机械厂｜4000—5000元/月"))
        let answer = try await client.post(
            address,
            form: [
                "version": page.hidden("version") ?? "", "day": Sample.today.iso, "vacancy": "1",
                "confirmed": Sample.today.iso,
            ])
        #expect(answer.status == 303, "\(answer.text.prefix(3000))")
        let vacancy = try #require(try await desk.site.store.vacancy(VacancyID(1)))
        #expect(vacancy.awaited == 1)
        let after = try #require(try await desk.site.store.newestCase(of: Sample.wangXiulan.id))
        let told = try #require(after.care.recommendations.last?.recommendation)
        #expect(told.confirmedBy == "张经理" && told.vacancy.pay.contains("4000—5000元/月"))
    }

    @Test func `14.w2: the export can be read in again`() async throws {
        let desk = try await VacancySite()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let file = try await client.get("/vacancies/export.csv?standing=all")
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.text.contains("测试机械厂,91350100M000100Y43,,仓库管理员,库管,2,4000-5000,"))
        #expect(!file.text.contains("50岁"))
        let json = try await client.get("/vacancies/export.json")
        let postings = try #require(
            try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [[String: Any]])
        #expect(postings.map { $0["title"] as? String } == ["仓库管理员"])
    }
}

@Suite("公开的招聘岗位 · 14.r1 05.r2")
struct BoardPageTests {
    @Test(arguments: [
        "/public/jobs", "/public/jobs/1", "/public/jobs.atom", "/public/notice", "/public/led.json",
    ])
    func `05.r2: without login only open, verified vacancies and nothing of persons`(
        address: String
    ) async throws {
        let desk = try await VacancySite()
        let answer = try await desk.site.client().get(address)
        #expect(answer.status == 200 && answer.text.contains("仓库管理员"))
        for secret in ["叉车司机", "张经理", "80401234", "50岁以下", "csrf"] {
            #expect(!answer.text.contains(secret), "\(secret)")
        }
        #expect(answer.headers[.cacheControl] == "public, max-age=60")
        #expect(answer.headers[.setCookie] == nil)
    }

    @Test func `05.r2: a vacancy that is not open is no page`() async throws {
        let desk = try await VacancySite()
        for address in ["/public/jobs/2", "/public/jobs/9", "/public/jobs/x", "/public/jobs?after=x"] {
            #expect(try await desk.site.client().get(address).status == 404, "\(address)")
        }
    }

    @Test func `14.r1: the structured data is a JobPosting and cannot end its block`() async throws {
        let desk = try await VacancySite { $0.origin = "https://jobs.example.cn" }
        let text = try await desk.site.client().get("/public/jobs/1").text
        let start = try #require(text.range(of: "<script type=\"application/ld+json\">")?.upperBound)
        let end = try #require(text.range(of: "</script>", range: start..<text.endIndex)?.lowerBound)
        let json = try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8))
        let posting = try #require(json as? [String: Any])
        #expect(posting["@type"] as? String == "JobPosting")
        #expect(posting["title"] as? String == "仓库管理员")
        #expect(posting["totalJobOpenings"] as? Int == 2)
        #expect(posting["url"] as? String == "https://jobs.example.cn/public/jobs/1")
        let place = (posting["jobLocation"] as? [String: Any])?["address"] as? [String: Any]
        #expect(place?["streetAddress"] as? String == "工业区1号</script>")
        let salary = (posting["baseSalary"] as? [String: Any])?["value"] as? [String: Any]
        #expect(salary?["minValue"] as? Int == 4000 && salary?["unitText"] as? String == "MONTH")
    }

    @Test func `a page that has not changed is not sent again`() async throws {
        let desk = try await VacancySite()
        let client = desk.site.client()
        let first = try await client.get("/public/jobs")
        let tag = try #require(first.headers[.eTag])
        let second = try await client.get("/public/jobs", headers: [.ifNoneMatch: tag])
        #expect(second.status == 304 && second.bytes.isEmpty)
    }

    @Test func `a crawler is told in words to wait, and how long`() async throws {
        let desk = try await VacancySite {
            $0.publicPagesAtOnce = 3
            $0.publicPageMilliseconds = 2_000
        }
        let client = desk.site.client()
        for _ in 1...3 { #expect(try await client.get("/public/jobs").status == 200) }
        let refused = try await client.get("/public/jobs/1")
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "2")
        #expect(refused.text.contains("请等2秒再试"))
        desk.site.wait(seconds: 2)
        #expect(try await client.get("/public/jobs").status == 200)
        #expect(try await client.get("/public/jobs").status == 429)
        desk.site.wait(seconds: 60)
        for _ in 1...3 { #expect(try await client.get("/public/jobs").status == 200) }
        #expect(try await client.get("/public/jobs").status == 429)
    }

    @Test func `the filters narrow the board, and the feed is well-formed`() async throws {
        let desk = try await VacancySite()
        let client = desk.site.client()
        #expect(try await client.get("/public/jobs?pay=6000").text.contains("没有符合条件的岗位"))
        #expect(try await client.get("/public/jobs?education=primary").text.contains("没有符合条件的岗位"))
        #expect(try await client.get("/public/jobs?place=2&shift=&occupation=").text.contains("仓库管理员"))
        let feed = try await client.get("/public/jobs.atom")
        let parser = XMLParser(data: Data(feed.bytes))
        #expect(parser.parse() && feed.text.contains("工业区1号&lt;/script&gt;"))
    }

    @Test func `the LED page shows the list by itself`() async throws {
        let desk = try await VacancySite()
        let page = try await desk.site.client().get("/public/led")
        #expect(page.text.contains("led.js") && page.text.contains("仓库管理员") && page.text.contains("更新时间"))
        let list = try await desk.site.client().get("/public/led.json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(list.bytes)) as? [String: Any])
        #expect((json["jobs"] as? [[String]])?.count == 1 && json["made"] as? String != nil)
    }
}
