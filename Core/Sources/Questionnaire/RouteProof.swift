// SPDX-License-Identifier: Apache-2.0

/// Tries every way to fill the deciding items, each option or nothing, and compares the closed forms with
/// the walk along jumps and notes. Where all are filled, stale ones among them, both ask the same; where some
/// are still empty, the closed form asks nothing that some way to go on leaves out.
struct RouteProof {
    /// The most combinations that are tried.
    static let limit = 20_000

    let plan: RoutePlan
    let items: [Item]
    let relevance: [Condition]

    /// Items that no route asks, and the first combination under which closed form and walk differ.
    func faults() -> [FormFault] {
        var reached: Set<ItemID> = []
        var walks: [[ItemID: String]: Set<ItemID>] = [:]
        for answers in combinations(blank: false) {
            let walk = Set(plan.walk(answers))
            walks[answers] = walk
            reached.formUnion(walk)
        }
        let lost = plan.items.filter { !reached.contains($0.id) }.map {
            FormFault(at: $0.id.name, .unreachable)
        }
        if !lost.isEmpty { return lost }
        return combinations(blank: true).lazy.compactMap { difference(under: $0, walks) }.prefix(1).map { $0 }
    }

    private func difference(under answers: [ItemID: String], _ walks: [[ItemID: String]: Set<ItemID>])
        -> FormFault?
    {
        var certain = Set(plan.items.map(\.id))
        for full in completions(answers) { certain.formIntersection(walks[full] ?? []) }
        let isFull = walks[answers] != nil
        for (item, condition) in zip(items, relevance) where item.parent == nil {
            let isAsked = condition.holds(choosing: answers)
            let agrees = isFull || isAsked ? isAsked == certain.contains(item.id) : true
            guard !agrees else { continue }
            let shown = plan.deciders.compactMap { decider in
                answers[decider.id].map { "\(decider.id)=\($0)" }
            }
            return FormFault(at: item.id.name, .closedFormDiffers(shown))
        }
        return nil
    }

    private func combinations(blank: Bool) -> [[ItemID: String]] {
        plan.deciders.reduce([[:]]) { done, decider in
            done.flatMap { answers in
                (blank ? [answers] : []) + decider.kind.options.map { answers.adding(decider.id, $0.code) }
            }
        }
    }

    private func completions(_ answers: [ItemID: String]) -> [[ItemID: String]] {
        plan.deciders.filter { answers[$0.id] == nil }.reduce([answers]) { done, decider in
            done.flatMap { some in decider.kind.options.map { some.adding(decider.id, $0.code) } }
        }
    }
}
