// SPDX-License-Identifier: Apache-2.0

import Glibc

extension XMLScanner {
    /// Whether the element's local name is `name`.
    @inline(__always)
    func isNamed(_ name: StaticString) -> Bool {
        nameEnd - nameStart == name.utf8CodeUnitCount
            && memcmp(window + nameStart, name.utf8Start, name.utf8CodeUnitCount) == 0
    }

    /// The only byte of a one-letter name, otherwise 0.
    @inline(__always)
    var letter: UInt8 { nameEnd - nameStart == 1 ? window[nameStart] : 0 }

    /// The text as it stands in the file, entities not resolved.
    @inline(__always)
    var text: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: window + nameStart, count: bodyEnd - nameStart)
    }

    /// The next attribute from `place` on, which starts at 0: the last byte of its local name is enough
    /// to tell the attributes of a cell apart, the bounds are for the others.
    @inline(__always)
    func nextAttribute(_ place: inout Int) -> (name: Range<Int>, value: UnsafeBufferPointer<UInt8>)? {
        var at = max(place, nameEnd)
        while at < bodyEnd, isASCIISpace(window[at]) { at += 1 }
        var start = at
        while at < bodyEnd, window[at] != UInt8(ascii: "="), !isASCIISpace(window[at]) {
            if window[at] == UInt8(ascii: ":") { start = at + 1 }
            at += 1
        }
        let end = at
        while at < bodyEnd, window[at] != 0x22, window[at] != 0x27 { at += 1 }
        guard at < bodyEnd else { return nil }
        let quote = window[at]
        at += 1
        let value = at
        while at < bodyEnd, window[at] != quote { at += 1 }
        place = at + 1
        return (start..<end, UnsafeBufferPointer(start: window + value, count: at - value))
    }

    /// The only byte of a one-letter attribute name, otherwise 0.
    @inline(__always)
    func letter(of name: Range<Int>) -> UInt8 { name.count == 1 ? window[name.lowerBound] : 0 }

    /// The value of an attribute by its local name, entities not resolved; `nil` when it is not there.
    func attribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        var place = 0
        while let next = nextAttribute(&place) {
            if next.name.count == name.utf8CodeUnitCount,
                memcmp(window + next.name.lowerBound, name.utf8Start, next.name.count) == 0
            {
                return next.value
            }
        }
        return nil
    }

    /// The value of an attribute as a string, entities resolved.
    func attributeText(_ name: StaticString) -> String? {
        guard let value = attribute(name) else { return nil }
        var bytes: [UInt8] = []
        appendUnescaped(value, to: &bytes, escapesControls: false)
        return String(decoding: bytes, as: UTF8.self)
    }
}
