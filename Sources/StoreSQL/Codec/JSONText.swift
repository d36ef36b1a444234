// SPDX-License-Identifier: Apache-2.0

/// A JSON text taken apart once: every value with where it stands, none made into anything yet.
///
/// Foundation's decoder makes a tree of boxed values first; pages that open a hundred sealed rows spent most of
/// their time there.
final class JSONText {
    enum Kind: UInt8 {
        case null, yes, no, number, text, escapedText, object, array
    }

    /// A value, or a key directly before its value. Those within an object or array follow it.
    struct Node {
        let kind: Kind
        /// Its bytes; without the quotes of a text.
        let start: Int
        var end: Int
        /// The number of the first node that is not within this one.
        var after: Int
        let parent: Int
        /// In an object: the key at which to look first, since values are asked for in the order of writing.
        var hint: Int
    }

    let bytes: [UInt8]
    var nodes: [Node] = []
    private static let deepest = 200

    /// - Throws: `DecodingError` when the bytes are no JSON.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 8 + 4)
        let found = bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONScanning(bytes: buffer, nodes: nodes)
            let isSound = reader.value(within: -1, depth: Self.deepest) && reader.isAtEnd
            return isSound ? reader.nodes : nil
        }
        guard let found else { throw fault("no JSON", at: -1) }
        nodes = found
    }

    /// The node after a key of an object; `nil` when there is no such key.
    func value(of name: String, in object: Int) -> Int? {
        let (first, end) = (object + 1, nodes[object].after)
        guard first < end else { return nil }
        var name = name
        return name.withUTF8 { wanted in
            let start = nodes[object].hint
            var place = start
            repeat {
                let value = place + 1
                let next = nodes[value].after < end ? nodes[value].after : first
                if isKey(place, wanted) {
                    nodes[object].hint = next
                    return value
                }
                place = next
            } while place != start
            return nil
        }
    }

    private func isKey(_ place: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[place]
        if node.kind == .escapedText { return text(place).utf8.elementsEqual(wanted) }
        guard node.end - node.start == wanted.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<wanted.count where bytes[node.start + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// The numbers of the keys of an object.
    func keys(of object: Int) -> [Int] {
        var found: [Int] = []
        var place = object + 1
        while place < nodes[object].after {
            found.append(place)
            place = nodes[place + 1].after
        }
        return found
    }

    /// What a text says.
    func text(_ place: Int) -> String {
        let node = nodes[place]
        return bytes.withUnsafeBufferPointer { bytes in
            let part = UnsafeBufferPointer(rebasing: bytes[node.start..<node.end])
            return node.kind == .escapedText
                ? JSONScanning.unescaped(part) : String(decoding: part, as: UTF8.self)
        }
    }

    /// A whole number; `nil` for anything else.
    func integer<Number: FixedWidthInteger>(_ place: Int) -> Number? {
        let node = nodes[place]
        guard node.kind == .number else { return nil }
        var digits = node.start..<node.end
        let isNegative = bytes[node.start] == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        var number: Number = 0
        for place in digits {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit < 10, let next = Number(exactly: digit) else { return nil }
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflows) =
                isNegative ? tens.subtractingReportingOverflow(next) : tens.addingReportingOverflow(next)
            guard !isTooLarge, !overflows else { return nil }
            number = sum
        }
        return digits.isEmpty ? nil : number
    }

    // MARK: Faults

    /// Says where a fault stands, never what stands there.
    func fault(_ says: String, at place: Int) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(to: place), debugDescription: says))
    }

    /// The keys that lead to a value.
    func path(to place: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var place = place
        while place > 0 {
            let parent = nodes[place].parent
            if parent >= 0, nodes[parent].kind == .object {
                path.append(JSONPlace(stringValue: text(place - 1)))
            }
            place = parent
        }
        return path.reversed()
    }
}

/// A key on the way to a fault.
struct JSONPlace: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
