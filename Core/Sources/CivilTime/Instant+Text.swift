// SPDX-License-Identifier: Apache-2.0

extension Instant: CustomStringConvertible {
    /// The moment in the district's time, `2026-02-13T10:00:00+08:00`; milliseconds only when there are any.
    public var rfc3339: String {
        let (_, milliseconds) = sinceMidnight
        let seconds = Int(milliseconds / 1000)
        let rest = Int(milliseconds % 1000)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { Digits.text($0, width: 2) }
            .joined(separator: ":")
        let fraction = rest == 0 ? "" : "." + Digits.text(rest, width: 3)
        return "\(day.iso)T\(time)\(fraction)+08:00"
    }

    /// The same as ``rfc3339``.
    public var description: String { rfc3339 }

    /// Reads a time stamp of RFC 3339 with any offset or `Z`; what is finer than a millisecond is cut off.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = Day(isoBytes: bytes[0..<10]),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
            let time = Self.seconds(ofTime: bytes[11..<19]),
            let (milliseconds, zone) = Self.fraction(bytes[19...]),
            let offset = Self.seconds(ofZone: zone)
        else { return nil }
        let seconds = Int64(day.daysSince1970) * 86_400 + Int64(time - offset)
        self.init(millisecondsSince1970: seconds * 1000 + Int64(milliseconds))
    }

    /// Seconds since midnight of eight bytes `10:00:00`.
    private static func seconds(ofTime bytes: ArraySlice<UInt8>) -> Int? {
        let start = bytes.startIndex
        let colon = UInt8(ascii: ":")
        guard bytes[start + 2] == colon, bytes[start + 5] == colon,
            let hour = Digits.read(bytes[start..<start + 2]), hour < 24,
            let minute = Digits.read(bytes[start + 3..<start + 5]), minute < 60,
            let second = Digits.read(bytes[start + 6..<start + 8]), second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// The milliseconds after a full stop, if there is one, and the bytes of the zone that follow.
    private static func fraction(_ bytes: ArraySlice<UInt8>) -> (milliseconds: Int, zone: ArraySlice<UInt8>)?
    {
        guard bytes.first == UInt8(ascii: ".") else { return (0, bytes) }
        let digits = bytes.dropFirst().prefix { $0 >= 48 && $0 <= 57 }
        guard !digits.isEmpty else { return nil }
        let three = Array(digits.prefix(3)) + [48, 48, 48].dropFirst(min(3, digits.count))
        guard let milliseconds = Digits.read(three[...]) else { return nil }
        return (milliseconds, bytes[digits.endIndex...])
    }

    /// The seconds by which a zone `Z`, `+08:00` or `-05:30` is ahead of UTC.
    private static func seconds(ofZone bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return nil }
        if bytes.count == 1 { return sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") ? 0 : nil }
        let start = bytes.startIndex
        guard bytes.count == 6, bytes[start + 3] == UInt8(ascii: ":"),
            sign == UInt8(ascii: "+") || sign == Digits.dash,
            let hour = Digits.read(bytes[start + 1..<start + 3]), hour < 24,
            let minute = Digits.read(bytes[start + 4..<start + 6]), minute < 60
        else { return nil }
        return (sign == Digits.dash ? -1 : 1) * (hour * 3600 + minute * 60)
    }
}

extension Instant: Codable {
    /// Reads a single value, `"2026-02-13T10:00:00+08:00"`.
    ///
    /// - Throws: `DecodingError` when the text is no time stamp.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a time stamp of RFC 3339")
        }
        self = instant
    }

    /// Writes a single value, `"2026-02-13T10:00:00+08:00"`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}
