// SPDX-License-Identifier: Apache-2.0

/// Finds a sealed value by its equal without opening any: a keyed hash stored beside the sealed column.
public struct BlindIndex: Sendable {
    /// What is looked up. Raw values enter the hash: never change or reuse one.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        /// 身份证号: the whole number, 16 bytes.
        case identityNumber = "identity-number"
        /// 身份证号后四位: its last four characters, 8 bytes, since counters search so.
        ///
        /// Give the whole number or its last four characters. About 25 people share each in a district, so
        /// narrow it by the unit in scope.
        case identityTail = "identity-tail"
        /// 联系电话: 16 bytes.
        case phone
    }

    private let key: Secret

    /// Hashes are made with the blind-index key of `keys`.
    public init(keys: KeyFile) { key = keys.blindIndex }

    /// The keyed hash of a value, as stored. Spaces, hyphens, full-width digits, a small x and +86 do not
    /// matter.
    public func index(_ field: Field, _ value: String) -> [UInt8] {
        var message = Array("blind-index".utf8)
        Framing.append(field.rawValue, to: &message)
        message.append(contentsOf: field.canonical(value))
        defer { cleanse(&message) }
        return Array(Keyed.hash(message, key: key).prefix(field.length))
    }
}

extension BlindIndex.Field {
    /// How many bytes of the hash are kept.
    var length: Int {
        switch self {
        case .identityNumber, .phone: 16
        case .identityTail: 8
        }
    }

    /// The same bytes for the same thing written in another way.
    func canonical(_ value: String) -> [UInt8] {
        let plain = value.unicodeScalars.compactMap(Self.plain)
        switch self {
        case .identityNumber: return plain
        case .identityTail: return plain.suffix(4)
        case .phone:
            let country = ["+86", "0086"].first { plain.starts(with: $0.utf8) }
            return Array(plain.dropFirst(country?.utf8.count ?? 0))
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
        let half = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        switch half {
        case 0x30...0x39, 0x41...0x5A, 0x2B: return UInt8(half)
        case 0x61...0x7A: return UInt8(half - 0x20)
        case _: return nil
        }
    }
}
