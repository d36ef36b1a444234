// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import PolicyFiles
import SamplePeople
import StoreMemory
import Testing
import Web

/// A site under the deadlines that ship, on which somebody was recognised today.
struct HelpSite {
    let site: TestSite

    /// The deadlines of the manual over the sample district.
    static let rules: RuleSet = {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Policy/shunyi/deadlines.yaml").standardizedFileURL
        do {
            return try DeadlinesFile.read(String(contentsOf: url, encoding: .utf8), file: "deadlines.yaml")
        } catch { preconditionFailure("the deadlines that ship can be read: \(error)") }
    }()

    static let pack = PolicyPack(
        name: "sample", title: "就业援助（示例）", digest: Sample.pack.digest, units: Sample.pack.units,
        calendar: Sample.calendar, rules: rules, hardship: Sample.hardship,
        window: EntryWindow(lateEntryDays: 30), form: Sample.form, identity: .withMadeUpPeople, lists: [:])

    init() async throws { site = try await TestSite(pack: Self.pack) }

    var office: Office { site.site.office() }

    func found(_ member: CastMember) async throws -> AssistanceCase {
        try #require(try await site.store.newestCase(of: member.id))
    }

    func act(_ event: CaseEvent, of member: CastMember, by account: Account) async throws {
        let found = try await found(member)
        _ = try await office.act(
            event, in: found.id, version: found.version, on: Sample.today, by: account.actor)
    }

    /// 出现: on the list of hardship.
    func list(_ member: CastMember) async throws {
        let person = try #require(try await site.store.person(member.id))
        let proposal = try await office.proposal(for: person, on: Sample.today)
        let taken = Dictionary(proposal.district.map { ($0.category, "") }, uniquingKeysWith: { $1 })
        let decision = HardshipDecision(
            taken: taken, isAbleAndWilling: true, visitClass: .three, classReason: "走访时了解的情况")
        _ = try await office.confirmHardship(
            of: member.id, version: person.version, decision: decision, on: Sample.today,
            by: Sample.shalingWorker.actor)
    }

    /// 认定.
    func recognise(_ member: CastMember) async throws {
        try await list(member)
        let clerk = Sample.yangzhenClerk
        try await act(.registrationReceived(note: ""), of: member, by: clerk)
        try await office.goThroughPapers(of: found(member).id, by: clerk)
        try await act(.recognition(.accepted(note: "")), of: member, by: clerk)
        try await act(.recognition(.recognised(number: "990000-1", note: "")), of: member, by: clerk)
    }

    /// 宋佳 becomes the person's aide.
    func assign(_ member: CastMember, to account: Account = Sample.aide) async throws {
        let found = try await found(member)
        _ = try await office.assign(
            account.id, at: .village, in: found.id, version: found.version, on: Sample.today,
            by: Sample.shalingWorker.actor)
    }

    /// 帮扶.
    func help(_ member: CastMember) async throws {
        try await recognise(member)
        try await assign(member)
        let contact = Contact(
            level: .village, means: .telephone, words: "讲解援助内容", view: "想做家政", mood: .steady)
        try await act(.aid(.contacted(contact)), of: member, by: Sample.aide)
    }
}

extension Answer {
    /// The lines of the page's table: what each says, and where its forms and names lead.
    var lines: [(text: String, act: String?, name: String?)] {
        text.matches(of: /<tr[^>]*>(<td.*?)<\/tr>/).map { match in
            let row = String(match.1)
            func link(_ mark: String) -> String? {
                row.matches(of: /<a ([^>]*)>/).lazy.map { String($0.1) }.first { $0.contains(mark) }
                    .flatMap { $0.firstMatch(of: /href="([^"]*)"/) }
                    .map { String($0.1).replacing("&amp;", with: "&") }
            }
            return (
                row.replacing(/<[^>]*>/, with: " "), link("data-act"), link("data-open")
            )
        }
    }
}
