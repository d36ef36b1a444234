// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("The statistics ledger: 01.w3, 01.r1, 01.r3")
struct LedgerTests {
    @Test func `01.r3: the ledger is kept by category, and one person stands in several`() async throws {
        let stage = try await Stage.set()
        for member in [Sample.wangXiulan, Sample.liJianguo, Sample.sunGuifang] {
            try await stage.list(member)
        }
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        let band = try await office.ledger(.ageBand, in: nil, after: nil, by: worker)
        #expect(band.rows.map(\.person.name) == ["李建国", "孙桂芳", "王秀兰"])
        let disabled = try await office.ledger(.disabled, in: nil, after: nil, by: worker)
        #expect(disabled.rows.map(\.person.name) == ["李建国"])
        #expect(band.persons == 3)
        #expect(band.byCategory[.ageBand] == 3)
        #expect(band.byCategory[.disabled] == 1)
        #expect(band.byCategory[.longUnemployed] == 1)
        #expect(band.byClass == [.two: 2, .four: 1])
    }

    @Test func `01.w3: a town sees its villages, a village itself, the district all`() async throws {
        let stage = try await Stage.set()
        try await stage.list(Sample.wangXiulan)
        try await stage.list(Sample.liuYumei, by: Sample.hongsiWorker)
        try await stage.list(Sample.ayiguli, by: Sample.qianfengboWorker)
        let office = try await stage.office()
        func names(_ account: Account, in unit: UnitID? = nil) async throws -> [String] {
            try await office.ledger(nil, in: unit, after: nil, by: account.actor).rows.map(\.person.name)
        }
        #expect(try await names(Sample.shalingWorker) == ["王秀兰"])
        #expect(try await names(Sample.yangzhenClerk) == ["王秀兰", "刘玉梅"])
        #expect(try await names(Sample.yangzhenClerk, in: Sample.hongsi) == ["刘玉梅"])
        #expect(try await names(Sample.districtClerk) == ["王秀兰", "刘玉梅", "阿依古丽·买买提"])
        await #expect(throws: Refusal.notAllowed(.seeLedgers)) {
            _ = try await names(Sample.yangzhenClerk, in: Sample.qianfengbo)
        }
    }

    @Test func `01.w3: one act submits the ledger, the town receives it, and only then`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        let clerk = Sample.yangzhenClerk.actor
        await #expect(throws: Refusal.ledgerNotSubmitted) {
            _ = try await office.receiveLedger(of: round, version: 1, on: Sample.today, by: clerk)
        }
        _ = try await office.submitLedger(
            of: round, version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        let content = try #require(try await stage.store.round(round)?.submission?.content)
        #expect([content.roll, content.surveyed, content.missing, content.listed] == [7, 0, 7, 1])
        #expect(content.byCategory[.ageBand] == 1)
        await #expect(throws: Refusal.nothingChanged) {
            _ = try await office.submitLedger(
                of: round, version: 2, on: Sample.today, by: Sample.shalingWorker.actor)
        }
        await #expect(throws: StoreFailure.conflict(.round(round))) {
            _ = try await office.receiveLedger(of: round, version: 1, on: Sample.today, by: clerk)
        }
        _ = try await office.receiveLedger(of: round, version: 2, on: Sample.today, by: clerk)
        await #expect(throws: Refusal.ledgerAlreadyReceived) {
            _ = try await office.receiveLedger(of: round, version: 3, on: Sample.today, by: clerk)
        }
        #expect(try await stage.store.round(round)?.submission?.received == Sample.today)
    }

    @Test func `01.w3: a ledger sent back is submitted again`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let office = try await stage.office()
        _ = try await office.submitLedger(
            of: round, version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await office.sendBackLedger(
                of: round, version: 2, reason: "", on: Sample.today, by: Sample.yangzhenClerk.actor)
        }
        _ = try await office.sendBackLedger(
            of: round, version: 2, reason: "漏了赵家", on: Sample.today, by: Sample.yangzhenClerk.actor)
        await #expect(throws: Refusal.ledgerNotSubmitted) {
            _ = try await office.receiveLedger(
                of: round, version: 3, on: Sample.today, by: Sample.yangzhenClerk.actor)
        }
        _ = try await office.submitLedger(
            of: round, version: 3, on: Sample.today, by: Sample.shalingWorker.actor)
        #expect(try await stage.store.round(round)?.submission?.returned == nil)
    }

    @Test func `01.r1: only a ledger that misses nobody meets the month`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds(village: Sample.hongsi)
        let worker = Sample.hongsiWorker
        try await stage.survey(Sample.liuChanghe, in: round, by: worker)
        _ = try await stage.office().submitLedger(
            of: round, version: 1, on: Sample.today, by: worker.actor)
        func standing() async throws -> Standing? {
            try await stage.duties("survey.round", of: .round(round)).first?.standing(on: Sample.today)
        }
        #expect(try await standing() == .open)
        try await stage.survey(Sample.liuYumei, in: round, by: worker)
        _ = try await stage.office().submitLedger(
            of: round, version: 2, on: Sample.today, by: worker.actor)
        #expect(try await standing() == .met)
    }

    @Test func `an export is on the audit before it is out`() async throws {
        let stage = try await Stage.set()
        try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        let lines = try await office.exportLedger(nil, in: nil, by: Sample.yangzhenClerk.actor)
        #expect(lines.count == 1)
        let audit = try await stage.store.audit(of: .unit(Sample.yangzhen), after: nil, limit: 10)
        #expect(audit.rows.map(\.note.action) == [.exported])
        #expect(audit.rows.map(\.note.by) == [Sample.yangzhenClerk.id])
        await #expect(throws: Refusal.notAllowed(.exportLedgers)) {
            _ = try await office.exportLedger(nil, in: nil, by: Sample.aide.actor)
        }
    }
}
