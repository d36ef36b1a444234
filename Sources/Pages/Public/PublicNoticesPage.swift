// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Desk
import Wording

/// 就业困难人员认定公示, open to everybody: number, masked name, sex, village, dates and the supervision phone (L.05).
public struct PublicNoticesPage: Page {
    /// The lines of this page, in the order of the list.
    public var lines: [PublicNoticeLine]
    /// The number of the first of them.
    public var first: Int
    public var count: Int
    public var day: Day
    /// 监督电话; empty where the district has given none.
    public var phone: String
    public var earlier: Link?
    public var later: Link?

    public init(
        lines: [PublicNoticeLine], first: Int, count: Int, day: Day, phone: String, earlier: Link?,
        later: Link?
    ) {
        self.lines = lines
        self.first = first
        self.count = count
        self.day = day
        self.phone = phone
        self.earlier = earlier
        self.later = later
    }

    public var title: String { "就业困难人员认定公示" }
    public var scripts: [Script] { [] }

    public var body: HTML {
        .section(
            .h1(title),
            .p("下列人员经本人申请、入户核实和审核，拟发放就业援助卡，现予公示。截至\(day.inDocuments)正在公示\(count)人。"),
            lines.isEmpty ? .notice("现在没有正在公示的人员。") : table,
            .div(
                class: "buttons", .with(earlier) { .buttonLink("上一页", to: $0) },
                .with(later) { .buttonLink("下一页", to: $0) }),
            .p("对公示人员有异议的，请在公示期内向其所在的镇（街）公共就业服务机构反映，说明事实和理由；可以不留姓名，我们为反映人保密。"),
            .p(phone.isEmpty ? "监督电话见村（居）张贴的公示。" : "监督电话：\(phone)"))
    }

    private var table: HTML {
        .table(
            head: ["序号", "姓名", "性别", "村（居）", "公示开始", "公示结束"],
            rows: lines.enumerated().map { place, line in
                [
                    String(first + place), line.name, line.sex?.word ?? "", line.village,
                    line.from.inDocuments,
                    line.through.inDocuments,
                ]
            })
    }
}

/// 援助卡查验: whether a card is good, and nothing else of anybody.
public struct CardCheckPage: Page {
    /// `nil` for a code that belongs to no card.
    public var standing: CardStanding?
    public var day: Day

    public init(standing: CardStanding?, day: Day) {
        self.standing = standing
        self.day = day
    }

    public var title: String { "就业援助卡查验" }
    public var scripts: [Script] { [] }

    public var body: HTML {
        .section(class: "card", .h1(title), answer)
    }

    private var answer: HTML {
        guard let standing else {
            return .notice("没有查到这张卡。请核对卡上的二维码；仍查不到的，请向发卡的镇（街）公共就业服务机构询问。", .warning)
        }
        if let since = standing.invalidSince {
            return .notice("卡号\(standing.number)：自\(since.inDocuments)起无效。", .warning)
        }
        return .notice("卡号\(standing.number)：有效（查询日期：\(day.inDocuments)）。")
    }
}
