// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Papers
import Wording

/// 批量打印: papers of one kind for a village, a town or a choice of cases.
enum PrintPages {
    static let routes: [Routes.Entry] = [
        .get("/papers/bulk", .seePeople) { .page(try await choicePage($0, .fresh)) },
        .post("/papers/prints", .seePeople, start),
        .get("/papers/prints/:run", .seePeople, look),
        .post("/papers/prints/:run", .seePeople, again),
        .get("/papers/prints/:run/file", .seePeople, file),
    ]

    // MARK: Choice

    private static func choicePage(_ ask: Ask, _ shown: Shown) async throws -> PrintChoicePage {
        let fields = shown.isFresh ? ask.query : ask.form
        let filter = filter(fields)
        let choice: PrintChoice? =
            if let filter { try await ask.office.printChoice(filter, by: ask.actor) } else { nil }
        let runs = try await ask.office.store.printRuns(of: ask.actor.account, limit: 8)
        return PrintChoicePage(
            filter: filterRow(fields, ask), found: choice.map { found($0, ask) },
            runs: runs.map { run in
                (
                    run.kind.word,
                    "\(run.on.inDocuments)　\(ask.office.tree[run.unit]?.name ?? "")"
                        + "　\(run.papers.count)份", address(run.id)
                )
            }, faults: shown.faults, context: ask.formContext)
    }

    private static func filter(_ fields: Fields) -> PrintFilter? {
        fields["kind"].flatMap(PaperKind.init).map { kind in
            PrintFilter(
                kind: kind, unit: fields.number("unit").map(UnitID.init),
                stage: fields["stage"].flatMap(CaseStage.init), includesIssued: fields["issued"] == "all")
        }
    }

    private static func filterRow(_ fields: Fields, _ ask: Ask) -> FilterRow {
        let home = ask.actor.unit(for: .seePeople, in: ask.office.tree)
        var asked = [
            Field(
                "kind", "文书",
                .select(PaperKind.allCases.map { Choice($0.rawValue, $0.word) }, chosen: fields["kind"]))
        ]
        let villages = home?.level == .village ? [] : ask.villageChoices(.seePeople)
        let towns = home?.level == .district ? ask.unitChoices(.seePeople) : []
        if let home, !villages.isEmpty {
            asked.append(
                Field(
                    "unit", "单位",
                    .select(towns + villages, chosen: fields["unit"], none: "\(home.name)（全部）")))
        }
        asked.append(
            Field(
                "stage", "所处环节",
                .select(
                    CaseStage.allCases.map { Choice($0.rawValue, $0.word) }, chosen: fields["stage"],
                    none: "全部在册的")))
        asked.append(
            Field(
                "issued", "打印过的",
                .select([Choice("all", "也要，标明补打")], chosen: fields["issued"], none: "不要")))
        return FilterRow(page: .printing, fields: asked)
    }

    private static func found(_ choice: PrintChoice, _ ask: Ask) -> PrintChoicePage.Found {
        let filter = choice.filter
        let sent = [
            ("kind", filter.kind.rawValue), ("unit", filter.unit.map { String($0.number) } ?? ""),
            ("stage", filter.stage?.rawValue ?? ""), ("issued", filter.includesIssued ? "all" : ""),
        ].filter { !$0.1.isEmpty }
        return PrintChoicePage.Found(
            title: filter.kind.word, unit: choice.unit?.name ?? "", lines: choice.lines.map { line($0, ask) },
            notes: notes(choice), shapes: PrintShape.allCases.map { Choice($0.rawValue, $0.word) },
            sent: sent.map { (name: $0.0, value: $0.1) })
    }

