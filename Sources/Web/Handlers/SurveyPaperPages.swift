// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire

/// 纸质问卷 to be taken along: blank, or with what the roll knows.
enum SurveyPaperPages {
    static let routes: [Routes.Entry] = [
        .get("/survey/paper/blank", .seePeople, blank),
        .get("/survey/paper/:person", .survey, preloaded),
    ]

    static func blank(_ ask: Ask) async throws -> Reply {
        let home = ask.actor.unit(for: .seePeople, in: ask.office.tree)
        let village = home?.level == .village ? home?.name ?? "" : ""
        let paper = PrintedQuestionnaire(ask.office.pack.form, village: village, year: ask.office.today.year)
        return .document(
            shell(ask, back: "/survey").flowing(title: ask.office.pack.form.definition.title, paper.html))
    }

    static func preloaded(_ ask: Ask) async throws -> Reply {
        let (person, answers) = try await ask.office.paper(
            for: PersonID(try ask.number("person")), by: ask.actor)
        let paper = PrintedQuestionnaire(
            ask.office.pack.form, answers: answers, village: ask.office.tree[person.village]?.name ?? "",
            year: ask.office.today.year)
        return .document(
            shell(ask, back: .person(person.id)).flowing(
                title: ask.office.pack.form.definition.title, paper.html))
    }

    private static func shell(_ ask: Ask, back: Link) -> PrintShell {
        PrintShell(.upright, isNumbered: false, back: back, assets: ask.site.assets)
    }
}
