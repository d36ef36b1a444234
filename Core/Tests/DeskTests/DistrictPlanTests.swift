// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

/// A plan over the towns of the sample pack.
private func plan(_ people: Int, seed: UInt64 = 595) -> DistrictPlan {
    DistrictPlan(people: people, seed: seed, towns: Sample.pack.units)
}

@Suite("A made-up district: villages, homes and labourers")
struct DistrictPlanTests {
    @Test(arguments: [1, 300, 574, 3_000, 8_001])
    func `every plan has exactly the people asked for`(people: Int) {
        let plan = plan(people)
        #expect(plan.villages.map(\.people).reduce(0, +) == people)
        #expect(Set(plan.villages.map(\.name)).count == plan.villages.count)
        #expect(Set(plan.villages.map(\.code)).count == plan.villages.count)
        let first = SampleVillage(0, of: plan, on: Sample.today)
        #expect(first.residents.count == plan.villages[0].people)
    }

    @Test func `the whole district has about as many villages as the real one`() {
        #expect(plan(247_000).villages.count == 430)
    }

    @Test func `one seed gives one district, another seed another`() {
        let names = { (seed: UInt64) in
            SampleVillage(1, of: plan(2_000, seed: seed), on: Sample.today).residents.map {
                [$0.facts.name.full, $0.facts.identity?.full ?? "", "\($0.facts.employment)", "\($0.roll)"]
            }
        }
        #expect(names(7) == names(7))
        #expect(names(7) != names(8))
    }

    @Test func `a village is the same whether or not others are made before it`() {
        let plan = plan(2_000)
        let alone = SampleVillage(2, of: plan, on: Sample.today).residents.map(\.facts)
        _ = SampleVillage(0, of: plan, on: Sample.today)
        #expect(SampleVillage(2, of: plan, on: Sample.today).residents.map(\.facts) == alone)
    }
}

@Suite("A made-up district: nobody in it exists, and it is like the real one")
struct DistrictPeopleTests {
    static let villages: [SampleVillage] = {
        let plan = plan(6_000)
        return plan.villages.indices.map { SampleVillage($0, of: plan, on: Sample.today) }
    }()
    static let people = villages.flatMap(\.residents).map(\.facts)

    @Test func `ID numbers are right, each given once, and refused where no made-up people are let in`() {
        let numbers = Self.people.compactMap { $0.identity?.full }
        #expect(numbers.count == Self.people.count)
        #expect(Set(numbers).count == numbers.count)
        for (number, facts) in zip(numbers, Self.people) {
            guard case .success(let read) = IdentityNumber.read(number, rules: .withMadeUpPeople) else {
                Issue.record("a wrong number")
                continue
            }
            #expect(read.birth == facts.born && read.sex == facts.sex)
            #expect(IdentityNumber.faults(in: number, rules: .standard) == [.unknownProvince("99")])
        }
    }

    @Test func `nobody can be called: mobiles begin with 12 and fixed lines with 2, each mobile given once`()
    {
        let mobiles = Self.people.compactMap { $0.mobile?.full }
        #expect(Set(mobiles).count == mobiles.count)
        #expect(mobiles.allSatisfy { $0.hasPrefix("12") && $0.count == 11 })
        #expect(Self.people.compactMap { $0.homePhone?.full }.allSatisfy { $0.hasPrefix("010-2") })
    }

    @Test func `everybody is of working age on the day of the survey (00.age)`() {
        for facts in Self.people {
            guard let born = facts.born, let sex = facts.sex else {
                Issue.record("a birth and a sex")
                continue
            }
            #expect(
                WorkingAge.law.standing(born: born, sex: sex, kind: facts.retirement, on: Sample.today)
                    .isWithin)
        }
    }

    /// Thousandths of the people who are as asked.
    private func share(_ isSo: (PersonFacts) -> Bool) -> Int {
        Self.people.count(where: isSo) * 1000 / Self.people.count
    }

    @Test func `as the manual has it, 93 in 100 work in the second and third sector`() {
        let share = share {
            if case .employed(let sector, _) = $0.employment { sector != .primary } else { false }
        }
        #expect((915...945).contains(share), "\(share)")
    }

    @Test func `names, health, education and money are spread as among people`() {
        #expect((8...30).contains(share { $0.hasAllowance == true }))
        #expect((6...20).contains(share { $0.disability != nil }))
        #expect((20...70).contains(share { $0.employment.isUnemployed }))
        #expect((430...560).contains(share { $0.sex == .female }))
        #expect((60...110).contains(share { $0.name.full.hasPrefix("王") }))
        #expect((1...12).contains(share { ["欧阳", "司马", "诸葛"].contains($0.name.full.prefix(2)) }))
        #expect(Self.people.contains { $0.name.full.contains("·") })
        #expect(Self.people.contains { $0.name.full.unicodeScalars.contains { $0.value > 0xFFFF } })
        for education in Education.allCases { #expect(Self.people.contains { $0.education == education }) }
    }

    @Test func `a home has one to five people, who tell the same of its economy and are akin in name`() {
        for home in Self.villages.flatMap(\.homes) {
            #expect((1...5).contains(home.residents.count))
            let facts = home.residents.map(\.facts)
            #expect(Set(facts.map(\.economy)).count == 1)
            #expect(Set(facts.map(\.hasAllowance)).count == 1)
            #expect(Set(facts.map(\.isOnlyChildFamily)).count == 1)
        }
        let sizes = Self.villages.flatMap(\.homes).map(\.residents.count)
        let mean = sizes.reduce(0, +) * 100 / sizes.count
        #expect((180...280).contains(mean), "\(mean)")
    }

    @Test func `the villages of the whole district's mix are rural by more than half`() {
        let country = Self.people.count { $0.registration?.isRural ?? false }
        #expect((450...900).contains(country * 1000 / Self.people.count))
    }
}
