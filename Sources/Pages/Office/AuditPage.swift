// SPDX-License-Identifier: Apache-2.0

/// 审计记录: who did what when, newest first.
public struct AuditPage: Page {
    /// One line of the audit.
    public struct Line: Hashable, Sendable {
        public let number: Int
        public let at: String
        public let by: String
        public let action: String
        public let subject: String
        public let detail: String
        /// Refused, failed and locked lines stand out.
        public let tone: Tag.Tone

        /// A line in words.
        public init(
            number: Int, at: String, by: String, action: String, subject: String, detail: String,
            tone: Tag.Tone
        ) {
            self.number = number
            self.at = at
            self.by = by
            self.action = action
            self.subject = subject
            self.detail = detail
            self.tone = tone
        }
    }

    public var lines: [Line]
    public var filter: FilterRow
    public var next: Link?
    /// The first page of the same list.
    public var first: Link?
    /// How far back was looked when a filter found little.
    public var note: String?

    /// A page of the audit.
    public init(lines: [Line], filter: FilterRow, next: Link?, first: Link?, note: String?) {
        self.lines = lines
        self.filter = filter
        self.next = next
        self.first = first
        self.note = note
    }

    public var title: String { "审计记录" }

    public var body: HTML {
        .heading(title, .with(first) { .buttonLink("回到最新", to: $0) }) + filter.html
            + .with(note) { .p(class: "hint", .text($0)) } + list
    }

    private var list: HTML {
        guard !lines.isEmpty else {
            return .nothing("没有符合条件的记录。") + .pager(previous: nil, next: next)
        }
        return DataTable(
            columns: [
                Column("编号", .figure), Column("时间", .fixed), Column("经办人", .name), Column("事项", .state),
                Column("对象"), Column("说明"),
            ],
            rows: lines.map {
                Row([
                    .text(String($0.number)), .text($0.at), .text($0.by), .tag(Tag($0.action, $0.tone)),
                    .text($0.subject), .text($0.detail),
                ])
            }, isNumbered: false, caption: "审计记录"
        ).html + .pager(previous: nil, next: next)
    }
}
