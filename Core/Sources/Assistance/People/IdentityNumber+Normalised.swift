// SPDX-License-Identifier: Apache-2.0

extension IdentityNumber {
    /// A number as it comes from keyboards, chats and spreadsheets, in plain characters: full-width
    /// letters and digits made narrow, x made X, blanks, marks without width and the apostrophe by which
    /// spreadsheets keep text taken out. Nothing else is dropped.
    public static func normalised(_ text: String) -> String {
        var plain = PlainText.narrow(text)
        if let first = plain.unicodeScalars.first, PlainText.isApostrophe(first) {
            plain.unicodeScalars.removeFirst()
        }
        return String(plain.map { $0 == "x" ? "X" : $0 == "e" ? "E" : $0 })
    }
}

/// How typed characters are made plain before they are read.
enum PlainText {
    /// The text without blanks and invisible marks, with full-width ASCII forms made narrow.
    static func narrow(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isBlank(scalar) { plain.append(narrow(scalar)) }
        return String(plain)
    }

    /// The ASCII character whose full-width form this is, otherwise the character itself.
    static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    /// White space of any width, and marks that cannot be seen: joiners, direction marks, byte order.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Most characters that are typed: the table of properties costs more than all the rest.
        case 0x21...0x7E, 0x3400...0x9FFF: false
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
        case 0x00...0x1F, 0x7F: true
        default: scalar.properties.isWhitespace
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "`", "\u{2018}", "\u{2019}", "\u{00B4}": true
        default: false
        }
    }
}
