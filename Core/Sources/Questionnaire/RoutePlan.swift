// SPDX-License-Identifier: Apache-2.0

/// The items that routes run over, with the choices that decide between routes.
struct RoutePlan {
    /// Every item that is not a write-in, in order.
    let items: [Item]
    /// The single choices with jumps of their own or named in a population note, in order.
    let deciders: [Item]
    private let positions: [ItemID: Int]

    init(_ items: [Item]) {
        let kept = items.filter { $0.parent == nil }
        let named = Set(kept.flatMap(\.note.items))
        self.items = kept
        self.deciders = kept.filter { item in
            named.contains(item.id) || item.kind.options.contains { $0.goto != nil }
        }
        positions = Dictionary(kept.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many ways there are to fill the deciding items, each option or nothing; capped.
    var combinations: Int {
        deciders.reduce(1) { min($0 * ($1.kind.options.count + 1), 1_000_000) }
    }

    /// The tree of all routes.
    func tree() -> RouteTree { grow(from: 0, chosen: [:], asked: []) }

    private func grow(from start: Int, chosen: [ItemID: String], asked: [ItemID]) -> RouteTree {
        var position = start
        var asked = asked
        while position < items.count {
            let item = items[position]
            position += 1
            guard item.note.holds(choosing: chosen) else { continue }
            asked.append(item.id)
            guard deciders.contains(where: { $0.id == item.id }) else { continue }
            let next = position
            return .choice(
                item.id,
                item.kind.options.map { option in
                    let then = grow(
                        from: target(option.goto, else: next), chosen: chosen.adding(item.id, option.code),
                        asked: asked)
                    return (option.code, then)
                })
        }
        return .end(asked: asked)
    }

    private func target(_ jump: Jump?, else next: Int) -> Int {
        switch jump {
        case nil: next
        case .end: items.count
        case .item(let item): positions[item] ?? items.count
        }
    }

    /// The walk along jumps and notes, one item after another, for somebody who answers every deciding item
    /// as `answers` says; what is not asked is not heard.
    func walk(_ answers: [ItemID: String]) -> [ItemID] {
        var heard: [ItemID: String] = [:]
        var asked: [ItemID] = []
        var position = 0
        while position < items.count {
            let item = items[position]
            var next = position + 1
            if item.note.holds(choosing: heard) {
                asked.append(item.id)
                heard[item.id] = answers[item.id]
                let option = item.kind.options.first { $0.code == answers[item.id] }
                next = target(option?.goto, else: next)
            }
            position = next
        }
        return asked
    }
}

extension Condition {
    /// Whether it holds where only single choices are known.
    func holds(choosing chosen: [ItemID: String]) -> Bool {
        switch self {
        case .always: true
        case .never, .fact: false
        case .answered(let item): chosen[item] != nil
        case .chosen(let item, let codes): chosen[item].map(codes.contains) ?? false
        case .all(let parts): parts.allSatisfy { $0.holds(choosing: chosen) }
        case .any(let parts): parts.contains { $0.holds(choosing: chosen) }
        case .not(let inner): !inner.holds(choosing: chosen)
        }
    }
}

extension Dictionary {
    func adding(_ key: Key, _ value: Value) -> Self {
        var copy = self
        copy[key] = value
        return copy
    }
}
