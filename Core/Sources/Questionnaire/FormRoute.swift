// SPDX-License-Identifier: Apache-2.0

/// One of the ways through a form.
public struct FormRoute: Hashable, Sendable {
    /// The numbered questions asked on it, in order.
    public let questions: [ItemID]
    /// When it is taken, in closed form.
    public let when: Condition
}

extension RouteTree {
    /// The distinct ways through the numbered questions, in the order in which their first case is met.
    func routes(numbered: Set<ItemID>) -> [FormRoute] {
        var found: [[ItemID]] = []
        for leaf in leaves() {
            let questions = leaf.asked.filter(numbered.contains)
            if !found.contains(questions) { found.append(questions) }
        }
        return found.map { questions in
            FormRoute(questions: questions, when: condition { $0.filter(numbered.contains) == questions })
        }
    }
}
