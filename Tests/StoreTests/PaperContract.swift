// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import SamplePeople
import Testing

@Suite("文号：每个单位、每种文书、每年一个序列，不跳号 · 05.w2 02.w3")
struct PaperContract {
    private func order(
        _ kind: PaperKind = .letter, case number: Int, act: Int = 18, of unit: UnitID = Sample.shaling,
        on day: Day = Sample.today
    ) -> PaperOrder {
        PaperOrder(caseID: CaseID(number), kind: kind, act: ActID(act), unit: unit, on: day)
    }

    private func printing(_ order: PaperOrder) -> AuditNote {
        AuditNote(
            at: Changes.now, by: Sample.aide.id, action: .printed, subject: .assistanceCase(order.caseID),
            detail: order.kind.rawValue)
    }

    private func issue(_ order: PaperOrder, in store: any Store) async throws -> (number: Int, again: Bool) {
        let (paper, isReprint) = try await store.issue(order, printing: printing(order))
        #expect(paper.caseID == order.caseID && paper.act == order.act && paper.kind == order.kind)
        return (paper.number.number, isReprint)
    }

    @Test(arguments: Driver.allCases)
    func `each unit, kind and year counts from one without gaps`(driver: Driver) async throws {
        let store = try await driver.filled()
        let next = try #require(Day(iso: "2027-01-04"))
        #expect(try await issue(order(case: 1), in: store) == (1, false))
        #expect(try await issue(order(case: 2), in: store) == (2, false))
        #expect(try await issue(order(.agreement, case: 1), in: store) == (1, false))
        #expect(try await issue(order(case: 3, of: Sample.hongsi), in: store) == (1, false))
        #expect(try await issue(order(case: 4, on: next), in: store) == (1, false))
        #expect(try await issue(order(case: 5), in: store) == (3, false))
    }

    @Test(arguments: Driver.allCases)
    func `a reprint keeps its number and draws none, in another year too`(driver: Driver) async throws {
        let store = try await driver.filled()
        let next = try #require(Day(iso: "2027-01-04"))
        _ = try await issue(order(case: 1), in: store)
        #expect(try await issue(order(case: 1), in: store) == (1, true))
        #expect(try await issue(order(case: 1, on: next), in: store) == (1, true))
        #expect(try await issue(order(case: 2), in: store) == (2, false))
        let issued = try await store.issuedPapers(of: CaseID(1))
        #expect(
            issued.map(\.number) == [PaperNumber(unit: Sample.shaling, kind: .letter, year: 2026, number: 1)])
        #expect(issued.map(\.on) == [Sample.today])
        #expect(issued.map(\.by) == [Sample.aide.id])
    }

    @Test(arguments: Driver.allCases)
    func `every recommendation of a case has its own letter, listed by act`(driver: Driver) async throws {
        let store = try await driver.filled()
        for act in [30, 18, 24] { _ = try await issue(order(case: 1, act: act), in: store) }
        let issued = try await store.issuedPapers(of: CaseID(1))
        #expect(issued.map(\.act.number) == [18, 24, 30])
        #expect(issued.map(\.number.number) == [2, 3, 1])
        #expect(try await store.issuedPapers(of: CaseID(2)).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `every printing is on the audit, reprints too`(driver: Driver) async throws {
        let store = try await driver.filled()
        for _ in 1...3 { _ = try await issue(order(case: 1), in: store) }
        let audit = try await store.audit(of: .assistanceCase(CaseID(1)), after: nil, limit: 10)
        #expect(audit.rows.map(\.note) == Array(repeating: printing(order(case: 1)), count: 3))
    }

    @Test(arguments: Driver.allCases)
    func `writers at the same time get numbers one by one`(driver: Driver) async throws {
        let store = try await driver.filled()
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...40 {
                group.addTask { try await self.issue(self.order(case: number), in: store).number }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(numbers.sorted() == Array(1...40))
    }
}
