// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import SamplePeople
import StoreSQL
import StoreSQLite
import Testing

@Suite("校验文号：不跳号、不重号，每个号有依据 · 05.w2 02.w3")
struct PaperIntegrityTests {
    private func note(_ detail: String) -> AuditNote {
        AuditNote(
            at: Changes.now, by: Sample.aide.id, action: .printed, subject: .unit(Sample.yangzhen),
            detail: detail)
    }

    private func number(_ number: Int) -> PaperNumber {
        PaperNumber(unit: Sample.yangzhen, kind: .registration, year: 2026, number: number)
    }

    /// Three cases registered, their certificates out as numbers 1 to 3, two of them as a pile.
    private func shelf() async throws -> Shelf {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        let people = [Sample.wangXiulan.id, Sample.liJianguo.id, Sample.chenJing.id]
        for (place, person) in people.enumerated() {
            _ = try await store.commit(Changes.listing(place + 1, person, in: Sample.shaling, [.ageBand]))
            let found = try #require(try await store.assistanceCase(CaseID(place + 1)))
            _ = try await store.commit(Changes.acting(.registrationReceived(note: ""), on: found))
        }
        _ = try await store.issue(
            PaperOrder(
                caseID: CaseID(1), kind: .registration, act: ActID(2), unit: Sample.yangzhen,
                on: Sample.today),
            printing: note("一份"))
        _ = try await store.print(
            PrintOrder(
                kind: .registration, unit: Sample.yangzhen, shape: .pile, once: OnceKey("a"),
                on: Sample.today,
                entries: [2, 3].map {
                    PrintOrder.Entry(
                        caseID: CaseID($0), act: ActID(2), series: Sample.yangzhen, version: 2,
                        wasIssued: false)
                }), audit: [note("一批")], at: Changes.now, by: Sample.aide.id)
        #expect(try await store.verify() == [])
        try store.close()
        return shelf
    }

    private func faults(after statements: String...) async throws -> [IntegrityFault] {
        let shelf = try await shelf()
        let triggers = ["paper", "print_run", "print_paper"].flatMap { table in
            ["update", "delete"].map { "DROP TRIGGER \(table)_no_\($0)" }
        }
        try shelf.alter(triggers + statements)
        let store = try await shelf.open()
        defer { try? store.close() }
        return try await store.verify()
    }

    @Test func `05.w2 a number taken out leaves a gap, and its pile is broken`() async throws {
        #expect(
            try await faults(after: "DELETE FROM paper WHERE number = 2")
                == [.missingNumbers(number(3), from: 2), .brokenPile(1)])
    }

    @Test func `05.w2 a series that does not begin with one is found`() async throws {
        #expect(
            try await faults(after: "DELETE FROM paper WHERE number = 1")
                == [.missingNumbers(number(2), from: 1)])
    }

    @Test func `05.w2 a number given twice is found`() async throws {
        #expect(
            try await faults(
                after: "DROP INDEX paper_series", "UPDATE paper SET number = 2 WHERE number = 3")
                == [.doubledNumber(number(2))])
    }

    @Test func `a number below one is none`() async throws {
        #expect(
            try await faults(after: "UPDATE paper SET number = 0 WHERE number = 1")
                == [.doubledNumber(number(0)), .missingNumbers(number(2), from: 1)])
    }

    @Test func `05.w2 a number without an act, or with one of another kind, is found`() async throws {
        #expect(
            try await faults(after: "UPDATE paper SET act = 9 WHERE number = 1")
                == [.paperWithoutAct(number(1), case: CaseID(1), act: ActID(9))])
        #expect(
            try await faults(after: "UPDATE paper SET act = 1 WHERE number = 1")
                == [.paperWithoutAct(number(1), case: CaseID(1), act: ActID(1))])
    }

    @Test func `a paper moved to another year or unit breaks both series`() async throws {
        let moved = PaperNumber(unit: Sample.yangzhen, kind: .registration, year: 2027, number: 2)
        #expect(
            try await faults(after: "UPDATE paper SET year = 2027 WHERE number = 2")
                == [.missingNumbers(number(3), from: 2), .missingNumbers(moved, from: 1)])
    }

    @Test func `a kind that there is not is named`() async throws {
        #expect(
            try await faults(after: "UPDATE paper SET kind = 'decree' WHERE number = 3")
                == [.unknownPaper(unit: Sample.yangzhen, kind: "decree"), .brokenPile(1)])
    }

    @Test func `a pile without its head is found`() async throws {
        #expect(try await faults(after: "DELETE FROM print_run") == [.brokenPile(1)])
    }

    @Test(arguments: ["paper", "print_run", "print_paper"], ["UPDATE %@ SET kind = 'x'", "DELETE FROM %@"])
    func `the database itself refuses to change what went out`(table: String, change: String) async throws {
        guard table != "print_paper" || change.hasPrefix("DELETE") else { return }
        let shelf = try await shelf()
        let statement = change.replacingOccurrences(of: "%@", with: table)
        #expect(throws: (any Error).self) { try shelf.alter([statement]) }
    }
}
