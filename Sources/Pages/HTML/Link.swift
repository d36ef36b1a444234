// SPDX-License-Identifier: Apache-2.0

/// An address that is safe to follow.
///
/// Pages of this site, parts of the page, web addresses, telephone and mail pass; anything else
/// (a script, another host in disguise) becomes `#`, which leads nowhere.
public struct Link: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The address as it is written into the page.
    public let address: String

    /// An address from the program or from a person's file.
    public init(_ address: String) {
        self.address = Self.isSafe(address) ? address : "#"
    }

    /// A page of this site with a query; names and values are percent-encoded.
    public init(_ path: String, query: [(name: String, value: String)]) {
        let pairs = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
        self.init(pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&"))
    }

    /// An address written in the program.
    public init(stringLiteral address: String) { self.init(address) }

    /// A page of this site that a request names, such as where to return to after an act; `nil` for any
    /// other address, so that nobody can be sent elsewhere from here.
    public static func local(_ address: String) -> Link? {
        address.hasPrefix("/") && isSafe(address) ? Link(address) : nil
    }

    /// Says whether a browser would stay on this site or open an ordinary web address.
    static func isSafe(_ address: String) -> Bool {
        // Browsers drop tabs and line ends inside addresses and read `\` as `/`: refuse all of them.
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
            return false
        }
        guard !address.hasPrefix("//") else { return false }
        let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let colon = head.firstIndex(of: ":") else { return true }
        return schemes.contains(head[..<colon].lowercased())
    }

    private static let schemes: Set<String> = ["https", "http", "tel", "mailto"]

    /// Percent-encodes text for a query or for one part of a path, as UTF-8.
    public static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(contentsOf: [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
