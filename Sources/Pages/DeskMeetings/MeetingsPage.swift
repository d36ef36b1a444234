// SPDX-License-Identifier: Apache-2.0

/// 会议: the book of an office's meetings, with what is owed (06.r2, 11.c, 16.w2).
public struct MeetingsPage: Page {
    public var unit: String
    public var filter: FilterRow?
    /// What the office owes: title, state, last day.
    public var duties: [(title: String, due: Tag, dueWords: String)]
    public var tools: [(label: String, link: Link, isPrimary: Bool)]
    public var lines: [Line]
    public var previous: Link?
    public var next: Link?
    public var note: String?

    /// One entry of the book.
    public struct Line: Sendable {
        public var day: String
        public var what: String
        public var link: Link?
        public var content: String
        public var people: Int
        public var by: String

        public init(day: String, what: String, link: Link?, content: String, people: Int, by: String) {
            self.day = day
            self.what = what
            self.link = link
            self.content = content
            self.people = people
            self.by = by
        }
    }

    public init(
        unit: String, filter: FilterRow?, duties: [(title: String, due: Tag, dueWords: String)],
        tools: [(label: String, link: Link, isPrimary: Bool)], lines: [Line],
        previous: Link? = nil, next: Link? = nil, note: String?
    ) {
        self.unit = unit
        self.filter = filter
        self.duties = duties
        self.tools = tools
        self.lines = lines
        self.previous = previous
        self.next = next
        self.note = note
    }

    public var title: String { "会议" }

    public var body: HTML {
        .section(
            .heading(
                "\(unit)会议", .each(tools) { .buttonLink($0.label, to: $0.link, isPrimary: $0.isPrimary) }),
            .with(filter) { $0.html }, .with(note) { .notice($0) }, owed, list,
            .pager(previous: previous, next: next))
    }

    private var owed: HTML {
        .when(
            !duties.isEmpty,
            .card(
                "应办事项",
                .ul(
                    duties.map { duty in
                        .join(.text("\(duty.title)　"), .tag(duty.due), .text(" \(duty.dueWords)"))
                    })))
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("还没有会议记录。") }
        return DataTable(
            columns: [
                Column("会议", .name), Column("日期", .fixed), Column("援助对象", .figure), Column("主要内容"),
                Column("记录人"),
            ],
            rows: lines.map { line in
                Row([
                    line.link.map { .link(line.what, $0) } ?? .text(line.what), .text(line.day),
                    .text(line.people > 0 ? "\(line.people)人" : ""), .text(line.content), .text(line.by),
                ])
            }
        ).html
    }
}
