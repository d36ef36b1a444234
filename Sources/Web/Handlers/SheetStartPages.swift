// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 开始填写问卷: for somebody of the round, or for somebody who is not on the roll.
enum SheetStartPages {
    static let routes: [Routes.Entry] = [
        .get("/survey/rounds/:id/sheets", .survey) { .page(try await page($0, .fresh)) },
        .post("/survey/rounds/:id/sheets", .survey, begin),
    ]

    static func begin(_ ask: Ask) async throws -> Reply {
        let round = RoundID(try ask.number())
        return try await ask.retrying { typed in
            let day = typed.day("day", "调查日期")
            let person = ask.form.number("person").map(PersonID.init)
            if person == nil { _ = typed.words("note", "名册外的原因") }
            try typed.finish()
            guard let day else { throw FormBroken() }
            let isPaper = ask.form.text("way") == "paper"
            let beginning = SheetBeginning(
                round: round, person: person, interviewed: day, source: isPaper ? .paper : .screen,
                householdNumber: ask.form.text("household"), note: ask.form.text("note"))
            let draft = try await ask.office.beginSheet(ask.site.keeper.token(), beginning, by: ask.actor)
            if isPaper { return .redirect(SheetPages.link(draft.sheet, "paper")) }
            // From the first question on: what the roll told is checked against the household register too.
            let first = ask.office.pack.form.screens.first?.question
            return .redirect(SheetPages.link(draft.sheet, item: first))
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> SheetStartPage {
        let office = ask.office
        guard let round = try await office.store.round(RoundID(try ask.number())) else {
            throw Refusal.notFound(.round)
        }
        try ask.actor.require(.survey, at: round.village, in: office.tree)
        let number = shown.isFresh ? ask.query.number("person") : ask.form.number("person")
        var person: Person?
        if let number { person = try await ask.person(PersonID(number), for: .survey) }
        let form = office.pack.form
        return SheetStartPage(
            person?.facts.name.full ?? "名册外人员",
            about: person.map(ask.about) ?? "\(office.tree[round.village]?.name ?? "")，还不在名册上",
            opening: ["opening", "screening"].compactMap(form.passage), note: form.passage("screening-note"),
            farewell: form.passage("screened-out"), excuses: person.map { excuses($0, round) } ?? [],
            earlier: person.flatMap { earlier($0, round) }, fields: fields(person, shown, ask),
            sent: person.map { [("person", String($0.id.number))] } ?? [], faults: shown.faults,
            back: .round(round.id), action: Link("\(Link.round(round.id).address)/sheets"), ask.formContext)
    }

    private static func excuses(_ person: Person, _ round: SurveyRound) -> [SheetStartPage.Excuse] {
        ExcuseReason.allCases.map { reason in
            let query = [("person", String(person.id.number)), ("reason", reason.rawValue)]
            return .init(
                reason.word,
                Link(
                    "\(Link.round(round.id).address)/excuses", query: query.map { (name: $0.0, value: $0.1) })
            )
        }
    }

    private static func earlier(_ person: Person, _ round: SurveyRound) -> String? {
        guard let standing = person.survey, standing.round == round.id, standing.state == .surveyed else {
            return nil
        }
        return "本轮已于\(standing.on.iso)调查过（第\(standing.edition)份答卷）。接着填是更正：会先显示原来的回答，提交时要写明更正原因，原答卷保留。"
    }

    private static func fields(_ person: Person?, _ shown: Shown, _ ask: Ask) -> [Field] {
        let day = Field(
            "day", "调查日期", .day(shown.text("day", or: ask.office.today.iso)), isRequired: true,
            hint: "入户当天的日期，5日内要录入。")
        guard person == nil else { return [day] }
        return [
            day,
            Field(
                "household", "户号", .text(shown.text("household"), limit: 20),
                hint: "同户已在名册上的，填那一户的户号；不填的另立一户。"),
            Field(
                "note", "名册外的原因", .text(shown.text("note"), limit: 100), isRequired: true,
                hint: "例如：新迁入、名册漏登、刚满16周岁。"),
        ]
    }
}
