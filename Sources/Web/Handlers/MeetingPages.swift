// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Papers
import Wording

/// 会议: the book of an office, its minutes, and what is recorded without a meeting (06.r2, 11.c, 16.w2).
enum MeetingPages {
    static let routes: [Routes.Entry] =
        [
            .get("/meetings", .seePeople, list),
            .get("/meetings/not-needed", .convene) { .page(try notNeededPage($0, .fresh)) },
            .post("/meetings/not-needed", .convene, recordNotNeeded),
            .get("/meetings/contributions", .registerWork) { .page(try contributionsPage($0, .fresh)) },
            .post("/meetings/contributions", .registerWork, recordContributions),
            .get("/meetings/:unit/:act", .seePeople, minutes),
            .get("/meetings/:unit/:act/paper", .seePeople, paper),
            .get("/meetings/:unit/:act/minutes.pdf", .seePeople, pdf),
        ] + MeetingFormPages.routes

    // MARK: The book

    static func list(_ ask: Ask) async throws -> Reply {
        guard let home = ask.actor.unit(for: .seePeople, in: ask.office.tree) else {
            throw Refusal.notAllowed(.seePeople)
        }
        let book = try await ask.office.meetingBook(of: ask.unit ?? home.id, by: ask.actor)
        let isVillage = book.unit.level == .village
        let first = min(max(ask.query.number("from") ?? 0, 0), book.entries.count)
        let last = min(first + onAPage, book.entries.count)
        return .page(
            MeetingsPage(
                unit: book.unit.name, filter: filter(home, book.unit, ask),
                duties: duties(book, ask), tools: tools(book.unit, ask),
                lines: book.entries[first..<last].map { line($0, book) },
                previous: first > 0 ? page(book.unit, from: max(0, first - onAPage)) : nil,
                next: last < book.entries.count ? page(book.unit, from: last) : nil,
                note: isVillage ? "会商由街（镇）组织，专家会诊和联席会议由区里组织。" : nil))
    }

    /// Entries of the book on one page.
    private static let onAPage = 20

    private static func page(_ unit: Unit, from: Int) -> Link {
        Link("/meetings", query: [("unit", String(unit.id.number)), ("from", String(from))])
    }

    /// Each rule once: the newest open period, and how many before it passed without a record.
    private static func duties(
        _ book: MeetingBook, _ ask: Ask
    ) -> [(title: String, due: Tag, dueWords: String)] {
        let newest = Dictionary(grouping: book.duties, by: \.rule).values.compactMap { periods in
            periods.max { $0.due < $1.due }
        }
        return newest.sorted { $0.due < $1.due }.map { newest in
            let missed = book.duties.count { $0.rule == newest.rule } - 1
            var duty = ask.duty(newest)
            if missed > 0 { duty.dueWords += "，此前有\(missed)期没有记录" }
            return duty
        }
    }

    private static func filter(_ home: Unit, _ shown: Unit, _ ask: Ask) -> FilterRow? {
        guard home.level == .district else { return nil }
        return FilterRow(
            page: "/meetings",
            fields: [
                Field(
                    "unit", "单位",
                    .select(
                        ask.unitChoices(.seePeople), chosen: ask.query["unit"], none: home.name))
            ])
    }

    private static func tools(_ unit: Unit, _ ask: Ask) -> [(label: String, link: Link, isPrimary: Bool)] {
        func may(_ deed: Deed) -> Bool { ask.actor.may(deed, at: unit.id, in: ask.office.tree) }
        let number = String(unit.id.number)
        func new(_ kind: MeetingKind) -> Link {
            Link("/meetings/new", query: [("kind", kind.rawValue), ("unit", number)])
        }
        var tools: [(label: String, link: Link, isPrimary: Bool)] = []
        if unit.level == .town, may(.convene) {
            tools.append(("召开会商", new(.consultation), true))
            tools.append(("无须会商", Link("/meetings/not-needed", query: [("unit", number)]), false))
        }
        if unit.level == .town, may(.registerWork) {
            tools.append(("核查社保缴费", Link("/meetings/contributions", query: [("unit", number)]), false))
        }
        if unit.level == .district, may(.convene) {
            tools.append(("召开专家会诊", new(.panel), true))
            tools.append(("召开联席会议", new(.joint), false))
        }
        return tools
    }

    private static func line(_ entry: MeetingEntry, _ book: MeetingBook) -> MeetingsPage.Line {
        let by = book.names[entry.by] ?? ""
        switch entry.record {
        case .met(let minutes):
            return MeetingsPage.Line(
                day: entry.on.iso, what: minutes.kind.word, link: address(entry),
                content: minutes.words, people: minutes.items.count, by: by)
        case .notNeeded(let reason):
            return MeetingsPage.Line(
                day: entry.on.iso, what: "无须会商", link: nil, content: reason, people: 0, by: by)
        case .contributionsReviewed(let month, let note):
            return MeetingsPage.Line(
                day: entry.on.iso, what: "核查社保缴费", link: nil, content: "\(month)　\(note)", people: 0, by: by)
        }
    }

    private static func address(_ entry: MeetingEntry, _ part: String = "") -> Link {
        Link("/meetings/\(entry.unit.number)/\(entry.id.number)\(part)")
    }

    // MARK: Minutes

    static func minutes(_ ask: Ask) async throws -> Reply {
        let meeting = try await load(ask)
        return .page(
            MinutesPage(
                meeting, villages: villages(meeting, ask), paper: address(meeting.entry, "/paper"),
                pdf: address(meeting.entry, "/minutes.pdf"),
                book: Link("/meetings", query: [("unit", String(meeting.unit.id.number))])))
    }

