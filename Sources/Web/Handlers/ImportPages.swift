// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Imports
import Pages
import Wording

/// 数据导入: a trial first, then the import, undone as a whole. Calendars go in on their own page.
enum ImportPages {
    static let routes: [Routes.Entry] = [
        .get("/imports", nil) { .page(try await page($0, .fresh)) },
        .post("/imports/trials", nil, attempt),
        .get("/imports/trials/:id/marked", nil, marked),
        .post("/imports", nil, take),
        .get("/imports/templates/:kind", nil, template),
        .get("/imports/:id/undoing", nil) { .page(try await undoPage($0, .fresh)) },
        .post("/imports/:id/undoing", nil, undo),
    ]

    /// How many faults a page lists; the marked file holds all.
    private static let shownFaults = 300

    /// What the asker may import here.
    private static func kinds(_ ask: Ask) throws -> [ImportKind] {
        let kinds: [ImportKind] = [.roll, .survey, .units, .vacancies, .employers].filter {
            ask.actor.may($0.deed)
        }
        guard !kinds.isEmpty else { throw Refusal.notAllowed(.importRoll) }
        return kinds
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> ImportsPage {
        let kinds = try kinds(ask)
        let office = ask.office
        let scopes = try kinds.map { try office.scope($0.deed, narrowedTo: nil, by: ask.actor) }
        let slice = try await office.store.batches(scopes[0], after: ask.after, limit: 50)
        let names = Dictionary(
            try await office.store.accounts().map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        return ImportsPage(
            upload: ImportUpload(
                kinds: kinds.map { Choice($0.rawValue, $0.word) },
                kind: shown.choice("kind", or: ask.query["kind"] ?? kinds.first?.rawValue),
                faults: shown.faults,
                ask.formContext),
            batches: slice.rows.map { line($0, names[$0.by] ?? "系统", ask) },
            next: slice.next.map { Link("/imports", query: [(name: "after", value: $0.text)]) },
            templates: kinds.map { kind in
                (words: "\(kind.word)模板", hint: hint(kind), link: Link("/imports/templates/\(kind.rawValue)"))
            } + prefilled(kinds, ask))
    }

    private static func hint(_ kind: ImportKind) -> String {
        switch kind {
        case .roll: "一人一行，劳动年龄内的人"
        case .survey: "一份问卷一行，题号与纸质问卷一致"
        case .units: "一个社区（村）一行"
        case .calendar: "一天一行"
        case .vacancies: "一个岗位一行，单位随岗位登记"
        case .employers: "一个单位一行"
        }
    }

    private static func line(_ batch: ImportBatch, _ by: String, _ ask: Ask) -> ImportsPage.Batch {
        let mayUndo =
            batch.undone == nil && ask.actor.may(batch.kind.deed, at: batch.unit, in: ask.office.tree)
        return ImportsPage.Batch(
            kind: batch.kind.word, file: batch.file, unit: ask.office.tree[batch.unit]?.name ?? "",
            rows: "\(batch.rows)行，新增\(batch.added)，更新\(batch.changed)", by: by, day: batch.on.iso,
            state: batch.undone.map { Tag("\($0.iso)已撤销", .grey) } ?? Tag("已导入", .green),
            undo: mayUndo ? Link("/imports/\(batch.id.number)/undoing") : nil)
    }

    // MARK: Trial

    static func attempt(_ ask: Ask) async throws -> Reply {
        let kinds = try kinds(ask)
        return try await ask.retrying { typed in
            let kind = typed.need("kind", "导入什么", ask.form["kind"].flatMap(ImportKind.init))
            let file = ask.form.files.first { $0.field == "file" && !$0.bytes.isEmpty }
            if file == nil { typed.fault("file", "请选择要导入的文件。") }
            try typed.finish()
            guard let kind, let file, kinds.contains(kind) else { throw FormBroken() }
            let report = try await ImportRunner(ask.office).run(
                kind, .bytes(file.bytes), name: file.name, options: ImportOptions(dryRun: true), by: ask.actor
            )
            let marked = report.errorsFile.map { (name: $0.name, bytes: $0.bytes) }
            let number = ask.site.uploads.keep(
                .init(kind: kind, name: file.name, bytes: file.bytes, marked: marked),
                for: ask.visitor.session.digest)
            return .page(trial(report, number, ask))
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func trial(_ report: ImportReport, _ number: Int, _ ask: Ask) -> ImportTrialPage {
        let counts = report.counts
        let (sentence, news) = words(report)
        let mayTake = report.outcome == .checked || report.outcome == .refused
        let isWorth = mayTake && counts.added + counts.changed > 0
        let faults = report.faults.prefix(shownFaults).map { fault in
            [fault.place.isEmpty ? "整份文件" : fault.place, fault.isWarning ? "提示" : "错误", fault.says]
        }
        return ImportTrialPage(
            kind: report.kind.word, file: report.file, sentence: sentence, news: news,
            counts: [
                Fact("读到", "\(counts.rows)行"), Fact("有错误", "\(counts.bad)行"), Fact("新增", "\(counts.added)"),
                Fact("更新", "\(counts.changed)"), Fact("没有变化", "\(counts.unchanged)"),
                Fact("新立户", "\(counts.householdsFounded)户"),
            ], faults: faults, faultCount: report.faults.count,
            marked: report.errorsFile == nil ? nil : Link("/imports/trials/\(number)/marked"),
            confirm: isWorth ? .init(upload: number, skips: counts.bad) : nil, ask.formContext)
    }

    private static func words(_ report: ImportReport) -> (String, NoticeKind) {
        switch report.outcome {
        case .refused:
            report.counts.bad > 0
                ? ("有\(report.counts.bad)行有错误，还没有写入任何内容。改好再导入，或跳过这些行。", .fault)
                : ("这份文件不能导入，原因见下。没有写入任何内容。", .fault)
        case .checked: ("核对通过，还没有写入。请确认导入。", .success)
        case .imported(let batch): ("已导入：新增\(batch.added)，更新\(batch.changed)。", .success)
        case .alreadyImported(let batch): ("这份文件\(batch.on.iso)已经导入过，没有再次写入。", .warning)
        case .nothingChanged: ("文件里的内容都已在系统中，没有变化。", .note)
        case .calendarLoaded(let year): ("\(year)年放假安排已载入。", .success)
        }
    }

    static func marked(_ ask: Ask) async throws -> Reply {
        guard let upload = ask.site.uploads.upload(try ask.number(), for: ask.visitor.session.digest),
            let marked = upload.marked
        else { throw PageMissing() }
        let isText = marked.name.hasSuffix(".csv")
        return .file(marked.bytes, name: marked.name, type: isText ? .csv : .workbook)
    }

    // MARK: Import

    static func take(_ ask: Ask) async throws -> Reply {
        guard let number = ask.form.number("upload") else { throw FormBroken() }
        guard let upload = ask.site.uploads.upload(number, for: ask.visitor.session.digest) else {
            return .redirect("/imports", Flash(.warning, "这份文件已经导入，或等得太久不在了。请看导入记录，需要时重新选择文件。"))
        }
        let options = ImportOptions(skipBad: ask.form.isOn("skip"))
        let report = try await ImportRunner(ask.office).run(
            upload.kind, .bytes(upload.bytes), name: upload.name, options: options, by: ask.actor)
        let (sentence, news) = words(report)
        switch report.outcome {
        case .imported, .alreadyImported, .nothingChanged, .calendarLoaded:
            ask.site.uploads.drop(number)
            if upload.kind == .units { try await ask.site.reloadUnits() }
            return .redirect("/imports", Flash(news, sentence))
        case .refused, .checked:
            return .page(trial(report, number, ask), status: .unprocessableContent)
        }
    }

    static func template(_ ask: Ask) async throws -> Reply {
        guard let kind = ask.path["kind"].flatMap(ImportKind.init), try kinds(ask).contains(kind) else {
            throw PageMissing()
        }
        let file = try await table(kind, ask)
        return .file(file.bytes, name: file.name, type: .workbook)
    }

    /// The blank template, or with a village in the address the one that holds what is known of its people.
    private static func table(_ kind: ImportKind, _ ask: Ask) async throws -> TableFile {
        let runner = ImportRunner(ask.office)
        switch (kind, ask.unit) {
        case (.roll, let village?): return try await runner.prefilledRoll(of: village, by: ask.actor)
        case (.survey, let village?):
            return try await runner.prefilledSurvey(of: village, year: ask.office.today.year, by: ask.actor)
        case (.units, _), (.calendar, _), (.employers, _), (.vacancies, _), (.roll, nil), (.survey, nil):
            return try ImportTemplate.workbook(kind, form: ask.office.pack.form)
        }
    }

    /// For a village's own worker: the tables with its people already in them.
    private static func prefilled(
        _ kinds: [ImportKind], _ ask: Ask
    ) -> [(words: String, hint: String, link: Link)] {
        kinds.compactMap { kind in
            guard case .village(let village) = ask.actor.scope(for: kind.deed, in: ask.office.tree) else {
                return nil
            }
            let link = Link("/imports/templates/\(kind.rawValue)", query: [("unit", String(village.number))])
            switch kind {
            case .roll: return ("预填的花名册", "本村（社区）在册人员，改好后再导入", link)
            case .survey: return ("预填的问卷表", "今年未访的人员，填好后再导入", link)
            case .units, .calendar, .employers, .vacancies: return nil
            }
        }
    }

    // MARK: Undoing

    static func undo(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.words("reason", "撤销原因")
            try typed.finish()
            let batch = try await ask.office.undoImport(
                BatchID(try ask.number()), reason: reason, by: ask.actor)
            if batch.kind == .units { try await ask.site.reloadUnits() }
            return .done("/imports", "导入已撤销，\(batch.kind.isOfRoll ? "名册" : "内容")恢复到导入前。")
        } form: { shown in
            try await undoPage(ask, shown)
        }
    }

    private static func undoPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        guard let batch = try await ask.office.store.batch(BatchID(try ask.number())) else {
            throw Refusal.notFound(.batch)
        }
        try ask.actor.require(batch.kind.deed, at: batch.unit, in: ask.office.tree)
        return ConfirmPage(
            "撤销这次导入",
            consequences: ["整份文件一起撤销：新增的移出名册，更新的恢复原样。", "导入之后已经在它基础上办理过的，不能撤销。"],
            facts: [
                Fact("文件", batch.file), Fact("种类", batch.kind.word), Fact("日期", batch.on.iso),
                Fact("行数", "\(batch.rows)行，新增\(batch.added)，更新\(batch.changed)"),
            ],
            fields: [
                Field("reason", "撤销原因", .area(shown.text("reason"), lines: 2, limit: 200), isRequired: true)
            ],
            faults: shown.faults, action: Link("/imports/\(batch.id.number)/undoing"),
            button: Button("撤销导入", isGrave: true), back: "/imports", ask.formContext,
            trail: [Crumb("数据导入", "/imports")])
    }
}

extension ImportKind {
    /// Whether it is about people.
    fileprivate var isOfRoll: Bool {
        switch self {
        case .roll, .survey: true
        case .units, .calendar, .employers, .vacancies: false
        }
    }
}
