// SPDX-License-Identifier: Apache-2.0

/// The place of an act in its journal, from 1; an act is named by it for good.
public struct ActID: Hashable, Comparable, Sendable {
    /// The place, 1 for the first act.
    public let number: Int

    /// The act at a place.
    public init(_ number: Int) { self.number = number }

    /// The act entered first is less.
    public static func < (left: ActID, right: ActID) -> Bool { left.number < right.number }
}

extension ActID: CustomStringConvertible, ExpressibleByIntegerLiteral, Codable {
    /// The number in digits.
    public var description: String { String(number) }

    /// The act at a place written in the code.
    public init(integerLiteral number: Int) { self.init(number) }

    /// Reads a single number.
    ///
    /// - Throws: `DecodingError` when it is no whole number.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    /// Writes a single number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
