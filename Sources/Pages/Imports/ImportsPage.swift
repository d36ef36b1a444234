// SPDX-License-Identifier: Apache-2.0

/// 数据导入: what was imported, and where the next file goes in.
public struct ImportsPage: Page {
    /// The form for a file.
    public var upload: ImportUpload
    /// Imports, newest first.
    public var batches: [Batch]
    /// The next page.
    public var next: Link?
    /// Templates to fill in.
    public var templates: [(words: String, hint: String, link: Link)]

    /// One import.
    public struct Batch: Hashable, Sendable {
        let kind: String
        let file: String
        let unit: String
        let rows: String
        let by: String
        let day: String
        let state: Tag
        let undo: Link?

        /// An import; `undo` is `nil` when it was undone or the reader may not.
        public init(
            kind: String, file: String, unit: String, rows: String, by: String, day: String, state: Tag,
            undo: Link?
        ) {
            self.kind = kind
            self.file = file
            self.unit = unit
            self.rows = rows
            self.by = by
            self.day = day
            self.state = state
            self.undo = undo
        }

        var row: Row {
            Row([
                .text(kind), .tag(state), .text(file), .text(unit), .text(rows), .text(by), .text(day),
                undo.map { .html(.buttonLink("撤销", to: $0)) } ?? "",
            ])
        }
    }

    /// The imports.
    public init(
        upload: ImportUpload, batches: [Batch], next: Link? = nil,
        templates: [(words: String, hint: String, link: Link)]
    ) {
        self.upload = upload
        self.batches = batches
        self.next = next
        self.templates = templates
    }

    /// The page's name.
    public var title: String { "数据导入" }

    /// The form, templates, what was imported.
    public var body: HTML {
        .join(
            .h1("数据导入"), .faults(upload.faults),
            .columns(
                .card("导入文件", upload.html),
                .card(
                    "下载模板", .p(class: "hint", "先下载模板，填好再导入。表头不要改，说明在“填写说明”页。"),
                    .ul(
                        templates.map { template in
                            .a(template.link, template.words) + .small("　\(template.hint)")
                        }))),
            .card("导入记录", list))
    }

    private var list: HTML {
        guard !batches.isEmpty else { return .nothing("还没有导入过文件。") }
        let columns = [
            Column("种类", .name), Column("状态", .state), Column("文件"), Column("单位"), Column("行数"),
            Column("导入人"),
            Column("日期", .fixed), Column("", .acts),
        ]
        return DataTable(columns: columns, rows: batches.map(\.row), caption: "导入记录").html
            + .pager(previous: nil, next: next)
    }
}

/// The form that takes a file for a trial.
public struct ImportUpload: Sendable {
    /// The kinds that the reader may import.
    public var kinds: [Choice]
    /// The kind chosen.
    public var kind: String?
    /// What was wrong.
    public var faults: [FieldFault]
    /// The form's tokens.
    public var context: FormContext

    /// A form.
    public init(kinds: [Choice], kind: String?, faults: [FieldFault], _ context: FormContext) {
        self.kinds = kinds
        self.kind = kind
        self.faults = faults
        self.context = context
    }

    var html: HTML {
        let fields = [
            Field("kind", "导入什么", .radio(kinds, chosen: kind), isRequired: true),
            Field(
                "file", "文件", .files(accept: ".xlsx,.csv,.json"), isRequired: true,
                hint: "Excel（.xlsx）或 CSV。先试导入，只核对、不写入。"),
        ]
        return .form(
            to: "/imports/trials", context, kind: .upload, .each(fields.marked(with: faults)) { $0.html },
            .buttons(Button("试导入")))
    }
}

/// 试导入结果: what a file would change and what is wrong with it, before anything is written.
public struct ImportTrialPage: Page {
    /// The kind of import.
    public var kind: String
    /// The file's name.
    public var file: String
    /// What it comes to.
    public var sentence: String
    /// What kind of news that is.
    public var news: NoticeKind
    /// The numbers of the file.
    public var counts: [Fact]
    /// Everything wrong or odd, by row: place, kind, what to do. At most a few hundred.
    public var faults: [[String]]
    /// How many there are in all.
    public var faultCount: Int
    /// The marked table.
    public var marked: Link?
    /// Where the file is taken in; `nil` when it cannot be.
    public var confirm: Confirm?
    /// The form's tokens.
    public var context: FormContext

    /// How a file is taken in after its trial.
    public struct Confirm: Hashable, Sendable {
        let upload: Int
        let skips: Int

        /// The upload's number, and how many bad rows would be left out.
        public init(upload: Int, skips: Int) {
            self.upload = upload
            self.skips = skips
        }
    }

    /// A trial.
    public init(
        kind: String, file: String, sentence: String, news: NoticeKind, counts: [Fact], faults: [[String]],
        faultCount: Int, marked: Link? = nil, confirm: Confirm? = nil, _ context: FormContext
    ) {
        self.kind = kind
        self.file = file
        self.sentence = sentence
        self.news = news
        self.counts = counts
        self.faults = faults
        self.faultCount = faultCount
        self.marked = marked
        self.confirm = confirm
        self.context = context
    }

    /// The page's name.
    public var title: String { "试导入结果" }
    /// Under the imports.
    public var trail: [Crumb] { [Crumb("数据导入", "/imports")] }

    /// The page.
    public var body: HTML {
        .join(
            .h1("\(kind)：试导入结果"), .notice(sentence, news),
            .card(file, .facts(counts), .with(confirm, foot)), faultCard)
    }

    private func foot(_ confirm: Confirm) -> HTML {
        let button = confirm.skips > 0 ? "跳过\(confirm.skips)行，导入其余的" : "确认导入"
        return .form(
            to: "/imports", context, kind: .act, .hidden("upload", String(confirm.upload)),
            .when(confirm.skips > 0, .hidden("skip", "1")),
            .buttons(Button(button), back: "/imports"))
    }

    private var faultCard: HTML {
        guard !faults.isEmpty else { return .empty }
        return .card(
            marked == nil ? "请留意（\(faultCount)处）" : "需要改正或留意（\(faultCount)处）",
            tools: .with(marked) { .buttonLink("下载标注了错误的文件", to: $0) },
            .when(marked != nil, .p(class: "hint", "在标注文件里改好，再导入这份文件即可。")),
            .table(head: ["位置", "种类", "怎么改"], rows: faults),
            .when(faultCount > faults.count, .p(class: "hint", "这里只列前\(faults.count)处，其余见标注文件。")))
    }
}
