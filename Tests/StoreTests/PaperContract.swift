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

    // MARK: Piles

    private func pile(
        _ cases: [Int], once: String, versions: Int = 1, issued: Bool = false, act: Int? = 1
    ) -> PrintOrder {
        PrintOrder(
            kind: .letter, unit: Sample.yangzhen, shape: .pile, once: OnceKey(once), on: Sample.today,
            entries: cases.map {
                PrintOrder.Entry(
                    caseID: CaseID($0), act: act.map { ActID($0) }, series: Sample.shaling, version: versions,
                    wasIssued: issued)
            })
    }

    private func print(_ order: PrintOrder, in store: any Store) async throws -> PrintRun {
        let note = AuditNote(
            at: Changes.now, by: Sample.aide.id, action: .printed, subject: .unit(Sample.yangzhen),
            detail: "批量")
        return try await store.print(order, audit: [note], at: Changes.now, by: Sample.aide.id)
    }

    private func withCases(_ driver: Driver) async throws -> any Store {
        let store = try await driver.filled()
        let people = [Sample.wangXiulan.id, Sample.liJianguo.id, Sample.chenJing.id]
        for (place, person) in people.enumerated() {
            _ = try await store.commit(Changes.listing(place + 1, person, in: Sample.shaling, [.ageBand]))
        }
        return store
    }

    private func pilesOnAudit(_ store: any Store) async throws -> Int {
        try await store.audit(of: .unit(Sample.yangzhen), after: nil, limit: 50).rows.count {
            $0.note.detail == "批量"
        }
    }

    @Test(arguments: Driver.allCases)
    func `05.w2 a pile draws its numbers in its order, once for a form, with one line of the audit`(
        driver: Driver
    ) async throws {
        let store = try await withCases(driver)
        let run = try await print(pile([3, 1, 2], once: "a"), in: store)
        #expect(run.papers.map(\.number?.number) == [1, 2, 3])
        #expect(run.papers.map(\.caseID.number) == [3, 1, 2])
        #expect(run.papers.allSatisfy { !$0.isReprint })
        #expect(try await print(pile([3, 1, 2], once: "a"), in: store) == run)
        #expect(try await pilesOnAudit(store) == 1)
        #expect(try await store.printRun(run.id) == run)
        #expect(try await store.printRun(asked: OnceKey("a")) == run)
        #expect(try await store.printRun(asked: OnceKey("b")) == nil)
        let again = try await print(pile([1, 2], once: "b", issued: true), in: store)
        #expect(again.papers.map(\.number?.number) == [2, 3])
        #expect(again.papers.allSatisfy { $0.isReprint })
        #expect(try await store.printRuns(of: Sample.aide.id, limit: 5) == [again, run])
        #expect(try await store.printRuns(of: Sample.shalingWorker.id, limit: 5).isEmpty)
        let found = try await store.issuedPapers(.letter, of: [1, 2, 9].map { CaseID($0) })
        #expect(Set(found.keys) == [CaseID(1), CaseID(2)])
        let numbers = [1, 2].map { (found[CaseID($0)] ?? []).map(\.number.number) }
        #expect(numbers == [[2], [3]])
    }

    @Test(arguments: Driver.allCases)
    func `05.w2 of two piles with the same papers the second draws nothing and is told`(driver: Driver)
        async throws
    {
        let store = try await withCases(driver)
        _ = try await print(pile([1, 2], once: "a"), in: store)
        await #expect(throws: StoreFailure.conflict(.assistanceCase(CaseID(2)))) {
            try await print(pile([3, 2], once: "b"), in: store)
        }
        #expect(try await pilesOnAudit(store) == 1)
        #expect(try await store.issuedPapers(of: CaseID(3)).isEmpty)
        #expect(try await issue(order(case: 9), in: store) == (3, false))
    }

    @Test(arguments: Driver.allCases)
    func `05.w2 a case that changed after it was read stops the whole pile`(driver: Driver) async throws {
        let store = try await withCases(driver)
        await #expect(throws: StoreFailure.conflict(.assistanceCase(CaseID(1)))) {
            try await print(pile([1], once: "a", versions: 2), in: store)
        }
        #expect(try await store.printRun(asked: OnceKey("a")) == nil)
        #expect(try await store.issuedPapers(of: CaseID(1)).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `papers without an act are listed without numbers`(driver: Driver) async throws {
        let store = try await withCases(driver)
        let order = PrintOrder(
            kind: .application, unit: Sample.shaling, shape: .files, once: OnceKey("c"), on: Sample.today,
            entries: [
                PrintOrder.Entry(
                    caseID: CaseID(2), act: nil, series: Sample.shaling, version: 1, wasIssued: false)
            ])
        let run = try await print(order, in: store)
        #expect(run.papers == [.init(caseID: CaseID(2), act: nil, number: nil, isReprint: false)])
        #expect(try await store.printRun(run.id) == run)
        #expect(try await store.issuedPapers(of: CaseID(2)).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `05.w2 two offices pressing at the same time share one series without gaps`(driver: Driver)
        async throws
    {
        let store = try await withCases(driver)
        let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
            for act in 2...21 {
                group.addTask {
                    try await self.print(self.pile([1, 2, 3], once: "t\(act)", act: act), in: store).papers
                        .compactMap(\.number?.number)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(numbers.sorted() == Array(1...60))
    }
}
