// SPDX-License-Identifier: Apache-2.0

import Seals
import Testing

@Suite("Password hashes")
struct PasswordHashTests {
    private let cheap = PasswordHash.Cost(memory: 64, passes: 1, lanes: 1)

    /// From the test table of the reference implementation of Argon2.
    private let published = PasswordHash(
        encoded: "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")

    @Test func `the published hash fits its password and no other`() {
        #expect(published.fits("password"))
        #expect(!published.fits("passwore"))
        #expect(!published.fits(""))
    }

    @Test func `a new hash costs 19 MiB in two passes and fits only its password`() throws {
        let hash = try PasswordHash(of: "春天的顺义-2012")
        #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(!hash.needsRehash())
        #expect(hash.fits("春天的顺义-2012"))
        #expect(!hash.fits("春天的顺义-2013"))
    }

    @Test func `the same password hashes to another text each time`() throws {
        #expect(try PasswordHash(of: "same", cost: cheap) != PasswordHash(of: "same", cost: cheap))
    }

    @Test(arguments: [
        (PasswordHash.Cost(memory: 64, passes: 1, lanes: 1), false),
        (.init(memory: 65, passes: 1, lanes: 1), true),
        (.init(memory: 64, passes: 2, lanes: 1), true), (.init(memory: 64, passes: 1, lanes: 2), true),
        (.standard, true),
    ])
    func `a hash made at another cost is to be made anew`(wanted: PasswordHash.Cost, isDue: Bool) throws {
        #expect(try PasswordHash(of: "x", cost: cheap).needsRehash(under: wanted) == isDue)
    }

    @Test(arguments: [
        "", "password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$", "$argon2i$v=19$m=256,t=2,p=1$c29$x",
    ])
    func `a text that is no hash fits nothing and is to be made anew`(text: String) {
        #expect(!PasswordHash(encoded: text).fits("password"))
        #expect(PasswordHash(encoded: text).needsRehash())
    }

    @Test func `without an account the answer is no`() throws {
        #expect(try !PasswordHash.fits("password", stored: nil, cost: cheap))
        #expect(try PasswordHash.fits("password", stored: published, cost: cheap))
        #expect(try !PasswordHash.fits("Password", stored: published, cost: cheap))
    }

    /// An impossible cost shows that the work is done, without measuring time.
    @Test func `without an account the same work is done`() {
        let impossible = PasswordHash.Cost(memory: 64, passes: 0, lanes: 1)
        #expect(throws: SealFailure.libraryRefused(call: "argon2id_hash_encoded")) {
            try PasswordHash.fits("password", stored: nil, cost: impossible)
        }
    }
}

@Suite("Password rules")
struct PasswordRulesTests {
    @Test(
        arguments: [
            ("Kf7-mWq2x", [.tooShort(least: 10)]), ("Kf7-mWq2xp", []), ("麦田里的Kf7守望者", []),
            (String(repeating: "Kf7-mWq2", count: 16), []),
            (String(repeating: "Kf7-mWq2", count: 16) + "x", [.tooLong(most: 128)]),
            ("kfmtrwxhpq", [.tooFewKinds(have: 1, least: 3)]),
            ("kfmtrwxhp7", [.tooFewKinds(have: 2, least: 3)]),
            ("kfmtrwxh-7", []), ("Kfmtrwxhp7", []), ("KFMTRWXH-7", []),
            ("", [.tooShort(least: 10), .tooFewKinds(have: 0, least: 3)]),
            ("123456", [.tooShort(least: 10), .tooFewKinds(have: 1, least: 3), .row]),
        ] as [(String, [PasswordFault])])
    func `length and kinds are counted`(password: String, faults: [PasswordFault]) {
        #expect(PasswordRules.faults(of: password, account: "") == faults)
    }

    @Test(arguments: [
        "Password2012", "P@ssw0rd2012!", "!!Admin@2012", "@dmin-20121", "Qwertyuiop-7", "Shunyi@2012",
        "Beijing-2008",
        "1qaz@WSX3edc", "Woaini#5201", "Zaq12wsxcde3",
    ])
    func `what is tried first is common`(password: String) {
        #expect(PasswordRules.faults(of: password, account: "").contains(.common))
    }

    @Test(arguments: [
        ("Kf-12345-wq", false), ("Kf-123456-wq", true), ("Kf-65432-wq", false), ("Kf-654321-wq", true),
        ("Kf-88888-wq", false), ("Kf-888888-wq", true), ("Kf7-abcde-q", false), ("Kf7-aBcDeF-q", true),
    ])
    func `six in a row are refused, five are not`(password: String, isRefused: Bool) {
        #expect(PasswordRules.faults(of: password, account: "") == (isRefused ? [.row] : []))
    }

    @Test(arguments: [
        ("Wangxl-5kq7", "wangxl", true), ("5kq7-WANGXL", "wangxl", true), ("5kq7-w@ngxl", "wangxl", true),
        ("5kq7-lxgnaw", "wangxl", false), ("5kq7-Mwxlab", "wx", false), ("5kq7-Mwxlab", "wxl", true),
        ("5kq7-Mwxlab", "", false),
    ])
    func `the account's name may not stand in it`(password: String, account: String, isHeld: Bool) {
        #expect(PasswordRules.faults(of: password, account: account) == (isHeld ? [.holdsAccountName] : []))
    }

    @Test(arguments: [
        (PasswordFault.tooShort(least: 10), "至少 10 个字符"), (.tooLong(most: 128), "最多 128 个字符"),
        (.tooFewKinds(have: 2, least: 3), "现在只有 2 类"), (.common, "弱密码"), (.row, "连续或重复"),
        (.holdsAccountName, "账号名"),
    ])
    func `each fault is told in Chinese`(fault: PasswordFault, words: String) {
        #expect(fault.sentence.contains(words))
    }
}
