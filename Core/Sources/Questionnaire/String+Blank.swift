// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Whether it has nothing but white space.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.isSpace) }

    /// Without white space at either end.
    var trimmed: String {
        guard unicodeScalars.first?.isSpace == true || unicodeScalars.last?.isSpace == true else {
            return self
        }
        let tail = unicodeScalars.drop(while: \.isSpace)
        let kept = tail.lastIndex { !$0.isSpace }.map { tail[...$0] } ?? tail[tail.endIndex...]
        return String(String.UnicodeScalarView(kept))
    }

    /// Wide forms of ASCII characters made narrow.
    var narrowed: String {
        var plain = ""
        for scalar in unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            plain.unicodeScalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return plain
    }
}

extension Unicode.Scalar {
    /// White space of Unicode, the wide space of Chinese text among it. Written out, since asking the
    /// property tables for every entry took a fifth of the time of reading a sheet.
    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}
