// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages

/// 四个“一个” (00.goal).
enum GoalPages {
    static let routes: [Routes.Entry] = [.get("/goal", .seeFigures, show)]

    static func show(_ ask: Ask) async throws -> Reply {
        let figures = try await ask.office.goalFigures(of: ask.unit, by: ask.actor)
        return .page(
            GoalPage(
                figures: figures,
                above: ask.unitsAbove(figures.unit, for: .seeFigures).map { ($0.name, .goal($0.id)) }))
    }
}
