// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Papers
import Sheets
import Wording

/// 各类台账: the ledgers that are views on the journal, on the screen, on paper and as files.
enum LedgerViewPages {
    static let routes: [Routes.Entry] = [
        .get("/ledgers", .seeLedgers, list),
        .get("/ledgers/:name", .seeLedgers, open),
        .get("/ledgers/:name/print", .exportLedgers, print),
        .get("/ledgers/:name/export", .exportLedgers) { .page(try await exportPage($0, .fresh)) },
        .post("/ledgers/:name/export", .exportLedgers, export),
        .get("/cases/:id/status", .seePeople) { .page(StatusRecordPage(try await record($0))) },
        .get("/cases/:id/status/paper", .seePeople, paper),
    ]

    private static let limit = 50

    static func list(_ ask: Ask) async throws -> Reply {
        let views = LedgerName.allCases.map { name in
            let ledger = Ledger.named(name)
            return LedgersPage.Line(
                ledger.title, Link("/ledgers/\(name.rawValue)"), content: ledger.content,
                clauses: ledger.clauses.map(\.words).joined(separator: "、"))
        }
        let statistics = LedgersPage.Line(
            "就业困难人员统计台账", "/ledger", content: "按困难类别汇总，可打印、上报",
            clauses: [Clause("01.w3"), "01.r3"].map(\.words).joined(separator: "、"))
        return .page(LedgersPage([statistics] + views))
    }

    static func open(_ ask: Ask) async throws -> Reply {
        let asked = try Asked(ask.query, ask)
        let view = try await ask.office.ledgerView(
            asked.name, asked.filter, after: ask.after, limit: limit, by: ask.actor)
        let number = max(1, ask.query.number("start") ?? 1)
        return .page(
            LedgerViewPage(
                view, tiles: tiles(view, asked), filter: filter(view, asked, ask),
                first: ask.after == nil ? nil : asked.link(),
                next: view.next.map {
                    asked.link(more: [("after", $0.text), ("start", String(number + view.lines.count))])
                }, firstNumber: number, tools: ask.actor.may(.exportLedgers) ? tools(asked) : []))
    }

    private static func tools(_ asked: Asked) -> [(label: String, link: Link)] {
        [
            ("打印", asked.link("/print")), ("导出Excel", asked.link("/export", more: [("format", "xlsx")])),
            ("导出CSV", asked.link("/export", more: [("format", "utf8")])),
        ]
    }

    /// All lines, then each tag that some line bears; each opens exactly these.
    private static func tiles(_ view: LedgerView, _ asked: Asked) -> [Tile] {
        let unit = view.ledger.unit
        return [Tile("合计", String(view.all), unit, asked.link(tag: .some(nil)), tone: .blue)]
            + view.ledger.tags.compactMap { tag in
                guard let count = view.totals[tag], count > 0 else { return nil }
                return Tile(tag.cell.words, String(count), unit, asked.link(tag: .some(tag.key)))
            }
    }

    private static func filter(_ view: LedgerView, _ asked: Asked, _ ask: Ask) -> FilterRow {
        let units = ask.unitChoices(.seeLedgers, holding: asked.filter.unit)
        let home = ask.actor.unit(for: .seeLedgers, in: ask.office.tree)
        var fields: [Field] = []
        if !units.isEmpty {
            fields.append(
                Field("unit", "单位", .select(units, chosen: ask.query["unit"], none: home?.name ?? "全部")))
        }
        let period = asked.filter.period
        let today = ask.office.today.iso
        switch view.ledger.span {
        case .days(let what):
            fields += [
                Field("from", "\(what)从", .day(period.from?.iso ?? "", until: today)),
                Field("through", "至", .day(period.through?.iso ?? "", until: today)),
            ]
        case .asOf: fields.append(Field("through", "截至", .day(period.through?.iso ?? today, until: today)))
        }
        let tags = view.ledger.tags.map { Choice($0.key, $0.cell.words) }
        fields.append(Field("tag", "分类", .select(tags, chosen: asked.filter.tag, none: "全部")))
        return FilterRow(page: asked.page, fields: fields)
    }

    // MARK: Paper

    static func print(_ ask: Ask) async throws -> Reply {
        let asked = try Asked(ask.query, ask)
        let head = try await ask.office.ledgerView(asked.name, asked.filter, limit: 1, by: ask.actor)
        var rows: [[String]] = []
        try await ask.office.exportLedger(asked.name, asked.filter, by: ask.actor) { lines in
            rows += lines.map { $0.cells.map(\.words) }
        }
        let tag = head.ledger.tag(asked.filter.tag).map { "（\($0.cell.words)）" } ?? ""
        let paper = PrintedLedger(
            title: head.ledger.title + tag, unit: "单位：\(head.unit?.name ?? "")",
            period: "\(head.periodWords)　共\(rows.count)\(head.ledger.unit)",
            columns: head.ledger.headings.map { .init($0.title, width: $0.width) }, rows: rows,
            signers: ["制表人：\(head.compiler)", "审核人", "日期"])
        return .document(
            PrintShell(.across, back: asked.link(), assets: ask.site.assets)
                .document(title: head.ledger.title, sheets: paper.sheets))
    }

