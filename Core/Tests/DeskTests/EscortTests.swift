// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Bringing people to the town: 01.w5, 01.r4")
struct EscortTests {
    @Test(arguments: [
        ("2026-03-08", Standing.open), ("2026-03-09", .dueToday), ("2026-03-10", .overdue),
    ])
    func `01.r4: the able and willing are brought within seven days of the ledger`(
        on text: String, standing: Standing
    ) async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.wangXiulan)
        let duty = try #require(
            try await stage.duties("register.escort", of: .assistanceCase(found.id)).first)
        #expect(duty.due == (try day("2026-03-09")))
        #expect(duty.standing(on: try day(text)) == standing)
        #expect(duty.owedBy == .village)
    }

    @Test func `01.r4: whoever is not able and willing is not brought`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.chenJing, isAbleAndWilling: false)
        #expect(try await stage.duties("register.escort", of: .assistanceCase(found.id)).isEmpty)
    }

    @Test func `01.r4: the days run from the first ledger that holds the person`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.wangXiulan)
        let later = try day("2026-03-05")
        try await stage.list(Sample.liJianguo, on: later)
        let round = try #require(try await stage.store.round(of: Sample.shaling, year: 2026))
        _ = try await stage.office(on: later).submitLedger(
            of: round.id, version: round.version, on: later, by: Sample.shalingWorker.actor)
        let duties = try await stage.duties("register.escort", of: .assistanceCase(found.id))
        #expect(duties.map(\.due) == [try day("2026-03-09")])
        let other = try await stage.liveCase(Sample.liJianguo)
        let second = try await stage.duties("register.escort", of: .assistanceCase(other.id))
        #expect(second.map(\.due) == [try day("2026-03-12")])
    }

    @Test func `01.r4: somebody willing only later is brought after the next ledger`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.chenJing, isAbleAndWilling: false)
        let later = try day("2026-03-10")
        try await stage.list(Sample.chenJing, on: later, isAbleAndWilling: true)
        let round = try #require(try await stage.store.round(of: Sample.shaling, year: 2026))
        _ = try await stage.office(on: later).submitLedger(
            of: round.id, version: round.version, on: later, by: Sample.shalingWorker.actor)
        let duties = try await stage.duties("register.escort", of: .assistanceCase(found.id))
        #expect(duties.map(\.due) == [try day("2026-03-17")])
    }

    @Test func `01.w5: the escort stands on record, and the town's receipt meets the duty`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.wangXiulan)
        let office = try await stage.office(on: try day("2026-03-04"))
        let on = try day("2026-03-04")
        func standing() async throws -> Standing? {
            try await stage.duties("register.escort", of: .assistanceCase(found.id)).first?.standing(on: on)
        }
        _ = try await office.recordEscort(
            of: found.id, version: found.version, note: "同车前往", on: on, by: Sample.shalingWorker.actor)
        #expect(try await standing() == .open)
        _ = try await office.receiveRegistration(
            of: found.id, version: found.version + 1, note: "", on: on, by: Sample.yangzhenClerk.actor)
        #expect(try await standing() == .met)
        #expect(try await stage.liveCase(Sample.wangXiulan).registered == on)
        await #expect(throws: Refusal.alreadyRegistered(on: on)) {
            _ = try await office.receiveRegistration(
                of: found.id, version: found.version + 2, note: "", on: on, by: Sample.yangzhenClerk.actor)
        }
    }

    @Test func `01.r4: a waiver with a reason meets the duty and does not end the visits`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.wangXiulan)
        let office = try await stage.office()
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await office.waiveEscort(
                of: found.id, version: found.version, reason: "", on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        _ = try await office.waiveEscort(
            of: found.id, version: found.version, reason: "暂时照顾老人", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let duty = try #require(
            try await stage.duties("register.escort", of: .assistanceCase(found.id)).first)
        #expect(duty.standing(on: Sample.today) == .met)
        let visits = try await stage.duties("visit.class2", of: .assistanceCase(found.id))
        #expect(visits.first?.standing(on: Sample.today) == .open)
    }

    @Test func `01.r4: a case that ends leaves nobody to bring`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.listAndSubmit(Sample.wangXiulan)
        _ = try await stage.office().endCase(
            found.id, version: found.version, reason: .died, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let duty = try #require(
            try await stage.duties("register.escort", of: .assistanceCase(found.id)).first)
        #expect(duty.standing(on: Sample.today.adding(days: 30)) == .void)
    }
}

extension Stage {
    /// Lists somebody and submits the village's ledger on the same day.
    func listAndSubmit(_ member: CastMember, isAbleAndWilling: Bool = true) async throws -> AssistanceCase {
        let round = try await openRounds()
        try await list(member, isAbleAndWilling: isAbleAndWilling)
        _ = try await office().submitLedger(
            of: round, version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        return try await liveCase(member)
    }
}
