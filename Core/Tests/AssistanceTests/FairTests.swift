// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("招聘会：筹备、展位、邀请、签到、结果 · 14.w3")
struct FairTests {
    private static let today = Day(year: 2026, month: 3, day: 2) ?? .earliest
    private static let day = today.adding(days: 7)
    private static let guest = CaseID(5)
    private static let vacancy = VacancyID(11)

    private static func facts(
        on day: Day = day, opens: Int = 540, closes: Int = 690, kind: FairKind = .general,
        _ change: (inout FairFacts) -> Void = { _ in }
    ) -> FairFacts {
        var facts = FairFacts(
            title: "春季招聘会", kind: kind, day: day, hours: FairHours(opens: opens, closes: closes),
            place: "文化广场")
        change(&facts)
        return facts
    }

    private static func fair(_ events: [FairEvent] = []) -> Fair {
        var fair = Fair(planning: facts(), unit: UnitID(2), id: FairID(1))
        for event in events { fair.apply(event, on: today) }
        return fair
    }

    private static let stand = FairEvent.standSet(
        number: 1, employer: EmployerID(3), vacancies: [vacancy, VacancyID(12)])
    private static let invited = FairEvent.invited(guest, vacancies: [vacancy])
    private static let open: [FairEvent] = [stand, .announced, invited]
    private static let came: [FairEvent] = open + [.signedIn(guest, by: .own)]

