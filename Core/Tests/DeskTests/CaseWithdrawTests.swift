// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Withdrawing in a case: spec/flow.md, rule 5, 05.w4, L.11")
struct CaseWithdrawTests {
    private let member = Sample.wangXiulan

    @Test func `05.w4: an outcome withdrawn takes the work along that followed, also in the registry`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.act(.recommend(.village, on: Sample.today), of: member, by: Sample.aide)
        let before = try await desk.found(member)
        let registry = try await desk.stage.person(member).facts
        let duties = try await desk.store.duties(of: .assistanceCase(before.id))
        let act = try await desk.newest(.recommended, of: member)
        try await desk.act(.outcome(act, .employed, job: .sample), of: member, by: Sample.aide)
        #expect(try await desk.found(member).care.job != nil)
        #expect(try await desk.stage.person(member).facts != registry)
        try await desk.withdraw(
            try await desk.newest(.recommendationEnded, of: member), of: member, by: Sample.aide)
        var after = try await desk.found(member)
        after.version = before.version
        #expect(after == before)
        #expect(try await desk.stage.person(member).facts == registry)
        #expect(try await desk.store.duties(of: .assistanceCase(before.id)) == duties)
        #expect(
            AssistanceCase(replaying: try await desk.history(member), id: before.id)
                == (try await desk.found(member)))
    }

    @Test func `what the registry learnt since from elsewhere stays`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.employ(member)
        let office = try await desk.office()
        let person = try await desk.stage.person(member)
        var facts = person.facts
        facts.employment = .employed(sector: .tertiary, form: .formal)
        _ = try await office.correctPerson(
            member.id, version: person.version, facts: facts, reason: "核实", on: Sample.today,
            by: Sample.shalingWorker.actor)
        try await desk.withdraw(
            try await desk.newest(.recommendationEnded, of: member), of: member, by: Sample.aide)
        #expect(
            try await desk.stage.person(member).facts.employment
                == .employed(sector: .tertiary, form: .formal))
    }

    @Test func `16.r3: what rests on an act is withdrawn before it`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.employ(member)
        try await desk.act(
            .work(.notified(means: .telephone, words: "")), of: member, by: Sample.yangzhenClerk)
        let ended = try await desk.newest(.recommendationEnded, of: member)
        let built = Refusal.procedure(.builtOn(.registrationNotified, on: Sample.today))
        await #expect(throws: built) { try await desk.withdraw(ended, of: member, by: Sample.aide) }
        try await desk.withdraw(
            try await desk.newest(.registrationNotified, of: member), of: member, by: Sample.yangzhenClerk)
        try await desk.withdraw(ended, of: member, by: Sample.aide)
        #expect(try await desk.found(member).care.job == nil)
    }

    @Test func `02.w3: recognition and its application are not taken from under what followed`() async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        let clerk = Sample.yangzhenClerk
        for (kind, later) in [
            (ActKind.registrationReceived, ActKind.applicationAccepted), (.applicationAccepted, .recognised),
            (.recognised, .aideAssigned),
        ] {
            let act = try await desk.newest(kind, of: member)
            await #expect(throws: Refusal.procedure(.builtOn(later, on: Sample.today)), "\(kind)") {
                try await desk.withdraw(act, of: member, by: clerk)
            }
        }
        let aide = try await desk.newest(.aideAssigned, of: member)
        await #expect(throws: Refusal.procedure(.builtOn(.contacted, on: Sample.today))) {
            try await desk.withdraw(aide, of: member, by: Sample.shalingWorker)
        }
    }

    @Test func `06.w1: a hand-up is withdrawn only until somebody built on it`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help(member)
        try await desk.act(.handUp(from: .village), of: member, by: Sample.aide)
        let handUp = try await desk.newest(.handedUp, of: member)
        try await desk.withdraw(handUp, of: member, by: Sample.aide)
        #expect(try await desk.found(member).care.holder == .village)
        let other = Sample.liJianguo
        try await desk.handUp(other)
        let built = try await desk.newest(.handedUp, of: other)
        await #expect(throws: Refusal.procedure(.builtOn(.handUpReceived, on: Sample.today))) {
            try await desk.withdraw(built, of: other, by: Sample.aide)
        }
    }

    @Test func `a contact withdrawn is as never made, and its own level withdraws it`() async throws {
        let desk = try await CaseDesk.set()
        let before = try await desk.help(member)
        let duties = try await desk.store.duties(of: .assistanceCase(before.id))
        let later = Sample.today.adding(days: 8)
        try await desk.act(.contact(.village, "第二次"), of: member, by: Sample.aide, on: later)
        let act = try await desk.newest(.contacted, of: member)
        await #expect(throws: Refusal.notAllowed(.assistVillage)) {
            try await desk.withdraw(act, of: member, by: Sample.yangzhenClerk, on: later)
        }
        #expect(try await desk.store.duties(of: .assistanceCase(before.id)).count { $0.metOn == later } == 1)
        try await desk.withdraw(act, of: member, by: Sample.aide, on: later)
        let after = try await desk.store.duties(of: .assistanceCase(before.id))
        #expect(Set(duties).isSubset(of: after))
        #expect(after.count { $0.metOn == later } == 0)
        var found = try await desk.found(member)
        found.version = before.version
        #expect(found == before)
    }
}
