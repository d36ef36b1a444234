// SPDX-License-Identifier: Apache-2.0

/// What a transaction wrote, so that whoever keeps answers in memory asks again.
public struct Touched: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let units = Touched(rawValue: 1)
    public static let people = Touched(rawValue: 2)
    public static let cases = Touched(rawValue: 4)
    public static let rounds = Touched(rawValue: 8)
    public static let accounts = Touched(rawValue: 16)
    public static let duties = Touched(rawValue: 32)
}
