// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

/// SplitMix64: the same work from the same printed seed on every machine.
struct SeededWork: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Whatever is done, in whatever order: 00.levels, 01.w4")
struct RandomWorkTests {
    /// Half a year of random acts. Refusals are answers; a failure of the store is a fault of the desk, since
    /// each act is made on what was just read.
    @Test(arguments: [UInt64(10), 37, 97, 98, 116, UInt64.random(in: 200...1_000_000)])
    func `rows are what the journals say, duties as derived, and nobody has two live cases`(seed: UInt64)
        async throws
    {
        let stage = try await Stage.set()
        var work = SeededWork(seed: seed)
        try await stage.openRounds()
        var day = Sample.today
        var taken = 0
        for _ in 0..<150 {
            day = day.adding(days: Int.random(in: 0...2, using: &work))
            do {
                try await stage.act(on: day, &work)
                taken += 1
            } catch is Refusal {}
        }
        #expect(taken > 40, "seed \(seed)")
        for member in Sample.cast {
            let history = try await stage.store.history(of: .person(member.id)).personEvents
            #expect(
                Person(replaying: history, id: member.id) == (try await stage.person(member)), "seed \(seed)")
        }
        var live: [PersonID] = []
        for number in 1..<(try await stage.store.allocate(.assistanceCase, count: 1)) {
            let id = CaseID(number)
            guard let found = try await stage.store.assistanceCase(id) else { continue }
            let history = try await stage.store.history(of: .assistanceCase(id)).caseEvents
            #expect(AssistanceCase(replaying: history, id: id) == found, "seed \(seed)")
            guard found.isLive else { continue }
            live.append(found.person)
            let person = try await stage.store.person(found.person)
            #expect(person?.village == found.village, "seed \(seed)")
            #expect(person?.isOnRoll == true, "seed \(seed)")
        }
        #expect(Set(live).count == live.count, "seed \(seed)")
        let differences = try await stage.office(on: day).rederiveDuties().differences
        #expect(differences.map { $0.told } == [], "seed \(seed)")
    }
}

extension DutyDifference {
    /// What is stored and not derived, and the other way round.
    fileprivate var told: String {
        let gone = Set(stored).subtracting(derived).map { "- \($0.id) \($0.opens)...\($0.due) \($0.outcome)" }
        let new = Set(derived).subtracting(stored).map { "+ \($0.id) \($0.opens)...\($0.due) \($0.outcome)" }
        return "\(subject): " + (gone + new).sorted().joined(separator: "; ")
    }
}

extension Stage {
    /// One random act on a random person of the cast, by an account that may do everything they are asked.
    fileprivate func act(on day: Day, _ work: inout SeededWork) async throws {
        let office = try await office(on: day)
        let person = try await person(Sample.cast.randomElement(using: &work) ?? Sample.wangXiulan)
        let found = try await store.newestCase(of: person.id)
        let everything = Actor(
            account: AccountID(91), name: "多面手",
            grants: [
                Grant(role: .villageWorker, unit: Sample.district),
                Grant(role: .townClerk, unit: Sample.district),
                Grant(role: .supervisor, unit: Sample.district),
            ])
        switch Int.random(in: 0..<12, using: &work) {
        case 0, 1, 2: try await decide(person, office, everything, &work)
        case 3, 4:
            guard let found else { return }
            let visit: VisitRecord =
                Bool.random(using: &work) ? .told(wish: .wanted, isUrgent: true) : .missed
            _ = try await office.recordVisit(
                visit, in: found.id, version: found.version, on: day, by: everything)
        case 5:
            guard let found else { return }
            _ = try await office.withdraw(
                ActID(Int.random(in: 1...found.version, using: &work)), in: found.id, version: found.version,
                reason: "记错", by: everything)
        case 6:
            guard let found, found.isLive else { return }
            let reason = CaseEndReason.allCases.randomElement(using: &work) ?? .stable
            _ = try await office.endCase(
                found.id, version: found.version, reason: reason, note: "", on: day, by: everything)
        case 7:
            guard let found else { return }
            _ = try await office.reopenCase(
                found.id, version: found.version, reason: "又有困难", on: day, by: everything)
        case 8:
            let village = Sample.villages.randomElement(using: &work) ?? Sample.shaling
            _ = try await office.movePerson(
                person.id, version: person.version, to: village, household: "7", reason: "搬家", on: day,
                by: everything)
        case 9:
            let reason: DepartureReason = Bool.random(using: &work) ? .movedOut : .died
            _ = try await office.leaveRoll(
                person.id, version: person.version, reason: reason, note: "", on: day, by: everything)
        case 10:
            if case .merged = person.presence {
                _ = try await office.unmergeDuplicate(
                    person.id, version: person.version, reason: "两个人", on: day, by: everything)
            } else {
                _ = try await office.returnToRoll(
                    person.id, version: person.version, reason: "迁回", on: day, by: everything)
            }
        case 11:
            let other = try await self.person(Sample.cast.randomElement(using: &work) ?? Sample.liJianguo)
            _ = try await office.mergeDuplicate(
                person.id, version: person.version, into: other.id, keptVersion: other.version,
                reason: "同一人", on: day, by: everything)
        default: throw UnexpectedAnswer()
        }
    }

    private func decide(
        _ person: Person, _ office: Office, _ actor: Actor, _ work: inout SeededWork
    ) async throws {
        let proposal = try await office.proposal(for: person, on: office.today)
        let visitClass = VisitClass.allCases.randomElement(using: &work) ?? .two
        _ = try await office.confirmHardship(
            of: person.id, version: person.version,
            decision: HardshipDecision(taking: proposal, as: visitClass), on: office.today, by: actor)
    }
}
