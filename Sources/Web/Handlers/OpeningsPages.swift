// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages

/// 找岗位: the vacancies that suit one person (05.w2, 10.w3, 14.w3).
enum OpeningsPages {
    static let routes: [Routes.Entry] = [.get("/cases/:id/openings", .seeVacancies, open)]

    static func open(_ ask: Ask) async throws -> Reply {
        let openings = try await ask.office.openings(for: CaseID(try ask.number()), by: ask.actor)
        let found = openings.found
        let possible = found.possible(.recommend, on: ask.office.today, numbers: ask.office.pack.procedure)
        let unit = ask.office.unit(at: possible.doer.level, of: found)
        let shown = (openings.list.chosen + openings.list.failed).compactMap(\.vacancy.facts.place.unit)
        let places = Dictionary(
            shown.compactMap { id in ask.office.tree[id].map { (id, $0.name) } }, uniquingKeysWith: { $1 })
        return .page(
            OpeningsPage(
                openings, places: places,
                mayRecommend: possible.refusal == nil
                    && ask.actor.may(possible.doer.deed, at: unit, in: ask.office.tree)))
    }
}
