// SPDX-License-Identifier: Apache-2.0

import CCrypto

/// Bytes of a key, kept outside Swift's copied arrays and overwritten when the last holder lets go.
///
/// Prints and reflects as nothing, so that it cannot reach a log by accident.
final class Secret: Sendable, CustomStringConvertible, CustomReflectable {
    let count: Int
    // Written only in the initialiser, before another thread can see the object; read-only afterwards.
    nonisolated(unsafe) private let start: UnsafeMutableRawPointer

    init<Failure: Error>(
        count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let start = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 16)
        do {
            try fill(UnsafeMutableRawBufferPointer(start: start, count: count))
        } catch {
            OPENSSL_cleanse(start, count)
            start.deallocate()
            throw error
        }
        self.count = count
        self.start = start
    }

    /// A new random key.
    static func random(count: Int) throws(SealFailure) -> Secret {
        try Secret(count: count) { bytes throws(SealFailure) in try fillRandomly(bytes) }
    }

    deinit {
        OPENSSL_cleanse(start, count)
        start.deallocate()
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(start: start, count: count))
    }

    var description: String { "•••" }
    var customMirror: Mirror { Mirror(self, children: []) }
}

/// Overwrites an array that held a secret.
///
/// Only this copy: Swift may have made others that the language gives no hand on.
func cleanse(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
}

/// Fills a buffer from the library's generator, which seeds itself from the system.
func fillRandomly(_ bytes: UnsafeMutableRawBufferPointer) throws(SealFailure) {
    guard !bytes.isEmpty else { return }
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard RAND_bytes(start, Int32(bytes.count)) == 1 else { throw .noRandomness }
}
