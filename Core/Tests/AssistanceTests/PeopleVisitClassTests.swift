// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("走访分类 · 01.w4")
struct PeopleVisitClassTests {
    /// A person of a wish and an economy, with facts that weigh.
    private func proposal(
        _ wish: Wish, _ economy: Economy?, findings: [HardshipFinding] = [],
        _ change: (inout PersonFacts) -> Void = { _ in }
    ) -> VisitClassProposal {
        let facts = PeopleSamples.facts {
            $0.wish = wish
            $0.economy = economy
            $0.registration = .otherUnemployed
            change(&$0)
        }
        return PeopleSamples.person(facts)
            .visitClassProposal(findings: findings, under: PeopleSamples.rules)
    }

    @Test(
        arguments: [
            (Wish.unwanted, Economy.good, VisitClass.one), (.unwanted, .fair, .one), (.wanted, .good, .two),
            (.wanted, .fair, .two), (.unwanted, .hard, .three), (.wanted, .hard, nil), (.unasked, .good, nil),
            (.unasked, .hard, nil), (.wanted, nil, nil),
        ] as [(Wish, Economy?, VisitClass?)])
    func `01.w4 wish and economy settle classes 1, 2 and a part of 3`(
        wish: Wish, economy: Economy?, expected: VisitClass?
    ) {
        #expect(proposal(wish, economy).proposed == expected)
    }

    @Test func `01.w4 a family reason, or work nearby, makes class 3`() {
        let family = proposal(.wanted, .hard) { $0.reasonsNotWorking = ["A", "E"] }
        #expect(family.proposed == .three)
        #expect(family.because == [.wish, .economyHard, .caresForFamily])
        let near = proposal(.wanted, .hard) { $0.mustBeNearby = true }
        #expect(near.proposed == .three)
        #expect(near.because == [.wish, .economyHard, .mustBeNearby])
        #expect(proposal(.wanted, .hard) { $0.reasonsNotWorking = ["A", "D"] }.proposed == nil)
    }

    static let severe: [(VisitFact, @Sendable (inout PersonFacts) -> Void)] = [
        (.receivesAllowance, { $0.hasAllowance = true }),
        (.severelyDisabled, { $0.disability = Disability(grade: 2, canWork: true) }),
        (.urgent, { $0.isUrgent = true }),
        (.incomeBelowHalfLine(income: 4385, line: 8772), { $0.incomePerHead = 4385 }),
    ]

    @Test(arguments: severe.indices)
    func `01.w4 a poor household with a severe fact is class 4`(row: Int) {
        let (fact, change) = Self.severe[row]
        let found = proposal(.wanted, .hard, change)
        #expect(found.proposed == .four)
        #expect(found.because == [.wish, .economyHard, fact])
        let both = proposal(.wanted, .hard) {
            change(&$0)
            $0.mustBeNearby = true
        }
        #expect(both.proposed == .four)
        #expect(proposal(.unwanted, .hard, change).proposed == .three)
    }

    @Test func `01.w4 a zero-employment household is class 4`() {
        let finding = HardshipFinding(
            category: .zeroEmployment, standard: .district, because: [.nobodyEmployed(ofAble: 2)])
        let found = proposal(.wanted, .hard, findings: [finding])
        #expect(found.proposed == .four)
        #expect(found.because == [.wish, .economyHard, .zeroEmploymentHousehold])
        let other = HardshipFinding(category: .farmingOnly, standard: .district, because: [])
        #expect(proposal(.wanted, .hard, findings: [other]).proposed == nil)
    }

    @Test(
        arguments: [
            (RegistrationKind.otherUnemployed, 8772, VisitClass.two), (.otherUnemployed, 8771, nil),
            (.otherUnemployed, 4386, nil), (.otherUnemployed, 4385, .four), (.ruralSurplus, 5712, .two),
            (.ruralSurplus, 5711, nil), (.ruralSurplus, 2856, nil), (.ruralSurplus, 2855, .four),
        ] as [(RegistrationKind, Int, VisitClass?)])
    func `01.w4 an income below the line counts as poor, below half of it as very poor`(
        registration: RegistrationKind, income: Int, expected: VisitClass?
    ) {
        let found = proposal(.wanted, .fair) {
            $0.registration = registration
            $0.incomePerHead = income
        }
        #expect(found.proposed == expected)
    }

    @Test func `01.w4 a disability of grade 3 alone is not severe`() {
        let found = proposal(.wanted, .hard) { $0.disability = Disability(grade: 3, canWork: true) }
        #expect(found.proposed == nil)
    }
}
