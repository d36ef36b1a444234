// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How a text file writes Chinese.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, which WPS and Excel recognise only by the mark at its beginning.
    case utf8 = "UTF-8"
    /// The national standard; holds all of GBK and GB 2312.
    case gb18030 = "GB18030"
    /// What Excel saves as "Unicode text".
    case utf16 = "UTF-16LE"
}

extension TextEncoding {
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The bytes as UTF-8, where the text begins behind a mark, and how the bytes were written.
    ///
    /// UTF-8 is tried before GB18030: Chinese text of the latter is practically never valid UTF-8, while
    /// the reverse happens.
    static func decode(
        _ bytes: [UInt8]
    ) throws(SheetFault) -> (text: [UInt8], start: Int, encoding: TextEncoding) {
        if bytes.starts(with: mark) {
            guard isUTF8(bytes) else { throw .unknownEncoding }
            return (bytes, mark.count, .utf8)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            guard let text = convert(bytes[2...], from: .utf16, to: .utf8) else { throw .unknownEncoding }
            return (text, 0, .utf16)
        }
        if bytes.contains(0) { throw .notATable }
        if isUTF8(bytes) { return (bytes, 0, .utf8) }
        guard let text = convert(bytes[...], from: .gb18030, to: .utf8) else { throw .unknownEncoding }
        return (text, 0, .gb18030)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// The bytes in another encoding, or `nil` where they are not what they should be.
    static func convert(_ bytes: ArraySlice<UInt8>, from: TextEncoding, to: TextEncoding) -> [UInt8]? {
        let converter = iconv_open(to.rawValue, from.rawValue)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var result: [UInt8] = []
        // Chinese takes two bytes in GB18030 and three in UTF-8.
        result.reserveCapacity(to == .utf8 ? bytes.count + bytes.count / 2 : bytes.count)
        let isWhole = bytes.withUnsafeBytes { source -> Bool in
            // The converter only reads, though its signature does not say so.
            var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(
                to: CChar.self)
            var left = source.count
            while left > 0 {
                var status = 0
                let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, filled in
                    var to = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
                    var room = target.count
                    status = iconv(converter, &from, &left, &to, &room) == -1 ? Int(errno) : 0
                    filled = target.count - room
                }
                result.append(contentsOf: piece)
                if status != 0, status != E2BIG || piece.isEmpty { return false }
            }
            return true
        }
        return isWhole ? result : nil
    }
}
