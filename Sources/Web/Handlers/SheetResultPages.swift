// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// What became of a sheet, and every sheet of a person.
enum SheetResultPages {
    static let routes: [Routes.Entry] = [
        .get("/sheets/:sheet/result", .survey, result),
        .get("/people/:id/sheets", .seePeople, editions),
    ]

    static func result(_ ask: Ask) async throws -> Reply {
        let sheet = try SheetPages.sheetID(ask)
        guard let result = try await ask.office.result(ofSheet: sheet, by: ask.actor) else {
            throw PageMissing()
        }
        let person = result.person
        let response = result.sheet.response
        let round = Link.round(response.round)
        let proposal = result.proposal
        let mayConfirm = ask.actor.may(.confirmHardship, at: person.village, in: ask.office.tree)
        let start = { (line: PersonLine) in
            (name: line.name, link: Link("\(round.address)/sheets?person=\(line.id.number)"))
        }
        return .page(
            SheetResultPage(
                person.facts.name.full, file: .person(person.id),
                sentence: "第\(response.edition)份答卷，\(result.sheet.occurred.iso)调查，名册已按问卷更新。",
                categories: proposal.district.map { finding in
                    (word: finding.category.word, reasons: finding.because.map(\.sentence))
                },
                visits: proposal.visitClass.sentence,
                confirm: mayConfirm && proposal.isOfWorkingAge ? .person(person.id, "hardship") : nil,
                remark: remark(result), household: result.household.map(start),
                next: result.next.map(start), round: round))
    }

    private static func remark(_ result: SheetResult) -> String? {
        if let live = result.newestCase, live.isLive {
            let categories = live.categories.map(\.shortWord).joined(separator: "、")
            return "此人已在台账中（\(categories)）。情况有变化的，请重新认定。"
        }
        return result.proposal.isOfWorkingAge ? nil : "按出生日期和性别，此人不在劳动年龄内，不列入台账。"
    }

    // MARK: Editions

    static func editions(_ ask: Ask) async throws -> Reply {
        let (person, sheets, rounds, names) = try await ask.office.sheetVersions(
            of: PersonID(try ask.number()), by: ask.actor)
        return .page(
            SheetEditionsPage(
                person.facts.name.full, file: .person(person.id),
                sheets: sheets.enumerated().map { index, sheet in
                    let before = sheets.dropFirst(index + 1).first {
                        $0.response.round == sheet.response.round
                    }
                    return edition(sheet, before, rounds[sheet.response.round], names, ask)
                }))
    }

    private static func edition(
        _ sheet: TakenSheet, _ before: TakenSheet?, _ round: SurveyRound?, _ names: [AccountID: String],
        _ ask: Ask
    ) -> SheetEditionsPage.Edition {
        let form = ask.office.pack.form
        let response = sheet.response
        var facts = [
            Fact("调查日期", sheet.occurred.iso), Fact("录入日期", sheet.recorded.day.iso),
            Fact("调查员", response.interviewer), Fact("录入人", names[sheet.by] ?? ""),
            Fact("来源", response.source.word),
        ]
        if !response.reason.isEmpty { facts.append(Fact("更正原因", .text(response.reason), isWide: true)) }
        return .init(
            "\(round.map { "\($0.year)年" } ?? "")第\(response.edition)份答卷", facts: facts,
            changes: before.map { changes(from: $0.response.answers, to: response.answers, form) } ?? [],
            confirmed: response.confirmations.map { "\(words(of: $0, form))：\($0.reason)" },
            answers: form.items.filter { response.answers[$0.id] != nil }.map { item in
                Fact(
                    (item.number.map { "\($0)．" } ?? "") + item.label,
                    .text(shown(response.answers, item, form)), isWide: true)
            })
    }

    private static func changes(from old: Answers, to new: Answers, _ form: Form) -> [[String]] {
        form.items.filter { old[$0.id]?.entries != new[$0.id]?.entries }.map { item in
            [form.name(of: item.id), shown(old, item, form), shown(new, item, form)]
        }
    }

    /// An answer as anybody may read it: ID number, phones and health stay masked here (design decision 8).
    private static func shown(_ answers: Answers, _ item: Item, _ form: Form) -> String {
        guard let answer = answers[item.id], answer.entries != [noneWord] else {
            return form.words(answers[item.id], at: item.id)
        }
        switch item.kind {
        case .residentID: return RecordedIdentity.keeping(answer.entries.joined())?.masked ?? "—"
        case .mobile, .phone: return (try? PhoneNumber.read(answer.entries.joined()).get())?.masked ?? "＊＊＊"
        case .text, .number, .single, .multi, .yesNo, .day, .yearMonth, .year, .place, .heading:
            let isHealth = item.id == "health" || item.parent == "health"
            return isHealth ? "＊＊＊" : form.words(answer, at: item.id)
        }
    }

    private static func words(of confirmation: Confirmation, _ form: Form) -> String {
        if confirmation.code == Confirmation.notOnRoll { return "名册外人员" }
        if let known = form.contradiction(confirmation.code) { return known.says }
        return confirmation.item.map(form.name) ?? confirmation.code
    }
}
