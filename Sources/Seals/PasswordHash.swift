// SPDX-License-Identifier: Apache-2.0

import CArgon2
import Glibc

/// A password as it is stored: Argon2id (RFC 9106), with its cost and salt in the text.
///
/// One hash takes about 60 ms and 19 MiB on purpose: run it where it does not hold up other requests.
public struct PasswordHash: Hashable, Sendable {
    /// What a guess costs.
    public struct Cost: Hashable, Sendable {
        /// Memory in KiB.
        public let memory: UInt32
        /// Passes over the memory.
        public let passes: UInt32
        /// Lanes that may run side by side.
        public let lanes: UInt32

        /// A cost of `memory` KiB in `passes` passes over `lanes` lanes.
        public init(memory: UInt32, passes: UInt32, lanes: UInt32) {
            self.memory = memory
            self.passes = passes
            self.lanes = lanes
        }

        /// 19 MiB, two passes, one lane: the least that OWASP's password storage sheet names for Argon2id.
        public static let standard = Cost(memory: 19 * 1024, passes: 2, lanes: 1)
    }

    /// The stored text, `$argon2id$v=19$m=19456,t=2,p=1$…$…`.
    public let encoded: String

    /// A hash read from the store.
    public init(encoded: String) { self.encoded = encoded }

    /// Hashes a new password.
    public init(of password: String, cost: Cost = .standard) throws(SealFailure) {
        encoded = try Self.hash(password, cost)
    }

    /// Whether `password` is the one that was stored; a text that is no hash fits no password.
    public func fits(_ password: String) -> Bool {
        var typed = Array(password.utf8)
        defer { cleanse(&typed) }
        return argon2id_verify(encoded, typed, typed.count) == Int32(ARGON2_OK.rawValue)
    }

    /// Checks a log-in against the stored hash, if there is such an account.
    ///
    /// Without an account a hash is computed all the same, so that the time taken tells nobody which
    /// accounts exist.
    public static func fits(
        _ password: String, stored: PasswordHash?, cost: Cost = .standard
    ) throws(SealFailure) -> Bool {
        if let stored { return stored.fits(password) }
        _ = try hash(password, cost)
        return false
    }

    /// Whether the stored hash was made at another cost than today's, and should be made anew at the next
    /// log-in.
    public func needsRehash(under cost: Cost = .standard) -> Bool {
        !encoded.hasPrefix("$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=\(cost.lanes)$")
    }

    private static func hash(_ password: String, _ cost: Cost) throws(SealFailure) -> String {
        let salt = try RandomText.bytes(16)
        var typed = Array(password.utf8)
        defer { cleanse(&typed) }
        var text = [CChar](repeating: 0, count: 256)
        let status = argon2id_hash_encoded(
            cost.passes, cost.memory, cost.lanes, typed, typed.count, salt, salt.count, 32, &text, text.count)
        guard status == Int32(ARGON2_OK.rawValue) else {
            throw .libraryRefused(call: "argon2id_hash_encoded")
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
