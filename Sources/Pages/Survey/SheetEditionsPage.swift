// SPDX-License-Identifier: Apache-2.0

/// 历次问卷: every sheet of a person, each correction with its reason and what it changed.
public struct SheetEditionsPage: Page {
    /// The person.
    public var name: String
    /// The person's file.
    public var file: Link
    /// The sheets, newest first.
    public var sheets: [Edition]

    /// One accepted sheet.
    public struct Edition: Sendable {
        /// 2026年第1份.
        public var title: String
        /// The round, day, interviewer, source, time of entry.
        public var facts: [Fact]
        /// What it changed of the sheet before it in the round.
        public var changes: [[String]]
        /// Contradictions that were confirmed, with their reasons.
        public var confirmed: [String]
        /// Everything said.
        public var answers: [Fact]

        /// A sheet.
        public init(
            _ title: String, facts: [Fact], changes: [[String]], confirmed: [String], answers: [Fact]
        ) {
            self.title = title
            self.facts = facts
            self.changes = changes
            self.confirmed = confirmed
            self.answers = answers
        }
    }

    /// The sheets of a person.
    public init(_ name: String, file: Link, sheets: [Edition]) {
        self.name = name
        self.file = file
        self.sheets = sheets
    }

    /// The page's name.
    public var title: String { "\(name)的历次问卷" }
    /// Under the person.
    public var trail: [Crumb] { [Crumb("人员档案", "/people"), Crumb(name, file)] }

    /// The page.
    public var body: HTML {
        .join(
            .heading(title, .buttonLink("返回档案", to: file)),
            sheets.isEmpty ? .nothing("还没有问卷。") : .each(sheets, card))
    }

    private func card(_ sheet: Edition) -> HTML {
        .card(
            sheet.title, .facts(sheet.facts),
            .when(
                !sheet.changes.isEmpty,
                .h3("与上一份相比") + .table(head: ["题目", "上一份", "这一份"], rows: sheet.changes)),
            .when(
                !sheet.confirmed.isEmpty,
                .disclosure("核实过的矛盾（\(sheet.confirmed.count)处）", .ul(sheet.confirmed.map { .text($0) }))),
            .disclosure("全部回答", .facts(sheet.answers)))
    }
}
