// SPDX-License-Identifier: Apache-2.0

/// 电话号码: a mobile, a fixed line or a service number, in the digits that are dialled.
///
/// Printing a number in any way but ``full`` gives the masked form.
public struct PhoneNumber: Hashable, Sendable {
    /// What kind of line a number is.
    ///
    /// The raw values are the storage format.
    public enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
        /// 手机: 11 digits, the first of them 1.
        case mobile
        /// 住宅电话 or an office's fixed line: 7 or 8 digits, with or without an area code.
        case fixed
        /// 400 or 800 and seven digits, as employers publish them.
        case service
    }

    /// What kind of line it is.
    public let kind: Kind
    /// The area code with its 0, empty for mobiles, service numbers and fixed lines given without one.
    public let area: String
    /// The digits after the area code.
    public let line: String
    /// The extension behind a switchboard, or empty.
    public let inside: String

    init(kind: Kind, area: String = "", line: String, inside: String = "") {
        self.kind = kind
        self.area = area
        self.line = line
        self.inside = inside
    }

    /// As written on paper, `13800001234` or `010-69441234-8`. Personal: never for logs.
    public var full: String { [area, line, inside].filter { !$0.isEmpty }.joined(separator: "-") }

    /// `138****1234`, `010-****1234`: the last four digits, and for mobiles the first three.
    public var masked: String {
        let start = kind == .mobile ? String(line.prefix(3)) : area.isEmpty ? "" : area + "-"
        let hidden = String(repeating: "*", count: max(0, line.count - 4 - (kind == .mobile ? 3 : 0)))
        return start + hidden + line.suffix(4)
    }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The same as ``masked``.
    public var description: String { masked }
    /// The same as ``masked``.
    public var debugDescription: String { masked }
    /// Shows a dump the masked form only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension PhoneNumber: Codable {
    /// Reads a single value as ``full`` writes it.
    ///
    /// - Throws: `DecodingError`, which does not repeat the text, when it is no phone number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        switch PhoneNumber.read(try container.decode(String.self)) {
        case .success(let number): self = number
        case .failure:
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a phone number")
        }
    }

    /// Writes a single value, ``full``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(full)
    }
}
