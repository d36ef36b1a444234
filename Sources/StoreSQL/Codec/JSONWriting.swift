// SPDX-License-Identifier: Apache-2.0

/// Writes values as JSON straight into bytes.
///
/// Foundation's encoder builds a tree of every value first; an import of a district's roll spends most of its time
/// there. What this writes, Foundation's decoder reads.
struct JSONWriting: Encoder {
    let output: JSONOutput

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The value as bytes.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let output = JSONOutput()
        try value.encode(to: JSONWriting(output: output))
        output.close(to: 0)
        return output.bytes
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectWriting(output: output, depth: output.open(.object)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONArrayWriting(output: output, depth: output.open(.array))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONValueWriting(output: output) }
}

/// The bytes written so far and the objects and arrays that are still open.
final class JSONOutput {
    enum Bracket: UInt8 {
        case object = 0x7B
        case array = 0x5B

        var closing: UInt8 { rawValue + 2 }
    }

    private(set) var bytes: [UInt8] = []
    private var brackets: [(bracket: Bracket, isEmpty: Bool)] = []

    init() { bytes.reserveCapacity(768) }

    /// Opens an object or array and answers with its depth.
    func open(_ bracket: Bracket) -> Int {
        bytes.append(bracket.rawValue)
        brackets.append((bracket, true))
        return brackets.count
    }

    /// Closes everything that was opened within the object or array at a depth.
    func close(to depth: Int) {
        while brackets.count > depth {
            if let last = brackets.popLast() { bytes.append(last.bracket.closing) }
        }
    }

    /// Begins an element of the array at a depth.
    func element(at depth: Int) {
        close(to: depth)
        if !brackets[depth - 1].isEmpty { bytes.append(0x2C) }
        brackets[depth - 1].isEmpty = false
    }

    /// Begins the value of a key of the object at a depth.
    func key(_ name: String, at depth: Int) {
        element(at: depth)
        write(name)
        bytes.append(0x3A)
    }

    func write(_ text: String) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { letters in
            if letters.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
                for letter in letters { writeEscaped(letter) }
            } else {
                bytes.append(contentsOf: letters)
            }
        }
        bytes.append(0x22)
    }

    private func writeEscaped(_ letter: UInt8) {
        switch letter {
        case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, letter])
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(
                contentsOf: Array("\\u00".utf8) + [digits[Int(letter >> 4)], digits[Int(letter & 15)]])
        case _: bytes.append(letter)
        }
    }

    func write(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

    func write(_ yes: Bool) { bytes.append(contentsOf: (yes ? "true" : "false").utf8) }

    func writeNull() { bytes.append(contentsOf: "null".utf8) }

    func write(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number,
                EncodingError.Context(codingPath: [], debugDescription: "JSON has finite numbers only"))
        }
        bytes.append(contentsOf: number.description.utf8)
    }
}
