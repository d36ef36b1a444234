// SPDX-License-Identifier: Apache-2.0

/// An answer sheet: what a person said, item by item, whether or not the item was to be asked.
///
/// Encoded as one flat object: `{"q1": "A", "q7": ["A", "B"], "q6": 3200}`.
public struct Answers: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// Every item with something in it.
    public private(set) var byItem: [ItemID: Answer]

    /// Takes answers as they are; blank ones count as not given.
    public init(_ byItem: [ItemID: Answer] = [:]) { self.byItem = byItem.filter { !$0.value.isBlank } }

    /// A sheet in a literal; of an item named twice, the last one stands.
    public init(dictionaryLiteral elements: (ItemID, Answer)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }

    /// The answer to an item; setting `nil` or a blank one empties it.
    public subscript(item: ItemID) -> Answer? {
        get { byItem[item] }
        set { byItem[item] = newValue.flatMap { $0.isBlank ? nil : $0 } }
    }

    /// The items that hold an answer, in no order.
    public var items: Dictionary<ItemID, Answer>.Keys { byItem.keys }

    /// Whether nothing is written at all.
    public var isEmpty: Bool { byItem.isEmpty }

    /// The text, or the one code, written at an item.
    public func text(_ item: ItemID) -> String? {
        guard let entries = byItem[item]?.entries, entries.count == 1 else { return nil }
        return entries[0]
    }

    /// The codes chosen at an item, in the order given; empty when none.
    public func codes(_ item: ItemID) -> [String] { byItem[item]?.entries ?? [] }

    /// Whether one of `codes` is chosen at an item.
    public func has(_ item: ItemID, _ codes: String...) -> Bool {
        self.codes(item).contains(where: codes.contains)
    }

    /// The whole number at an item.
    public func number(_ item: ItemID) -> Int? { text(item).flatMap { Int($0) } }
}

extension Answers: Codable {
    /// Reads a flat object; `null` counts as not given.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: SheetKey.self)
        var read: [ItemID: Answer] = [:]
        for key in container.allKeys {
            read[ItemID(key.stringValue)] = try container.decodeIfPresent(Answer.self, forKey: key)
        }
        self.init(read)
    }

    /// Writes a flat object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: SheetKey.self)
        for (item, answer) in byItem.sorted(by: { $0.key < $1.key }) {
            try container.encode(answer, forKey: SheetKey(item.name))
        }
    }
}
