// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

extension Office {
    /// All papers are there, and every entry agrees with them (02.r3, 02.r4).
    func goThroughPapers(of id: CaseID, by account: Account) async throws {
        let found = try #require(try await store.assistanceCase(id))
        let person = try #require(try await store.person(found.person))
        let papers = PapersCheck(complete: try await requiredPapers(of: found))
        _ = try await act(
            [
                .recognition(.papersChecked(papers)),
                .recognition(.itemsVerified(VerifiedItem.agreeing(person.facts))),
            ], in: id, version: found.version, on: Sample.today, by: account.actor)
    }
}

@Suite("The counter's page of an application: 02.w1 02.w2 02.r2 02.r3 02.r4")
struct CounterTests {
    private func registered() async throws -> OneCaseDesk {
        let desk = try await OneCaseDesk()
        _ = try await desk.site.site.office().receiveRegistration(
            of: desk.id, version: desk.found.version, note: "", on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        return desk
    }

    private func address(_ desk: OneCaseDesk) -> String { "/cases/\(desk.id.number)/application" }

    /// The form with every paper but those named, and every entry agreeing.
    private func form(
        _ desk: OneCaseDesk, _ button: String, without: Set<String> = [], version: Int? = nil
    ) async throws -> [String: String] {
        var form = [
            "version": String(version == nil ? try await desk.found.version : version ?? 0), "do": button,
            "day": Sample.today.iso, "note": "",
        ]
        let required = try await desk.site.site.office().requiredPapers(of: desk.found)
        for paper in required where !without.contains(paper.id.rawValue) {
            form["p-\(paper.id.rawValue)"] = "yes"
        }
        for item in ApplicationItem.allCases { form["v-\(item.rawValue)"] = "agree" }
        return form
    }

    @Test func `02.w2: the page shows what is needed and what the registry holds`() async throws {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let page = try await client.get(address(desk))
        #expect(page.text.contains("户口簿") && page.text.contains("户籍地派出所"))
        #expect(page.text.contains("王秀兰") && page.text.contains("户籍性质及人员类别"))
        #expect(try await client.get("/cases/\(desk.id.number)/acts/accept").status == 303)
        #expect(try await desk.page(as: Sample.yangzhenClerk).text.contains(address(desk)))
        let village = try await desk.site.signedIn(as: Sample.shalingWorker)
        #expect(try await village.get(address(desk)).status == 403)
    }

    @Test func `02.r4 02.r3: accepted with all papers and entries, refused with one short`() async throws {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let short = try await client.post(
            address(desk),
            pairs: form(desk, "accept", without: ["household-register"]).map { ($0.key, $0.value) })
        #expect(short.status == 409)
        #expect(short.text.contains("还缺1份材料"))
        #expect(try await desk.found.recognition.papers == nil, "nothing is written of what was refused")
        var some = try await form(desk, "accept")
        some["v-born"] = nil
        let unverified = try await client.post(address(desk), pairs: some.map { ($0.key, $0.value) })
        #expect(unverified.status == 409)
        #expect(unverified.text.contains("还有1项没有与证件核对"))
        #expect(
            try await client.post(address(desk), pairs: form(desk, "accept").map { ($0.key, $0.value) })
                .status == 303)
        #expect(try await desk.found.recognition.accepted == Sample.today)
        let after = try await client.get(address(desk))
        #expect(after.text.contains("逐项核对登记项目") && after.text.contains(Sample.yangzhenClerk.name))
    }

    @Test func `02.r3: a correction goes to the registry and keeps the old value`() async throws {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        var form = try await form(desk, "save")
        form["v-education"] = "correct"
        #expect(try await client.post(address(desk), pairs: form.map { ($0.key, $0.value) }).status == 422)
        let person = try await desk.found.person
        let before = try #require(try await desk.site.store.person(person)).facts.education
        let now: Education = before == .college ? .senior : .college
        form["n-education"] = now.rawValue
        #expect(try await client.post(address(desk), pairs: form.map { ($0.key, $0.value) }).status == 303)
        #expect(try await desk.site.store.person(person)?.facts.education == now)
        let learnt = try await desk.site.store.history(of: .person(person)).personEvents.last
        guard case .corrected(_, source: .counter, reason: _) = learnt?.event else {
            Issue.record("the registry learnt it from the counter")
            return
        }
        // Taken back, the registry holds again what it held.
        let act = try #require(
            try await desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents.last {
                $0.event.kind == .itemsVerified
            })
        _ = try await desk.site.site.office().withdraw(
            act.id, in: desk.id, version: desk.found.version, reason: "看错了",
            by: Sample.yangzhenClerk.actor)
        #expect(try await desk.site.store.person(person)?.facts.education == before)
    }

    @Test func `02.w1 02.r2: the notice lists everything missing by itself, and a later one shows its fault`()
        async throws
    {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        var first = try await form(desk, "notice", without: ["identity-card"])
        first["o-identity-card"] = "1"
        #expect(try await client.post(address(desk), pairs: first.map { ($0.key, $0.value) }).status == 303)
        #expect(
            try await desk.found.recognition.missing == ["居民身份证：缺复印件1份；办理处：户籍地派出所；用途：核对本人身份"])
        #expect(try await client.get(address(desk)).text.contains("打印一次性告知单"))
        let papers = try await client.get("/cases/\(desk.id.number)/papers")
        #expect(papers.text.contains("一次性告知单") && papers.text.contains("编号打印"))
        #expect(!(try await client.get(address(desk)).text.contains("差错：")))
        let second = try await form(desk, "notice", without: ["household-register"])
        #expect(try await client.post(address(desk), pairs: second.map { ($0.key, $0.value) }).status == 303)
        #expect(try await client.get(address(desk)).text.contains("差错：户口簿第一次就应当告知"))
        let page = try await desk.page(as: Sample.shalingWorker)
        #expect(page.text.contains("户口簿，第一次就应当告知"))
    }

    @Test func `02.r4: of two clerks on one application the second is told, and keeps what was typed`()
        async throws
    {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let version = try await desk.found.version
        let first = try await form(desk, "notice", without: ["identity-card"], version: version)
        #expect(try await client.post(address(desk), pairs: first.map { ($0.key, $0.value) }).status == 303)
        let after = try await desk.found.version
        var second = try await form(desk, "accept", version: version)
        second["note"] = "电话核实过"
        let late = try await client.post(address(desk), pairs: second.map { ($0.key, $0.value) })
        #expect(late.status == 409 && late.text.contains("刚才有其他工作人员更新"))
        #expect(late.text.contains("电话核实过"), "what was typed is still there")
        #expect(late.hidden("version") == String(after), "the next attempt goes by what stands now")
        let found = try await desk.found
        #expect(found.version == after && found.recognition.accepted == nil)
    }

    @Test func `02.r4: a double click accepts once`() async throws {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        var twice = try await form(desk, "accept").map { ($0.key, $0.value) }
        twice.append(("once", "0123456789abcdef0123456789abcdef"))
        #expect(try await client.post(address(desk), pairs: twice).status == 303)
        let version = try await desk.found.version
        #expect(try await client.post(address(desk), pairs: twice).status == 303)
        #expect(try await desk.found.version == version)
    }

    @Test func `02.w1: a notice of nothing is refused`() async throws {
        let desk = try await registered()
        let client = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        #expect(
            try await client.post(address(desk), pairs: form(desk, "notice").map { ($0.key, $0.value) })
                .status == 409)
    }
}
