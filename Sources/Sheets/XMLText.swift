// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Appends text with its entities resolved.
///
/// An entity that is not one stays as it stands. With `escapesControls`, `_x000D_` becomes the
/// character of that number, which is how workbooks write what XML cannot hold.
func appendUnescaped(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], escapesControls: Bool
) {
    guard let start = text.baseAddress, text.count > 0 else { return }
    let hasEntity = memchr(start, 0x26, text.count) != nil
    let hasEscape = escapesControls && text.count >= 7 && memchr(start, 0x5F, text.count) != nil
    guard hasEntity || hasEscape else {
        bytes.append(contentsOf: text)
        return
    }
    var at = 0
    while at < text.count {
        let byte = text[at]
        if byte == 0x26, let (scalar, length) = entity(in: text, at: at) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            at += length
        } else if byte == 0x5F, hasEscape, let (scalar, length) = controlEscape(in: text, at: at) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            at += length
        } else {
            bytes.append(byte)
            at += 1
        }
    }
}

/// `&amp;`, `&#20013;`, `&#x4E2D;` at a place, with its length.
private func entity(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    let last = min(text.count, start + 12)
    var end = start + 1
    while end < last, text[end] != 0x3B { end += 1 }
    guard end < last, end > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: text[(start + 1)..<end])
    let length = end - start + 1
    if name[0] == UInt8(ascii: "#") {
        let isHex = name.count > 2 && (name[1] | 0x20) == UInt8(ascii: "x")
        let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
        guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        return (scalar, length)
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return ("&", length)
    case "lt": return ("<", length)
    case "gt": return (">", length)
    case "quot": return ("\"", length)
    case "apos": return ("'", length)
    default: return nil
    }
}

/// `_x000D_` at a place. Halves of surrogate pairs stay as they stand.
private func controlEscape(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    guard start + 7 <= text.count, text[start + 1] == UInt8(ascii: "x"), text[start + 6] == 0x5F else {
        return nil
    }
    var value: UInt32 = 0
    for byte in text[(start + 2)..<(start + 6)] {
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
        default: return nil
        }
    }
    return Unicode.Scalar(value).map { ($0, 7) }
}

/// The whole number that ASCII digits write, or `nil` for anything else or beyond nine digits.
@inline(__always)
func wholeNumber(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard digits.count > 0, digits.count <= 9 else { return nil }
    var value = 0
    for byte in digits {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}
