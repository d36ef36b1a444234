// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("岗位：核实、名额、状态 · 05.w2 05.r2 14.w2 14.r1")
struct VacancyTests {
    private static let day = Day(year: 2026, month: 3, day: 2) ?? .earliest
    private static let numbers = ProcedureNumbers(verifiedDays: 15)
    private static let said = Verification(confirmedBy: "张经理")

    private static func facts(headcount: Int = 2, through: Int = 60) -> VacancyFacts {
        VacancyFacts(
            post: "仓库管理员", occupation: "库管", headcount: headcount, pay: Pay(from: 4000, through: 5000),
            place: WorkPlace(words: "工业区1号"), validThrough: day.adding(days: through))
    }

    private static func vacancy(
        headcount: Int = 2, through: Int = 60, verified: Verification? = said
    ) -> Vacancy {
        Vacancy(
            posting: facts(headcount: headcount, through: through), of: EmployerID(1), unit: UnitID(4),
            verified: verified, on: day, id: VacancyID(1))
    }

    private static func told(_ person: Int) -> VacancyEvent {
        .told(CaseID(person), act: ActID(9), isLetter: true)
    }

    @Test(arguments: [(0, true), (14, true), (15, true), (16, false), (40, false)])
    func `05.r2: a confirmation is good for so many days and then is asked for anew`(
        days: Int, isGood: Bool
    ) throws {
        let vacancy = Self.vacancy()
        let later = Self.day.adding(days: days)
        #expect(vacancy.standing(on: later, verifiedFor: 15) == (isGood ? .open : .stale))
        if isGood {
            #expect(try vacancy.decide(Self.told(1), on: later, numbers: Self.numbers) == [Self.told(1)])
        } else {
            let stale = Obstacle.vacancyStale(verified: Self.day, days: 15)
            #expect(stale.clause == "05.r2")
            #expect(throws: Refusal.procedure(stale)) {
                try vacancy.decide(Self.told(1), on: later, numbers: Self.numbers)
            }
        }
    }

    @Test func `05.w2: a vacancy that nobody confirmed is told to nobody, and to somebody after it was`()
        throws
    {
        var vacancy = Self.vacancy(verified: nil)
        #expect(throws: Refusal.procedure(.vacancyStale(verified: nil, days: 15))) {
            try vacancy.decide(Self.told(1), on: Self.day, numbers: Self.numbers)
        }
        for event in try vacancy.decide(.confirmed(Self.said), on: Self.day, numbers: Self.numbers) {
            vacancy.apply(event, on: Self.day)
        }
        #expect(try vacancy.decide(Self.told(1), on: Self.day, numbers: Self.numbers).count == 1)
    }

    @Test func `05.w2: a confirmation names who gave it, and one entered late does not undo a newer one`()
        throws
    {
        var vacancy = Self.vacancy()
        #expect(throws: Refusal.procedure(.wordsMissing(.vacancyVerified, what: .confirmation))) {
            try vacancy.decide(
                .confirmed(Verification(confirmedBy: "")), on: Self.day, numbers: Self.numbers)
        }
        vacancy.apply(.confirmed(Verification(confirmedBy: "李主任")), on: Self.day.adding(days: 9))
        vacancy.apply(.confirmed(Verification(confirmedBy: "旧")), on: Self.day.adding(days: 3))
        #expect(vacancy.verifiedOn == Self.day.adding(days: 9))
        #expect(vacancy.verified?.confirmedBy == "李主任")
    }

    @Test func `05.w4: places are taken by those hired and given back by others`() throws {
        var vacancy = Self.vacancy()
        for person in 1...3 { vacancy.apply(Self.told(person), on: Self.day) }
        #expect(vacancy.awaited == 3 && vacancy.seatsLeft == 2)
        vacancy.apply(.hired(CaseID(1), act: ActID(9)), on: Self.day)
        vacancy.apply(.released(CaseID(2), act: ActID(9)), on: Self.day)
        #expect(vacancy.awaited == 1 && vacancy.seatsLeft == 1 && vacancy.hired == 1)
        vacancy.apply(.hired(CaseID(3), act: ActID(9)), on: Self.day)
        #expect(vacancy.standing(on: Self.day, verifiedFor: 15) == .filled)
        #expect(throws: Refusal.procedure(.vacancyFilled)) {
            try vacancy.decide(Self.told(4), on: Self.day, numbers: Self.numbers)
        }
        vacancy.apply(.released(CaseID(3), act: ActID(9)), on: Self.day)
        #expect(vacancy.standing(on: Self.day, verifiedFor: 15) == .open)
    }

    @Test(arguments: [(9, VacancyStanding.open), (10, .open), (11, .expired)])
    func `05.r2: after its last day nobody is sent`(days: Int, standing: VacancyStanding) throws {
        let vacancy = Self.vacancy(through: 10)
        let later = Self.day.adding(days: days)
        #expect(vacancy.standing(on: later, verifiedFor: 15) == standing)
        guard standing == .expired else { return }
        #expect(throws: Refusal.procedure(.vacancyExpired(on: Self.day.adding(days: 10)))) {
            try vacancy.decide(Self.told(1), on: later, numbers: Self.numbers)
        }
    }

    @Test func `05.r2: a closed vacancy is told to nobody until it is opened again`() throws {
        var vacancy = Self.vacancy()
        vacancy.apply(.closed(.cancelled, note: ""), on: Self.day)
        #expect(throws: Refusal.procedure(.vacancyClosed(on: Self.day))) {
            try vacancy.decide(Self.told(1), on: Self.day, numbers: Self.numbers)
        }
        #expect(throws: Refusal.procedure(.vacancyClosed(on: Self.day))) {
            try vacancy.decide(.closed(.cancelled, note: ""), on: Self.day, numbers: Self.numbers)
        }
        vacancy.apply(.reopened(reason: "又招"), on: Self.day)
        #expect(vacancy.standing(on: Self.day, verifiedFor: 15) == .open)
    }

    @Test func `05.r2: the headcount never falls below those hired`() throws {
        var vacancy = Self.vacancy()
        for person in 1...2 { vacancy.apply(.hired(CaseID(person), act: ActID(9)), on: Self.day) }
        #expect(throws: Refusal.procedure(.vacancySeatsTaken(2))) {
            try vacancy.decide(
                .corrected(Self.facts(headcount: 1)), on: Self.day, numbers: Self.numbers)
        }
    }

    @Test func `14.r2: a sex limit keeps a vacancy out, an age is questioned and kept apart`() {
        var facts = Self.facts()
        facts.description = "限男性"
        facts.ageStatement = "45岁以下"
        let found = facts.findings(on: Self.day, lowestPay: 2540, others: [])
        #expect(found.contains(.sexLimit(words: "限男性")))
        #expect(found.contains(.ageStated("45岁以下")))
        #expect(found.filter(\.blocks).count == 1)
        facts.description = "45岁以下优先"
        #expect(facts.findings(on: Self.day, lowestPay: 2540, others: []).contains { $0.blocks })
    }

    @Test func `14.r1: the same post at the same place is asked about, at another place not`() {
        let known = Self.vacancy()
        let same = Self.facts().findings(on: Self.day, lowestPay: 0, others: [known])
        #expect(same == [.doubled(VacancyID(1))])
        var other = Self.facts()
        other.place = WorkPlace(words: "工业区2号")
        #expect(other.findings(on: Self.day, lowestPay: 0, others: [known]).isEmpty)
    }

    @Test(arguments: [(3999, 2540, false), (2540, 2540, false), (2539, 2540, true)])
    func `14.r2: pay below the lowest of a full month is asked about`(pay: Int, lowest: Int, isAsked: Bool) {
        var facts = Self.facts()
        facts.pay = Pay(from: pay, through: pay)
        #expect(facts.findings(on: Self.day, lowestPay: lowest, others: []).isEmpty == !isAsked)
        facts.term = .partTime
        #expect(facts.findings(on: Self.day, lowestPay: lowest, others: []).isEmpty)
    }

    @Test func `a vacancy is what its journal says`() throws {
        let events: [VacancyEvent] = [
            .posted(Self.facts(), employer: EmployerID(1), unit: UnitID(4), Self.said), Self.told(1),
            .hired(CaseID(1), act: ActID(9)), .confirmed(Self.said), .employerMerged(into: EmployerID(2)),
        ]
        let journal = events.enumerated().map { place, event in
            Recorded(
                id: ActID(place + 1), occurred: Self.day, recorded: Instant(startOf: Self.day),
                by: AccountID(1), event: event)
        }
        let vacancy = try #require(Vacancy(replaying: journal, id: VacancyID(1)))
        #expect(vacancy.employer == EmployerID(2) && vacancy.hired == 1 && vacancy.version == 5)
    }
}
