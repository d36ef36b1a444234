// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import SamplePeople

/// Categories and visit class proposed for everybody from their facts and household.
enum HardshipBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        guard let rules = ground.pack.hardship.rules(on: ground.today) else { return }
        var (seconds, cpu, peak, findings, proposed) = (0.0, 0.0, 0.0, 0, 0)
        for place in ground.plan.villages.indices {
            let homes = SampleVillage(place, of: ground.plan, on: ground.today).homes.map(Self.people)
            let (found, cost) = await measured { Self.judge(homes, rules, ground.today) }
            findings += found.findings
            proposed += found.classes
            seconds += cost.seconds
            cpu += cost.cpu
            peak = max(peak, cost.peak)
        }
        guard findings > 0, proposed > 0 else { throw StoreFailure.damaged("nobody in hardship") }
        let cost = Table.Cost(seconds: seconds, cpu: cpu, peak: peak)
        let people = ground.options.people
        table.line("categories and visit class proposed", size: people, seconds, "s", cost, goal: "10 s")
        table.line("  findings by both standards", size: people, Double(findings), "findings", nil)
    }

    private static func people(_ home: SampleHome) -> [Person] {
        home.residents.enumerated().map { place, resident in
            Person(
                entering: resident.facts, id: PersonID(place + 1), village: UnitID(1),
                household: HouseholdID(1))
        }
    }

    private static func judge(
        _ homes: [[Person]], _ rules: HardshipRules, _ day: Day
    ) -> (findings: Int, classes: Int) {
        var (findings, classes) = (0, 0)
        for home in homes {
            let situation = HouseholdSituation(members: home.map { .init(person: $0.id, facts: $0.facts) })
            for person in home {
                let found = person.hardshipFindings(in: situation, under: rules, on: day)
                findings += found.count
                if person.visitClassProposal(findings: found, under: rules).proposed != nil { classes += 1 }
            }
        }
        return (findings, classes)
    }
}
