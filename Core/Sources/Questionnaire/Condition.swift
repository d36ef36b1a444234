// SPDX-License-Identifier: Apache-2.0

/// A statement about an answer sheet that is true or false. An item that is not asked counts as empty.
public indirect enum Condition: Hashable, Sendable {
    /// True of every sheet.
    case always
    /// True of none.
    case never
    /// Something stands at the item.
    case answered(ItemID)
    /// One of these codes is chosen at the item, or its text is one of these.
    case chosen(ItemID, [String])
    /// A fact that the caller works out (an age) compares so; false when the fact is not given.
    case fact(String, Comparison, Int)
    /// Every one holds.
    case all([Condition])
    /// At least one holds.
    case any([Condition])
    /// It does not hold.
    case not(Condition)

    /// How a fact compares with a number.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        /// Smaller.
        case below = "<"
        /// Smaller or equal.
        case atMost = "<="
        /// Equal.
        case equal = "=="
        /// Greater or equal.
        case atLeast = ">="
        /// Greater.
        case above = ">"

        /// Whether `left` stands so to `right`.
        public func holds(_ left: Int, _ right: Int) -> Bool {
            switch self {
            case .below: left < right
            case .atMost: left <= right
            case .equal: left == right
            case .atLeast: left >= right
            case .above: left > right
            }
        }
    }

    /// The items it speaks of, in the order of their first mention.
    public var items: [ItemID] {
        switch self {
        case .always, .never, .fact: []
        case .answered(let item), .chosen(let item, _): [item]
        case .not(let inner): inner.items
        case .all(let parts), .any(let parts):
            parts.flatMap(\.items).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// The facts it asks the caller for.
    public var facts: Set<String> {
        switch self {
        case .always, .never, .answered, .chosen: []
        case .fact(let name, _, _): [name]
        case .not(let inner): inner.facts
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.facts) }
        }
    }
}
