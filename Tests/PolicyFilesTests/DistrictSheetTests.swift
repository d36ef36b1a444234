// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Questionnaire
import SamplePeople
import Testing

@Suite("Answer sheets of a made-up district on the shipped questionnaire")
struct DistrictSheetTests {
    static let pack: Result<PolicyPack, any Error> = Result { try PackFolder.read(folder) }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Policy/shunyi").standardizedFileURL.path()

    @Test func `every sheet is complete, along all six routes, with nothing open`() throws {
        let pack = try Self.pack.get()
        let plan = DistrictPlan(people: 4_000, seed: 595, towns: pack.units)
        var routes: Set<[ItemID]> = []
        for place in plan.villages.indices {
            for resident in SampleVillage(place, of: plan, on: Sample.today).residents {
                let sheet = resident.sheet(
                    in: plan.villages[place], form: pack.form, interviewed: Sample.today,
                    schedule: pack.hardship.schedule)
                let facts = SurveyDerivation.checkFacts(
                    sheet.answers, interviewed: Sample.today, schedule: pack.hardship.schedule)
                let verdict = pack.form.assess(
                    sheet.answers, facts: facts, confirmations: sheet.confirmations)
                #expect(verdict.open.isEmpty)
                #expect(verdict.walk.hidden.isEmpty)
                routes.insert(verdict.path)
            }
        }
        #expect(routes.count == 6)
    }

    @Test func `what a sheet says of somebody is what is so`() throws {
        let pack = try Self.pack.get()
        let plan = DistrictPlan(people: 1_500, seed: 595, towns: pack.units)
        for resident in SampleVillage(0, of: plan, on: Sample.today).residents {
            let sheet = resident.sheet(
                in: plan.villages[0], form: pack.form, interviewed: Sample.today,
                schedule: pack.hardship.schedule)
            let path = pack.form.walk(sheet.answers).asked
            let facts = SurveyDerivation.facts(
                from: sheet.answers, along: path, before: resident.roll, interviewed: Sample.today)
            let known = try #require(facts)
            let differing = known.differences(from: resident.facts)
            // The paper asks neither since when somebody is out of work nor how a woman retires.
            #expect(Set(differing).isSubset(of: [.employment, .retirement]))
            #expect(known.employment.isUnemployed == resident.facts.employment.isUnemployed)
        }
    }
}
