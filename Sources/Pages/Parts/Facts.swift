// SPDX-License-Identifier: Apache-2.0

/// One line of a file: what it is called and what it says.
public struct Fact: Hashable, Sendable {
    /// What it is called: 姓名, 认定日期.
    public var term: String
    /// What it says.
    public var cell: Cell
    /// True when it takes the whole width.
    public var isWide: Bool

    /// A line of a file.
    public init(_ term: String, _ cell: Cell, isWide: Bool = false) {
        self.term = term
        self.cell = cell
        self.isWide = isWide
    }

    /// A line of a file that holds words.
    public init(_ term: String, _ words: String) { self.init(term, .text(words)) }
}

extension HTML {
    /// Terms and what they say, in two or three columns as the screen allows.
    public static func facts(_ facts: [Fact]) -> HTML {
        element(
            "dl", [.class("facts")],
            facts.map { fact in
                var bytes: [UInt8] = []
                bytes.append(fact.cell)
                return div(
                    class: fact.isWide ? "fact wide" : "fact", .element("dt", [], .text(fact.term)),
                    .element("dd", [], HTML(bytes: bytes)))
            })
    }
}
