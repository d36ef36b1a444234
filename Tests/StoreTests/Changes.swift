// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Questionnaire
import SamplePeople

/// Changes as the acts of Desk make them, for stores that know nothing of acts.
enum Changes {
    static let now = Instant(startOf: Sample.today).adding(seconds: 9 * 3600)

    static func blank(_ answer: Subject, once: String? = nil) -> Change {
        Change(by: Sample.shalingWorker.id, recorded: now, once: once.map { OnceKey($0) }, answer: answer)
    }

    /// Somebody new on the roll, in a household that is there.
    static func entering(
        _ id: Int, _ name: String, in village: UnitID, household: Int = 1, born: Day? = nil, sex: Sex? = nil,
        once: String? = nil, change: (inout PersonFacts) -> Void = { _ in }
    ) -> Change {
        var facts = PersonFacts(name: Sample.name(name))
        facts.born = born
        facts.sex = sex
        change(&facts)
        let person = Person(
            entering: facts, id: PersonID(id), village: village, household: HouseholdID(household))
        var entered = blank(.person(person.id), once: once)
        entered.append(
            .person(.entered(facts, village: village, household: person.household, source: .roll)),
            to: .person(person.id), after: 0, on: Sample.today)
        entered.states.append(.person(person))
        return entered
    }

    /// One more act of a person, with the row that follows from it.
    static func acting(
        _ event: PersonEvent, on person: Person, once: String? = nil, day: Day = Sample.today
    ) -> Change {
        var next = person
        next.apply(event, act: ActID(person.version + 1), on: day)
        var change = blank(.person(person.id), once: once)
        change.append(.person(event), to: .person(person.id), after: person.version, on: day)
        change.states.append(.person(next))
        return change
    }

    /// A case of these categories, with one duty for each of `due`.
    static func listing(
        _ id: Int, _ person: PersonID, in village: UnitID, _ categories: [HardshipCategory],
        visitClass: VisitClass? = nil
    ) -> Change {
        let listing = Listing(
            categories: categories.map { Listing.Entry(category: $0, because: [], reason: "") }, declined: [],
            isAbleAndWilling: true)
        var found = AssistanceCase(listing: listing, person: person, village: village, id: CaseID(id))
        var change = blank(.assistanceCase(found.id))
        change.append(
            .assistanceCase(.listed(person: person, village: village, listing)),
            to: .assistanceCase(found.id), after: 0, on: Sample.today)
        if let visitClass {
            let classified = CaseEvent.classified(
                Classification(
                    visitClass: visitClass, proposal: VisitClassProposal(proposed: nil, because: []),
                    reason: ""))
            change.append(
                .assistanceCase(classified), to: .assistanceCase(found.id), after: 1, on: Sample.today)
            found.apply(classified, act: 2, on: Sample.today)
        }
        change.states.append(.assistanceCase(found))
        return change
    }

    /// One more act of a case, with the row that follows from it.
    static func acting(_ event: CaseEvent, on found: AssistanceCase, day: Day = Sample.today) -> Change {
        var next = found
        next.apply(event, act: ActID(found.version + 1), on: day)
        var change = blank(.assistanceCase(found.id))
        change.append(
            .assistanceCase(event), to: .assistanceCase(found.id), after: found.version, on: day)
        change.states.append(.assistanceCase(next))
        return change
    }

    static func opening(_ id: Int, in village: UnitID, year: Int = 2026) -> Change {
        let round = SurveyRound(id: RoundID(id), village: village, year: year, opened: Sample.today)
        var change = blank(.round(round.id))
        change.append(
            .round(.opened(village: village, year: year)), to: .round(round.id), after: 0, on: Sample.today)
        change.states.append(.round(round))
        return change
    }

    static func surveying(_ person: Person, round: Int, sheet: String) -> Change {
        let response = SurveyResponse(
            round: RoundID(round), sheet: sheet, form: "household-2011", answers: ["q1": .text("A")],
            confirmations: [], interviewer: "张海燕", source: .screen, edition: 1, reason: "",
            facts: person.facts)
        return acting(.surveyed(response), on: person)
    }

    static func duty(
        _ rule: String, anchor: Int = 1, opens: Day? = nil, due: Day, owner: Owner = .village,
        clause: Clause = "01.w4", period: GridPeriod? = nil, outcome: Obligation.Outcome = .owed,
        pause: Obligation.Pause? = nil, lapses: Bool = false
    ) -> Obligation {
        Obligation(
            kept: RuleKey(rule), clause: clause, anchor: ActID(anchor), period: period,
            opens: opens ?? due.adding(days: -10), due: due, isProvisional: false, owedBy: owner, need: 1,
            have: 0, outcome: outcome, pause: pause, lapses: lapses)
    }
}

/// Every row of a list, page by page.
func walk<Row>(_ page: (Cursor?) async throws -> Slice<Row>) async throws -> [Row] {
    var rows: [Row] = []
    var cursor: Cursor?
    repeat {
        let slice = try await page(cursor)
        rows += slice.rows
        cursor = slice.next
    } while cursor != nil
    return rows
}
