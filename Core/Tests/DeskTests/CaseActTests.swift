// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Acting in a case: 00.levels, spec/flow.md, rule 5")
struct CaseActTests {
    private let member = Sample.wangXiulan

    @Test(arguments: [(0, true), (30, true), (31, false)])
    func `an act is entered inside the window, and later by a supervisor`(days: Int, isTaken: Bool)
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        let entered = Sample.today.adding(days: days)
        let contact = CaseEvent.contact(.village, "补录")
        if isTaken {
            try await desk.act(contact, of: member, by: Sample.aide, entered: entered)
            // Inside the window a supervisor enters nothing for the village.
            await #expect(throws: Refusal.notAllowed(.assistVillage)) {
                try await desk.act(
                    .contact(.village, "代补"), of: member, by: Sample.supervisor, entered: entered)
            }
        } else {
            await #expect(throws: Refusal.tooLate(occurred: Sample.today, window: 30)) {
                try await desk.act(contact, of: member, by: Sample.aide, entered: entered)
            }
            try await desk.act(contact, of: member, by: Sample.supervisor, entered: entered)
        }
        let last = try #require(try await desk.history(member).last)
        #expect(last.occurred == Sample.today && last.recorded.day == entered)
    }

    @Test func `nothing is dated after today or before the act from which it follows`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        let (today, before) = (Sample.today, Sample.today.adding(days: -1))
        await #expect(throws: Refusal.inTheFuture(today.adding(days: 1))) {
            try await desk.act(
                .contact(.village, "明天"), of: member, by: Sample.aide, on: today.adding(days: 1),
                entered: today)
        }
        await #expect(throws: Refusal.beforeItsCause(before, cause: today)) {
            try await desk.act(
                .contact(.village, "昨天"), of: member, by: Sample.aide, on: before, entered: today)
        }
        let later = today.adding(days: 2)
        try await desk.act(.recommend(.village, on: later), of: member, by: Sample.aide, on: later)
        let act = try await desk.newest(.recommended, of: member)
        await #expect(throws: Refusal.beforeItsCause(today, cause: later)) {
            try await desk.act(
                .outcome(act, .postGone), of: member, by: Sample.aide, on: today, entered: later)
        }
    }

    @Test func `06.w1: no day of the town's help lies before it took the case in`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.act(.handUp(from: .village), of: member, by: Sample.aide)
        let later = Sample.today.adding(days: 2)
        let found = try await desk.found(member)
        _ = try await desk.office(on: later).receive(
            found.id, version: found.version, at: .town, interim: Sample.yangzhenClerk.id, on: later,
            by: Sample.yangzhenClerk.actor)
        await #expect(throws: Refusal.beforeItsCause(Sample.today.adding(days: 1), cause: later)) {
            try await desk.act(
                .contact(.town), of: member, by: Sample.yangzhenClerk, on: Sample.today.adding(days: 1),
                entered: later)
        }
    }

    @Test func `a day of one's own leave is asked about and taken when confirmed`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        let (from, through) = (Sample.today.adding(days: 1), Sample.today.adding(days: 5))
        let leave = Leave(from: from, through: through, coveredBy: Sample.shalingWorker.id, reason: "年假")
        _ = try await desk.office().setLeave(
            leave, of: Sample.aide.id, version: 1, by: Sample.aide.actor)
        let entered = Sample.today.adding(days: 9)
        for (day, isOnLeave) in [(0, false), (1, true), (5, true), (6, false)] {
            let day = Sample.today.adding(days: day)
            let event = CaseEvent.contact(.village, "第\(day.iso)日")
            guard isOnLeave else {
                try await desk.act(event, of: member, by: Sample.aide, on: day, entered: entered)
                continue
            }
            await #expect(throws: Refusal.onLeave(from: from, through: through)) {
                try await desk.act(event, of: member, by: Sample.aide, on: day, entered: entered)
            }
            try await desk.act(
                event, of: member, by: Sample.aide, on: day, entered: entered, isConfirmed: true)
        }
        // The colleague was there.
        try await desk.act(
            .contact(.village, "代办"), of: member, by: Sample.shalingWorker, on: from, entered: entered)
    }

    @Test func `of two who act at once one is asked to look again, and nothing is lost`() async throws {
        let desk = try await CaseDesk.set()
        let before = try await desk.help(member)
        try await desk.act(.contact(.village, "先"), of: member, by: Sample.aide, version: before.version)
        await #expect(throws: StoreFailure.conflict(.assistanceCase(before.id))) {
            try await desk.act(
                .contact(.village, "后"), of: member, by: Sample.shalingWorker, version: before.version)
        }
        #expect(try await desk.found(member).care.contactCount(at: .village) == 2)
        try await desk.act(.contact(.village, "后"), of: member, by: Sample.shalingWorker)
        #expect(try await desk.found(member).care.contactCount(at: .village) == 3)
    }

    @Test func `two who act truly at once: one gets through, the other hears of the conflict`() async throws {
        let desk = try await CaseDesk.set()
        let before = try await desk.help(member)
        let office = try await desk.office()
        let taken = await withTaskGroup(of: Bool.self) { group in
            for (number, account) in [Sample.aide, Sample.shalingWorker].enumerated() {
                group.addTask {
                    let event = CaseEvent.contact(.village, "同时\(number)")
                    return
                        (try? await office.act(
                            event, in: before.id, version: before.version, on: Sample.today,
                            by: account.actor)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
        #expect(try await desk.found(member).version == before.version + 1)
    }

    @Test func `the same form twice is one act, and the same words another time are refused`() async throws {
        let desk = try await CaseDesk.set()
        let before = try await desk.help(member)
        let event = CaseEvent.contact(.village, "一次")
        let key = OnceKey("contact-1")
        let first = try await desk.act(event, of: member, by: Sample.aide, version: before.version, once: key)
        let second = try await desk.act(
            event, of: member, by: Sample.aide, version: before.version, once: key)
        #expect(!first.isRepeat && second.isRepeat)
        #expect(try await desk.found(member).version == before.version + 1)
        await #expect(throws: Refusal.procedure(.repeated)) {
            try await desk.act(event, of: member, by: Sample.aide)
        }
        try await desk.act(event, of: member, by: Sample.aide, on: Sample.today.adding(days: 1))
    }

    @Test func `a record withdrawn may be entered again under its day`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        let event = CaseEvent.contact(.village, "一次")
        try await desk.act(event, of: member, by: Sample.aide)
        try await desk.withdraw(try await desk.newest(.contacted, of: member), of: member, by: Sample.aide)
        try await desk.act(event, of: member, by: Sample.aide)
    }

    @Test func `02.r5: the waiver closes the case, which takes no further act`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.act(
            .recognition(.waived(reason: "自己找工作", unscanned: "原件在档案柜")), of: member, by: Sample.yangzhenClerk)
        #expect(try await desk.found(member).ended?.reason == .waived)
        await #expect(throws: Refusal.caseClosed(.waived)) {
            try await desk.act(.contact(.village, "再谈"), of: member, by: Sample.aide)
        }
        let duties = try await desk.store.duties(of: .assistanceCase(desk.found(member).id))
        #expect(duties.count { $0.rule.name == "visit.class2" && $0.outcome == .owed } == 0)
    }

    @Test(arguments: [
        (CaseEvent.contact(.village), Deed.assistVillage, [Sample.shalingWorker, Sample.aide]),
        (.contact(.town), .assistTown, [Sample.yangzhenClerk, Sample.specialist]),
        (.contact(.district), .assistDistrict, [Sample.districtClerk, Sample.expert]),
        (.recognition(.certificateIssued(number: "1")), .recognise, [Sample.yangzhenClerk]),
        (.work(.notified(means: .message, words: "")), .registerWork, [Sample.yangzhenClerk]),
        (.work(.employerVisited(words: "好")), .followUp, [Sample.shalingWorker, Sample.aide]),
        (.retention(.closed(result: "好")), .retain, [Sample.yangzhenClerk, Sample.specialist]),
        (.welfare(.started), .placeWelfare, [Sample.welfareClerk]),
        (.training(.enrolled(course: "家政", school: "")), .train, [Sample.yangzhenClerk, Sample.specialist]),
        (
            .handover(.consulted(Opinion(attendants: "", words: "谈", decision: ""))), .convene,
            [Sample.yangzhenClerk]
        ),
    ])
    func `00.levels: an act is refused to every account but those of its level`(
        event: CaseEvent, deed: Deed, may: [Account]
    ) async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        for account in Sample.accounts where !may.contains(account) {
            await #expect(throws: Refusal.notAllowed(deed), "\(account.login)") {
                try await desk.act(event, of: member, by: account)
            }
        }
        // Those of the level are let through to the procedure, which may still say no.
        for account in may {
            do {
                try await desk.act(event, of: member, by: account)
            } catch Refusal.procedure {}
        }
    }

    @Test func `acts with a way of their own do not slip through here`() async throws {
        let desk = try await CaseDesk.set()
        let found = try await desk.help(member)
        for event in [
            CaseEvent.withdrawn(ActID(found.version), reason: "记错"), .relocated(village: Sample.hongsi),
            .reopened(reason: "再来", level: nil), .visited(.met),
        ] {
            for account in [Sample.supervisor, Sample.shalingWorker] {
                await #expect(throws: Refusal.self) { try await desk.act(event, of: member, by: account) }
            }
        }
        #expect(try await desk.found(member) == found)
    }

    @Test func `10.w4 05.w4: the registry's status changes with work found and work lost`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.employ(member)
        #expect(
            try await desk.stage.person(member).facts.employment == .employed(sector: nil, form: .formal))
        try await desk.act(.work(.jobLost(reason: "停产")), of: member, by: Sample.aide)
        #expect(try await desk.stage.person(member).facts.employment == .unemployed(since: nil))
        try await desk.act(
            .work(
                .employed(
                    Job(form: .flexible, employer: "本人", post: "家政", since: Sample.today), at: .town)),
            of: member, by: Sample.specialist)
        #expect(
            try await desk.stage.person(member).facts.employment == .employed(sector: nil, form: .flexible))
    }

    @Test func `17.r2: job lost, the case begins a second round with its history`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.employ(member)
        let office = try await desk.office()
        func reopen() async throws {
            let found = try await desk.found(member)
            _ = try await office.reopenCase(
                found.id, version: found.version, reason: "失业", at: .town, on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.procedure(.notUnstable)) { try await reopen() }
        try await desk.act(.work(.jobLost(reason: "停产")), of: member, by: Sample.aide)
        let before = try await desk.found(member)
        try await reopen()
        let after = try await desk.found(member)
        #expect(after.id == before.id && after.care.number == 2 && after.care.holder == .town)
        #expect(after.version > before.version && after.recognition == before.recognition)
        #expect(AssistanceCase(replaying: try await desk.history(member), id: after.id) == after)
    }
}
