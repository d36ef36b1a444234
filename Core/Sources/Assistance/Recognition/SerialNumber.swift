// SPDX-License-Identifier: Apache-2.0

/// 编号序列: what a town numbers without gaps, anew each year (02.w3). Raw values are the storage format.
public enum Series: String, CaseIterable, Hashable, Sendable, Codable {
    /// 失业登记的证件.
    case unemployment
    /// 转移就业求职登记的证件.
    case transfer
    /// 就业援助卡.
    case card

    /// The series of a register's certificates.
    public init(_ kind: RegisterKind) {
        switch kind {
        case .unemployment: self = .unemployment
        case .transfer: self = .transfer
        }
    }

    /// The letter with which its numbers begin.
    public var letter: String {
        switch self {
        case .unemployment: "S"
        case .transfer: "Z"
        case .card: "K"
        }
    }
}

/// One place in a series: drawn with the act that gives it out, never twice, and kept when the paper is void.
public struct SerialNumber: Hashable, Sendable {
    /// The town.
    public let unit: UnitID
    public let series: Series
    public let year: Int
    /// 1 for the first of the year.
    public let number: Int

    public init(unit: UnitID, series: Series, year: Int, number: Int) {
        self.unit = unit
        self.series = series
        self.year = year
        self.number = number
    }

    /// As it stands on the paper: `S110113101-2026-00042`.
    ///
    /// - Parameter code: of the town, by the statistics office; its number in the system where it has none.
    public func text(code: String?) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 5 - digits.count))
        return "\(series.letter)\(code ?? String(unit.number))-\(year)-\(padding)\(digits)"
    }
}
