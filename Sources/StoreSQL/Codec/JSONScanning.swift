// SPDX-License-Identifier: Apache-2.0

/// Walks over a JSON text once and notes its values.
struct JSONScanning {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var nodes: [JSONText.Node]
    private var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>, nodes: [JSONText.Node]) {
        self.bytes = bytes
        self.nodes = nodes
    }

    /// Whether nothing but space is left.
    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return place == bytes.count
        }
    }

    /// Notes the next value; `false` when there is none.
    mutating func value(within parent: Int, depth: Int) -> Bool {
        skipSpace()
        guard place < bytes.count, depth > 0 else { return false }
        switch bytes[place] {
        case UInt8(ascii: "\""): return text(within: parent)
        case UInt8(ascii: "{"): return list(.object, UInt8(ascii: "}"), within: parent, depth: depth)
        case UInt8(ascii: "["): return list(.array, UInt8(ascii: "]"), within: parent, depth: depth)
        case UInt8(ascii: "t"): return word("true", .yes, within: parent)
        case UInt8(ascii: "f"): return word("false", .no, within: parent)
        case UInt8(ascii: "n"): return word("null", .null, within: parent)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number(within: parent)
        case _: return false
        }
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private mutating func note(_ kind: JSONText.Kind, from start: Int, to end: Int, within parent: Int) {
        let number = nodes.count
        nodes.append(
            JSONText.Node(
                kind: kind, start: start, end: end, after: number + 1, parent: parent, hint: number + 1))
    }

    private mutating func text(within parent: Int) -> Bool {
        let start = place + 1
        var end = start
        var isEscaped = false
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") {
                isEscaped = true
                end += 1
            }
            end += 1
        }
        guard end < bytes.count else { return false }
        note(isEscaped ? .escapedText : .text, from: start, to: end, within: parent)
        place = end + 1
        return true
    }

    private mutating func number(within parent: Int) -> Bool {
        let start = place
        while place < bytes.count, Self.isOfNumber(bytes[place]) { place += 1 }
        note(.number, from: start, to: place, within: parent)
        return true
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        case _: false
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONText.Kind, within parent: Int) -> Bool {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[place + offset] != word.utf8Start[offset] {
            return false
        }
        note(kind, from: place, to: end, within: parent)
        place = end
        return true
    }

    private mutating func list(
        _ kind: JSONText.Kind, _ closing: UInt8, within parent: Int, depth: Int
    ) -> Bool {
        let number = nodes.count
        note(kind, from: place, to: place, within: parent)
        place += 1
        skipSpace()
        if place < bytes.count, bytes[place] == closing { return close(number) }
        while true {
            if kind == .object {
                skipSpace()
                guard place < bytes.count, bytes[place] == UInt8(ascii: "\""), text(within: number) else {
                    return false
                }
                skipSpace()
                guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return false }
                place += 1
            }
            guard value(within: number, depth: depth - 1) else { return false }
            skipSpace()
            guard place < bytes.count else { return false }
            if bytes[place] == closing { return close(number) }
            guard bytes[place] == UInt8(ascii: ",") else { return false }
            place += 1
        }
    }

    private mutating func close(_ number: Int) -> Bool {
        place += 1
        nodes[number].end = place
        nodes[number].after = nodes.count
        return true
    }

    // MARK: Escapes

    /// A text with its escapes read; what is no escape stands for itself.
    static func unescaped(_ part: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        var units: [UInt16] = []
        var place = 0
        func flush() {
            bytes += String(decoding: units, as: UTF16.self).utf8
            units = []
        }
        while place < part.count {
            guard part[place] == UInt8(ascii: "\\"), place + 1 < part.count else {
                flush()
                bytes.append(part[place])
                place += 1
                continue
            }
            let letter = part[place + 1]
            place += 2
            if letter == UInt8(ascii: "u"), place + 4 <= part.count,
                let unit = UInt16(String(decoding: part[place..<(place + 4)], as: UTF8.self), radix: 16)
            {
                // Two of them may make one character.
                units.append(unit)
                place += 4
            } else {
                flush()
                bytes.append(plain[letter] ?? letter)
            }
        }
        flush()
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let plain: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0C,
    ]
}
