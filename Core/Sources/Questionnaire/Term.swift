// SPDX-License-Identifier: Apache-2.0

/// A condition with items as positions and codes as bits: what is evaluated a hundred thousand times.
indirect enum Term: Sendable {
    case always
    case never
    case answered(Int)
    case chosen(Int, UInt64)
    case fact(String, Condition.Comparison, Int)
    case all([Term])
    case any([Term])
    case not(Term)

    func holds(_ marks: Marks, _ facts: [String: Int] = [:]) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .answered(let position): marks.filled[position]
        case .chosen(let position, let bits): marks.bits[position] & bits != 0
        case .fact(let name, let comparison, let limit):
            facts[name].map { comparison.holds($0, limit) } ?? false
        case .all(let parts): parts.allSatisfy { $0.holds(marks, facts) }
        case .any(let parts): parts.contains { $0.holds(marks, facts) }
        case .not(let inner): !inner.holds(marks, facts)
        }
    }
}

/// What a sheet says at the items that are asked, as bits; nothing at the others.
struct Marks: Sendable {
    /// The known codes at each item.
    var bits: [UInt64]
    /// Whether anything is written there.
    var filled: [Bool]
    /// Whether the item is asked.
    var asked: [Bool]

    init(count: Int) {
        bits = Array(repeating: 0, count: count)
        filled = Array(repeating: false, count: count)
        asked = Array(repeating: false, count: count)
    }
}

/// The positions of items and the bits of their codes.
struct CodeBook: Sendable {
    private(set) var positions: [ItemID: Int] = [:]
    private(set) var bits: [[String: Int]]
    private(set) var canonical: [[String: String]]

    init(_ items: [Item], conditions: [Condition]) {
        bits = items.map { item in
            var table: [String: Int] = [:]
            for (bit, option) in item.kind.options.enumerated() {
                for spelling in [option.code] + option.aliases { table[spelling] = bit }
            }
            return table
        }
        canonical = items.map { item in
            var table: [String: String] = [:]
            for option in item.kind.options { for other in option.aliases { table[other] = option.code } }
            return table
        }
        for (position, item) in items.enumerated() { positions[item.id] = position }
        for (item, codes) in conditions.flatMap(\.chosenPairs) { note(codes, at: item) }
    }

    /// Texts that conditions compare get bits like options.
    private mutating func note(_ codes: [String], at item: ItemID) {
        guard let position = positions[item] else { return }
        for code in codes where bits[position][code] == nil { bits[position][code] = bits[position].count }
    }

    /// The first item with more codes than bits.
    var overfull: Int? { bits.firstIndex { table in table.values.contains { $0 > 63 } } }

    func mask(_ codes: [String], at position: Int) -> UInt64 {
        codes.reduce(0) { mask, code in bits[position][code].map { mask | (1 << UInt64($0)) } ?? mask }
    }

    func term(_ condition: Condition) -> Term {
        switch condition {
        case .always: .always
        case .never: .never
        case .answered(let item): positions[item].map(Term.answered) ?? .never
        case .chosen(let item, let codes): positions[item].map { .chosen($0, mask(codes, at: $0)) } ?? .never
        case .fact(let name, let comparison, let limit): .fact(name, comparison, limit)
        case .all(let parts): .all(parts.map(term))
        case .any(let parts): .any(parts.map(term))
        case .not(let inner): .not(term(inner))
        }
    }
}
