// SPDX-License-Identifier: Apache-2.0

extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// The day as `2026-02-13`, always ten characters.
    public var iso: String {
        let (year, month, day) = parts
        return String(unsafeUninitializedCapacity: 10) { bytes in
            Digits.write(year, width: 4, to: bytes, at: 0)
            bytes[4] = Digits.dash
            Digits.write(month, width: 2, to: bytes, at: 5)
            bytes[7] = Digits.dash
            Digits.write(day, width: 2, to: bytes, at: 8)
            return 10
        }
    }

    /// Reads `2026-02-13`: ten ASCII characters and a day that exists, nothing else.
    public init?(iso: some StringProtocol) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, let day = Day(isoBytes: bytes[...]) else { return nil }
        self = day
    }

    /// Reads ten bytes `2026-02-13` at the start of a slice.
    init?(isoBytes bytes: ArraySlice<UInt8>) {
        let start = bytes.startIndex
        guard bytes.count >= 10, bytes[start + 4] == Digits.dash, bytes[start + 7] == Digits.dash,
            let year = Digits.read(bytes[start..<start + 4]),
            let month = Digits.read(bytes[start + 5..<start + 7]),
            let day = Digits.read(bytes[start + 8..<start + 10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The same as ``iso``.
    public var description: String { iso }

    /// The same as ``init(iso:)``.
    public init?(_ description: String) { self.init(iso: description) }
}

extension Day: Codable {
    /// Reads a single value, `"2026-02-13"`.
    ///
    /// - Throws: `DecodingError` when the text is no day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a day YYYY-MM-DD")
        }
        self = day
    }

    /// Writes a single value, `"2026-02-13"`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
