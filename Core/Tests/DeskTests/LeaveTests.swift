// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Leaving the roll and coming back: 00.age, L.03")
struct LeaveTests {
    @Test(arguments: [
        (DepartureReason.died, CaseEndReason.died), (.movedOut, .movedOut), (.enteredInError, .ineligible),
    ])
    func `L.03: whoever leaves the roll leaves the lists, and the live case ends with the reason`(
        reason: DepartureReason, ending: CaseEndReason
    ) async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        _ = try await stage.office().leaveRoll(
            Sample.wangXiulan.id, version: 1, reason: reason, note: "村里核实", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let person = try await stage.person(Sample.wangXiulan)
        #expect(person.presence == .left(reason, on: Sample.today))
        #expect(try await stage.store.assistanceCase(found.id)?.ended?.reason == ending)
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        #expect(try await office.findPeople(typed: "王秀兰", in: nil, after: nil, by: worker).rows.isEmpty)
        let archive = try await office.findPeople(
            typed: "王秀兰", in: nil, onRoll: false, after: nil, by: worker)
        #expect(archive.rows.map(\.id) == [person.id])
        #expect(try await office.workCount(by: worker).all == 0)
    }

    @Test func `an error needs its explanation, nobody leaves twice, and a stale page loses`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        func leave(_ reason: DepartureReason, version: Int = 1, note: String = "") async throws {
            _ = try await office.leaveRoll(
                Sample.chenJing.id, version: version, reason: reason, note: note, on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.reasonMissing) { try await leave(.enteredInError) }
        await #expect(throws: StoreFailure.conflict(.person(Sample.chenJing.id))) {
            try await leave(.died, version: 2)
        }
        try await leave(.died)
        await #expect(throws: Refusal.personNotOnRoll) { try await leave(.died, version: 2) }
    }

    @Test(arguments: [("2026-02-28", false), ("2026-03-01", true)])
    func `00.age: nobody leaves for age before the end of the retirement month`(on text: String, may: Bool)
        async throws
    {
        let stage = try await Stage.set()
        let on = try day(text)
        let office = try await stage.office(on: on)
        let leave = {
            try await office.leaveRoll(
                Sample.zhengGuodong.id, version: 1, reason: .agedOut, note: "", on: on,
                by: Sample.shalingWorker.actor)
        }
        if may {
            _ = try await leave()
        } else {
            await #expect(throws: Refusal.notPastWorkingAge) { _ = try await leave() }
        }
    }

    @Test func `whoever comes back is on the roll again, with the case reopened by an act of its own`()
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        _ = try await office.leaveRoll(
            Sample.wangXiulan.id, version: 1, reason: .movedOut, note: "", on: Sample.today, by: worker)
        await #expect(throws: Refusal.personNotOnRoll) {
            _ = try await office.reopenCase(
                found.id, version: found.version + 1, reason: "迁回", on: Sample.today, by: worker)
        }
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await office.returnToRoll(
                Sample.wangXiulan.id, version: 2, reason: "", on: Sample.today, by: worker)
        }
        _ = try await office.returnToRoll(
            Sample.wangXiulan.id, version: 2, reason: "迁回", on: Sample.today, by: worker)
        await #expect(throws: Refusal.nothingChanged) {
            _ = try await office.returnToRoll(
                Sample.wangXiulan.id, version: 3, reason: "迁回", on: Sample.today, by: worker)
        }
        #expect(try await stage.person(Sample.wangXiulan).isOnRoll)
        _ = try await office.reopenCase(
            found.id, version: found.version + 1, reason: "迁回", on: Sample.today, by: worker)
        #expect(try await stage.liveCase(Sample.wangXiulan).isLive)
    }
}

@Suite("Ageing out: 00.age, L.07")
struct AgeOutTests {
    @Test(arguments: [("2026-02-28", 0), ("2026-03-01", 1)])
    func `00.age: the month after the retirement month is the first outside, and the act is done once`(
        on text: String, leaving: Int
    ) async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.zhengGuodong, on: try day("2026-01-15"))
        let office = try await stage.office(on: try day(text))
        #expect(try await office.ageOut() == leaving)
        #expect(try await office.ageOut() == 0)
        let ended = try await stage.store.assistanceCase(found.id)?.ended
        #expect(ended?.reason == (leaving == 1 ? .agedOut : nil))
        let person = try await stage.person(Sample.zhengGuodong)
        #expect(person.isOnRoll == (leaving == 0))
        if leaving == 1 {
            let last = try #require(try await stage.store.history(of: .person(person.id)).last)
            #expect(last.event == .person(.left(.agedOut, note: "法定退休年月2026-02")))
            #expect(last.by == .system)
        }
    }

    @Test(arguments: [1, 2, 3, 200])
    func `00.age: everybody past it leaves, whatever the size of a page`(page: Int) async throws {
        let stage = try await Stage.set()
        // By 2035 five of the cast are past their month: all but one of them in 沙岭村.
        let on = try day("2035-06-01")
        let past = Sample.cast.filter { $0.facts.workingSpan().upperBound < on }
        #expect(past.count >= 5)
        #expect(try await stage.office(on: on).ageOut(page: page) == past.count)
        for member in Sample.cast {
            #expect(try await stage.person(member).isOnRoll == !past.contains(member))
        }
    }

    @Test func `L.07: a woman whose kind of retirement is unknown leaves with a note that it was assumed`()
        async throws
    {
        let stage = try await Stage.set()
        let on = Sample.sunGuifang.facts.workingSpan().upperBound.adding(days: 1)
        _ = try await stage.office(on: on).ageOut()
        let last = try #require(try await stage.store.history(of: .person(Sample.sunGuifang.id)).last)
        guard case .person(.left(.agedOut, let note)) = last.event else { throw UnexpectedAnswer() }
        #expect(note.contains("退休类别未知"))
    }
}
