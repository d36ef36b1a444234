// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// Adds text with the five characters escaped that markup and quoted attributes could mistake.
    ///
    /// All five are ASCII, so UTF-8 is copied in slices between them and never decoded.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count {
                let byte = utf8[index]
                // All five stand below 0x3F; most bytes of Chinese text end here.
                guard byte < 0x3F, let name = escaped(byte) else { continue }
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                append(static: name)
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    /// Adds text that the program itself holds.
    mutating func append(static text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Adds text whose characters are known to need no escaping (a number, a name of ours).
    mutating func append(plain text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }
}

private func escaped(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}
