// SPDX-License-Identifier: Apache-2.0

/// 文号: the place of a paper in the series of its office, kind and year. A series has no gaps.
public struct PaperNumber: Hashable, Sendable {
    public let unit: UnitID
    public let kind: PaperKind
    public let year: Int
    /// 1 for the first of the year.
    public let number: Int

    public init(unit: UnitID, kind: PaperKind, year: Int, number: Int) {
        self.unit = unit
        self.kind = kind
        self.year = year
        self.number = number
    }
}
