// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What the scanner stands on.
enum XMLToken {
    case open
    /// An element without content, `<c/>`: no `close` follows.
    case empty
    case close
    case text
    case end
}

/// Walks over the markup of one part in a window of bytes that slides along as it is unpacked.
///
/// Only what workbooks hold is understood: elements, attributes, text, CDATA; comments and processing
/// instructions are skipped, and a document type is refused, since entities could be made to explode.
/// Names are compared without their prefix, as each software picks its own.
struct XMLScanner: ~Copyable {
    private let part: ZipPart
    private(set) var window: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Unread bytes are those from `position` to `filled`.
    private var position = 0
    private var filled = 0
    private var isDrained = false
    private var isStarted = false

    /// Name and attributes of the element, or the text, of the last token.
    private(set) var nameStart = 0
    private(set) var nameEnd = 0
    private(set) var bodyEnd = 0
    private(set) var isCharacterSection = false

    init(_ part: ZipPart, windowBytes: Int = 1 << 18) {
        self.part = part
        capacity = windowBytes
        window = .allocate(capacity: capacity)
    }

    deinit { window.deallocate() }

    var limits: SheetLimits { part.limits }

    /// What has been unpacked so far; bytes.
    var unpackedBytes: Int { Int(part.unpacked) }

    /// The fault of a part that is not what it should be.
    var damaged: SheetFault { .damaged(part: part.name) }

    /// Steps to the next token; the bytes of the one before are gone.
    mutating func next() throws(SheetFault) -> XMLToken {
        if !isStarted { try start() }
        while true {
            if position == filled, try !fill() { return .end }
            if window[position] != UInt8(ascii: "<") { return try characters() }
            while filled - position < 4, try fill() {}
            guard filled - position >= 3 else { throw damaged }
            switch window[position + 1] {
            case UInt8(ascii: "/"): return try closing()
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "!"): if try declaration() { return .text }
            default: return try opening()
            }
        }
    }

    private mutating func start() throws(SheetFault) {
        isStarted = true
        while filled < 4, try fill() {}
        guard filled >= 3 else { return }
        if window[0] == 0xEF, window[1] == 0xBB, window[2] == 0xBF { position = 3 }
        // Two-byte encodings are allowed by the format and written by nobody.
        if window[0] >= 0xFE || window[1] == 0 { throw damaged }
    }

    /// Unpacks more behind what is unread; false when there is no more.
    private mutating func fill() throws(SheetFault) -> Bool {
        if isDrained { return false }
        if position > 0 {
            memmove(window, window + position, filled - position)
            filled -= position
            nameStart -= position
            nameEnd -= position
            bodyEnd -= position
            position = 0
        }
        if filled == capacity { try grow() }
        let got = try part.read(window + filled, capacity - filled)
        filled += got
        isDrained = got == 0
        return got > 0
    }

    /// A single tag or text longer than the window: doubled up to what a cell's text may need escaped.
    private mutating func grow() throws(SheetFault) {
        guard capacity < max(limits.textBytes, 1 << 16) * 16 else { throw damaged }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        memcpy(larger, window, filled)
        window.deallocate()
        window = larger
        capacity *= 2
    }

    private mutating func characters() throws(SheetFault) -> XMLToken {
        var searched = 0
        while true {
            let from = position + searched
            if let found = memchr(window + from, 0x3C, filled - from) {
                bodyEnd = UnsafeMutableRawPointer(window).distance(to: found)
                break
            }
            searched = filled - position
            if try !fill() {
                bodyEnd = filled
                break
            }
        }
        nameStart = position
        nameEnd = position
        position = bodyEnd
        isCharacterSection = false
        return .text
    }

    private mutating func closing() throws(SheetFault) -> XMLToken {
        let end = try distance(to: UInt8(ascii: ">"), from: 2)
        readName(from: position + 2, to: position + end)
        bodyEnd = position + end
        position += end + 1
        return .close
    }

    private mutating func opening() throws(SheetFault) -> XMLToken {
        var offset = 1
        var quote: UInt8 = 0
        scan: while true {
            while position + offset < filled {
                let byte = window[position + offset]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == 0x3E {
                    break scan
                } else if byte == 0x22 || byte == 0x27 {
                    quote = byte
                }
                offset += 1
            }
            if try !fill() { throw damaged }
        }
        let start = position + 1
        var end = position + offset
        position = end + 1
        let isEmpty = window[end - 1] == UInt8(ascii: "/")
        if isEmpty { end -= 1 }
        readName(from: start, to: end)
        bodyEnd = end
        return isEmpty ? .empty : .open
    }

    /// Leaves the name without its prefix between `nameStart` and `nameEnd`.
    private mutating func readName(from start: Int, to end: Int) {
        nameStart = start
        nameEnd = start
        while nameEnd < end, !isASCIISpace(window[nameEnd]) {
            if window[nameEnd] == UInt8(ascii: ":") { nameStart = nameEnd + 1 }
            nameEnd += 1
        }
    }

    /// True when it was a CDATA section, which is text as it stands.
    private mutating func declaration() throws(SheetFault) -> Bool {
        while filled - position < 9, try fill() {}
        if starts(with: "<!--") {
            position += 4
            try skip(past: "-->")
            return false
        }
        guard starts(with: "<![CDATA[") else { throw damaged }
        position += 9
        let end = try distance(to: "]]>")
        nameStart = position
        nameEnd = position
        bodyEnd = position + end
        position = bodyEnd + 3
        isCharacterSection = true
        return true
    }

    private func starts(with text: StaticString) -> Bool {
        filled - position >= text.utf8CodeUnitCount
            && memcmp(window + position, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private mutating func skip(past text: StaticString) throws(SheetFault) {
        position += try distance(to: text) + text.utf8CodeUnitCount
    }

    private mutating func distance(to byte: UInt8, from: Int) throws(SheetFault) -> Int {
        var searched = from
        while true {
            if searched < filled - position,
                let found = memchr(window + position + searched, Int32(byte), filled - position - searched)
            {
                return UnsafeMutableRawPointer(window).distance(to: found) - position
            }
            searched = max(searched, filled - position)
            if try !fill() { throw damaged }
        }
    }

    private mutating func distance(to text: StaticString) throws(SheetFault) -> Int {
        var from = 0
        while true {
            let found = try distance(to: text.utf8Start[0], from: from)
            while filled - position - found < text.utf8CodeUnitCount, try fill() {}
            guard filled - position - found >= text.utf8CodeUnitCount else { throw damaged }
            if memcmp(window + position + found, text.utf8Start, text.utf8CodeUnitCount) == 0 { return found }
            from = found + 1
        }
    }
}
