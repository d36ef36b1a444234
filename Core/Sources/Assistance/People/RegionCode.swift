// SPDX-License-Identifier: Apache-2.0

/// 行政区划代码: six digits of GB/T 2260, the beginning of a resident identity number.
///
/// A number keeps the code of its first issue for life: 110222 (the county, up to 1997) and 110113 (the
/// district since) are both local, and neither says where anybody lives.
public struct RegionCode: Hashable, Sendable {
    /// The code as a number, 0...999999.
    private let digits: Int32

    /// The code that a number writes, of which the last six digits count.
    init(digits: Int) { self.digits = Int32(digits % 1_000_000) }

    /// Reads six ASCII digits, nothing else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, let number = IdentityDigits.number(bytes[...]) else { return nil }
        self.init(digits: Int(number))
    }

    /// The six digits.
    public var text: String {
        let digits = String(digits)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// The province, or `nil` if the first two digits are those of none.
    public var province: Province? { Province(code: String(text.prefix(2))) }
}

extension RegionCode: CustomStringConvertible {
    /// The six digits.
    public var description: String { text }
}
