// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import SamplePeople
import StoreMemory
import Testing
import Web

/// A site on which the year's rounds are open, with a browser of 沙岭村's worker.
struct SurveyTestDesk {
    let site: TestSite
    let village: TestClient
    let round: RoundID

    init() async throws {
        site = try await TestSite()
        try await site.site.office().openRounds(
            year: 2026, in: Sample.district, on: Sample.today, by: Sample.districtClerk.actor)
        let round = try await site.store.round(of: Sample.shaling, year: 2026)
        self.round = try #require(round).id
        village = try await site.signedIn(as: Sample.shalingWorker)
    }

    var roundAddress: String { "/survey/rounds/\(round.number)" }

    func person(_ member: CastMember) async throws -> Person {
        try #require(try await site.store.person(member.id))
    }

    /// Begins a sheet and gives its address.
    func begin(_ member: CastMember, way: String = "screen") async throws -> String {
        let answer = try await village.post(
            "\(roundAddress)/sheets",
            form: ["person": "\(member.id.number)", "day": "2026-03-02", "way": way])
        #expect(answer.status == 303)
        let location = try #require(answer.location)
        return String(location.prefix { $0 != "?" }.replacing("/paper", with: ""))
    }

    func draft(_ sheet: String) async throws -> SheetDraft? {
        try await site.store.draft(String(sheet.split(separator: "/").last ?? ""))
    }

    /// Answers screen after screen, as the pages ask, until the summary.
    func answerAll(_ sheet: String, _ answers: Answers) async throws {
        var next = "\(sheet)?item=id_number"
        for _ in 0..<60 where !next.hasSuffix("/summary") {
            let page = try await village.get(next)
            #expect(page.status == 200)
            let answer = try await post(page, to: sheet, answers)
            #expect(answer.status == 303, "\(next)")
            next = try #require(answer.location)
        }
        #expect(next.hasSuffix("/summary"))
    }

    private func post(_ page: Answer, to sheet: String, _ answers: Answers) async throws -> Answer {
        let shown = page.values(of: "shown")
        var pairs = [("item", try #require(page.hidden("item"))), ("then", "next")]
        pairs += shown.map { ("shown", $0) }
        for item in shown { pairs += answers.fields(ItemID(item)) }
        return try await village.post(sheet, pairs: pairs)
    }

    /// Sends the summary or the paper with the version that its page shows.
    func send(_ address: String, _ more: [(String, String)] = []) async throws -> Answer {
        let page = try await village.get(address)
        let version = try #require(page.hidden("version"))
        return try await village.post(
            address, pairs: [("version", version), ("interviewed", "2026-03-02"), ("then", "submit")] + more)
    }

    /// A whole sheet taken in by typing it from paper.
    func take(_ member: CastMember, _ more: [(String, String)] = []) async throws -> String {
        let sheet = try await begin(member, way: "paper")
        let answer = try await send("\(sheet)/paper", Sample.answers(of: member.facts).allFields + more)
        #expect(answer.status == 303)
        return sheet
    }
}

extension Answers {
    /// What a browser sends for an item.
    func fields(_ item: ItemID) -> [(String, String)] {
        (self[item]?.entries ?? []).map { (SheetFields.name(item), $0) }
    }

    /// What a browser sends for the whole sheet.
    var allFields: [(String, String)] { items.sorted().flatMap(fields) }
}

extension Answer {
    /// Every value of a hidden field.
    func values(of name: String) -> [String] {
        text.matches(of: /name="([^"]+)" value="([^"]*)"/).filter { $0.1 == name }.map { String($0.2) }
    }
}
