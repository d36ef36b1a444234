// SPDX-License-Identifier: Apache-2.0

import CCrypto

/// Random tokens, first passwords, and the stamps that bind a form to a session.
public struct Tokens: Sendable {
    private let key: Secret

    /// Stamps are made with the token key of `keys`.
    public init(keys: KeyFile) { key = keys.token }

    /// `count` random bytes.
    public static func randomBytes(_ count: Int) throws(SealFailure) -> [UInt8] {
        try RandomText.bytes(count)
    }

    /// A random token of 256 bits that may stand in an address: 43 characters.
    public static func urlSafe() throws(SealFailure) -> String { try RandomText.token(bytes: 32) }

    /// The name of a new session, as it goes into the cookie. Store only its ``storedForm(of:)``.
    public static func sessionID() throws(SealFailure) -> String { try urlSafe() }

    /// What the database keeps of a token: a stolen copy opens no session.
    ///
    /// A plain digest will do, since the token has 256 random bits and cannot be guessed.
    public static func storedForm(of token: String) -> [UInt8] { SHA256.digest(of: Array(token.utf8)) }

    /// A first password to be read out over the phone, like `kfmt-7rwx-92hp`: 59 random bits.
    ///
    /// Lower case only, without 0, 1, i, l, o; satisfies ``PasswordRules``.
    public static func firstPassword() throws(SealFailure) -> String {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
        while true {
            let letters = try RandomText.letters(12, of: alphabet)
            let groups = stride(from: 0, to: 12, by: 4).map {
                String(decoding: letters[$0..<$0 + 4], as: UTF8.self)
            }
            let password = groups.joined(separator: "-")
            if PasswordRules.faults(of: password, account: "").isEmpty { return password }
        }
    }

    /// The stamp in a form that shows it came from this session and is meant for this purpose.
    public func csrfToken(session: String, purpose: String) -> String {
        RandomText.urlSafe(stamp(session: session, purpose: purpose))
    }

    /// Whether a form brings the stamp of this session and purpose.
    public func isCSRFToken(_ given: String, session: String, purpose: String) -> Bool {
        Self.areEqual(Array(given.utf8), Array(csrfToken(session: session, purpose: purpose).utf8))
    }

    /// Compares without telling by the time taken where two values differ. Their lengths are no secret.
    public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
    }

    /// What stands in the address under which a card is checked: 128 bits that only the holder of the token key can
    /// make for a case and the number of its card.
    ///
    /// It is made anew whenever it is needed, and kept nowhere; with another token key the addresses on printed
    /// cards lead nowhere.
    public func cardCode(case number: Int, card: String) -> String {
        var message = Array("card".utf8)
        Framing.append(String(number), to: &message)
        Framing.append(card, to: &message)
        return RandomText.urlSafe(Array(Keyed.hash(message, key: key).prefix(16)))
    }

    /// What stands on the invitation to a job fair, short enough to be typed at the entrance: 40 bits that only the
    /// holder of the token key can make, like `K7QM2WXP`.
    ///
    /// It opens nothing but a sign-in on one day, which shows no name; the pace of public pages keeps anybody from
    /// trying codes one after another.
    public func guestCode(fair number: Int, case guest: Int) -> String {
        var message = Array("fair".utf8)
        Framing.append(String(number), to: &message)
        Framing.append(String(guest), to: &message)
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
        return String(
            decoding: Keyed.hash(message, key: key).prefix(8).map { letters[Int($0) % letters.count] },
            as: UTF8.self)
    }

    private func stamp(session: String, purpose: String) -> [UInt8] {
        var message = Array("csrf".utf8)
        Framing.append(session, to: &message)
        Framing.append(purpose, to: &message)
        return Keyed.hash(message, key: key)
    }
}

/// HMAC-SHA256 (RFC 2104).
enum Keyed {
    static func hash(_ message: [UInt8], key: Secret) -> [UInt8] {
        var value = [UInt8](repeating: 0, count: SHA256.length)
        let done = key.withBytes { bytes in
            HMAC(
                Algorithms.sha256, bytes.baseAddress, Int32(bytes.count), message, message.count, &value, nil)
        }
        precondition(done != nil, "HMAC-SHA256 takes any message")
        return value
    }
}

/// Joins texts so that no two lists of texts give the same bytes.
enum Framing {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: text.utf8)
    }
}
