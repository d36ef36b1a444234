// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 供求信息: the local labour market (10.w2).
enum MarketPages {
    static let routes: [Routes.Entry] = [.get("/market", .seeVacancies, page)]

    static func page(_ ask: Ask) async throws -> Reply {
        guard let home = ask.actor.unit(for: .seePeople, in: ask.office.tree) else {
            throw Refusal.notAllowed(.seePeople)
        }
        let unit = ask.unit ?? home.id
        let market = try await ask.office.labourMarket(in: unit, by: ask.actor)
        let choices = ask.unitChoices(.seePeople)
        return .page(
            MarketPage(
                market: market,
                filter: choices.isEmpty
                    ? nil
                    : FilterRow(
                        page: "/market",
                        fields: [
                            Field(
                                "unit", "求职者所在", .select(choices, chosen: ask.query["unit"], none: home.name))
                        ]), unit: ask.office.tree[unit]?.name ?? "", towns: towns(ask),
                counted: ask.office.today.iso))
    }

    private static func towns(_ ask: Ask) -> [UnitID: String] {
        let tree = ask.office.tree
        let towns = tree.district.map { tree.children(of: $0.id) } ?? []
        return Dictionary(towns.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }
}