    private static func line(_ line: PrintLine, _ ask: Ask) -> PrintChoicePage.Line {
        PrintChoicePage.Line(
            key: line.key.text, name: line.source.person.facts.name.full,
            link: .assistanceCase(line.source.found.id),
            village: ask.office.tree[line.source.found.village]?.name ?? "",
            basis: line.basis.map {
                "\($0.occurred.inDocuments) \(Event.assistanceCase($0.event).kind.words)"
            } ?? "随时可以打印", number: line.issued?.number.words ?? "",
            gaps: PaperGap.allCases.filter(line.gaps.contains).map(\.word).joined(separator: "、"))
    }

    /// What is left out and why.
    private static func notes(_ choice: PrintChoice) -> [String] {
        let kind = choice.filter.kind
        var notes: [String] = []
        if !choice.lacking.isEmpty {
            let names = choice.lacking.prefix(5).map(\.facts.name.full).joined(separator: "、")
            notes.append(
                "\(choice.lacking.count)人还不能打印：\(names)\(choice.lacking.count > 5 ? "等" : "")。\(kind.waitingSentence)"
            )
        }
        for gap in PaperGap.allCases {
            let count = choice.lines.count { $0.gaps.contains(gap) }
            if count > 0 { notes.append("\(count)人的档案里没有\(gap.word)，打印后留空手填。") }
        }
        if choice.issued > 0 { notes.append("\(choice.issued)份已经打印过，不再打印；需要补打的，在“打印过的”里选“也要”。") }
        if choice.others > 0 { notes.append("\(choice.others)份由经办的一级打印，您不能代打。") }
        if choice.isCut { notes.append("人太多，一次最多看\(Office.mostCases)人，请选一个单位。") }
        return notes
    }

    // MARK: Printing

