// SPDX-License-Identifier: Apache-2.0

/// 政策设置: the policy pack in force, its numbers with their sources, its rules with their clauses.
public struct PolicyPage: Page {
    /// A number with the day from which it holds.
    public struct Parameter: Hashable, Sendable {
        public let name: String
        public let value: String
        public let from: String
        public let source: String
        /// Whether it is the one that holds today.
        public let isInForce: Bool

        /// A dated number.
        public init(name: String, value: String, from: String, source: String, isInForce: Bool) {
            self.name = name
            self.value = value
            self.from = from
            self.source = source
            self.isInForce = isInForce
        }
    }

    /// One deadline.
    public struct Rule: Hashable, Sendable {
        public let title: String
        public let clause: String
        public let says: String
        public let period: String
        public let owner: String
        public let from: String

        /// A deadline in words.
        public init(title: String, clause: String, says: String, period: String, owner: String, from: String)
        {
            self.title = title
            self.clause = clause
            self.says = says
            self.period = period
            self.owner = owner
            self.from = from
        }
    }

    public var facts: [Fact]
    public var parameters: [Parameter]
    public var rules: [Rule]
    /// Tabs of steps, since the manual's rules are many.
    public var steps: [Tab]
    /// Where a change is tried; `nil` for those who see no more than their own unit.
    public var rehearsal: Link?

    /// The pack in words.
    public init(
        facts: [Fact], parameters: [Parameter], rules: [Rule], steps: [Tab], rehearsal: Link? = nil
    ) {
        self.facts = facts
        self.parameters = parameters
        self.rules = rules
        self.steps = steps
        self.rehearsal = rehearsal
    }

    public var title: String { "政策设置" }

    public var body: HTML {
        .heading(title, .with(rehearsal) { .buttonLink("政策演练", to: $0) }) + .card("正在执行的政策包", .facts(facts))
            + .card("参数", parameterTable) + .h2("办理期限") + .tabs(steps, label: "按步骤看期限") + ruleTable
    }

    private var parameterTable: HTML {
        DataTable(
            columns: [
                Column("参数", .name), Column("数值", .figure), Column("起用日期", .fixed), Column("状态", .state),
                Column("依据"),
            ],
            rows: parameters.map {
                Row([
                    .text($0.name), .text($0.value), .text($0.from),
                    .tag($0.isInForce ? Tag("执行中", .green) : Tag("未执行", .grey)), .text($0.source),
                ])
            }, isNumbered: false, caption: "政策参数"
        ).html
    }

    private var ruleTable: HTML {
        DataTable(
            columns: [
                Column("事项", .name), Column("期限", .fixed), Column("由谁办理"), Column("要求"), Column("依据"),
                Column("起用日期", .fixed),
            ],
            rows: rules.map {
                Row([
                    .text($0.title), .text($0.period), .text($0.owner), .text($0.says), .text($0.clause),
                    .text($0.from),
                ])
            }, caption: "办理期限"
        ).html
    }
}
