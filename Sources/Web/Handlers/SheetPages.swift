// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Pages
import Questionnaire
import Wording

/// 一题一屏: a draft answered question by question, saved at each step.
enum SheetPages {
    static let routes: [Routes.Entry] = [
        .get("/sheets/:sheet", .survey, show),
        .post("/sheets/:sheet", .survey, answer),
        .get("/sheets/:sheet/discard", .survey, askDiscard),
        .post("/sheets/:sheet/discard", .survey, discard),
    ]

    /// A page of a sheet; the address holds its id and nothing of the person.
    static func link(_ sheet: String, _ part: String? = nil, item: ItemID? = nil) -> Link {
        Link(
            "/sheets/\(sheet)" + (part.map { "/\($0)" } ?? ""),
            query: item.map { [(name: "item", value: $0.name)] } ?? [])
    }

    static func sheetID(_ ask: Ask) throws -> String {
        guard let sheet = ask.path["sheet"], !sheet.isEmpty, sheet.count <= 128 else { throw PageMissing() }
        return sheet
    }

    /// The draft of the address; a sheet that was sent meanwhile leads to what became of it.
    static func withDraft(_ ask: Ask, _ work: (SheetDraft) async throws -> Reply) async throws -> Reply {
        let sheet = try sheetID(ask)
        do {
            return try await work(try await ask.office.draft(sheet, of: ask.actor))
        } catch Refusal.notFound {
            guard try await ask.office.store.place(ofSheet: sheet) != nil else { throw PageMissing() }
            return .redirect(link(sheet, "result"), Flash(.note, "这份问卷已经提交过了，下面是当时的结果。"))
        }
    }

    static func show(_ ask: Ask) async throws -> Reply {
        try await withDraft(ask) { draft in
            let form = ask.office.pack.form
            let screens = form.screens(for: draft.answers)
            let wanted = ask.query["item"].map { ItemID($0) }
            let found = screens.first { screen in wanted.map { screen.items.contains($0) } ?? false }
            guard
                let screen = found ?? (wanted == nil ? form.nextScreen(for: draft.answers) : nil)
                    ?? screens.first
            else { throw PageMissing() }
            if wanted == nil, form.nextScreen(for: draft.answers) == nil {
                return .redirect(link(draft.sheet, "summary"))
            }
            return .page(try await page(screen, draft, faults: [:], ask))
        }
    }

    static func answer(_ ask: Ask) async throws -> Reply {
        try await withDraft(ask) { draft in
            let form = ask.office.pack.form
            guard let id = ask.form["item"],
                let screen = form.screens.first(where: { $0.question == ItemID(id) })
            else { throw FormBroken() }
            let shown = Set(ask.form.all("shown").map { ItemID($0) })
            let items = screen.items.filter(shown.contains).compactMap(form.item)
            let sent = SheetAnswers(form: form, sent: ask.form)
            let change = changed(draft.answers, items, sent, form)
            if !change.leaving.isEmpty, ask.form["agreed"] == nil {
                return .page(try await consent(change, draft, items, sent, ask))
            }
            var draft = draft
            draft.answers = change.after
            try await ask.office.keep(draft, by: ask.actor)
            return try await onward(draft, screen, shown, ask)
        }
    }

    /// The sheet with the screen's answers in it, and every later answer that goes with them.
    private static func changed(
        _ answers: Answers, _ items: [Item], _ sent: SheetAnswers, _ form: Form
    ) -> (item: ItemID, leaving: [ItemID], after: Answers, change: AnswerChange?) {
        var after = answers
        var leaving: [ItemID] = []
        var first: AnswerChange?
        // Items written in on this very screen follow their question without asking.
        let own = Set(items.map(\.id))
        for item in items {
            let change = form.change(after, item.id, to: sent.answer(item))
            leaving += change.leaving.filter { !own.contains($0) }
            first = first ?? (change.leaving.contains { !own.contains($0) } ? change : nil)
            after = change.after
        }
        return (items.first?.id ?? "", leaving, after, first)
    }

    private static func consent(
        _ change: (item: ItemID, leaving: [ItemID], after: Answers, change: AnswerChange?),
        _ draft: SheetDraft,
        _ items: [Item], _ sent: SheetAnswers, _ ask: Ask
    ) async throws -> AnswerChangePage {
        let form = ask.office.pack.form
        let also = ["item", "then", "from"].compactMap { name in
            ask.form[name].map { (name: name, value: $0) }
        }
        let shown = ask.form.all("shown").map { (name: "shown", value: $0) }
        return AnswerChangePage(
            try await name(of: draft, ask),
            question: change.change.flatMap(form.question) ?? "改了这题，下面的回答会被清空。确定要改吗？",
            leaving: change.leaving.map {
                Fact(form.name(of: $0), .text(form.words(draft.answers[$0], at: $0)), isWide: true)
            },
            action: link(draft.sheet), sent: also + shown + sent.pairs(items),
            back: link(draft.sheet, item: change.item), ask.formContext)
    }

