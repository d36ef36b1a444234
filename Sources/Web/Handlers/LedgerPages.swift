// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Pages
import Papers
import Questionnaire
import Sheets
import Wording

/// 统计台账 on the screen, on paper and as a file (01.w3, 01.r3).
enum LedgerPages {
    static let routes: [Routes.Entry] = [
        .get("/ledger", .seeLedgers, list),
        .get("/ledger/print", .exportLedgers, print),
        .get("/ledger/export", .exportLedgers) { .page(try await exportPage($0, .fresh)) },
        .post("/ledger/export", .exportLedgers, export),
    ]

    private static let limit = 50
    private static let heads: [LedgerColumn] = LedgerColumn.allCases.filter { $0 != .name }

    static func list(_ ask: Ask) async throws -> Reply {
        let category = ask.query["category"].flatMap(HardshipCategory.init)
        let office = ask.office
        let ledger = try await office.ledger(
            category, in: ask.unit, after: ask.after, limit: limit, by: ask.actor)
        let text = LedgerText(form: office.pack.form, category: category)
        let number = max(1, ask.query.number("from") ?? 1)
        let mayExport = ask.actor.may(.exportLedgers)
        return .page(
            LedgerListPage(
                unit: ledger.unit?.name ?? "", tabs: tabs(ledger, category, ask), tiles: tiles(ledger, ask),
                filter: filter(category, ask), heads: heads.map(\.title),
                lines: ledger.rows.map { line in
                    .init(
                        line.facts.name.full, .person(line.person.id), heads.map { text.text($0, of: line) })
                },
                first: ask.after == nil ? nil : link("/ledger", category, ask),
                next: ledger.next.map {
                    link("/ledger", category, ask, [("after", $0.text), ("from", String(number + limit))])
                }, firstNumber: number, export: mayExport ? link("/ledger/export", category, ask) : nil,
                print: mayExport ? link("/ledger/print", category, ask) : nil))
    }

    /// An address of the ledger that keeps unit and category.
    private static func link(
        _ path: String, _ category: HardshipCategory?, _ ask: Ask, _ more: [(String, String)] = []
    ) -> Link {
        let unit = ask.unit ?? ask.form.number("unit").map(UnitID.init)
        let query =
            [("category", category?.rawValue), ("unit", unit.map { String($0.number) })]
            .compactMap { name, value in value.map { (name, $0) } } + more
        return Link(path, query: query.map { (name: $0.0, value: $0.1) })
    }

    private static func tabs(_ ledger: LedgerPage, _ chosen: HardshipCategory?, _ ask: Ask) -> [Tab] {
        let all = Tab("全部", link("/ledger", nil, ask), isCurrent: chosen == nil, count: ledger.persons)
        let own = HardshipCategory.allCases.filter { (ledger.byCategory[$0] ?? 0) > 0 || $0 == chosen }
        return [all]
            + own.map {
                Tab(
                    $0.shortWord, link("/ledger", $0, ask), isCurrent: $0 == chosen,
                    count: ledger.byCategory[$0] ?? 0)
            }
    }

    /// Persons, and how many of each visit class; each opens the people behind it.
    private static func tiles(_ ledger: LedgerPage, _ ask: Ask) -> [Tile] {
        let unit = ask.unit.map { [(name: "unit", value: String($0.number))] } ?? []
        return [Tile("台账人数", String(ledger.persons), "人", link("/ledger", nil, ask), tone: .blue)]
            + VisitClass.allCases.reversed().map { visits in
                Tile(
                    "\(visits.word)走访", String(ledger.byClass[visits] ?? 0), "人",
                    Link("/people", query: [(name: "class", value: String(visits.rawValue))] + unit),
                    note: visits.howOften)
            }
    }

    /// The units below the asker's own, and below the chosen one.
    private static func filter(_ category: HardshipCategory?, _ ask: Ask) -> FilterRow? {
        let tree = ask.office.tree
        guard let home = ask.actor.unit(for: .seeLedgers, in: tree), home.level != .village else {
            return nil
        }
        let town = ask.unit.flatMap { tree.unit(at: .town, above: $0) }
        let choices = tree.children(of: home.id).flatMap { child in
            [Choice(String(child.id.number), child.name)]
                + (child.id == town?.id && child.id != home.id ? tree.children(of: child.id) : []).map {
                    Choice(String($0.id.number), "　\($0.name)")
                }
        }
        return FilterRow(
            page: "/ledger",
            fields: [
                Field(
                    "unit", "单位",
                    .select(choices, chosen: ask.unit.map { String($0.number) }, none: home.name))
            ],
            kept: category.map { [.init("category", $0.rawValue)] } ?? [])
    }

