// SPDX-License-Identifier: Apache-2.0

/// 批量打印: which papers of a list can be printed, which not and why, and the button that prints them.
public struct PrintChoicePage: Page {
    public var filter: FilterRow
    /// What is chosen; `nil` before a kind of paper is.
    public var found: Found?
    /// Piles printed before, newest first.
    public var runs: [(title: String, words: String, link: Link)]
    public var faults: [FieldFault]
    public var context: FormContext

    /// What the filter found.
    public struct Found: Sendable {
        public var title: String
        public var unit: String
        public var lines: [Line]
        /// What is left out and why, each a sentence.
        public var notes: [String]
        /// Forms of the pile.
        public var shapes: [Choice]
        public var sent: [(name: String, value: String)]

        public init(
            title: String, unit: String, lines: [Line], notes: [String], shapes: [Choice],
            sent: [(name: String, value: String)]
        ) {
            self.title = title
            self.unit = unit
            self.lines = lines
            self.notes = notes
            self.shapes = shapes
            self.sent = sent
        }
    }

    /// One paper that can be printed.
    public struct Line: Sendable {
        public var key: String
        public var name: String
        public var link: Link
        public var village: String
        public var basis: String
        /// The number under which it went out; empty before.
        public var number: String
        /// What it will leave empty.
        public var gaps: String

        public init(
            key: String, name: String, link: Link, village: String, basis: String, number: String,
            gaps: String
        ) {
            self.key = key
            self.name = name
            self.link = link
            self.village = village
            self.basis = basis
            self.number = number
            self.gaps = gaps
        }
    }

    public init(
        filter: FilterRow, found: Found?, runs: [(title: String, words: String, link: Link)],
        faults: [FieldFault] = [], context: FormContext
    ) {
        self.filter = filter
        self.found = found
        self.runs = runs
        self.faults = faults
        self.context = context
    }

    /// Boxes are offered for so many; longer lists are printed whole or narrowed.
    public static let mostBoxes = 300

    public var title: String { "批量打印" }
    public var trail: [Crumb] { [Crumb("文书", .papers)] }

    public var body: HTML {
        .section(
            .h1(title), .p(class: "hint", "先选文书和单位，看清能打印几份、缺什么，再打印。文号在打印时按顺序取用，不跳号、不重号。"),
            .faults(faults), filter.html, .with(found) { list($0) }, .when(!runs.isEmpty, earlier))
    }

    private func list(_ found: Found) -> HTML {
        let words = "\(found.unit)：\(found.title)可以打印\(found.lines.count)份。"
        return .notice(words, found.lines.isEmpty ? .warning : .note, .ul(found.notes.map { .text($0) }))
            + .when(!found.lines.isEmpty, form(found))
    }

    private func form(_ found: Found) -> HTML {
        let hasBoxes = found.lines.count <= Self.mostBoxes
        return .form(
            to: "/papers/prints", context, kind: .act, .each(found.sent) { .hidden($0.name, $0.value) },
            Field("shape", "方式", .radio(found.shapes, chosen: found.shapes.first?.code)).html,
            .div(
                class: "buttons",
                Button("打印全部\(found.lines.count)份", sends: "which", "all").html(class: "button primary"),
                .when(hasBoxes, Button("只打印勾选的", sends: "which", "chosen").html(class: "button"))),
            DataTable(
                columns: Self.columns(hasBoxes), rows: found.lines.map { row($0, hasBoxes) },
                caption: "可以打印的\(found.title)"
            ).html)
    }

    private static func columns(_ hasBoxes: Bool) -> [Column] {
        (hasBoxes ? [Column("勾选")] : []) + [
            Column("姓名", .name), Column("社区（村）"), Column("依据"), Column("文号"), Column("打印后须手填"),
        ]
    }

    private func row(_ line: Line, _ hasBox: Bool) -> Row {
        Row(
            (hasBox ? [.pick(name: "paper", value: line.key, label: "打印\(line.name)")] : []) + [
                .link(line.name, line.link), .text(line.village), .text(line.basis), .text(line.number),
                .text(line.gaps),
            ])
    }

    private var earlier: HTML {
        .card(
            "最近的批量打印",
            DataTable(
                columns: [Column("文书", .name), Column("情况")],
                rows: runs.map { Row([.link($0.title, $0.link), .text($0.words)]) }
            ).html)
    }
}
