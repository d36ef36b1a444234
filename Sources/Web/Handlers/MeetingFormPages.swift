// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 召开会商, 专家会诊, 联席会议: the agenda makes itself, one save settles everything (06.w1, 07.w1, 11.w1, 11.c).
enum MeetingFormPages {
    static let routes: [Routes.Entry] = [
        .get("/meetings/new", .convene) { .page(try await page($0, .fresh)) },
        .get("/meetings/agenda", .convene, paper),
        .post("/meetings", .convene, hold),
    ]

    // MARK: Saving

    static func hold(_ ask: Ask) async throws -> Reply {
        let kind = try kind(ask.form)
        let unit = try unit(ask, kind)
        var sent: (minutes: Minutes, decisions: [MeetingDecision], day: Day)?
        return try await ask.retrying(explaining: { error in
            try await faults(of: error, sent, in: unit, ask)
        }) { typed in
            let day = typed.day("day", "会议日期")
            let minutes = minutes(kind, &typed)
            let decisions = ticked(ask.form).map { decision($0, kind, &typed) }
            if kind != .joint, decisions.isEmpty, minutes.words.isEmpty {
                typed.fault("words", "没有勾选上会的援助对象，也没有写会议内容。")
            }
            try typed.finish()
            guard let day else { throw FormBroken() }
            sent = (minutes, decisions, day)
            _ = try await ask.office.hold(
                minutes, in: unit.id, decisions: decisions, on: day, by: ask.actor, once: ask.once)
            let appointed = decisions.count { $0.appointed != nil }
            return .done(
                ask.back(or: MeetingPages.book(unit)),
                "已保存\(kind.word)记录" + (decisions.isEmpty ? "" : "，涉及\(decisions.count)名援助对象")
                    + (appointed > 0 ? "，确定\(kind.level.helperWord)\(appointed)人。" : "。"))
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func minutes(_ kind: MeetingKind, _ typed: inout FormReading) -> Minutes {
        let place = typed.words("place", "地点", limit: 100)
        let chair = typed.words("chair", "主持人", limit: 100)
        let attendants = typed.words("attendants", "参加人员", limit: 500)
        let words =
            kind == .joint ? typed.words("words", "会议内容", limit: 4000) : typed.form.text("words")
        if words.count > 4000 { typed.fault("words", "会议内容太长，最多4000字。") }
        return Minutes(
            kind: kind, place: place, chair: chair, attendants: attendants, words: words,
            vacancies: typed.form["vacancies"], resolution: typed.form["resolution"], items: [])
    }

    /// The cases that were ticked, by number.
    private static func ticked(_ form: Fields) -> [CaseID] {
        let ids = form.pairs.compactMap { pair in
            pair.name.hasPrefix("on-") ? Int(pair.name.dropFirst(3)).map { CaseID($0) } : nil
        }
        return Set(ids).sorted()
    }

    private static func decision(
        _ id: CaseID, _ kind: MeetingKind, _ typed: inout FormReading
    ) -> MeetingDecision {
        func name(_ part: String) -> String { AgendaEntry.field(part, id) }
        let (words, decision) = (typed.form.text(name("words")), typed.form.text(name("decision")))
        if kind == .panel, decision.isEmpty {
            typed.fault(name("decision"), "请填写会诊决定（主攻方向或下一步）。")
        } else if words.isEmpty, decision.isEmpty {
            typed.fault(name("words"), "已勾选上会，请填写意见或决定。")
        }
        return MeetingDecision(
            caseID: id, version: typed.form.number(name("version")) ?? 0, words: words, decision: decision,
            appointed: typed.form.number(name("appoint")).map { AccountID($0) })
    }

    /// Which case a refusal or a lost race is about, by name.
    private static func faults(
        of error: any Error, _ sent: (minutes: Minutes, decisions: [MeetingDecision], day: Day)?,
        in unit: Unit, _ ask: Ask
    ) async throws -> [FieldFault] {
        if case StoreFailure.conflict(.assistanceCase(let id)) = error {
            let name = try await name(of: id, ask)
            return [
                FieldFault(
                    AgendaEntry.field("words", id),
                    "刚才有其他工作人员更新了\(name)的援助记录，会议还没有保存。请核对后再提交一次。")
            ]
        }
        guard error is Refusal, let sent else { return [] }
        let refused = try await ask.office.refusals(
            of: sent.decisions, at: sent.minutes, in: unit.id, on: sent.day, by: ask.actor)
        var faults: [FieldFault] = []
        for (id, refusal) in refused {
            let name = try await name(of: id, ask)
            faults.append(FieldFault(AgendaEntry.field("words", id), "\(name)：\(refusal.sentence)"))
        }
        return faults
    }

    private static func name(of id: CaseID, _ ask: Ask) async throws -> String {
        guard let found = try await ask.office.store.assistanceCase(id),
            let person = try await ask.office.store.person(found.person)
        else { return "" }
        return person.facts.name.full
    }

    // MARK: The form

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> MeetingFormPage {
        let fields = shown.isFresh ? ask.query : ask.form
        let kind = try kind(fields)
        let unit = try unit(ask, kind)
        let agenda = try await ask.office.agenda(kind, of: unit.id, by: ask.actor)
        let only = fields.number("case").map { CaseID($0) }
        let desk = MeetingDesk(ask: ask, agenda: agenda, only: only, shown: shown)
        return MeetingFormPage(
            title: "\(unit.name)\(kind.word)", notices: desk.notices, fields: desk.fields,
            agenda: desk.entries(isFirst: true), others: desk.entries(isFirst: false), faults: shown.faults,
            hidden: [("kind", kind.rawValue), ("unit", String(unit.id.number)), ask.origin]
                + (only.map { [("case", String($0.number))] } ?? []),
            action: "/meetings", paper: kind == .joint ? nil : paperLink(kind, unit, only),
            back: MeetingPages.book(unit), context: ask.formContext)
    }

    private static func paperLink(_ kind: MeetingKind, _ unit: Unit, _ only: CaseID?) -> Link {
        Link(
            "/meetings/agenda",
            query: [("kind", kind.rawValue), ("unit", String(unit.id.number))]
                + (only.map { [("case", String($0.number))] } ?? []))
    }

    private static func kind(_ fields: Fields) throws -> MeetingKind {
        guard let kind = fields["kind"].flatMap(MeetingKind.init) else { throw PageMissing() }
        return kind
    }

    /// The office that meets: the one named, that of the case, or the asker's own.
    private static func unit(_ ask: Ask, _ kind: MeetingKind) throws -> Unit {
        let tree = ask.office.tree
        let named = (ask.form.number("unit") ?? ask.query.number("unit")).flatMap { tree[UnitID($0)] }
        guard let unit = named ?? ask.actor.unit(for: .convene, in: tree) else {
            throw Refusal.notAllowed(.convene)
        }
        return unit
    }

    // MARK: Paper

    static func paper(_ ask: Ask) async throws -> Reply {
        let kind = try kind(ask.query)
        let unit = try unit(ask, kind)
        let agenda = try await ask.office.agenda(kind, of: unit.id, by: ask.actor)
        try await ask.notePrinted("会议议程", of: .unit(unit.id))
        let only = ask.query.number("case").map { CaseID($0) }
        let items = agenda.items.filter { item in
            only.map { item.assistanceCase.id == $0 } ?? !item.reasons.isEmpty
        }
        let paper = PrintedLedger(
            title: "\(unit.name)\(kind.word)议程", unit: "拟会日期：　　　年　　月　　日",
            period: "\(ask.office.today.inDocuments)整理　共\(items.count)人",
            columns: [
                .init("姓名", width: 4), .init("村（社区）", width: 6), .init("上会原因", width: 14),
                .init("现状", width: 12), .init("意见", width: 12), .init("决定", width: 12),
                .init(kind.level.helperWord, width: 6),
            ],
            rows: items.map { item in
                [
                    item.person.facts.name.full, ask.office.tree[item.assistanceCase.village]?.name ?? "",
                    item.reasons.map(\.sentence).joined(separator: "；"),
                    item.standing(at: kind.level, on: ask.office.today), "", "", "",
                ]
            }, signers: ["主持人", "记录人", "日期"])
        let shell = PrintShell(.across, back: newLink(kind, unit, only), assets: ask.site.assets)
        return .document(shell.document(title: paper.title, sheets: paper.sheets))
    }

    private static func newLink(_ kind: MeetingKind, _ unit: Unit, _ only: CaseID?) -> Link {
        Link(
            "/meetings/new",
            query: [("kind", kind.rawValue), ("unit", String(unit.id.number))]
                + (only.map { [("case", String($0.number))] } ?? []))
    }
}