    // MARK: Paper

    static func print(_ ask: Ask) async throws -> Reply {
        let category = ask.query["category"].flatMap(HardshipCategory.init)
        let office = ask.office
        let lines = try await office.exportLedger(category, in: ask.unit, by: ask.actor)
        let text = LedgerText(form: office.pack.form, category: category)
        let paper = PrintedLedger(
            title: "就业困难人员统计台账" + (category.map { "（\($0.word)）" } ?? ""),
            unit: "单位：\(unit(ask)?.name ?? "")", period: "截至\(office.today.inDocuments)　共\(lines.count)人",
            columns: LedgerColumn.allCases.map { .init($0.title, width: $0.width) },
            rows: lines.map(text.cells))
        return .document(
            PrintShell(.across, back: link("/ledger", category, ask), assets: ask.site.assets)
                .document(title: "就业困难人员统计台账", sheets: paper.sheets))
    }

    private static func unit(_ ask: Ask) -> Unit? {
        let chosen = ask.unit ?? ask.form.number("unit").map(UnitID.init)
        return chosen.flatMap { ask.office.tree[$0] }
            ?? ask.actor.unit(for: .exportLedgers, in: ask.office.tree)
    }

    // MARK: Files

    static func export(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let format = typed.need("format", "文件格式", ask.form["format"].flatMap(LedgerFormat.init))
            let isWhole = ask.form.text("content") == "whole"
            if isWhole { _ = typed.words("purpose", "用途") }
            try typed.finish()
            guard let format else { throw FormBroken() }
            let category = ask.form["category"].flatMap(HardshipCategory.init)
            let unit = ask.form.number("unit").map(UnitID.init)
            let lines =
                isWhole
                ? try await ask.office.exportWholeLedger(
                    category, in: unit, purpose: ask.form.text("purpose"), by: ask.actor)
                : try await ask.office.exportLedger(category, in: unit, by: ask.actor)
            let file = LedgerFile(
                unit: self.unit(ask)?.name ?? "", compiler: ask.actor.name, day: ask.office.today,
                category: category, lines: lines, form: ask.office.pack.form, isWhole: isWhole)
            if let fault = format.fault(lines.count) { typed.fault("format", fault) }
            try typed.finish()
            return try await reply(file, format, ask)
        } form: { shown in
            try await exportPage(ask, shown)
        }
    }

    private static func reply(
        _ file: LedgerFile, _ format: LedgerFormat, _ ask: Ask
    ) async throws -> Reply {
        switch format {
        case .pdf:
            .shown(
                try await ask.site.typeset(file.paper, stamp: ask.office.now), name: "\(file.name).pdf",
                mediaType: Reply.FileType.pdf.rawValue)
        case .xlsx: .file(try file.workbook(), name: "\(file.name).xlsx", type: .workbook)
        case .utf8: .file(try file.csv(.utf8), name: "\(file.name).csv", type: .csv)
        case .gb18030: .file(try file.csv(.gb18030), name: "\(file.name).csv", type: .csv)
        }
    }

    private static func exportPage(_ ask: Ask, _ shown: Shown) async throws -> LedgerExportPage {
        let fields = shown.isFresh ? ask.query : ask.form
        let category = fields["category"].flatMap(HardshipCategory.init)
        let unit = fields.number("unit").map(UnitID.init)
        let ledger = try await ask.office.ledger(category, in: unit, after: nil, limit: 1, by: ask.actor)
        let count = category.map { ledger.byCategory[$0] ?? 0 } ?? ledger.persons
        return LedgerExportPage(
            what: "\(self.unit(ask)?.name ?? "")就业困难人员统计台账" + (category.map { "（\($0.word)）" } ?? "（各类）"),
            count: count,
            fields: LedgerFormat.fields(
                shown, workbookHint: "每一类一张表，可直接打印", mayUnmask: ask.actor.may(.unmask)),
            sent: ["category", "unit"].compactMap { name in fields[name].map { (name: name, value: $0) } },
            faults: shown.faults, action: "/ledger/export", back: link("/ledger", category, ask),
            ask.formContext)
    }
}