    static func start(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            guard let filter = filter(ask.form), let once = ask.once else { throw FormBroken() }
            let shape = ask.form["shape"].flatMap(PrintShape.init) ?? .pile
            var chosen: Set<PrintKey>?
            if ask.form["which"] == "chosen" {
                chosen = Set(ask.form.all("paper").compactMap(PrintKey.init(text:)))
                if chosen?.isEmpty == true { typed.fault(nil, "还没有勾选要打印的文书。") }
            }
            try typed.finish()
            let office = ask.office
            let pile = try await office.printPapers(
                filter, chosen: chosen, as: shape, titled: filter.kind.word, by: ask.actor, once: once
            ) { line in
                // A number is drawn only for what can be set here.
                let paper = PaperCase(line.source, office: office).pointingCard(to: ask.site).paper(
                    filter.kind, act: line.basis?.id)
                if let paper { _ = try await ask.site.typeset([paper], stamp: office.now) }
            }
            try await begin(pile.run, ask)
            guard pile.dropped > 0 else { return .redirect(address(pile.run.id)) }
            return .redirect(
                address(pile.run.id), Flash(.warning, "有\(pile.dropped)份没有打印：这条记录刚才撤回、改变或已由同事打印。"))
        } form: { shown in
            try await choicePage(ask, shown)
        }
    }

    static func again(_ ask: Ask) async throws -> Reply {
        let run = try await run(ask)
        try await begin(run, ask)
        return .redirect(address(run.id))
    }

    private static func begin(_ run: PrintRun, _ ask: Ask) async throws {
        guard let shop = ask.site.printShop else { throw TypesettingFault.noTypesetter }
        let (office, actor, site) = (ask.office, ask.actor, ask.site)
        await shop.begin(
            PrintShop.Job(run: run, title: name(of: run, office), stamp: run.at) {
                let sources = try await office.sources(of: run, by: actor)
                return zip(run.papers, sources).compactMap { printed, source in
                    source.flatMap { paper(of: printed, run.kind, $0, office, site) }
                }
            })
    }

    private static func paper(
        of printed: PrintRun.Paper, _ kind: PaperKind, _ source: PaperSource, _ office: Office,
        _ site: Site
    ) -> Paper? {
        var paper = PaperCase(source, office: office).pointingCard(to: site).paper(kind, act: printed.act)
        paper?.head.number = printed.number?.words ?? ""
        paper?.head.mark = printed.isReprint ? "补打" : ""
        return paper
    }

    // MARK: Progress

    static func look(_ ask: Ask) async throws -> Reply {
        let run = try await run(ask)
        let shop = ask.site.printShop
        let state: PrintRunPage.State =
            switch await shop?.stage(of: run.id) {
            case .waiting: .waiting(ahead: await shop?.ahead(of: run.id) ?? 0)
            case .setting(let done, let whole): .setting(done: done, of: whole)
            case .ready(let file):
                .ready(Link("/papers/prints/\(run.id.number)/file"), size: size(file.bytes.count))
            case .failed(let sentence): .failed(sentence)
            case nil: .gone
            }
        return .page(
            PrintRunPage(
                "批量打印：\(run.kind.word)", facts: facts(run, ask), state: state, again: address(run.id),
                ask.formContext))
    }

    static func file(_ ask: Ask) async throws -> Reply {
        let run = try await run(ask)
        guard case .ready(let file) = await ask.site.printShop?.stage(of: run.id) else {
            return .redirect(address(run.id))
        }
        try await ask.office.noteTaken(run, titled: run.kind.word, by: ask.actor)
        return file.isZip
            ? .file(file.bytes, name: file.name, type: .zip)
            : .shown(file.bytes, name: file.name, mediaType: "application/pdf")
    }

    private static func run(_ ask: Ask) async throws -> PrintRun {
        do {
            return try await ask.office.printRun(PrintRunID(try ask.number("run")), by: ask.actor)
        } catch Refusal.notFound { throw PageMissing() }
    }

    private static func address(_ run: PrintRunID) -> Link { Link("/papers/prints/\(run.number)") }

    private static func name(of run: PrintRun, _ office: Office) -> String {
        "\(run.kind.word)（\(office.tree[run.unit]?.name ?? "")\(run.papers.count)份）"
    }

    private static func facts(_ run: PrintRun, _ ask: Ask) -> [Fact] {
        let numbers = run.papers.filter { !$0.isReprint }.compactMap(\.number)
        let series = Dictionary(grouping: numbers, by: \.unit).sorted { $0.key < $1.key }.map {
            unit, numbers in
            "\(ask.office.tree[unit]?.name ?? "")\(numbers.span)"
        }
        let again = run.papers.count(where: \.isReprint)
        let first = series.prefix(8).joined(separator: "；") + (series.count > 8 ? "等" : "")
        let numbered = [
            Fact("新取文号", series.isEmpty ? "无" : first), Fact("补打", again == 0 ? "无" : "\(again)份，用原文号"),
        ]
        return [
            Fact("单位", ask.office.tree[run.unit]?.name ?? ""), Fact("份数", "\(run.papers.count)份"),
            Fact("日期", run.on.inDocuments),
        ] + (run.kind.isNumbered ? numbered : [])
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(max(1, bytes >> 10)) KB" : "\(bytes >> 20).\((bytes & 0xFFFFF) * 10 >> 20) MB"
    }
}

extension [PaperNumber] {
    /// `〔2026〕第3号至第14号`; a series without gaps needs its ends alone.
    fileprivate var span: String {
        guard let first = self.min(by: { $0.number < $1.number }),
            let last = self.max(by: { $0.number < $1.number })
        else { return "" }
        return first.number == last.number ? first.words : "\(first.words)至第\(last.number)号"
    }
}

extension PrintKey {
    /// As a box sends it: `7.18`, `7` where the paper rests on no act.
    fileprivate var text: String { "\(caseID.number)" + (act.map { ".\($0.number)" } ?? "") }

    fileprivate init?(text: String) {
        let numbers = text.split(separator: ".").compactMap { Int($0) }
        guard let first = numbers.first, numbers.count <= 2 else { return nil }
        self.init(caseID: CaseID(first), act: numbers.count == 2 ? ActID(numbers[1]) : nil)
    }
}