    private static func record(_ ask: Ask) async throws -> StatusRecord {
        try await ask.office.statusRecord(of: CaseID(try ask.number("id")), by: ask.actor)
    }

    static func paper(_ ask: Ask) async throws -> Reply {
        let page = StatusRecordPage(try await record(ask))
        let id = page.record.found.id
        try await ask.notePrinted(page.title, of: .assistanceCase(id))
        return .document(
            PrintShell(.across, back: .assistanceCase(id, "status"), assets: ask.site.assets)
                .document(title: page.title, sheets: page.paper.sheets))
    }

    // MARK: Files

    static func export(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let choice = typed.need("format", "文件格式", ask.form["format"].flatMap(LedgerFormat.init))
            let isWhole = ask.form.text("content") == "whole"
            if isWhole { _ = typed.words("purpose", "用途") }
            try typed.finish()
            guard let choice else { throw FormBroken() }
            let asked = try Asked(ask.form, ask)
            let head = try await ask.office.ledgerView(asked.name, asked.filter, limit: 1, by: ask.actor)
            let file = LedgerViewFile(head)
            let purpose = isWhole ? ask.form.text("purpose") : nil
            guard let format = choice.format else {
                if let fault = choice.fault(head.count) { typed.fault("format", fault) }
                try typed.finish()
                var lines: [LedgerLine] = []
                try await ask.office.exportLedger(
                    asked.name, asked.filter, purpose: purpose, by: ask.actor
                ) { lines += $0 }
                return .shown(
                    try await ask.site.typeset(file.paper(lines), stamp: ask.office.now),
                    name: "\(file.name).pdf", mediaType: Reply.FileType.pdf.rawValue)
            }
            let bytes = try await file.bytes(format) { put in
                try await ask.office.exportLedger(
                    asked.name, asked.filter, purpose: purpose, by: ask.actor, each: put)
            }
            return .file(bytes, name: "\(file.name).\(choice.ending)", type: choice.type)
        } form: { shown in
            try await exportPage(ask, shown)
        }
    }

    private static func exportPage(_ ask: Ask, _ shown: Shown) async throws -> LedgerExportPage {
        let fields = shown.isFresh ? ask.query : ask.form
        let asked = try Asked(fields, ask)
        let head = try await ask.office.ledgerView(asked.name, asked.filter, limit: 1, by: ask.actor)
        let tag = head.ledger.tag(asked.filter.tag).map { "（\($0.cell.words)）" } ?? ""
        return LedgerExportPage(
            what: "\(head.unit?.name ?? "")\(head.ledger.title)\(tag)，\(head.periodWords)", count: head.count,
            counted: head.ledger.unit,
            fields: LedgerFormat.fields(
                shown, chosen: ask.query["format"] ?? "xlsx", mayUnmask: ask.actor.may(.unmask)),
            sent: asked.pairs, faults: shown.faults, action: asked.link("/export", isBare: true),
            crumb: head.ledger.title, back: asked.link(), ask.formContext)
    }
}

/// What an address or a form asks of a ledger, and addresses that keep it.
private struct Asked {
    let name: LedgerName
    var filter: LedgerFilter

    /// Reads a query or a form; an unknown ledger is no page, an unknown tag none at all.
    init(_ fields: Fields, _ ask: Ask) throws {
        guard let name = ask.path["name"].flatMap(LedgerName.init) else { throw PageMissing() }
        self.name = name
        let ledger = Ledger.named(name)
        filter = LedgerFilter(
            unit: fields.number("unit").map(UnitID.init),
            period: LedgerPeriod(
                from: ledger.span == .asOf ? nil : fields.day("from"), through: fields.day("through")),
            tag: ledger.tag(fields["tag"])?.key)
    }

    var page: Link { Link("/ledgers/\(name.rawValue)") }

    /// The filter as names and values.
    var pairs: [(name: String, value: String)] {
        [
            ("unit", filter.unit.map { String($0.number) }), ("from", filter.period.from?.iso),
            ("through", filter.period.through?.iso), ("tag", filter.tag),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// An address that keeps the filter, under another tag where one is told.
    func link(
        _ part: String = "", tag: String?? = nil, more: [(name: String, value: String)] = [],
        isBare: Bool = false
    ) -> Link {
        var changed = self
        if let tag { changed.filter.tag = tag }
        return Link("/ledgers/\(name.rawValue)" + part, query: isBare ? [] : changed.pairs + more)
    }
}
