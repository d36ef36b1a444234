// SPDX-License-Identifier: Apache-2.0

/// 单位: a district with its towns, or a town with its villages.
public struct UnitsPage: Page {
    /// A unit below the one shown.
    public struct Line: Hashable, Sendable {
        public let name: String
        public let link: Link
        public let code: String
        /// Villages of a town, or people of a village.
        public let figure: String
        public let since: String
        public let state: Tag
        public let formerNames: String

        /// A line of the list.
        public init(
            name: String, link: Link, code: String, figure: String, since: String, state: Tag,
            formerNames: String
        ) {
            self.name = name
            self.link = link
            self.code = code
            self.figure = figure
            self.since = since
            self.state = state
            self.formerNames = formerNames
        }
    }

    public var title: String
    public var trail: [Crumb]
    public var facts: [Fact]
    public var tools: HTML
    /// What the list holds: 街镇, 社区（村）.
    public var listTitle: String
    /// What the figure counts.
    public var figureTitle: String
    public var lines: [Line]
    public var history: [Happening]
    /// Said when the unit no longer exists.
    public var note: String?

    /// A unit with those below.
    public init(
        title: String, trail: [Crumb], facts: [Fact], tools: HTML, listTitle: String, figureTitle: String,
        lines: [Line], history: [Happening], note: String?
    ) {
        self.title = title
        self.trail = trail
        self.facts = facts
        self.tools = tools
        self.listTitle = listTitle
        self.figureTitle = figureTitle
        self.lines = lines
        self.history = history
        self.note = note
    }

    public var body: HTML {
        .heading(title, tools) + .with(note) { .notice($0, .warning) } + .card("基本信息", .facts(facts))
            + .when(!listTitle.isEmpty, .h2(listTitle) + list)
            + .when(!history.isEmpty, .card("沿革", .timeline(history)))
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("还没有下级单位。") }
        return DataTable(
            columns: [
                Column("名称", .name), Column("代码", .fixed), Column(figureTitle, .figure),
                Column("设立日期", .fixed),
                Column("状态", .state), Column("曾用名"),
            ],
            rows: lines.map {
                Row([
                    .link($0.name, $0.link), .text($0.code), .text($0.figure), .text($0.since),
                    .tag($0.state),
                    .text($0.formerNames),
                ])
            }, caption: listTitle
        ).html
    }
}
