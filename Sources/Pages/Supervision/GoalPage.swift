// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 四个“一个”: appeared, recognised, helped, stable (00.goal), and the people between two of them.
public struct GoalPage: Page {
    public var figures: GoalFigures
    /// From the widest unit that the reader may look at to the one above this.
    public var above: [(name: String, link: Link)]

    public init(figures: GoalFigures, above: [(name: String, link: Link)]) {
        self.figures = figures
        self.above = above
    }

    public var title: String { "四个“一个”" }
    public var trail: [Crumb] { above.map { Crumb($0.name, $0.link) } }

    public var body: HTML {
        .section(
            .h1("四个“一个”：\(figures.unit.name)"),
            .p("出现一个、认定一个、帮扶一个、稳定一个。每个数包括已经走到更后一步的人。"),
            .tiles(tiles), gaps, chart, .when(!figures.parts.isEmpty, units))
    }

    private var total: GoalCount { figures.total }

    /// A counter is made up of the lists below it; the last one is a list of its own.
    private var tiles: [Tile] {
        GoalStep.allCases.map { step in
            let link: Link = step == .stabilised ? .cases(goal: step, unit: figures.unit.id) : "#gaps"
            return Tile("\(step.word)一个", String(total.reached(step)), "人", link, tone: step.tone)
        }
    }

    private var gaps: HTML {
        let rows = GoalStep.allCases.map { step in
            Row([
                .text(step.gapWords), figure(total.stayed(at: step), step, figures.unit),
                .text(step.nextWords),
            ])
        }
        let sum = Row([
            .html(.strong("合计（出现一个）")), .text(String(total.reached(.appeared))), "",
        ])
        let columns = [Column("走到哪一步", .name), Column("人数", .figure), Column("下一步")]
        return .element(
            "section", [.class("card"), .id("gaps")], .h2("还差在哪里"),
            DataTable(columns: columns, rows: rows + [sum], isNumbered: false).html)
    }

    private var chart: HTML {
        BarChart(
            "四个“一个”", unit: "人",
            GoalStep.allCases.map { BarChart.Bar("\($0.word)一个", total.reached($0), $0.chartTone) }
        ).html
    }

    private var units: HTML {
        let steps = GoalStep.allCases
        let columns =
            [Column("单位", .name)] + steps.map { Column($0.word, .figure) }
            + steps.filter { $0 != .stabilised }.map { Column($0.shortGap, .figure) }
        let rows = figures.parts.map { row(.link($0.unit.name, .goal($0.unit.id)), $0.count, $0.unit) }
        let sum = row(.html(.strong("合计")), total, figures.unit)
        return .card("各单位", DataTable(columns: columns, rows: rows + [sum], isNumbered: false).html)
    }

    private func row(_ name: Cell, _ count: GoalCount, _ unit: Unit) -> Row {
        let reached = GoalStep.allCases.map { Cell.text(String(count.reached($0))) }
        let gaps = GoalStep.allCases.filter { $0 != .stabilised }
            .map { figure(count.stayed(at: $0), $0, unit) }
        return Row([name] + reached + gaps)
    }

    private func figure(_ count: Int, _ step: GoalStep, _ unit: Unit) -> Cell {
        count == 0 ? "0" : .link(String(count), .cases(goal: step, unit: unit.id))
    }
}

extension GoalStep {
    fileprivate var gapWords: String {
        switch self {
        case .appeared: "出现了还没有认定"
        case .recognised: "认定了还没有帮扶"
        case .helped: "帮扶了还没有稳定"
        case .stabilised: "已经稳定"
        }
    }

    /// The gap as a column's head.
    fileprivate var shortGap: String {
        switch self {
        case .appeared: "未认定"
        case .recognised: "未帮扶"
        case .helped: "未稳定"
        case .stabilised: "已稳定"
        }
    }

    fileprivate var nextWords: String {
        switch self {
        case .appeared: "带领登记，受理认定"
        case .recognised: "确定负责人，联系、推荐岗位"
        case .helped: "促进就业，回访稳岗"
        case .stabilised: "—"
        }
    }

    fileprivate var tone: Tag.Tone {
        switch self {
        case .appeared: .yellow
        case .recognised, .helped: .blue
        case .stabilised: .green
        }
    }

    fileprivate var chartTone: ChartTone {
        switch self {
        case .appeared: .yellow
        case .recognised, .helped: .blue
        case .stabilised: .green
        }
    }
}
