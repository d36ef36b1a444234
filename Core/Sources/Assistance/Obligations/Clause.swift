// SPDX-License-Identifier: Apache-2.0

/// 条款: a numbered sentence of the manual or of a law, such as `01.r4` or `L.01`.
///
/// The part before the full stop is the step (`L` law, `00` the manual's introduction); `w` is 工作职责,
/// `r` is 工作要求, both numbered as in the manual.
public struct Clause: Hashable, Sendable {
    /// The clause as written.
    public let id: String

    /// A clause by its id; whether it exists is asked by ``isKnown``.
    public init(_ id: String) { self.id = id }

    /// The step, 1...19; `nil` for the introduction and for laws.
    public var step: Int? {
        let number = Int(id.prefix { $0 != "." })
        return number == 0 ? nil : number
    }
}

extension Clause: Comparable, CustomStringConvertible, ExpressibleByStringLiteral, Codable {
    /// The id itself.
    public var description: String { id }

    /// A clause written in the code.
    public init(stringLiteral id: String) { self.init(id) }

    /// By id, so that steps stand in order and laws last.
    public static func < (left: Clause, right: Clause) -> Bool { left.id < right.id }

    /// Reads a single string.
    ///
    /// - Throws: `DecodingError` when it is no string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(id)
    }
}

extension Clause {
    /// How many duties (w) and requirements (r) the manual numbers in each step, first step first.
    private static let numbered: [(duties: Int, requirements: Int)] = [
        (5, 4), (4, 6), (3, 3), (4, 2), (4, 3), (2, 2), (3, 2), (5, 5), (4, 3), (5, 3),
        (2, 2), (3, 3), (3, 4), (4, 3), (4, 3), (5, 4), (4, 3), (3, 2), (5, 3),
    ]

    /// Every clause there is: the introduction, the 19 steps, and twelve of the law.
    public static let all: [Clause] = {
        var ids = ["00.levels", "00.age", "00.goal", "11.c"]
        ids += (1...13).map { "00.c" + twoDigits($0) }
        for (index, count) in numbered.enumerated() {
            let step = twoDigits(index + 1)
            ids += (1...count.duties).map { "\(step).w\($0)" }
            ids += (1...count.requirements).map { "\(step).r\($0)" }
        }
        ids += (1...12).map { "L." + twoDigits($0) }
        return ids.map(Clause.init(_:)).sorted()
    }()

    private static let known = Set(all)

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Whether the manual or the law has this clause.
    public var isKnown: Bool { Self.known.contains(self) }
}
