// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("菜单与页面")
struct MenuTests {
    /// The addresses to which a page's menu leads.
    private func menu(of page: Answer) -> [String] {
        let text = page.text
        guard let start = text.range(of: "aria-label=\"主菜单\""),
            let end = text[start.upperBound...].range(of: "</nav>")
        else { return [] }
        return text[start.upperBound..<end.lowerBound].matches(of: /href="([^"]+)"/).map { String($0.1) }
    }

    @Test(arguments: Role.allCases)
    func `every entry of every role's menu opens`(role: Role) async throws {
        let client = try await TestSite().signedIn(as: role)
        let entries = menu(of: try await client.get("/password"))
        #expect(!entries.isEmpty)
        for entry in entries { #expect(try await client.get(entry).status == 200, "\(role) \(entry)") }
    }

    @Test(arguments: Role.allCases)
    func `the first page of every role opens or leads to one that does`(role: Role) async throws {
        let client = try await TestSite().signedIn(as: role)
        let home = try await client.get("/")
        if home.status == 303 {
            #expect(try await client.get(home.location ?? "").status == 200)
        } else {
            #expect(home.status == 200)
        }
    }

    @Test(arguments: Role.allCases)
    func `looking at pages changes nothing`(role: Role) async throws {
        let site = try await TestSite()
        let client = try await site.signedIn(as: role)
        let before = try await Snapshot(site.store)
        var seen: Set<String> = []
        var ahead = menu(of: try await client.get("/password")) + ["/"]
        while let path = ahead.popLast(), seen.count < 150 {
            guard seen.insert(path).inserted else { continue }
            let answer = try await client.get(path)
            #expect(answer.status < 500, "\(role) \(path)")
            #expect(answer.status != 404, "\(role) \(path)")
            ahead += answer.text.matches(of: /href="(\/[^"#]*)"/).map {
                String($0.1).split(separator: "&amp;", omittingEmptySubsequences: false).joined(
                    separator: "&")
            }.filter { !$0.hasPrefix("/assets/") }
        }
        #expect(try await Snapshot(site.store) == before)
    }

    /// What would show that something was written.
    private struct Snapshot: Equatable {
        let audit: Int
        let accounts: [Account]
        let units: [Assistance.Unit]
        let people: [Person]
        let histories: [Int]
        let drafts: Int

        init(_ store: any Store) async throws {
            // That something was taken out of the system is kept, and no act.
            let taken: Set<AuditAction> = [.exported, .printed]
            audit = try await store.audit(of: nil, after: nil, limit: 1_000).rows
                .count { !taken.contains($0.note.action) }
            accounts = try await store.accounts()
            units = try await store.units()
            people = try await store.people((1...60).map { PersonID($0) })
            var histories: [Int] = []
            for number in 1...60 {
                histories.append(try await store.history(of: .person(PersonID(number))).count)
            }
            self.histories = histories
            var drafts = 0
            for account in accounts { drafts += try await store.drafts(of: account.id).count }
            self.drafts = drafts
        }
    }
}
