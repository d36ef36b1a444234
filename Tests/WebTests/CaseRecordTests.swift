// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("The records of a case: withdrawing, letting off, signing, beginning anew, the file on paper")
struct CaseRecordTests {
    @Test func `a withdrawn record stays in sight, struck through, with who and why`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.contact("记错了人", mood: .hopeful)
        let act = ActID(try await desk.found.version)
        let client = try await desk.site.signedIn(as: Sample.aide)
        let address = "/cases/\(desk.id.number)/withdrawal"
        let history = try await client.get("/cases/\(desk.id.number)?tab=history")
        #expect(history.text.contains("\(address)?act=\(act.number)"))
        let form = try await client.get("\(address)?act=\(act.number)")
        #expect(form.text.contains("撤销记录"))
        #expect(form.text.contains("记错了人"))
        let answer = try await client.post(
            address,
            form: [
                "version": try #require(form.hidden("version")), "act": try #require(form.hidden("act")),
                "note": "不是本人",
            ])
        #expect(answer.status == 303)
        let after = try await client.get("/cases/\(desk.id.number)?tab=history")
        #expect(after.text.contains("<s>电话；记错了人"))
        #expect(after.text.contains("由宋佳撤销：不是本人"))
        #expect(!after.text.contains("\(address)?act=\(act.number)"))
    }

    @Test func `the town takes back its own record, the village does not`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let history = try await desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents
        let decision = try #require(history.first { $0.event.kind == .recordsOpened }).id.number
        let link = "/cases/\(desk.id.number)/withdrawal?act=\(decision)"
        #expect(try await desk.page("?tab=history", as: Sample.yangzhenClerk).text.contains(link))
        #expect(!(try await desk.page("?tab=history", as: Sample.shalingWorker).text.contains(link)))
    }

    @Test func `the course narrows to one step`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let page = try await desk.page("?tab=history&step=2", as: Sample.aide)
        #expect(page.text.contains("步骤02"))
        #expect(!page.text.contains("步骤03"))
    }

    @Test func `02.r3 a supervisor lets a duty off with a reason, nobody else is offered it`() async throws {
        let desk = try await OneCaseDesk()
        #expect(!(try await desk.page("?tab=duties", as: Sample.shalingWorker).text.contains("批准免办")))
        let client = try await desk.site.signedIn(as: Sample.supervisor)
        let page = try await client.get("/cases/\(desk.id.number)?tab=duties")
        let link = try #require(page.text.firstMatch(of: /href="(\/cases\/\d+\/waiver\?[^"]+)"/)).1
        let address = String(link).replacing("&amp;", with: "&")
        let form = try await client.get(address)
        #expect(form.status == 200)
        var pairs = ["version", "rule", "anchor", "period", "confirmed"].map { ($0, form.hidden($0) ?? "") }
        let empty = try await client.post("/cases/\(desk.id.number)/waiver", pairs: pairs)
        #expect(empty.status == 422)
        pairs.append(("reason", "本人在外地照顾老人"))
        let done = try await client.post("/cases/\(desk.id.number)/waiver", pairs: pairs)
        #expect(done.status == 303)
        let duties = try await desk.site.store.duties(of: .assistanceCase(desk.id))
        #expect(duties.count { $0.standing(on: Sample.today) == .waived } == 1)
        #expect(try await client.get(address).status == 404)
        let refused = try await desk.site.signedIn(as: Sample.shalingWorker).get(address)
        #expect(refused.status == 403)
    }

    @Test func `17.r2 a new round begins at the level that a person chose`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let client = try await desk.site.signedIn(as: Sample.shalingWorker)
        let address = "/cases/\(desk.id.number)"
        _ = try await desk.site.site.office().endCase(
            desk.id, version: desk.found.version, reason: .ineligible, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        #expect(try await client.get(address).text.contains("\(address)/reopening"))
        let form = try await client.get("\(address)/reopening")
        for level in ["村级", "镇级", "区级"] { #expect(form.text.contains(level)) }
        let answer = try await client.post(
            "\(address)/reopening",
            form: [
                "version": try #require(form.hidden("version")), "day": Sample.today.iso, "level": "town",
                "note": "又失业了",
            ])
        #expect(answer.status == 303)
        #expect(try await desk.found.care.holder == .town)
        #expect(try await desk.found.care.number == 2)
        #expect(try await client.get(address).text.contains("第2轮"))
    }

    @Test func `07.w2 the agreement is signed in a box where there is a script, and drawn on the page`()
        async throws
    {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.handUp()
        let client = try await desk.site.signedIn(as: Sample.specialist)
        let address = "/cases/\(desk.id.number)"
        try await desk.meet()
        let form = try await client.get("\(address)/acts/sign-agreement?tab=plans")
        #expect(form.text.contains("/assets/sign.js"))
        #expect(!(try await client.get(address).text.contains("/assets/sign.js")))
        let version = try #require(form.hidden("version"))
        func sign(_ strokes: String) async throws -> Answer {
            try await client.post(
                "\(address)/acts/sign-agreement",
                form: [
                    "version": version, "day": Sample.today.iso, "content": "双方的权利义务", "strokes": strokes,
                ])
        }
        for wrong in ["M1 2\"/><script>", "M1 2 C3 4", "１２"] {
            #expect(try await sign(wrong).status == 422, "\(wrong)")
        }
        #expect(try await sign("M10 20L30 40").status == 303)
        for part in ["?tab=plans", "?tab=history", "/file"] {
            #expect(
                try await client.get(address + part).text.contains("<path d=\"M10 20L30 40\">"), "\(part)")
        }
    }

    @Test func `06.w1 the file on paper: masked, bound, numbered, and the audit knows of it`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.handUp()
        let page = try await desk.page("/file", as: Sample.yangzhenClerk)
        #expect(page.status == 200)
        let person = try #require(try await desk.site.store.person(Sample.wangXiulan.id))
        let number = try #require(person.facts.identity)
        #expect(!page.text.contains(number.full))
        #expect(page.text.contains(number.masked))
        for words in ["就业援助档案", "目录", "联系记录", "岗位推荐", "村级上交镇级", "三次都没有成功", "甲公司"] {
            #expect(page.text.contains(words), "\(words)")
        }
        let sheets = page.text.matches(of: /<section class="sheet">/).count
        #expect(page.text.contains("第\(sheets)页 共\(sheets)页"))
        // The page told in the contents is the one on which the paper lies.
        let told = try #require(page.text.firstMatch(of: /村级上交镇级<\/td>.*?data-title="页码">(\d+)</)).1
        let bodies = page.text.split(separator: "<section class=\"sheet\">").dropFirst()
        let place = try #require(bodies.lastIndex { $0.contains("村级上交镇级") && $0.contains("材料") })
        #expect(Int(told) == bodies.distance(from: bodies.startIndex, to: place) + 1)
        let notes = try await desk.site.store.audit(
            of: .assistanceCase(desk.id), after: nil, limit: 5)
        #expect(notes.rows.contains { $0.note.action == .printed })
    }
}
