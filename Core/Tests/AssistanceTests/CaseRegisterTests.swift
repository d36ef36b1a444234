// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("Registers and certificates: 02.w1 02.w3")
struct CaseRegisterTests {
    private let enter = CaseEvent.recognition(.registerEntered(note: "", kind: .unemployment))
    private func issue(_ number: String) -> CaseEvent {
        .recognition(.certificateIssued(number: number, kind: .unemployment))
    }

    /// Registered at the counter and entered in the register.
    private func entered() throws -> CaseStory {
        var story = CaseStory()
        try story.act(.registrationReceived(note: ""))
        try story.act(enter)
        return story
    }

    private func facts(_ change: (inout PersonFacts) -> Void = { _ in }) throws -> PersonFacts {
        var facts = PersonFacts(name: try #require(PersonName("王秀兰")))
        facts.born = Day(year: 1978, month: 5, day: 3)
        facts.sex = .female
        facts.registration = .lostWork
        facts.employment = .unemployed(since: nil)
        change(&facts)
        return facts
    }

    private func bars(_ kind: RegisterKind?, _ facts: PersonFacts) -> [RegistrationBar] {
        facts.registrationBars(to: kind, on: CaseStory.start, under: .law)
    }

    @Test func `02.w1: whoever is of working age, without work and of the right household is registered`()
        throws
    {
        let urban = try facts()
        #expect(bars(.unemployment, urban).isEmpty)
        #expect(bars(.transfer, urban) == [.belongsIn(.unemployment)])
        let rural = try facts { $0.registration = .ruralSurplus }
        #expect(bars(.transfer, rural).isEmpty)
        #expect(bars(.unemployment, rural) == [.belongsIn(.transfer)])
        #expect(bars(nil, rural).isEmpty)
        // A farmer may look for other work; a farmer's hand in a factory has it.
        let farmer = try facts {
            $0.registration = .ruralPrimary
            $0.employment = .employed(sector: .primary, form: nil)
        }
        #expect(bars(.transfer, farmer).isEmpty)
        let worker = try facts {
            $0.registration = .ruralSecondary
            $0.employment = .employed(sector: .secondary, form: .formal)
        }
        #expect(bars(.transfer, worker) == [.employed])
    }

    @Test func `02.w1: everything that speaks against a registration is said at once`() throws {
        let nobody = try facts {
            $0.registration = nil
            $0.born = nil
            $0.employment = .employed(sector: nil, form: nil)
        }
        #expect(bars(.unemployment, nobody) == [.registrationUnknown, .ageUnknown, .employed])
        let old = try facts { $0.born = Day(year: 1950, month: 1, day: 1) }
        #expect(bars(.unemployment, old) == [.outsideWorkingAge])
        let story = try entered()
        let given = Given(day: story.day, bars: [.employed])
        var other = CaseStory()
        try other.act(.registrationReceived(note: ""))
        let found = other.found
        let enter = enter
        #expect(throws: Refusal.procedure(.cannotRegister([.employed]))) {
            try found.decide(enter, given: given)
        }
    }

    @Test func `02.w3: one live registration and one good certificate a person`() throws {
        #expect(CaseStory().obstacle(enter) == .noRegistration)
        var story = try entered()
        #expect(story.obstacle(enter) != nil)
        story.day = story.day.adding(days: 1)
        #expect(story.obstacle(enter) == .alreadyDone(.registerEntered))
        #expect(story.obstacle(issue("")) == .wordsMissing(.certificateIssued, what: .number))
        try story.act(issue("S1"))
        #expect(story.found.recognition.certificate == "S1")
        #expect(story.obstacle(issue("S2")) == .alreadyDone(.certificateIssued))
        var none = CaseStory()
        try none.act(.registrationReceived(note: ""))
        #expect(none.obstacle(issue("S1")) == .notInRegister)
    }

    @Test func `02.w3: a lost certificate is void and replaced under a new number, the old one stays known`()
        throws
    {
        var story = try entered()
        let replace = CaseEvent.recognition(.certificateReplaced(number: "S2", reason: "遗失"))
        #expect(story.obstacle(replace) == .noCertificate)
        try story.act(issue("S1"))
        try story.act(replace, after: 40)
        let kept = try #require(story.found.recognition.certificates)
        #expect(kept.map(\.number) == ["S1", "S2"])
        #expect(kept[0].voided == story.day && kept[0].reason == "遗失")
        #expect(story.found.recognition.liveCertificate?.number == "S2")
        #expect(kept[1].kind == .unemployment)
        try story.act(.recognition(.certificateVoided(reason: "错发")), after: 1)
        #expect(story.found.recognition.certificate.isEmpty)
        #expect(story.obstacle(replace) == .noCertificate)
    }

    @Test func `02.w3: a certificate is checked once a year from the year after its issue`() throws {
        var story = try entered()
        try story.act(issue("S1"))
        let check = CaseEvent.recognition(.certificateChecked(note: ""))
        let first = try #require(Day(year: story.day.year + 1, month: 1, day: 1))
        story.day = first.adding(days: -1)
        #expect(!story.found.recognition.isCheckDue(on: story.day))
        #expect(story.obstacle(check) == .notBefore(first))
        story.day = first
        #expect(story.found.recognition.isCheckDue(on: story.day))
        try story.act(check)
        #expect(!story.found.recognition.isCheckDue(on: story.day.adding(days: 300)))
        #expect(story.obstacle(check) != nil)
        story.day = first.adding(days: 365)
        #expect(story.obstacle(check) == nil)
    }

    @Test func `02.w3: a registration ends on a legal ground, and with a registration of work by itself`()
        throws
    {
        var story = try entered()
        let end = CaseEvent.recognition(.registrationEnded(.noContact, note: ""))
        try story.act(end, after: 200)
        #expect(story.found.recognition.registration?.reason == .noContact)
        #expect(story.obstacle(.recognition(.registrationEnded(.imprisoned, note: ""))) == .notInRegister)
        try story.act(enter, after: 1)
        #expect(story.found.recognition.liveRegistration?.entered == story.day)
        var worker = try CaseStory.employed(.ownBusiness)
        try worker.act(enter)
        try worker.act(.work(.notified(means: .telephone, words: "带执照")))
        try worker.act(.work(.registered(.sample(.ownBusiness, since: worker.day))))
        #expect(worker.found.recognition.registration?.reason == .ownBusiness)
        #expect(worker.found.recognition.registration?.ended == worker.day)
        #expect(worker.found.recognition.liveRegistration == nil)
    }

    @Test func `02.w3: who was registered with a certificate before the recognition is entered with it`()
        throws
    {
        var story = try entered()
        try story.act(issue("S1"))
        try story.check(after: 5)
        try story.act(.recognition(.accepted(note: "")))
        let events = try story.act(.recognition(.recognised(number: "1", note: "")), after: 1)
        #expect(events.map(\.kind) == [.recognised, .recordsOpened, .registerEntered, .certificateIssued])
        #expect(story.found.recognition.certificates?.count == 1)
        #expect(story.found.recognition.registration?.entered == CaseStory.start)
    }
}
