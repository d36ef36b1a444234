// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("就业困难人员类别 · 00.age, 00.c01 - 00.c05")
struct PeopleHardshipTests {
    @Test func `nobody is in a category without a fact that speaks for it`() {
        #expect(PeopleSamples.findings(PeopleSamples.facts()) == [])
    }

    @Test(arguments: [
        ("2010-03-03", Sex.male, false), ("2010-03-02", .male, true), ("1965-11-30", .male, false),
        ("1965-12-01", .male, true), ("1975-07-31", .female, false), ("1975-08-01", .female, false),
        ("1975-10-31", .female, true), ("1980-01-01", .female, true),
    ])
    func `00.age keeps everybody outside the working age out of every category`(
        born: String, sex: Sex, isIn: Bool
    ) {
        let facts = PeopleSamples.facts(born: born, sex: sex) { $0.hasAllowance = true }
        #expect(PeopleSamples.categories(facts) == (isIn ? [.allowance] : []))
    }

    @Test func `00.age a woman of unknown kind is assumed a worker, and the finding says so`() {
        let facts = PeopleSamples.facts(born: "1972-01-01") { $0.hasAllowance = true }
        #expect(PeopleSamples.categories(facts) == [])
        let cadre = PeopleSamples.facts(born: "1972-01-01") {
            $0.hasAllowance = true
            $0.retirement = .cadre
        }
        let until = RetirementSchedule.law.retirementMonth(
            born: PeopleSamples.day("1972-01-01"), sex: .female, kind: .cadre)
        let because: [HardshipFact] = [.receivesAllowance, .workingAgeUntil(until, assumed: false)]
        #expect(PeopleSamples.findings(cadre).map(\.because) == [because, because])
        let young = PeopleSamples.facts { $0.hasAllowance = true }
        let assumed = PeopleSamples.findings(young).first?.because.last
        #expect(assumed == .workingAgeUntil(YearMonth(year: 2045, month: 6), assumed: true))
    }

    @Test func `00.age nobody of unknown birth, and nobody who left the roll, is listed`() {
        var facts = PeopleSamples.facts { $0.hasAllowance = true }
        var gone = PeopleSamples.person(facts)
        gone.apply(.left(.movedOut, note: ""), act: ActID(2), on: PeopleSamples.today)
        #expect(PeopleSamples.findings(gone) == [])
        facts.born = nil
        #expect(PeopleSamples.findings(facts) == [])
        facts.identity = .keeping("990000199006150027", rules: .withMadeUpPeople)
        #expect(PeopleSamples.categories(facts) == [.allowance])
    }

    @Test(arguments: [(true, true), (false, false), (nil, false)] as [(Bool?, Bool)])
    func `00.c01 rests on the allowance, by both standards`(allowance: Bool?, isIn: Bool) {
        let facts = PeopleSamples.facts { $0.hasAllowance = allowance }
        #expect(PeopleSamples.categories(facts).contains(.allowance) == isIn)
        #expect(PeopleSamples.categories(facts, by: .city).contains(.allowance) == isIn)
    }

    @Test func `00.c02 needs a grade and the ability to work`() {
        let able = PeopleSamples.facts { $0.disability = Disability(grade: 3, canWork: true) }
        let unable = PeopleSamples.facts { $0.disability = Disability(grade: 1, canWork: false) }
        let unclear = PeopleSamples.facts { $0.health = .disabled }
        #expect(PeopleSamples.categories(able) == [.disabled])
        #expect(PeopleSamples.findings(able).first?.because.first == .disabledAbleToWork(grade: 3))
        #expect(PeopleSamples.categories(able, by: .city) == [.disabled])
        #expect(PeopleSamples.categories(unable) == [])
        #expect(PeopleSamples.categories(unclear) == [])
    }

    @Test(arguments: [
        (Sex.female, 34, false, false), (.female, 35, true, false), (.female, 39, true, false),
        (.female, 40, true, true), (.female, 49, true, true), (.female, 50, false, true),
        (.male, 44, false, false), (.male, 45, true, false), (.male, 49, true, false),
        (.male, 50, true, true),
        (.male, 59, true, true), (.male, 60, false, true),
    ])
    func `00.c03 includes both ends of the band`(sex: Sex, age: Int, district: Bool, city: Bool) {
        // On the birthday, and on the last day before the next one unless that is past retirement.
        let birthday = PeopleSamples.today.adding(years: -age)
        let eve = PeopleSamples.today.adding(days: 1).adding(years: -age - 1)
        for born in age == 60 ? [birthday] : [birthday, eve] {
            let facts = PeopleSamples.facts(born: born.iso, sex: sex) {
                $0.wish = .wanted
                $0.health = .healthy
                $0.retirement = .cadre
            }
            #expect(PeopleSamples.categories(facts).contains(.ageBand) == district)
            #expect(PeopleSamples.categories(facts, by: .city).contains(.ageBand) == city)
        }
    }

