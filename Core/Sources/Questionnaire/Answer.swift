// SPDX-License-Identifier: Apache-2.0

/// What stands at one item of an answer sheet, in the shape in which sheets travel.
///
/// Only the form knows what kind an item is of, so a sheet can be kept and sent without its form: a single
/// choice and a month are texts (`"A"`, `"2011-03"`), several choices and the parts of a place are lists.
public enum Answer: Hashable, Sendable {
    /// A written text, the code of a single choice, a number that could not be read, or a month `YYYY-MM`.
    case text(String)
    /// A whole number in the unit that the item names.
    case number(Int)
    /// The codes of several choices, or the parts of a place from the largest to the smallest.
    case list([String])

    /// Whether nothing is written: an empty text or a list without entries.
    public var isBlank: Bool {
        switch self {
        case .text(let text): text.isBlank
        case .number: false
        case .list(let entries): entries.allSatisfy(\.isBlank)
        }
    }

    /// The entries as texts, trimmed, without blanks: one for a text or a number.
    public var entries: [String] {
        switch self {
        case .text(let text): isBlank ? [] : [text.trimmed]
        case .number(let number): [String(number)]
        case .list(let entries): entries.map(\.trimmed).filter { !$0.isEmpty }
        }
    }
}

extension Answer: Codable {
    /// Reads a string, a number, a truth value, an array of strings, or a place with its parts named.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let yes = try? container.decode(Bool.self) {
            self = .text(yes ? ItemOption.yes.code : ItemOption.no.code)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let number = try? container.decode(Double.self) {
            self = .text(String(number))
        } else if let parts = try? container.decode([String: String].self) {
            self = .list(["province", "county", "town", "village"].compactMap { parts[$0] })
        } else {
            self = .list(try container.decode([String].self))
        }
    }

    /// Writes a string, a number or an array of strings.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .list(let entries): try container.encode(entries)
        }
    }
}