    /// Where a saved answer leads: the same question when something is wrong, the next, or the end.
    private static func onward(
        _ draft: SheetDraft, _ screen: Screen, _ shown: Set<ItemID>, _ ask: Ask
    ) async throws -> Reply {
        let office = ask.office
        let form = office.pack.form
        let then = ask.form.text("then")
        if then == "pause" {
            return .done(.round(draft.round), "已暂存，可以从“填了一半的问卷”里接着填。")
        }
        let verdict = office.assess(office.entry(of: draft, by: ask.actor))
        // What a later answer may make needless (a skill's grade) is asked for at the end, not here.
        let own = verdict.findings.filter {
            shown.contains($0.item) && $0.severity == .error
                && !($0.rule == .required && form.item($0.item)?.required != .always)
        }
        if !own.isEmpty, then != "anyway" {
            let faults = Dictionary(
                own.map { ($0.item, form.sentence($0)) }, uniquingKeysWith: { first, _ in first })
            return .page(try await page(screen, draft, faults: faults, ask), status: .unprocessableContent)
        }
        let screens = form.screens(for: draft.answers)
        let here = screens.first { $0.question == screen.question }
        if let here, !Set(here.writeIns).isSubset(of: shown),
            here.writeIns.contains(where: { draft.answers[$0] == nil })
        {
            return .redirect(link(draft.sheet, item: screen.question))
        }
        if ask.form["from"] != nil { return .redirect(link(draft.sheet, "summary")) }
        guard let place = screens.firstIndex(where: { $0.question == screen.question }),
            screens.indices.contains(place + 1)
        else { return .redirect(link(draft.sheet, "summary")) }
        return .redirect(link(draft.sheet, item: screens[place + 1].question))
    }

    // MARK: The screen

    private static func page(
        _ screen: Screen, _ draft: SheetDraft, faults: [ItemID: String], _ ask: Ask
    ) async throws -> SheetQuestionPage {
        let form = ask.office.pack.form
        let person =
            if let id = draft.person { try await ask.office.store.person(id) } else { nil as Person? }
        let fields = SheetFields(
            form, draft.answers, roll: person.map(ask.office.preload) ?? Answers(), faults: faults)
        let screens = form.screens(for: draft.answers)
        let place = screens.firstIndex { $0.question == screen.question } ?? 0
        let items = (screens.indices.contains(place) ? screens[place] : screen).items
        let all = items.compactMap(form.item).flatMap(fields.fields)
        guard let question = form.item(screen.question), let first = all.first else { throw PageMissing() }
        var view = QuestionScreen(
            part: form.definition.sections.first { $0.id == screen.section }?.title ?? "", place: place + 1,
            outOf: screens.count, numbered(first, question), action: link(draft.sheet),
            back: place > 0 ? link(draft.sheet, item: screens[place - 1].question) : nil, ask.formContext)
        view.writeIns = Array(all.dropFirst())
        view.above =
            question.kind == .heading
            ? .h2("\(question.number.map { "\($0)．" } ?? "")\(question.label)") : .empty
        view.sent = .hidden("item", screen.question.name)
        for item in items { view.sent += .hidden("shown", item.name) }
        if ask.query["from"] != nil || ask.form["from"] != nil { view.sent += .hidden("from", "summary") }
        if !faults.isEmpty { view.other = Button("先放一放，答下一题", sends: "then", "anyway") }
        return SheetQuestionPage(
            try await name(of: draft, ask), view,
            faults: faults.map { FieldFault(anchor($0.key, form), $0.value) },
            summary: link(draft.sheet, "summary"))
    }

    /// The question with its number on the paper.
    private static func numbered(_ field: Field, _ item: Item) -> Field {
        guard let number = item.number, item.kind != .heading else { return field }
        var field = field
        field.label = "\(number)．\(field.label)"
        return field
    }

    /// The field that a fault of an item leads to.
    static func anchor(_ item: ItemID, _ form: Form) -> String {
        if case .place = form.item(item)?.kind { return SheetFields.name(item, part: 0) }
        return SheetFields.name(item)
    }

    /// Whose sheet it is, as the page's head says.
    static func name(of draft: SheetDraft, _ ask: Ask) async throws -> String {
        if let id = draft.person, let person = try await ask.office.store.person(id) {
            return person.facts.name.full
        }
        return draft.answers.text("name") ?? "名册外人员"
    }

    // MARK: Discarding

    static func askDiscard(_ ask: Ask) async throws -> Reply {
        try await withDraft(ask) { draft in
            .page(
                ConfirmPage(
                    "不要这份草稿了", consequences: ["已经填的回答会删除，不能找回。", "名册上的资料不变，可以重新开始填写。"],
                    facts: [Fact("姓名", try await name(of: draft, ask)), Fact("调查日期", draft.interviewed.iso)],
                    action: link(draft.sheet, "discard"), button: Button("删除草稿", isGrave: true),
                    back: link(draft.sheet, "summary"), ask.formContext))
        }
    }

    static func discard(_ ask: Ask) async throws -> Reply {
        try await withDraft(ask) { draft in
            try await ask.office.store.discardDraft(draft.sheet)
            return .done(.round(draft.round), "草稿已删除。")
        }
    }
}