    @Test func `00.c03 needs the wish and the ability, and says both`() {
        let base = PeopleSamples.facts(born: "1985-06-15")
        #expect(PeopleSamples.categories(base) == [])
        var willing = base
        willing.wish = .wanted
        let until = HardshipFact.workingAgeUntil(YearMonth(year: 2040, month: 6), assumed: true)
        #expect(
            PeopleSamples.findings(willing) == [
                HardshipFinding(
                    category: .ageBand, standard: .district,
                    because: [.ageInBand(age: 40, from: 35, through: 49), .ableToWork, .wantsWork, until]),
                HardshipFinding(
                    category: .ageBand, standard: .city,
                    because: [.ageInBand(age: 40, from: 40, through: nil), .ableToWork, .wantsWork, until]),
            ])
        var unwilling = base
        unwilling.wish = .unwanted
        #expect(PeopleSamples.categories(unwilling) == [])
        var unable = willing
        unable.disability = Disability(grade: 2, canWork: false)
        #expect(PeopleSamples.categories(unable) == [])
    }

    @Test(arguments: [
        ("2025-03-03", false, 364), ("2025-03-02", true, 365), ("2025-03-01", true, 366),
    ])
    func `00.c04 begins a year after the first day without work`(since: String, isIn: Bool, days: Int) {
        let since = PeopleSamples.day(since)
        let facts = PeopleSamples.facts { $0.employment = .unemployed(since: since) }
        #expect(PeopleSamples.categories(facts, with: [working]).contains(.longUnemployed) == isIn)
        let found = PeopleSamples.findings(facts).first { $0.category == .longUnemployed }
        #expect(found?.because.first == (isIn ? .unemployedSince(since, days: days) : nil))
    }

    @Test func `00.c04 is not said of somebody whose last work nobody knows`() {
        let unknown = PeopleSamples.facts { $0.employment = .unemployed(since: nil) }
        #expect(!PeopleSamples.categories(unknown).contains(.longUnemployed))
    }

    @Test(arguments: [
        ("2025-03-03", nil, Education.college, RegistrationKind.youngUnemployed, false),
        ("2025-03-02", nil, .college, .youngUnemployed, true),
        ("2025-03-02", nil, .bachelor, .ruralNew, true),
        ("2025-03-02", nil, .senior, .youngUnemployed, false),
        ("2020-07-01", nil, .bachelor, .lostWork, false),
        ("2020-07-01", "2025-12-01", .bachelor, .otherUnemployed, false),
        ("2020-07-01", "2025-03-02", .bachelor, .otherUnemployed, true),
    ])
    func `00.c05 is a graduate a year after leaving who has found no job`(
        graduated: String, since: String?, education: Education, registration: RegistrationKind, isIn: Bool
    ) {
        let facts = PeopleSamples.facts(born: "2000-06-15") {
            $0.graduated = PeopleSamples.day(graduated)
            $0.education = education
            $0.registration = registration
            $0.employment = .unemployed(since: since.map(PeopleSamples.day))
        }
        #expect(PeopleSamples.categories(facts, with: [working]).contains(.graduate) == isIn)
        #expect(!PeopleSamples.categories(facts, by: .city).contains(.graduate))
        var employed = facts
        employed.employment = .employed(sector: .tertiary, form: .formal)
        #expect(!PeopleSamples.categories(employed).contains(.graduate))
    }

    @Test func `whoever has work is still proposed, and the finding says that they have`() {
        let facts = PeopleSamples.facts {
            $0.hasAllowance = true
            $0.employment = .employed(sector: .tertiary, form: .informal)
        }
        #expect(PeopleSamples.findings(facts).first?.because.last == .employedNow)
    }

    private let working = PeopleSamples.facts { $0.employment = .employed(sector: .tertiary, form: .formal) }
}
