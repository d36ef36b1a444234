// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Ending and reopening a case: spec/flow.md, rules 6 and 7")
struct CaseEndTests {
    @Test func `01.w4: nobody is visited any longer once the case has ended`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan, as: .three)
        _ = try await stage.office().endCase(
            found.id, version: found.version, reason: .movedOut, note: "迁往外区", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let duties = try await stage.store.duties(of: .assistanceCase(found.id))
        let later = Sample.today.adding(days: 60)
        #expect(duties.allSatisfy { !$0.standing(on: later).isPending })
        let ended = try await stage.liveCase(Sample.wangXiulan)
        #expect(ended.ended?.reason == .movedOut)
    }

    @Test(arguments: CaseEndReason.allCases.filter { $0 != .stable })
    func `any ending but death and duplicate can be reopened`(reason: CaseEndReason) async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        _ = try await office.endCase(
            found.id, version: found.version, reason: reason, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let reopen = {
            try await office.reopenCase(
                found.id, version: found.version + 1, reason: "情况有变", on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        if [.died, .duplicate].contains(reason) {
            await #expect(throws: Refusal.cannotReopen(reason)) { _ = try await reopen() }
        } else {
            _ = try await reopen()
            #expect(try await stage.liveCase(Sample.wangXiulan).isLive)
        }
    }

    @Test func `01.w4: a reopened case is visited again by its class`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan, as: .three)
        _ = try await stage.office().endCase(
            found.id, version: found.version, reason: .waived, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let later = try day("2026-04-06")
        _ = try await stage.office(on: later).reopenCase(
            found.id, version: found.version + 1, reason: "想找工作了", on: later,
            by: Sample.shalingWorker.actor)
        let april = try await stage.duties("visit.class3", of: .assistanceCase(found.id)).filter {
            $0.due == Sample.day(2026, 4, 30)
        }
        #expect(april.map { $0.standing(on: later) } == [.open])
    }

    @Test func `reopening is refused while live, without reason, before the ending, and off the roll`()
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        func reopen(_ version: Int, reason: String = "情况有变", on day: Day = Sample.today) async throws {
            _ = try await stage.office().reopenCase(
                found.id, version: version, reason: reason, on: day, by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.caseNotClosed) { try await reopen(found.version) }
        _ = try await stage.office().endCase(
            found.id, version: found.version, reason: .ineligible, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        await #expect(throws: Refusal.reasonMissing) { try await reopen(found.version + 1, reason: "") }
        let before = Sample.today.adding(days: -1)
        await #expect(throws: Refusal.beforeItsCause(before, cause: Sample.today)) {
            try await reopen(found.version + 1, on: before)
        }
        await #expect(throws: StoreFailure.conflict(.assistanceCase(found.id))) {
            try await reopen(found.version)
        }
    }

    @Test func `an ended case takes no further act`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        _ = try await office.endCase(
            found.id, version: found.version, reason: .died, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let version = found.version + 1
        let worker = Sample.shalingWorker.actor
        let closed = Refusal.caseClosed(.died)
        await #expect(throws: closed) {
            _ = try await office.recordEscort(
                of: found.id, version: version, note: "", on: Sample.today, by: worker)
        }
        await #expect(throws: closed) {
            _ = try await office.waiveEscort(
                of: found.id, version: version, reason: "不愿", on: Sample.today, by: worker)
        }
        await #expect(throws: closed) {
            _ = try await office.receiveRegistration(
                of: found.id, version: version, note: "", on: Sample.today, by: Sample.yangzhenClerk.actor)
        }
        await #expect(throws: closed) {
            _ = try await office.endCase(
                found.id, version: version, reason: .waived, note: "", on: Sample.today, by: worker)
        }
    }
}
