// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 供求信息 (10.w2): seekers and free places by trade, pay and place.
public struct MarketPage: Page {
    public var market: LabourMarket
    public var filter: FilterRow?
    /// Whose seekers are counted.
    public var unit: String
    /// The towns by number.
    public var towns: [UnitID: String]
    /// When it was counted.
    public var counted: String

    public init(
        market: LabourMarket, filter: FilterRow?, unit: String, towns: [UnitID: String], counted: String
    ) {
        self.market = market
        self.filter = filter
        self.unit = unit
        self.towns = towns
        self.counted = counted
    }

    public var title: String { "供求信息" }
    public var trail: [Crumb] { [Crumb("岗位信息", "/vacancies")] }

    public var body: HTML {
        .section(
            .heading(title), .with(filter) { $0.html },
            .tiles([
                Tile("求职的援助对象", String(market.seekers), "人", "/cases", note: unit),
                Tile("招聘中的岗位", String(market.posts), "个", "/vacancies", note: "全区，已核实"),
                Tile("还招", String(market.places), "人", "/vacancies"),
            ]), .p(class: "hint", .text("\(counted)统计。求职人数按援助对象掌握的技能计，会几样的各计一次；岗位只计招聘中、核实过的。")),
            .columns(places, pay), wishes, .card("按工种", trades), .columns(homes, schooling))
    }

    /// The trades with the most free places; the table below has all.
    private static let barsShown = 10

    private var places: HTML {
        let offered = market.trades.filter { $0.places > 0 }.prefix(Self.barsShown)
        guard !offered.isEmpty else { return .card("招聘人数最多的工种", .nothing("没有招聘中的岗位。")) }
        return BarChart("招聘人数最多的工种", unit: "人", offered.map { .init($0.name, $0.places, .green) }).html
    }

    private var pay: HTML {
        guard market.places > 0 else { return .card("待遇", .nothing("没有招聘中的岗位。")) }
        let bands = market.pay.filter { $0.places > 0 }
        return BarChart("招聘人数按待遇（最高月薪）", unit: "人", bands.map { .init($0.words, $0.places, .blue) }).html
    }

    /// What is asked for beside what is offered; shown once somebody told a wish.
    private var wishes: HTML {
        let bands = market.pay.filter { $0.seekers > 0 }
        guard !bands.isEmpty else { return .p(class: "hint", "还没有登记求职者期望的待遇。") }
        return BarChart("求职者期望的最低月薪", unit: "人", bands.map { .init($0.words, $0.seekers, .yellow) }).html
    }

    private var trades: HTML {
        DataTable(
            columns: [
                Column("工种", .name), Column("求职人数", .figure), Column("岗位", .figure), Column("招聘人数", .figure),
                Column("每个求职者的名额", .figure), Column("情况", .state),
            ],
            rows: market.trades.map { trade in
                Row([
                    trade.places > 0
                        ? .link(
                            trade.words, Link("/vacancies", query: [("occupation", trade.name)]))
                        : .text(trade.words),
                    .text(String(trade.seekers)), .text(String(trade.posts)), .text(String(trade.places)),
                    .text(trade.ratio), .tag(trade.tag),
                ])
            }, caption: "按工种"
        ).html
    }

    private var homes: HTML {
        .card(
            "按地点",
            DataTable(
                columns: [Column("镇（街道）", .name), Column("求职人数（户籍）", .figure), Column("招聘人数（工作地）", .figure)],
                rows: market.towns.map { town in
                    Row([
                        .text(town.unit.flatMap { towns[$0] } ?? "本区以外"), .text(String(town.seekers)),
                        .text(String(town.places)),
                    ])
                }, caption: "按地点"
            ).html)
    }

    private var schooling: HTML {
        BarChart(
            "求职者的学历", unit: "人",
            market.educations.filter { $0.seekers > 0 }.map {
                .init($0.education?.word ?? "未登记", $0.seekers, .yellow)
            }
        ).html
    }
}

extension LabourMarket.Trade {
    fileprivate var words: String { name.isEmpty ? "没有登记技能" : name }

    /// Free places for each who looks, with one decimal.
    fileprivate var ratio: String {
        guard seekers > 0 else { return "" }
        let tenths = (places * 10 + seekers / 2) / seekers
        return "\(tenths / 10).\(tenths % 10)"
    }

    fileprivate var tag: Tag {
        if name.isEmpty { return Tag("可先培训", .plain) }
        if seekers == 0 { return Tag("缺人", .orange) }
        if places == 0 { return Tag("没有岗位", .red) }
        return places >= seekers ? Tag("岗位够", .green) : Tag("岗位少", .yellow)
    }
}

extension LabourMarket.PayBand {
    fileprivate var words: String {
        thousands >= 10 ? "10000元以上" : "\(thousands * 1000)—\(thousands * 1000 + 999)元"
    }
}
