// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 核对提交: the summary of the screens and the one page of the typist, both sent the same way.
enum SheetSendPages {
    static let routes: [Routes.Entry] = [
        .get("/sheets/:sheet/summary", .survey) { ask in
            try await SheetPages.withDraft(ask) { .page(try await summary($0, .fresh, ask)) }
        },
        .post("/sheets/:sheet/summary", .survey) { try await send($0, .summary) },
        .get("/sheets/:sheet/paper", .survey) { ask in
            try await SheetPages.withDraft(ask) { .page(try await paper($0, .fresh, isSent: false, ask)) }
        },
        .post("/sheets/:sheet/paper", .survey) { try await send($0, .paper) },
    ]

    /// Which page a sheet is sent from.
    private enum Way { case summary, paper }

    /// Keeps everything typed, and takes the sheet in once nothing is open.
    private static func send(_ ask: Ask, _ way: Way) async throws -> Reply {
        try await SheetPages.withDraft(ask) { draft in
            var draft = draft
            let faults = take(ask, way, into: &draft)
            try await ask.office.keep(draft, by: ask.actor)
            switch ask.form.text("then") {
            case "auto": return .document(.text("ok"))
            case "keep": return .done(.round(draft.round), "已暂存，可以从“填了一半的问卷”里接着填。")
            default: break
            }
            // The draft as typed is what the page shows again, whatever goes wrong.
            let typed = draft
            return try await ask.retrying(place: place) { reading in
                for fault in faults { reading.fault(fault.field, fault.sentence) }
                let review = try await ask.office.review(typed, by: ask.actor)
                for fault in openFaults(review, way, ask) { reading.fault(fault.field, fault.sentence) }
                try reading.finish()
                return try await submit(typed, ask)
            } form: { shown in
                switch way {
                case .summary: try await summary(typed, shown, ask)
                case .paper: try await paper(typed, shown, isSent: true, ask)
                }
            }
        }
    }

    private static func submit(_ draft: SheetDraft, _ ask: Ask) async throws -> Reply {
        let outcome = try await ask.office.takeIn(
            ask.office.entry(of: draft, by: ask.actor), by: ask.actor, once: ask.once)
        switch outcome {
        case .taken: return .done(SheetPages.link(draft.sheet, "result"), "问卷已提交。")
        case .open(let verdict): throw Refusal.sheetIncomplete(open: verdict.open.count)
        }
    }

    /// The field that a refusal belongs to.
    private static func place(_ refusal: Refusal) -> String? {
        switch refusal {
        case .inTheFuture, .beforeItsCause, .tooLate: return "interviewed"
        case .alreadySurveyed: return "correction"
        case .identityOnRoll: return SheetFields.name("id_number")
        default: return nil
        }
    }

    /// Puts what the form sent into the draft; what cannot be read is named and leaves the draft as it was.
    private static func take(_ ask: Ask, _ way: Way, into draft: inout SheetDraft) -> [FieldFault] {
        var faults: [FieldFault] = []
        let sent = SheetAnswers(form: ask.office.pack.form, sent: ask.form)
        if way == .paper {
            for item in ask.office.pack.form.items where item.kind != .heading {
                draft.answers[item.id] = sent.answer(item)
            }
        }
        draft.confirmations =
            draft.confirmations.filter { $0.code == Confirmation.notOnRoll } + sent.confirmations
        if let day = ask.form.day("interviewed") {
            draft.interviewed = day
        } else {
            faults.append(FieldFault("interviewed", "请填写调查日期。"))
        }
        draft.householdNumber = ask.form.text("household")
        draft.correction = ask.form.text("correction")
        // The sheet is sent against the roll that its page showed, not the one it was begun on.
        if let version = ask.form.number("version") { draft.personVersion = version }
        return faults
    }

    /// Everything that keeps a sheet from being sent, each beside its field where there is one.
    private static func openFaults(_ review: SheetReview, _ way: Way, _ ask: Ask) -> [FieldFault] {
        let form = ask.office.pack.form
        var faults = review.open.map { finding -> FieldFault in
            if finding.isConfirmable {
                return FieldFault(SheetAnswers.reasonName(finding), form.sentence(finding))
            }
            return FieldFault(
                way == .paper ? SheetPages.anchor(finding.item, form) : nil, form.sentence(finding))
        }
        if review.earlier != nil, review.draft.correction.isEmpty {
            faults.append(FieldFault("correction", "本轮已有一份答卷，请写明更正原因。"))
        }
        return faults
    }

    // MARK: Summary

    private static func summary(_ draft: SheetDraft, _ shown: Shown, _ ask: Ask) async throws
        -> SheetSummaryPage
    {
        let review = try await ask.office.review(draft, by: ask.actor)
        let form = ask.office.pack.form
        let next = review.verdict.walk.next
        let errors = review.findings.filter {
            $0.severity == .error && !$0.isConfirmable && $0.rule != .required
        }
        return SheetSummaryPage(
            try await SheetPages.name(of: draft, ask), round: roundName(review),
            roundLink: .round(draft.round),
            errors: errors.map { FieldFault(questionLink($0.item, draft, form).address, form.sentence($0)) },
            oddities: oddities(review, onePage: false, ask),
            differences: differences(review, form) { questionLink($0, draft, form) },
            parts: parts(review, form), fields: fields(review, ask),
            faults: shown.faults.filter { $0.field != nil || shown.faults.count == 1 || errors.isEmpty },
            isAnswered: next == nil,
            nextQuestion: next.map { SheetPages.link(draft.sheet, item: question($0, form)) },
            closing: next == nil
                ? form.passage(review.verdict.path.contains("q13") ? "closing" : "stopped") : nil,
            action: SheetPages.link(draft.sheet, "summary"), discard: SheetPages.link(draft.sheet, "discard"),
            version: review.person?.version ?? 0, ask.formContext)
    }

