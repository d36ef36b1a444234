// SPDX-License-Identifier: Apache-2.0

/// A column of a sheet to write.
public struct SheetColumn: Hashable, Sendable {
    /// How the column's cells are stored and shown.
    public enum Kind: Hashable, Sendable {
        /// Text format `@`, so that the table software leaves ID numbers and phones as they were typed.
        case text
        /// Text that may run over several lines.
        case wrapped
        case number
        /// Two decimals and thousands separators.
        case money
        /// A day, shown as 2026-03-02.
        case date
    }

    public var title: String
    /// How to fill the column in; shown under the header when any column has a note.
    public var note: String
    /// In characters of the default font; a Chinese character takes two.
    public var width: Double
    public var kind: Kind
    /// What may be chosen; empty when anything may be typed.
    public var choices: [String]

    public init(
        _ title: String, note: String = "", width: Double = 14, kind: Kind = .text, choices: [String] = []
    ) {
        self.title = title
        self.note = note
        self.width = width
        self.kind = kind
        self.choices = choices
    }
}

/// A value to write.
public enum SheetValue: Hashable, Sendable {
    case empty
    case text(String)
    case number(Double)
    case integer(Int)
    case date(year: Int, month: Int, day: Int)
    case bool(Bool)
}

extension SheetValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
}

/// A cell of an imported row that was refused, and why.
public struct BadCell: Hashable, Sendable {
    /// Counted from 0.
    public var column: Int
    public var reason: String

    public init(column: Int, reason: String) {
        self.column = column
        self.reason = reason
    }
}