    private static func refuses(
        _ obstacle: FairObstacle, _ act: FairEvent, _ fair: Fair, on day: Day = today,
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: Refusal.procedure(.fair(obstacle)), sourceLocation: place) {
            try fair.decide(act, on: day)
        }
    }

    // MARK: Facts

    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func `14.w3: a fair is planned for today or later`(days: Int, isPast: Bool) {
        let day = Self.today.adding(days: days)
        #expect(Fair.obstacle(to: Self.facts(on: day), on: Self.today) == (isPast ? .dayPast(day) : nil))
    }

    @Test(arguments: [
        (540, 541, true), (540, 540, false), (540, 539, false), (0, 1440, true), (-1, 60, false),
    ])
    func `14.w3: hours run forward within one day`(opens: Int, closes: Int, isForward: Bool) {
        let found = Fair.obstacle(to: Self.facts(opens: opens, closes: closes), on: Self.today)
        #expect(found == (isForward ? nil : .hoursReversed))
    }

    @Test func `14.w3: a fair has a title, a place, and says for whom it is special`() {
        #expect(Fair.obstacle(to: Self.facts { $0.title = "" }, on: Self.today) == .titleMissing)
        #expect(Fair.obstacle(to: Self.facts { $0.place = "" }, on: Self.today) == .placeMissing)
        #expect(Fair.obstacle(to: Self.facts(kind: .special), on: Self.today) == .audienceMissing)
        let special = Self.facts(kind: .special) { $0.audience = "残疾人" }
        #expect(Fair.obstacle(to: special, on: Self.today) == nil)
        #expect(Obstacle.fair(.audienceMissing).clause == "14.w3")
    }

    // MARK: Stands

    @Test func `14.w3: an employer has one stand and a vacancy stands once`() {
        let fair = Self.fair([Self.stand])
        let same = FairEvent.standSet(number: 2, employer: EmployerID(3), vacancies: [VacancyID(13)])
        Self.refuses(.employerHasStand(1), same, fair)
        let twice = FairEvent.standSet(number: 2, employer: EmployerID(4), vacancies: [Self.vacancy])
        Self.refuses(.vacancyHasStand(Self.vacancy, stand: 1), twice, fair)
        let taken = FairEvent.standSet(number: 1, employer: EmployerID(4), vacancies: [VacancyID(13)])
        Self.refuses(.standTaken(1), taken, fair)
        Self.refuses(.standEmpty, .standSet(number: 2, employer: EmployerID(4), vacancies: []), fair)
        #expect(throws: Refusal.nothingChanged) { try fair.decide(Self.stand, on: Self.today) }
    }

    @Test func `14.w3: a stand follows its employer into another entry with what it offers and told`() {
        let result = StandResult(talked: 5, intents: 2, hired: 1)
        let fair = Self.fair(
            [Self.stand, .standReported(number: 1, result), .employerMerged(stand: 1, into: EmployerID(9))])
        #expect(fair.stand(1)?.employer == EmployerID(9))
        #expect(fair.stand(1)?.vacancies == [Self.vacancy, VacancyID(12)])
        #expect(fair.stand(1)?.result == result)
    }

    // MARK: Announcing, changing, cancelling

    @Test func `14.w3: a fair without stands, or announced before, is not announced`() {
        Self.refuses(.noStands, .announced, Self.fair())
        Self.refuses(.alreadyAnnounced(on: Self.today), .announced, Self.fair([Self.stand, .announced]))
        Self.refuses(.notAnnounced, Self.invited, Self.fair([Self.stand]))
    }

    @Test func `14.w3: whoever was invited before a change of day, hours or place is told, each once`() throws
    {
        var fair = Self.fair(Self.open)
        fair.apply(.corrected(Self.facts { $0.note = "请带身份证" }), on: Self.today)
        #expect(!fair.isToBeTold(try #require(fair.guest(Self.guest)), on: Self.today))
        Self.refuses(.nothingToTell, .told(Self.guest), fair)
        fair.apply(.corrected(Self.facts { $0.place = "镇政府" }), on: Self.today)
        fair.apply(.invited(CaseID(6), vacancies: [Self.vacancy]), on: Self.today)
        #expect(fair.guests.map { fair.isToBeTold($0, on: Self.today) } == [true, false])
        fair.apply(.told(Self.guest), on: Self.today)
        #expect(fair.guests.map { fair.isToBeTold($0, on: Self.today) } == [false, false])
    }

    @Test
    func `14.w3: a cancelled fair keeps its invitations, says who is to be told, and takes nothing else`()
        throws
    {
        #expect(throws: Refusal.reasonMissing) {
            try Self.fair(Self.open).decide(.cancelled(reason: ""), on: Self.today)
        }
        let fair = Self.fair(Self.open + [.cancelled(reason: "场地停电")])
        #expect(fair.guests.map(\.caseID) == [Self.guest])
        #expect(fair.guests.map { fair.isToBeTold($0, on: Self.today) } == [true])
        #expect(fair.standing(on: Self.day) == .cancelled)
        let days = [0, 1].map { Self.day.adding(days: $0) }
        #expect(days.map { fair.isToBeTold(fair.guests[0], on: $0) } == [true, false])
        Self.refuses(.cancelled(on: Self.today), .signedIn(Self.guest, by: .own), fair, on: Self.day)
        #expect(try fair.decide(.told(Self.guest), on: Self.today) == [.told(Self.guest)])
    }

    @Test(arguments: [(-1, FairStanding.coming, true), (0, .today, true), (1, .over, true)])
    func `14.w3: where an announced fair stands follows from the day alone`(
        days: Int, standing: FairStanding, isPublic: Bool
    ) {
        let fair = Self.fair(Self.open)
        #expect(fair.standing(on: Self.day.adding(days: days)) == standing)
        #expect(fair.isPublic(on: Self.day.adding(days: days)) == isPublic)
        #expect(Self.fair([Self.stand]).isPublic(on: Self.today) == false)
        #expect(Self.fair([Self.stand]).standing(on: Self.day) == .planned)
    }

    // MARK: Guests

    @Test func `14.w3: somebody is invited once, to vacancies of the fair`() {
        let fair = Self.fair(Self.open)
        Self.refuses(.alreadyInvited, Self.invited, fair)
        Self.refuses(.invitationEmpty, .invited(CaseID(6), vacancies: []), fair)
        Self.refuses(.vacancyNotAtFair(VacancyID(99)), .invited(CaseID(6), vacancies: [VacancyID(99)]), fair)
        let late = Self.day.adding(days: 1)
        Self.refuses(.dayPast(Self.day), .invited(CaseID(6), vacancies: [Self.vacancy]), fair, on: late)
    }

    @Test(arguments: [(-1, false), (0, true), (1, false)])
    func `14.w3: a sign-in is on the day of the fair only`(days: Int, isTaken: Bool) throws {
        let (fair, day) = (Self.fair(Self.open), Self.day.adding(days: days))
        let act = FairEvent.signedIn(Self.guest, by: .own)
        if isTaken {
            #expect(try fair.decide(act, on: day) == [act])
        } else {
            Self.refuses(.notTheDay(Self.day), act, fair, on: day)
        }
    }

    @Test func `14.w3: signing in twice does nothing, and a stranger does not sign in`() throws {
        let fair = Self.fair(Self.came)
        #expect(try fair.decide(.signedIn(Self.guest, by: .desk), on: Self.day).isEmpty)
        Self.refuses(.notInvited, .signedIn(CaseID(8), by: .desk), fair, on: Self.day)
        Self.refuses(.hasCome, .invitationWithdrawn(Self.guest, reason: "错"), fair, on: Self.day)
    }

    @Test(arguments: GuestOutcome.allCases)
    func `14.w3: only whoever came has talked, and only whoever did not come was absent`(
        outcome: GuestOutcome
    )
        throws
    {
        let act = FairEvent.resultNoted(Self.guest, GuestResult(outcome: outcome))
        Self.refuses(.notYet(Self.day), act, Self.fair(Self.came), on: Self.day.adding(days: -1))
        if outcome == .absent {
            Self.refuses(.hasCome, act, Self.fair(Self.came), on: Self.day)
            #expect(try Self.fair(Self.open).decide(act, on: Self.day) == [act])
        } else {
            Self.refuses(.hasNotCome, act, Self.fair(Self.open), on: Self.day)
            #expect(try Self.fair(Self.came).decide(act, on: Self.day) == [act])
        }
    }

    @Test func `14.w3: a sign-in taken back takes the result with it`() throws {
        let noted = FairEvent.resultNoted(Self.guest, GuestResult(outcome: .intent, vacancy: Self.vacancy))
        let fair = Self.fair(Self.came + [noted, .signInWithdrawn(Self.guest)])
        #expect(fair.guest(Self.guest)?.came == nil && fair.guest(Self.guest)?.result == nil)
        Self.refuses(.hasNotCome, .signInWithdrawn(Self.guest), fair, on: Self.day)
    }

    // MARK: Results

    @Test(arguments: [
        (5, 2, 1, true), (5, 5, 5, true), (0, 0, 0, true), (5, 6, 0, false), (5, 2, 3, false),
        (5, -1, 0, false),
        (10_000, 0, 0, false),
    ])
    func `14.w3: nobody is hired without understanding and nobody understands without a talk`(
        talked: Int, intents: Int, hired: Int, isTaken: Bool
    ) throws {
        let result = StandResult(talked: talked, intents: intents, hired: hired)
        let act = FairEvent.standReported(number: 1, result)
        if isTaken {
            #expect(try Self.fair(Self.open).decide(act, on: Self.day) == [act])
        } else {
            Self.refuses(.numbersImplausible, act, Self.fair(Self.open), on: Self.day)
        }
        Self.refuses(.notYet(Self.day), act, Self.fair(Self.open))
    }

    @Test func `14.w3: a closed fair takes results only after it was opened again`() throws {
        Self.refuses(.notYet(Self.day), .closed, Self.fair(Self.open))
        var fair = Self.fair(Self.came)
        fair.apply(.closed, on: Self.day)
        Self.refuses(.closed(on: Self.day), .walkInsCounted(3), fair, on: Self.day)
        fair.apply(.reopened(reason: "漏记"), on: Self.day)
        #expect(try fair.decide(.walkInsCounted(3), on: Self.day) == [.walkInsCounted(3)])
        Self.refuses(.notClosed, .reopened(reason: "漏记"), fair, on: Self.day)
    }

    @Test func `14.w3: a fair replayed from its journal is the fair that was kept`() throws {
        let fair = Self.fair(Self.came + [.walkInsCounted(4)])
        let events: [FairEvent] = [.planned(Self.facts(), unit: UnitID(2))] + Self.came + [.walkInsCounted(4)]
        let journal = events.enumerated().map { place, event in
            Recorded(
                id: ActID(place + 1), occurred: Self.today, recorded: Instant(startOf: Self.today),
                by: AccountID(1), event: event)
        }
        #expect(Fair(replaying: journal, id: FairID(1)) == fair)
        #expect(fair.version == events.count)
    }
}