    private static func parts(_ review: SheetReview, _ form: Form) -> [SheetSummaryPage.Part] {
        let asked = Set(review.verdict.walk.asked)
        return form.definition.sections.compactMap { section in
            let items = section.items.filter { asked.contains($0.id) && $0.kind != .heading }
            guard !items.isEmpty else { return nil }
            return .init(
                section.title,
                items.map { item in
                    let words = form.words(review.draft.answers[item.id], at: item.id)
                    let number = item.number.map { "\($0)．" } ?? ""
                    return .init(number + item.label, words, questionLink(item.id, review.draft, form))
                })
        }
    }

    /// The screen of an item, from which one comes back to the summary.
    private static func questionLink(_ item: ItemID, _ draft: SheetDraft, _ form: Form) -> Link {
        Link(
            "/sheets/\(draft.sheet)", query: [("item", question(item, form).name), ("from", "summary")])
    }

    private static func question(_ item: ItemID, _ form: Form) -> ItemID {
        form.screens.first { $0.items.contains(item) }?.question ?? item
    }

    private static func roundName(_ review: SheetReview) -> String {
        "\(review.village?.name ?? "")\(review.round.year)年"
    }

    // MARK: Paper

    private static func paper(
        _ draft: SheetDraft, _ shown: Shown, isSent: Bool, _ ask: Ask
    ) async throws -> SheetPaperPage {
        let review = try await ask.office.review(draft, by: ask.actor)
        let form = ask.office.pack.form
        var faults: [ItemID: String] = [:]
        if isSent {
            for finding in review.open where !finding.isConfirmable && faults[finding.item] == nil {
                faults[finding.item] = form.sentence(finding)
            }
        }
        let fields = SheetFields(form, draft.answers, roll: review.roll, faults: faults, isTerse: true)
        return SheetPaperPage(
            try await SheetPages.name(of: draft, ask), round: roundName(review),
            roundLink: .round(draft.round),
            fields: self.fields(review, ask).marked(with: shown.faults).map { PaperQuestion("", $0) },
            questions: form.items.flatMap { questions($0, fields, form) },
            oddities: isSent ? oddities(review, onePage: true, ask) : [],
            differences: isSent
                ? differences(review, form) { Link("#f-\(SheetPages.anchor($0, form))") } : [],
            faults: shown.faults, action: SheetPages.link(draft.sheet, "paper"),
            screens: SheetPages.link(draft.sheet), discard: SheetPages.link(draft.sheet, "discard"),
            version: review.person?.version ?? 0, ask.formContext)
    }

    private static func questions(_ item: Item, _ fields: SheetFields, _ form: Form) -> [PaperQuestion] {
        let condition = PaperCondition(form.relevance(of: item.id) ?? .always)
        let number = item.number ?? item.parent.flatMap { form.item($0)?.number } ?? ""
        return fields.fields(item).map { PaperQuestion(number, $0, when: condition) }
    }

    // MARK: Shared

    /// What is said about the sheet as a whole.
    private static func fields(_ review: SheetReview, _ ask: Ask) -> [Field] {
        let draft = review.draft
        var fields = [
            Field("interviewed", "调查日期", .day(draft.interviewed.iso), isRequired: true, hint: "入户当天的日期。")
        ]
        if draft.person == nil {
            fields.append(
                Field("household", "户号", .text(draft.householdNumber, limit: 20), hint: "不填的另立一户。"))
        }
        if let earlier = review.earlier {
            fields.append(
                Field(
                    "correction", "更正原因", .text(draft.correction, limit: 200), isRequired: true,
                    hint: "原答卷：\(earlier.occurred.iso)调查，第\(earlier.response.edition)份。"))
        }
        return fields
    }

    /// Oddities with the reasons given so far; those of an ID number are settled by a tick.
    private static func oddities(_ review: SheetReview, onePage: Bool, _ ask: Ask) -> [SheetOddity] {
        let form = ask.office.pack.form
        return review.findings.filter(\.isConfirmable).map { finding in
            let reason = review.draft.confirmations.first { $0.settles(finding) }?.reason ?? ""
            let name = SheetAnswers.reasonName(finding)
            let field =
                finding.rule == .checked
                ? Field(
                    name, "核实情况",
                    .checkboxes([Choice("与户口簿一致", "户口簿上确实如此（与户口簿一致）")], chosen: [reason]))
                : Field(name, "情况属实的原因", .text(reason, limit: 100))
            return SheetOddity(
                form.sentence(finding), field,
                link: onePage ? nil : questionLink(finding.item, review.draft, form))
        }
    }

    private static func differences(
        _ review: SheetReview, _ form: Form, _ link: (ItemID) -> Link
    ) -> [SheetDifference] {
        review.differences(on: form).map { item in
            SheetDifference(
                form.item(item)?.label ?? item.name, before: form.words(review.roll[item], at: item),
                after: form.words(review.draft.answers[item], at: item), link(item))
        }
    }
}
