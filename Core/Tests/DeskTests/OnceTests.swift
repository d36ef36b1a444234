// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("A form sent twice")
struct OnceTests {
    @Test func `every act of a case takes the same form once and answers the second alike`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        let (id, day, clerk) = (found.id, Sample.today, Sample.yangzhenClerk.actor)
        let acts: [@Sendable (Int, OnceKey) async throws -> Receipt] = [
            { try await office.recordVisit(.met, in: id, version: $0, on: day, by: worker, once: $1) },
            { try await office.recordEscort(of: id, version: $0, note: "", on: day, by: worker, once: $1) },
            {
                try await office.waiveEscort(
                    of: id, version: $0, reason: "不愿", on: day, by: worker, once: $1)
            },
            {
                try await office.receiveRegistration(
                    of: id, version: $0, note: "", on: day, by: clerk, once: $1)
            },
            {
                try await office.withdraw(
                    ActID(3), in: id, version: $0, reason: "记错", by: worker, once: $1)
            },
            {
                try await office.endCase(
                    id, version: $0, reason: .waived, note: "", on: day, by: worker, once: $1)
            },
            { try await office.reopenCase(id, version: $0, reason: "又来", on: day, by: worker, once: $1) },
        ]
        for (number, act) in acts.enumerated() {
            let version = try await stage.liveCase(Sample.wangXiulan).version
            let key = OnceKey("form-\(number)")
            let first = try await act(version, key)
            let after = try await stage.liveCase(Sample.wangXiulan)
            let second = try await act(version, key)
            #expect(first == Receipt(subject: .assistanceCase(id), isRepeat: false))
            #expect(second == Receipt(subject: .assistanceCase(id), isRepeat: true))
            #expect(try await stage.liveCase(Sample.wangXiulan) == after)
            #expect(after.version > version)
        }
    }

    @Test func `acts of person and round take the same form once`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        func twice(_ key: String, _ act: (OnceKey) async throws -> Receipt) async throws {
            #expect(try await act(OnceKey(key)).isRepeat == false)
            #expect(try await act(OnceKey(key)).isRepeat)
        }
        let rounds = { (key: OnceKey) in
            try await office.openRounds(
                year: 2026, in: Sample.district, on: Sample.today, by: Sample.districtClerk.actor, once: key)
        }
        #expect(try await rounds(OnceKey("rounds")).count == 4)
        #expect(try await rounds(OnceKey("rounds")).isEmpty)
        let round = try #require(try await stage.store.round(of: Sample.shaling, year: 2026)).id
        try await twice("excuse") {
            try await office.excuse(
                Sample.wangXiulan.id, version: 1,
                excuse: SurveyExcuse(round: round, reason: .moved, note: "", nextTry: nil),
                on: Sample.today, by: worker, once: $0)
        }
        let proposal = try await office.proposal(for: stage.person(Sample.liJianguo), on: Sample.today)
        try await twice("confirm") {
            try await office.confirmHardship(
                of: Sample.liJianguo.id, version: 1, decision: HardshipDecision(taking: proposal, as: .two),
                on: Sample.today, by: worker, once: $0)
        }
        try await twice("submit") {
            try await office.submitLedger(of: round, version: 1, on: Sample.today, by: worker, once: $0)
        }
        try await twice("send-back") {
            try await office.sendBackLedger(
                of: round, version: 2, reason: "漏人", on: Sample.today, by: Sample.yangzhenClerk.actor,
                once: $0)
        }
        try await twice("submit-again") {
            try await office.submitLedger(of: round, version: 3, on: Sample.today, by: worker, once: $0)
        }
        try await twice("receive") {
            try await office.receiveLedger(
                of: round, version: 4, on: Sample.today, by: Sample.yangzhenClerk.actor, once: $0)
        }
    }

    @Test func `acts of the roll take the same form once`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let (day, worker) = (Sample.today, Sample.shalingWorker.actor)
        let (chen, li) = (Sample.chenJing.id, Sample.liJianguo.id)
        var facts = Sample.chenJing.facts
        facts.isUrgent = true
        let corrected = facts
        let arrival = Arrival(
            facts: PersonFacts(name: Sample.name("新来")), village: Sample.shaling, household: "99")
        let acts: [@Sendable (OnceKey) async throws -> Receipt] = [
            { try await office.enterPerson(arrival, on: day, by: worker, once: $0) },
            {
                try await office.correctPerson(
                    chen, version: 1, facts: corrected, reason: "核对", on: day, by: worker, once: $0)
            },
            {
                try await office.movePerson(
                    chen, version: 2, to: Sample.shaling, household: "98", reason: "换房", on: day, by: worker,
                    once: $0)
            },
            {
                try await office.splitHousehold(
                    Sample.household(of: Sample.zhaoDefu), members: [Sample.zhaoXiaopeng.id: 1],
                    number: "97", address: "", reason: "分户", on: day, by: worker, once: $0)
            },
            {
                try await office.leaveRoll(
                    chen, version: 3, reason: .movedOut, note: "", on: day, by: worker, once: $0)
            },
            {
                try await office.returnToRoll(
                    chen, version: 4, reason: "迁回", on: day, by: worker, once: $0)
            },
            {
                try await office.mergeDuplicate(
                    chen, version: 5, into: li, keptVersion: 1, reason: "同一人", on: day,
                    by: Sample.supervisor.actor, once: $0)
            },
            {
                try await office.unmergeDuplicate(
                    chen, version: 6, reason: "两个人", on: day, by: Sample.supervisor.actor, once: $0)
            },
        ]
        try await once(acts)
        #expect(try await stage.person(Sample.chenJing).version == 7)
        #expect(try await stage.store.people(of: Sample.shaling).count == 9)
    }

    @Test func `acts of units take the same form once`() async throws {
        let stage = try await Stage.set()
        let (day, clerk) = (Sample.today, Sample.systemAdministrator.actor)
        try await once([
            {
                try await stage.office().foundUnit(
                    .village, in: Sample.yangzhen, name: "新村", code: nil, on: day, by: clerk, once: $0)
            },
            {
                try await stage.office().renameUnit(
                    Sample.shaling, version: 1, to: "沙岭社区", on: day, by: clerk, once: $0)
            },
            {
                try await stage.office().mergeVillages(
                    Sample.hongsi, version: 1, into: Sample.shaling, on: day, by: clerk, once: $0)
            },
            {
                try await stage.office().restoreUnit(
                    Sample.hongsi, version: 2, reason: "误", on: day, by: clerk, once: $0)
            },
            {
                try await stage.office().closeUnit(
                    UnitID(Sample.units.count + 1), version: 1, reason: "误设", on: day, by: clerk, once: $0)
            },
        ])
        #expect(try await stage.store.units().count == Sample.units.count + 1)
        #expect(try await stage.person(Sample.liuYumei).village == Sample.hongsi)
    }

    /// Sends each form twice: the second time nothing is done and the answer is the same.
    private func once(_ acts: [@Sendable (OnceKey) async throws -> Receipt]) async throws {
        for (number, act) in acts.enumerated() {
            let key = OnceKey("form-\(number)")
            let first = try await act(key)
            let second = try await act(key)
            #expect(!first.isRepeat)
            #expect(second == Receipt(subject: first.subject, isRepeat: true))
        }
    }
}
