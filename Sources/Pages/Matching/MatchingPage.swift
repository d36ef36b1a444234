// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Matching
import Wording

/// 批量匹配: making a batch, what the last ones brought, and whom they left out (14.w3).
public struct MatchingPage: Page {
    /// Newest first.
    public var runs: [MatchRun]
    /// Who made them.
    public var names: [AccountID: String]
    /// By town: why so many were left out in the newest batch.
    public var unserved: [(town: String, link: Link, counts: [UnservedReason: Int])]
    public var context: FormContext

    public init(
        runs: [MatchRun], names: [AccountID: String],
        unserved: [(town: String, link: Link, counts: [UnservedReason: Int])], context: FormContext
    ) {
        self.runs = runs
        self.names = names
        self.unserved = unserved
        self.context = context
    }

    public var title: String { "批量匹配" }
    public var trail: [Crumb] { [Crumb("推荐建议", "/proposals")] }

    public var body: HTML {
        .section(
            .heading(
                title, .buttonLink("假设推演", to: "/matching/trial"),
                .buttonLink("推荐建议", to: "/proposals")),
            .p(
                "把全区正在帮扶、今天可以推荐岗位的人，和招聘中、核实过的岗位一起匹配：困难程度高的优先，提出建议的人最多，再看匹配分。结果放到各级援助人员的“推荐建议”里，不通知本人，也不改变已经推荐的。"
            ),
            .columns(start(.recommend), start(.place)), newest, leftOut, history)
    }

    private func start(_ round: MatchRound) -> HTML {
        .card(
            round.word, .p(.text(round.says)),
            .form(
                to: "/matching", context, .hidden("round", round.rawValue),
                .buttons(Button("开始\(round.word)匹配"))))
    }

    private var newest: HTML {
        guard let run = runs.first else { return .empty }
        let figures = run.figures
        return .card(
            "最近一次：\(run.on.inDocuments)（\(run.round.word)）",
            .tiles([
                Tile("参加匹配", String(figures.asked.reduce(0, +)), "人", "/proposals"),
                Tile("提出建议", String(figures.served.reduce(0, +)), "人", "/proposals"),
                Tile("招聘中的岗位", String(figures.posts), "个", "/vacancies", note: "还招\(figures.places)人"),
            ]),
            .ul(figures.servedWords.map { .text($0) }),
            .when(
                figures.dropped > 0,
                .p(class: "hint", .text("匹配时有\(figures.dropped)人的情况刚好变了，没有列入建议。"))),
            .why(
                [
                    "从\(figures.pairs)对合适的人和岗位中选出\(figures.units)对，匹配分合计\(figures.score)，因推荐集中扣\(figures.crowding)分。",
                    "方案经过验算：在同样的条件下，没有别的方案能让更困难的人多得到岗位。", "匹配权重版本：\(run.rules)。",
                ], "怎么算的"))
    }

    private var leftOut: HTML {
        let rows = unserved.filter { !$0.counts.isEmpty }
        guard !rows.isEmpty else { return .empty }
        let reasons = UnservedReason.allCases.filter { reason in rows.contains { $0.counts[reason] != nil } }
        return .card(
            "未安排的人：往哪里找岗位", .p(class: "hint", "这张表就是开发岗位、商量班车、组织培训的任务单。"),
            DataTable(
                columns: [Column("镇（街道）", .name)] + reasons.map { Column($0.word, .figure) }
                    + [Column("合计", .figure)],
                rows: rows.map { row in
                    Row(
                        [.link(row.town, row.link)]
                            + reasons.map { .text(row.counts[$0].map(String.init) ?? "") }
                            + [.text(String(row.counts.values.reduce(0, +)))])
                }, caption: "未安排的人"
            ).html)
    }

    private var history: HTML {
        guard runs.count > 1 else { return .empty }
        return .card(
            "以前的匹配",
            DataTable(
                columns: [
                    Column("日期", .fixed), Column("轮次"), Column("参加", .figure), Column("提出建议", .figure),
                    Column("岗位", .figure), Column("办理人"),
                ],
                rows: runs.dropFirst().map { run in
                    Row([
                        .text(run.on.iso), .text(run.round.word),
                        .text(String(run.figures.asked.reduce(0, +))),
                        .text(String(run.figures.served.reduce(0, +))), .text(String(run.figures.posts)),
                        .text(names[run.by] ?? ""),
                    ])
                }, caption: "以前的匹配"
            ).html)
    }
}
