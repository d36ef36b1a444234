// SPDX-License-Identifier: Apache-2.0

/// Finds one byte string in another after Horspool: jumps by up to the pattern's length, so that a file of
/// tens of megabytes is searched in milliseconds.
struct ByteSearch {
    private let pattern: [UInt8]
    private let jumps: [Int]

    /// - Parameter pattern: at least one byte.
    init(_ pattern: [UInt8]) {
        precondition(!pattern.isEmpty, "nothing to look for")
        self.pattern = pattern
        var jumps = [Int](repeating: pattern.count, count: 256)
        for (index, byte) in pattern.dropLast().enumerated() { jumps[Int(byte)] = pattern.count - 1 - index }
        self.jumps = jumps
    }

    /// The first place at or after `start`; `nil` when there is none.
    func first(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                jumps.withUnsafeBufferPointer { Self.first(pattern, $0, in: bytes, from: start) }
            }
        }
    }

    private static func first(
        _ pattern: UnsafeBufferPointer<UInt8>, _ jumps: UnsafeBufferPointer<Int>,
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let last = pattern.count - 1
        var place = start
        while place + last < bytes.count {
            let end = bytes[place + last]
            if end == pattern[last], isMatch(pattern, bytes, at: place) { return place }
            place += jumps[Int(end)]
        }
        return nil
    }

    private static func isMatch(
        _ pattern: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> Bool {
        for index in pattern.indices where bytes[place + index] != pattern[index] { return false }
        return true
    }
}
