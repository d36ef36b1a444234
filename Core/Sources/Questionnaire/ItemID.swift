// SPDX-License-Identifier: Apache-2.0

/// The stable name of one item of a form, as answer sheets and exported files spell it (`q1`, `education`).
public struct ItemID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name itself, ASCII.
    public let name: String

    /// Names an item.
    public init(_ name: String) { self.name = name }

    /// Names an item in a literal.
    public init(stringLiteral value: String) { self.name = value }

    /// The name itself.
    public var description: String { name }

    /// Alphabetical; the order of a form is the order of its items, not this.
    public static func < (left: ItemID, right: ItemID) -> Bool { left.name < right.name }
}

extension ItemID: Codable, CodingKeyRepresentable {
    /// Reads the bare name.
    public init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the bare name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    /// The name as the key of an answer sheet.
    public var codingKey: any CodingKey { SheetKey(name) }

    /// Takes any key of an answer sheet; whether the form knows it is for the form to say.
    public init?<Key: CodingKey>(codingKey: Key) { name = codingKey.stringValue }
}

/// A key of an answer sheet, whatever it is called.
struct SheetKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
