// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("就业困难人员类别 · 00.c06 - 00.c13")
struct PeopleHouseholdHardshipTests {
    static let idle = PeopleSamples.facts { $0.employment = .unemployed(since: nil) }
    static let farmer = PeopleSamples.facts(sex: .male) {
        $0.employment = .employed(sector: .primary, form: nil)
    }
    static let worker = PeopleSamples.facts { $0.employment = .employed(sector: .secondary, form: .formal) }
    static let jobber = PeopleSamples.facts { $0.employment = .employed(sector: nil, form: .flexible) }
    static let unasked = PeopleSamples.facts()
    static let child = PeopleSamples.facts(born: "2015-01-01")
    static let pensioner = PeopleSamples.facts(born: "1950-01-01") { $0.employment = .unemployed(since: nil) }
    static let oldGuard = PeopleSamples.facts(born: "1950-01-01", sex: .male) {
        $0.employment = .employed(sector: .tertiary, form: .informal)
    }
    static let unable = PeopleSamples.facts { $0.disability = Disability(grade: 1, canWork: false) }
    static let ageless = PeopleSamples.facts { $0.born = nil }

    @Test(
        arguments: [
            ([], 1), ([idle], 2), ([child], 1), ([pensioner, child], 1), ([unable], 1), ([oldGuard], 1),
            ([idle, idle, pensioner], 3), ([worker], nil), ([farmer], nil), ([jobber], nil), ([unasked], nil),
            ([idle, worker], nil), ([ageless], nil),
        ] as [([PersonFacts], Int?)])
    func `00.c07 holds when all of working age and able are known to be out of work`(
        others: [PersonFacts], able: Int?
    ) {
        for standard in HardshipStandard.allCases {
            let found = PeopleSamples.findings(Self.idle, with: others)
                .first { $0.category == .zeroEmployment && $0.standard == standard }
            #expect(found?.because.first == able.map { .nobodyEmployed(ofAble: $0) })
        }
    }

    @Test(arguments: [worker, farmer, unasked, unable, pensioner])
    func `00.c07 is about a labourer out of work only`(facts: PersonFacts) {
        #expect(!PeopleSamples.categories(facts).contains(.zeroEmployment))
    }

    @Test(
        arguments: [
            (idle, [farmer], 1), (farmer, [], 1), (farmer, [farmer, idle], 2), (idle, [farmer, child], 1),
            (idle, [], nil), (idle, [worker], nil), (farmer, [worker], nil), (farmer, [jobber], nil),
            (farmer, [unasked], nil), (farmer, [oldGuard], nil), (worker, [], nil),
        ] as [(PersonFacts, [PersonFacts], Int?)])
    func `00.c08 holds when everybody in work is known to farm`(
        facts: PersonFacts, others: [PersonFacts], farming: Int?
    ) {
        let found = PeopleSamples.findings(facts, with: others).filter { $0.category == .farmingOnly }
        #expect(found.map(\.standard) == (farming == nil ? [] : [.district]))
        #expect(found.first?.because.first == farming.map { .allEmployedInFarming($0) })
    }

    @Test func `the household list may be behind the person`() {
        let person = PeopleSamples.person(Self.idle)
        let stale = HouseholdSituation(members: [.init(person: person.id, facts: Self.worker)])
        let found = person.hardshipFindings(in: stale, under: PeopleSamples.rules, on: PeopleSamples.today)
        #expect(found.map(\.category) == [.zeroEmployment, .zeroEmployment])
    }

    @Test(arguments: [
        HardshipCategory.militaryFamily, .conservation, .greenPost, .greenShift, .landTaken, .other,
    ])
    func `proof is asked for: 00.c06, 00.c09, 00.c10, 00.c11, 00.c12, 00.c13`(category: HardshipCategory) {
        let since = PeopleSamples.day("2025-05-01")
        func found(_ declaration: Declaration) -> [HardshipFinding] {
            var person = PeopleSamples.person(Self.worker)
            person.apply(.declared(declaration), act: ActID(2), on: PeopleSamples.today)
            return PeopleSamples.findings(person)
        }
        let whole = Declaration(category: category, proof: "证明原件", since: since, reason: "情况属实")
        let findings = found(whole)
        #expect(findings.map(\.category) == [category])
        #expect(findings.map(\.standard) == [.district])
        #expect(findings.first?.because.first == .declared(proof: "证明原件", since: since))

        let bare = Declaration(category: category, proof: " ", since: since, reason: "情况属实")
        #expect(found(bare).isEmpty == (category != .other))
        let undated = Declaration(category: category, proof: "证明原件", since: nil, reason: "情况属实")
        #expect(found(undated).isEmpty == (category == .landTaken))
        let unreasoned = Declaration(category: category, proof: "证明原件", since: since, reason: "")
        #expect(found(unreasoned).isEmpty == (category == .other))
    }

    @Test func `00.c13 gives the deciding officer's reason`() {
        var person = PeopleSamples.person(Self.worker)
        let declaration = Declaration(category: .other, proof: "", since: nil, reason: "独自抚养两名子女")
        person.apply(.declared(declaration), act: ActID(2), on: PeopleSamples.today)
        #expect(PeopleSamples.findings(person).first?.because.first == .officerReason("独自抚养两名子女"))
        person.apply(.declarationWithdrawn(.other, reason: "误报"), act: ActID(3), on: PeopleSamples.today)
        #expect(PeopleSamples.findings(person) == [])
    }

    @Test func `a derived category cannot be declared into being`() {
        var person = PeopleSamples.person(Self.worker)
        let declaration = Declaration(category: .allowance, proof: "低保证", since: nil, reason: "")
        person.apply(.declared(declaration), act: ActID(2), on: PeopleSamples.today)
        #expect(PeopleSamples.findings(person) == [])
    }

    @Test func `all categories that apply are found, none ranked`() {
        let facts = PeopleSamples.facts(born: "1980-01-01") {
            $0.hasAllowance = true
            $0.health = .disabled
            $0.disability = Disability(grade: 3, canWork: true)
            $0.wish = .wanted
            $0.employment = .unemployed(since: PeopleSamples.day("2020-01-01"))
        }
        #expect(
            PeopleSamples.categories(facts)
                == [.allowance, .disabled, .ageBand, .longUnemployed, .zeroEmployment])
        #expect(PeopleSamples.categories(facts, by: .city) == PeopleSamples.categories(facts))
    }
}
