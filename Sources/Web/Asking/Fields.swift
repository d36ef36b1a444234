// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Hummingbird

/// The fields of a form or a query: ordered, a name may come several times.
public struct Fields: Sendable {
    /// Every field, in the order sent.
    public private(set) var pairs: [(name: String, value: String)]
    /// Files that came with a multipart form.
    public var files: [UploadedFile] = []

    /// Fields already told apart.
    public init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    /// Reads `application/x-www-form-urlencoded`; `+` is a space, as browsers write it.
    public init(urlEncoded text: some StringProtocol) {
        pairs = text.split(separator: "&", omittingEmptySubsequences: true).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// Adds a field at the end.
    public mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }

    /// The first value of the name, blanks at its ends taken off; `nil` when it did not come or is empty.
    public subscript(name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmingBlanks
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The first value of the name exactly as it was typed: passwords.
    public func raw(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// Every value of the name, in order.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value.trimmingBlanks).filter { !$0.isEmpty }
    }

    /// The text, or an empty one.
    public func text(_ name: String) -> String { self[name] ?? "" }

    /// A whole number in digits of either width.
    public func number(_ name: String) -> Int? { self[name].flatMap { Int($0.narrowDigits) } }

    /// A day as the browser's date field sends it, `2026-02-13`.
    public func day(_ name: String) -> Day? { self[name].flatMap { Day(iso: $0.narrowDigits) } }

    /// Whether a box was ticked.
    public func isOn(_ name: String) -> Bool { self[name] != nil }

    static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if let high = rest.next()?.hexDigit, let low = rest.next()?.hexDigit {
                    bytes.append(high << 4 | low)
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A file that came with a form.
public struct UploadedFile: Sendable {
    /// The form's field.
    public let field: String
    /// The name that the sender's machine gave it; shown, never used as a path.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A file as it came.
    public init(field: String, name: String, bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    /// Full-width digits as keyboards in Chinese mode give them, made narrow; minus signs and dots too.
    var narrowDigits: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
