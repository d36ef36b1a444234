// SPDX-License-Identifier: Apache-2.0

/// Cells as people type them, brought to one spelling.
///
/// Nothing here guesses: what can be read in two ways is `nil`, and the caller asks the person.
public enum CellText {}

extension CellText {
    /// The text without what nobody sees or means: full-width digits and letters become half-width,
    /// zero-width and no-break characters go, as do surrounding white space and a leading apostrophe
    /// (by which people keep numbers as text).
    public static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x27 && $0 != 0x3D }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isInvisible { continue }
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { scalars.append(narrow) }
            default:
                scalars.append(scalar.isWideSpace ? " " : scalar)
            }
        }
        return unquoted(trimmed(String(scalars)))
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !isASCIISpace($0) }),
            let last = bytes.lastIndex(where: { !isASCIISpace($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// `'0101` and `="0101"` are two ways in which text files keep leading zeros.
    private static func unquoted(_ text: String) -> String {
        if text.hasPrefix("'") { return trimmed(String(text.dropFirst())) }
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 {
            return trimmed(String(text.dropFirst(2).dropLast()))
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Takes no room and means nothing in a cell: soft hyphen, zero-width characters, direction marks.
    var isInvisible: Bool {
        switch value {
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    /// A space other than ASCII's: no-break, full-width and the like.
    var isWideSpace: Bool {
        switch value {
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
