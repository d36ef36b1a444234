// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// Plans and their items belong to the level that holds the case; no item without a plan (rule 4).
    func obstacle(to event: PlanEvent, given: Given) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: event.plan.level) { return obstacle }
        switch event {
        case .adopted(let plan): return obstacleToAdopting(plan)
        case .progressed(let kind, let words):
            return words.isEmpty ? .wordsMissing(.planProgressed, what: .words) : needs(kind)
        case .ended(let kind, let reason):
            return reason.isEmpty ? .wordsMissing(.planEnded, what: .reason) : needs(kind)
        case .itemSet(let kind, let item):
            return item.words.isEmpty ? .wordsMissing(.planItemSet, what: .words) : needs(kind)
        case .itemDone(_, let act, _): return needsOpenItem(act)
        case .itemMoved(_, let act, _, let reason):
            return reason.isEmpty ? .wordsMissing(.planItemMoved, what: .reason) : needsOpenItem(act)
        }
    }

    private func needs(_ kind: PlanKind) -> Obstacle? { care.plan(kind) == nil ? .noPlan(kind) : nil }

    private func needsOpenItem(_ act: ActID) -> Obstacle? {
        guard let item = care.item(act), item.done == nil else { return .noOpenItem }
        return nil
    }

    /// 03.r3 the person's view; 06.r1 a main direction and items with dates; 11.r2 psychology and interview
    /// training in view, after the panel.
    private func obstacleToAdopting(_ plan: Plan) -> Obstacle? {
        if plan.kind == .professional, care.panel == nil { return .noPanel }
        if plan.view.isEmpty { return .wordsMissing(.planAdopted, what: .view) }
        if plan.direction.isEmpty { return .wordsMissing(.planAdopted, what: .direction) }
        if plan.items.isEmpty { return .wordsMissing(.planAdopted, what: .items) }
        let isWhole = !plan.psychology.isEmpty && !plan.interviewTraining.isEmpty
        if plan.kind == .professional, !isWhole { return .wordsMissing(.planAdopted, what: .sections) }
        return nil
    }
}
