// SPDX-License-Identifier: Apache-2.0

import CCrypto

/// The form of the key file: one key a line, in hexadecimal, the highest-numbered sealing key is the
/// current one.
///
///     yuanzhu-keys 1
///     sealing 1 6f3c…
///     blind-index 91ab…
///     token 07de…
extension KeyFile {
    private static let title = "yuanzhu-keys 1"

    init(path: String, reading held: Secret) throws(SealFailure) {
        var sealing: [UInt16: Secret] = [:]
        var blindIndex: Secret?
        var token: Secret?
        let lines = held.withBytes { bytes in
            bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(\.indices)
        }
        for (number, range) in lines.enumerated() where !range.isEmpty {
            let line = KeyLine(held, range)
            if number == 0, line.words == Self.title.split(separator: " ").map(String.init) { continue }
            let fault = SealFailure.keyFileMalformed(path: path, line: number + 1)
            guard number > 0, let key = line.key else { throw fault }
            switch (line.words.first, line.words.count) {
            case ("sealing", 2):
                guard let id = UInt16(line.words[1]), id > 0, sealing.updateValue(key, forKey: id) == nil
                else { throw fault }
            case ("blind-index", 1) where blindIndex == nil: blindIndex = key
            case ("token", 1) where token == nil: token = key
            case _: throw fault
            }
        }
        guard let current = sealing.keys.max(), let blindIndex, let token else {
            throw .keyFileMalformed(path: path, line: 0)
        }
        self.init(
            path: path, current: current, sealing: sealing, blindIndex: blindIndex, token: token)
    }

    /// The file's text, as a secret.
    func written() -> Secret {
        var text = Array((Self.title + "\n").utf8)
        for id in sealingKeys {
            if let key = sealing[id] { Self.append("sealing \(id)", key, to: &text) }
        }
        Self.append("blind-index", blindIndex, to: &text)
        Self.append("token", token, to: &text)
        defer { cleanse(&text) }
        return Secret(count: text.count) { $0.copyBytes(from: text) }
    }

    private static func append(_ name: String, _ key: Secret, to text: inout [UInt8]) {
        // A growing array leaves its former storage behind uncleansed, so make room once.
        text.reserveCapacity(1 << 16)
        text += Array("\(name) ".utf8)
        key.withBytes { Hexadecimal.append($0, to: &text) }
        text.append(UInt8(ascii: "\n"))
    }
}

/// One line of a key file: words, of which the last may be a key that never becomes a string.
private struct KeyLine {
    let words: [String]
    let key: Secret?

    init(_ held: Secret, _ range: Range<Int>) {
        var words: [String] = []
        var key: Secret?
        held.withBytes { bytes in
            for word in bytes[range].split(separator: UInt8(ascii: " ")) {
                if word.count == 2 * KeyFile.keyLength, key == nil {
                    key = Hexadecimal.secret(from: word)
                } else {
                    words.append(String(decoding: word.prefix(16), as: UTF8.self))
                }
            }
        }
        self.words = words
        self.key = key
    }
}

/// Hexadecimal digits to and from bytes.
enum Hexadecimal {
    private static let alphabet = Array("0123456789abcdef".utf8)

    static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        for byte in bytes {
            text.append(alphabet[Int(byte >> 4)])
            text.append(alphabet[Int(byte & 15)])
        }
    }

    static func secret(from digits: Slice<UnsafeRawBufferPointer>) -> Secret? {
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ value(of: $0) != nil }) else { return nil }
        return Secret(count: digits.count / 2) { bytes in
            for place in 0..<bytes.count {
                let digit = digits.startIndex + 2 * place
                bytes[place] = (value(of: digits[digit]) ?? 0) << 4 | (value(of: digits[digit + 1]) ?? 0)
            }
        }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        alphabet.firstIndex(of: digit).map(UInt8.init)
    }
}