    static func paper(_ ask: Ask) async throws -> Reply {
        let meeting = try await load(ask)
        try await ask.notePrinted("会议纪要", of: .unit(meeting.unit.id))
        let paper = PrintedMinutes(meeting, villages: villages(meeting, ask))
        let shell = PrintShell(.upright, back: address(meeting.entry), assets: ask.site.assets)
        return .document(shell.flowing(title: paper.title, paper.body))
    }

    /// The minutes of the whole meeting as an official paper.
    static func pdf(_ ask: Ask) async throws -> Reply {
        let meeting = try await load(ask)
        let office = ask.office
        let content = MinutesPaper(meeting, tree: office.tree)
        let paper = Paper(
            meeting.minutes.kind.paper ?? .panel,
            head: .init(
                unit: office.tree.officeName(meeting.unit.id), day: meeting.entry.on.inDocuments,
                officer: meeting.recorder), content: content)
        let bytes = try await ask.site.typeset([paper], stamp: office.now)
        try await ask.notePrinted(content.title, of: .unit(meeting.unit.id))
        return .shown(
            bytes, name: "\(content.title)\(meeting.entry.on.iso).pdf",
            mediaType: Reply.FileType.pdf.rawValue)
    }

    private static func load(_ ask: Ask) async throws -> MeetingMinutes {
        try await ask.office.minutes(
            ActID(try ask.number("act")), of: UnitID(try ask.number("unit")), by: ask.actor)
    }

    private static func villages(_ meeting: MeetingMinutes, _ ask: Ask) -> [CaseID: String] {
        meeting.people.mapValues { ask.office.tree[$0.village]?.name ?? "" }
    }

    // MARK: Without a meeting

    static func recordNotNeeded(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let unit = try town(ask, for: .convene)
            let day = typed.day("day", "日期")
            let reason = typed.words("reason", "原因")
            try typed.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.needNoConsultation(
                in: unit.id, reason: reason, on: day, by: ask.actor, once: ask.once)
            return .done(book(unit), "已记明本周无须会商。")
        } form: { shown in
            try notNeededPage(ask, shown)
        }
    }

    private static func notNeededPage(_ ask: Ask, _ shown: Shown) throws -> ConfirmPage {
        let unit = try town(ask, for: .convene)
        return ConfirmPage(
            "记明无须会商", consequences: ["每周会商一次；没有在援对象的这一周，记明原因即可。", "还有在援对象的，不能记明无须会商。"],
            facts: [Fact("单位", unit.name)],
            fields: [
                shown.day("day", "日期", or: ask.office.today),
                shown.line("reason", "原因", limit: 200, isRequired: true, hint: "如：目前没有上交的援助对象"),
            ], faults: shown.faults, hidden: [("unit", String(unit.id.number))],
            action: "/meetings/not-needed", button: Button("保存"), back: book(unit), ask.formContext,
            trail: [Crumb("会议", book(unit))])
    }

    static func recordContributions(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let unit = try town(ask, for: .registerWork)
            let day = typed.day("day", "核查日期")
            let month = typed.need("month", "月份", ask.form["month"].flatMap { YearMonth(iso: $0) })
            let note = typed.words("note", "核查情况", limit: 1000)
            try typed.finish()
            guard let day, let month else { throw FormBroken() }
            _ = try await ask.office.reviewContributions(
                of: month, in: unit.id, note: note, on: day, by: ask.actor, once: ask.once)
            return .done(ask.back(or: book(unit)), "已登记\(month.iso)社保缴费核查。")
        } form: { shown in
            try contributionsPage(ask, shown)
        }
    }

    private static func contributionsPage(_ ask: Ask, _ shown: Shown) throws -> ConfirmPage {
        let unit = try town(ask, for: .registerWork)
        let today = ask.office.today
        // In the first half of a month somebody looks at the month that ended.
        let month = today.day > 15 ? YearMonth(today) : YearMonth(today).adding(months: -1)
        return ConfirmPage(
            "核查社保缴费", consequences: ["每月末核查援助对象的社会保险缴费。", "连续缴费3个月并核实确已就业的，在本人档案中通知办理就业登记。"],
            facts: [Fact("单位", unit.name)],
            fields: [
                Field("month", "核查月份", .month(shown.text("month", or: month.iso)), isRequired: true),
                shown.day("day", "核查日期", or: today),
                shown.area("note", "核查情况", limit: 1000, isRequired: true, hint: "核查多少人，发现连续缴费的有谁，已如何处理"),
            ], faults: shown.faults, hidden: [("unit", String(unit.id.number)), ask.origin],
            action: "/meetings/contributions", button: Button("保存"), back: ask.back(or: book(unit)),
            ask.formContext,
            trail: [Crumb("会议", book(unit))])
    }

    static func book(_ unit: Unit) -> Link {
        Link("/meetings", query: [("unit", String(unit.id.number))])
    }

    /// The town that a page is about: the one named, or the asker's own.
    private static func town(_ ask: Ask, for deed: Deed) throws -> Unit {
        let named = (ask.form.number("unit") ?? ask.query.number("unit")).flatMap {
            ask.office.tree[UnitID($0)]
        }
        guard let unit = named ?? ask.actor.unit(for: deed, in: ask.office.tree) else {
            throw Refusal.notAllowed(deed)
        }
        guard unit.level == .town else { throw Refusal.notFound(.unit) }
        try ask.actor.require(deed, at: unit.id, in: ask.office.tree)
        return unit
    }
}

extension Ask {
    /// Puts onto the audit that a paper with names was made.
    func notePrinted(_ what: String, of subject: Subject) async throws {
        try await office.store.note([
            AuditNote(at: office.now, by: actor.account, action: .printed, subject: subject, detail: what)
        ])
    }
}
