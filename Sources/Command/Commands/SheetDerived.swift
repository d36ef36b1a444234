// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Questionnaire
import Wording

/// What one sheet alone says of a person. It knows nothing of the others at home, so that the categories that
/// look across the household (00.c07, 00.c08) are left to the registry.
struct SheetDerived {
    private let facts: PersonFacts
    private let findings: [HardshipFinding]
    private let visit: VisitClassProposal
    private let wishes: SurveyWishes
    private let standing: WorkingAge.Standing?
    private let age: Int?

    /// `nil` when the pack has no numbers for the day.
    init?(_ answers: Answers, along path: [ItemID], on day: Day, pack: PolicyPack) {
        // A sheet without a name still says what its other answers mean.
        guard let rules = pack.hardship.rules(on: day), let nameless = PersonName("未填") else { return nil }
        let facts =
            SurveyDerivation.facts(
                from: answers, along: path, before: PersonFacts(name: nameless), interviewed: day,
                rules: pack.identity) ?? PersonFacts(name: nameless)
        let person = Person(
            entering: facts, id: PersonID(1), village: UnitID(1), household: HouseholdID(1))
        let alone = HouseholdSituation(members: [.init(person: person.id, facts: facts)])
        let findings = person.hardshipFindings(in: alone, under: rules, on: day)
            .filter { $0.category != .zeroEmployment && $0.category != .farmingOnly }
        self.facts = facts
        self.findings = findings
        visit = person.visitClassProposal(findings: findings, under: rules)
        wishes = SurveyDerivation.wishes(from: answers, along: path)
        if let born = facts.born, let sex = facts.sex {
            standing = WorkingAge(schedule: rules.schedule)
                .standing(born: born, sex: sex, kind: facts.retirement, on: day)
            age = Age.years(born: born, on: day)
        } else {
            standing = nil
            age = nil
        }
    }

    private func clauses(by standard: HardshipStandard) -> JSONValue {
        .texts(findings.filter { $0.standard == standard }.map(\.category.clause.id))
    }

    var json: JSONValue {
        [
            "categories": clauses(by: .district),
            "city_categories": clauses(by: .city),
            "visit_class": visit.proposed.map { .number($0.rawValue) } ?? .null,
            "because": .texts(findings.map(\.sentence)),
            "visit_because": .text(visit.sentence),
            "person": person,
            "reasons": .texts(facts.reasonsNotWorking),
            "training": .texts(wishes.trainings),
            "wish": [
                "concern": .orNull(wishes.concern), "helps": .texts(wishes.helps),
                "skills": .texts(facts.skills),
            ],
            "difficulties": .text(wishes.difficulties),
            "suggestions": .text(wishes.suggestions),
        ]
    }

    private var person: JSONValue {
        [
            "born": .orNull(facts.born?.iso), "sex": .orNull(facts.sex?.rawValue),
            "age": age.map { .number($0) } ?? .null,
            "working_age": standing.map { .bool($0.isWithin) } ?? .null,
            "employment": .text(facts.employment.code), "wants_work": wantsWork,
            "able_to_work": .bool(facts.isAbleToWork),
        ]
    }

    private var wantsWork: JSONValue {
        switch facts.wish {
        case .wanted: true
        case .unwanted: false
        case .unasked: .null
        }
    }

    /// For people, findings by the district's rules first.
    var lines: [String] { findings.map(\.sentence) + [visit.sentence] }
}

extension Employment {
    /// The state without its particulars.
    fileprivate var code: String {
        switch self {
        case .unknown: "unknown"
        case .employed: "employed"
        case .unemployed: "unemployed"
        }
    }
}
