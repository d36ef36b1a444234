// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 走访记录: which village and period to bind.
public struct VisitsPage: Page {
    public var villages: [Choice]
    public var village: String?
    public var from: String
    public var through: String
    /// The visits found, once a village is chosen.
    public var volume: VisitVolume?

    public init(villages: [Choice], village: String?, from: String, through: String, volume: VisitVolume?) {
        self.villages = villages
        self.village = village
        self.from = from
        self.through = through
        self.volume = volume
    }

    public var title: String { "走访记录" }

    public var body: HTML {
        .section(
            .heading("走访记录", .when(volume != nil, .buttonLink("打印装订本", to: print, isPrimary: true))),
            FilterRow(
                page: "/visits",
                fields: [
                    Field("unit", "村（社区）", .select(villages, chosen: village)),
                    Field("from", "自", .day(from)), Field("through", "至", .day(through)),
                ]
            ).html,
            list)
    }

    private var print: Link {
        Link("/visits/volume", query: [("unit", village ?? ""), ("from", from), ("through", through)])
    }

    private var list: HTML {
        guard let volume else { return .nothing("请选择村（社区）和起止日期。") }
        guard !volume.visits.isEmpty else { return .nothing("这段时间没有走访记录。") }
        return DataTable(
            columns: [
                Column("姓名", .name), Column("走访日期"), Column("方式"), Column("走访分类"), Column("走访人"),
                Column("谈话内容"),
            ], rows: volume.visits.compactMap(row)
        ).html
    }

    private func row(_ entry: VisitEntry) -> Row? {
        guard case .visited(let visit) = entry.visit.event else { return nil }
        return Row([
            .link(entry.name, .person(entry.person, tab: "hardship")), .text(entry.visit.occurred.iso),
            .text(visit.title), .text(entry.visitClass.map(\.word) ?? "—"), .text(visit.visitors),
            .text(visit.situation.isEmpty ? visit.services : visit.situation),
        ])
    }
}
