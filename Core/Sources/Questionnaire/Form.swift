// SPDX-License-Identifier: Apache-2.0

/// A form that has been checked: every item reachable, every route ending, and for each item one condition in
/// closed form that says the same as the paper's jumps and population notes together.
public struct Form: Sendable {
    /// The form as it was written down.
    public let definition: FormDefinition
    /// Every item in the paper's order.
    public let items: [Item]
    /// The distinct ways through the numbered questions.
    public let routes: [FormRoute]
    /// The facts that its contradictions ask the caller for.
    public let facts: Set<String>

    /// When each item is asked, in closed form, by position.
    let relevance: [Condition]
    let book: CodeBook
    let asked: [Term]
    let demanded: [Term]
    let contradictions: [Term]

    /// Checks a form and compiles it.
    ///
    /// - Throws: ``FormFaults`` with everything that is wrong.
    public init(_ definition: FormDefinition) throws(FormFaults) {
        var faults = FormCheck(definition).faults()
        guard faults.isEmpty else { throw FormFaults(faults: faults) }
        let items = definition.items
        let plan = RoutePlan(items)
        guard plan.combinations <= RouteProof.limit else {
            throw FormFaults(faults: [FormFault(at: "", .tooManyRoutes)])
        }
        let tree = plan.tree()
        let relevance = items.map { item in
            Condition.allOf([
                tree.condition { $0.contains(item.parent ?? item.id) },
                item.parent == nil ? .always : item.note,
            ])
        }
        let whens = definition.contradictions.map(\.when)
        let book = CodeBook(items, conditions: relevance + items.map(\.required) + whens)
        faults = RouteProof(plan: plan, items: items, relevance: relevance).faults()
        if let crowded = book.overfull {
            faults.append(FormFault(at: items[crowded].id.name, .tooManyOptions))
        }
        guard faults.isEmpty else { throw FormFaults(faults: faults) }

        self.definition = definition
        self.items = items
        self.relevance = relevance
        self.book = book
        routes = tree.routes(numbered: Set(items.filter { $0.number != nil }.map(\.id)))
        facts = whens.reduce(into: []) { $0.formUnion($1.facts) }
        asked = relevance.map(book.term)
        demanded = items.map { book.term($0.required) }
        contradictions = whens.map(book.term)
    }

    /// The item of a name.
    public func item(_ id: ItemID) -> Item? { book.positions[id].map { items[$0] } }

    /// When an item is asked: one condition that repeats what it rests on, so that it can be exported to
    /// engines that keep the answers of hidden items.
    public func relevance(of id: ItemID) -> Condition? { book.positions[id].map { relevance[$0] } }

    /// The contradiction of a code.
    public func contradiction(_ code: String) -> Contradiction? {
        definition.contradictions.first { $0.code == code }
    }

    /// The words that the interviewer says at a moment of the visit.
    public func passage(_ id: String) -> String? { definition.passages.first { $0.id == id }?.says }
}

extension Form: Hashable {
    /// Two forms are the same when they are written the same.
    public static func == (left: Form, right: Form) -> Bool { left.definition == right.definition }

    /// By what is written.
    public func hash(into hasher: inout Hasher) { hasher.combine(definition) }
}
