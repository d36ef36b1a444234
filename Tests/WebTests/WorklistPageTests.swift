// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Pages
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("我的待办：03.w2, 05.r1, 06.r2, 16.w2")
struct WorklistPageTests {
    @Test func `every rule that is owed has the form that meets it`() {
        for rule in HelpSite.pack.owed.rules {
            #expect(DutyForm(rule: rule.key) != nil, "\(rule.key)")
        }
    }

    @Test func `the forms of acts ask for the deed that the act itself asks for`() async throws {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        let found = try await desk.found(Sample.wangXiulan)
        let possible = found.possibleActs(on: Sample.today, numbers: HelpSite.pack.procedure)
        // Whose deed the act is does not hang on the level that holds the case.
        let steady: Set<Deed> = [
            .recognise, .registerWork, .followUp, .retain, .train, .placeWelfare,
        ]
        var count = 0
        for rule in HelpSite.pack.owed.rules {
            guard let form = DutyForm(rule: rule.key) else { continue }
            for act in form.acts where form.deeds.count == 1 && form.deeds.isSubset(of: steady) {
                let doer = possible.first { $0.act == act }?.doer.deed
                #expect(doer.map { form.deeds.contains($0) } == true, "\(rule.key) \(act)")
                count += 1
            }
        }
        #expect(count >= 18)
    }

    @Test func `03.w2: a contact is done from the list in at most three clicks, and the line is gone`()
        async throws
    {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        try await desk.assign(Sample.wangXiulan)
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let list = try await aide.get("/work")
        let line = try #require(list.lines.first { $0.text.contains("援助员首次联系") })
        #expect(line.text.contains("王秀兰"))
        #expect(line.text.contains("宋佳"))
        var clicks = 1
        let address = try #require(line.act)
        let form = try await aide.get(address)
        #expect(form.status == 200)
        #expect(form.hidden("from") == "work")
        // The means are chosen already; the words are typed, and one click saves.
        clicks += 1
        let sent = try await aide.post(
            String(address.prefix { $0 != "?" }),
            form: [
                "version": form.hidden("version") ?? "", "from": "work", "day": Sample.today.iso,
                "means": "telephone", "reached": "yes", "words": "说明援助内容", "view": "想做家政",
            ])
        #expect(sent.location == "/work")
        #expect(clicks <= 3)
        let after = try await aide.get("/work")
        #expect(!after.lines.contains { $0.text.contains("援助员首次联系") })
    }

    @Test func `the list shows one's own lines and nobody's, and all of the unit on demand`() async throws {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        try await desk.assign(Sample.wangXiulan)
        try await desk.recognise(Sample.sunGuifang)
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let own = try await worker.get("/work?rule=first.vacancy")
        #expect(own.lines.map { $0.text.contains("孙桂芳") } == [true])
        #expect(own.lines.first?.text.contains("未落实到人") == true)
        let all = try await worker.get("/work?rule=first.vacancy&who=all")
        #expect(all.lines.count == 2)
        #expect(all.lines.contains { $0.text.contains("王秀兰") && $0.text.contains("宋佳") })
        // The badge counts the own work, whichever list is shown.
        let count = try await desk.office.workCount(by: Sample.shalingWorker.actor).all
        #expect(all.text.contains("<span class=\"badge\">\(count)</span>"))
        #expect(all.text.contains("who=all"))
    }

    @Test func `a colleague on leave is covered, and the line says for whom`() async throws {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        try await desk.assign(Sample.wangXiulan)
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        #expect(try await worker.get("/work?rule=first.vacancy").lines.isEmpty)
        let leave = Leave(
            from: Sample.today, through: Sample.today.adding(days: 3), coveredBy: Sample.shalingWorker.id,
            reason: "培训")
        _ = try await desk.office.setLeave(leave, of: Sample.aide.id, version: 2, by: Sample.aide.actor)
        let lines = try await worker.get("/work?rule=first.vacancy").lines
        #expect(lines.count == 1)
        #expect(lines.first?.text.contains("代：宋佳") == true)
    }

    @Test(arguments: [Sample.aide, Sample.yangzhenClerk, Sample.specialist, Sample.districtClerk])
    func `the filter offers every rule that the role owes, by the steps of the manual`(account: Account)
        async throws
    {
        let client = try await HelpSite().site.signedIn(as: account)
        let page = try await client.get("/work").text
        let owners = account.grants.reduce(into: Set<Owner>()) { $0.formUnion($1.role.owners) }
        var steps: [Int] = []
        for match in page.matches(of: /<option value="([a-z0-9.]+)"[^>]*>第(\d+)步/) {
            steps.append(Int(match.2) ?? 0)
        }
        let rules = HelpSite.pack.owed.rules.filter { owners.contains($0.owedBy) }
        #expect(steps.count == Set(rules.map(\.key)).count)
        #expect(steps == steps.sorted())
        #expect(!steps.contains(0))
    }

    @Test func `06.r2, 16.w2: what an office owes without a person stands under the unit's name`()
        async throws
    {
        let desk = try await HelpSite()
        _ = try await desk.office.rederiveDuties()
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let lines = try await clerk.get("/work").lines
        let meeting = try #require(lines.first { $0.text.contains("每周会商") })
        #expect(meeting.text.contains("杨镇"))
        // A link stands there only if the site has the page.
        for line in lines {
            guard let act = line.act else { continue }
            #expect(try await clerk.get(act).status == 200, "\(act)")
        }
    }

    @Test func `16.w2: the check of contributions is done from the list and leads back to it`() async throws {
        let desk = try await HelpSite()
        desk.site.wait(seconds: 30 * 86_400)
        _ = try await desk.office.rederiveDuties()
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let line = try #require(
            try await clerk.get("/work").lines.first { $0.text.contains("核查社保缴费") })
        let address = try #require(line.act)
        let form = try await clerk.get(address)
        #expect(form.hidden("from") == "work")
        let sent = try await clerk.post(
            "/meetings/contributions",
            form: [
                "unit": form.hidden("unit") ?? "", "from": "work", "day": desk.office.today.iso,
                "month": "2026-03", "note": "核查12人，无连续缴费",
            ])
        #expect(sent.location == "/work")
    }

    @Test func `each line tells the keyboard its form and its person`() async throws {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        let found = try await desk.found(Sample.wangXiulan)
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let page = try await worker.get("/work")
        #expect(!page.lines.isEmpty)
        for line in page.lines {
            let name = try #require(line.name)
            #expect(name == "/people/\(found.person.number)" || name == "/cases/\(found.id.number)")
            #expect(line.act?.hasSuffix("from=work") == true)
        }
        #expect(page.text.contains("keys-hint"))
        #expect(page.text.contains("为什么"))
    }

    @Test func `a unit narrows the list and its numbers`() async throws {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        #expect(try await clerk.get("/work?unit=\(Sample.shaling.number)").lines.count > 0)
        #expect(try await clerk.get("/work?unit=\(Sample.hongsi.number)").lines.isEmpty)
        #expect(try await clerk.get("/work?unit=\(Sample.taiping.number)").status == 403)
        let page = try await clerk.get("/work?unit=\(Sample.shaling.number)").text
        #expect(page.contains("span=overdue&amp;unit=\(Sample.shaling.number)"))
    }
}
