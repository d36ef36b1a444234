// SPDX-License-Identifier: Apache-2.0

import Seals
import Testing

@Suite("Tokens")
struct TokensTests {
    private let tokens: Tokens

    init() throws { tokens = Tokens(keys: try Folder().knownKeys()) }

    @Test(arguments: [0, 1, 31, 32, 33, 1000])
    func `as many random bytes come as were asked for`(count: Int) throws {
        #expect(try Tokens.randomBytes(count).count == count)
    }

    @Test func `session ids are 43 characters fit for an address, and differ`() throws {
        let ids = try (0..<1000).map { _ in try Tokens.sessionID() }
        #expect(Set(ids).count == 1000)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil })
    }

    @Test func `what is stored of a token is its digest`() {
        #expect(
            hex(Tokens.storedForm(of: "abc"))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `first passwords can be read aloud, differ, and satisfy the rules`() throws {
        let passwords = try (0..<1000).map { _ in try Tokens.firstPassword() }
        #expect(Set(passwords).count == 1000)
        for password in passwords {
            #expect(password.wholeMatch(of: /[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}/) != nil)
            #expect(PasswordRules.faults(of: password, account: "").isEmpty)
        }
    }

    /// 12,000 letters of 31: each is expected 387 times; 250 and 550 are more than six deviations away.
    @Test func `every letter of a first password is about equally likely`() throws {
        var counts: [Character: Int] = [:]
        for _ in 0..<1000 {
            for letter in try Tokens.firstPassword() where letter != "-" { counts[letter, default: 0] += 1 }
        }
        #expect(counts.count == 31)
        #expect(counts.values.allSatisfy { (250...550).contains($0) })
    }

    /// Computed with another implementation (Python's hmac), the key being 32 times 0x70.
    @Test func `a form's stamp is the HMAC-SHA256 of session and purpose`() {
        #expect(
            tokens.csrfToken(session: "session", purpose: "hand-up")
                == "_CJRCf6bu5xCvb3CNfYHC_O5nGJtxjGx-5DSVhTIUBI")
    }

    @Test(arguments: [
        ("session", "hand-up", true), ("session", "hand-ups", false), ("sessionh", "and-up", false),
        ("other", "hand-up", false), ("", "", false),
    ])
    func `a stamp holds for its session and purpose only`(session: String, purpose: String, holds: Bool) {
        let stamp = tokens.csrfToken(session: "session", purpose: "hand-up")
        #expect(tokens.isCSRFToken(stamp, session: session, purpose: purpose) == holds)
    }

    @Test(arguments: ["", "x", "_CJRCf6bu5xCvb3CNfYHC_O5nGJtxjGx-5DSVhTIUB"])
    func `a made-up stamp does not hold`(stamp: String) {
        #expect(!tokens.isCSRFToken(stamp, session: "session", purpose: "hand-up"))
    }

    @Test(
        arguments: [
            ([], [], true), ([1], [1], true), ([1], [2], false), ([1], [1, 2], false), ([], [1], false),
            ([1, 2, 3], [1, 2, 4], false),
        ] as [([UInt8], [UInt8], Bool)])
    func `comparison tells equal from different`(one: [UInt8], other: [UInt8], isEqual: Bool) {
        #expect(Tokens.areEqual(one, other) == isEqual)
    }
}
