// SPDX-License-Identifier: Apache-2.0

import Seals
import Testing

@Suite("Sealing single values")
struct SealerTests {
    private let sealer: Sealer
    private let folder: Folder
    private let place = SealedPlace(column: "people.identity_number", row: "p-1")
    private let number = "990101199001010018"

    init() throws {
        folder = try Folder()
        sealer = try Sealer(keys: folder.knownKeys())
    }

    /// Made with another implementation (Python's cryptography): key 2 is 32 times 0x02, nonce 00…0b,
    /// associated data the header, then each part of the place behind its length in four bytes.
    @Test func `an envelope made elsewhere opens`() throws {
        let sealed = try bytes(
            "01010002000102030405060708090a0b"
                + "7031d2cbe178bd7d12b87027ae8f55cb6206" + "dfc3753f89ddbf9d1c2ac4f3630d947c"
        )
        #expect(try sealer.openText(sealed, at: place) == number)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 18, 4096])
    func `what is sealed opens again, 32 bytes longer`(length: Int) throws {
        let plain = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = try sealer.seal(plain, at: place)
        #expect(sealed.count == length + 32)
        #expect(Array(sealed.prefix(4)) == [1, 1, 0, 2])
        #expect(try sealer.open(sealed, at: place) == plain)
    }

    @Test func `the same value never seals to the same bytes`() throws {
        let sealed = try (0..<1000).map { _ in try sealer.seal(number, at: place) }
        #expect(Set(sealed.map { Array($0[4..<16]) }).count == 1000)
    }

    @Test(arguments: [
        SealedPlace(column: "people.phone", row: "p-1"), .init(column: "people.identity_number", row: "p-2"),
        .init(column: "people.identity_numberp", row: "-1"), .init(column: "people.identity_number", row: ""),
    ])
    func `a value moved to another row or column does not open`(other: SealedPlace) throws {
        let sealed = try sealer.seal(number, at: place)
        #expect(throws: SealFailure.notAuthentic) { try sealer.open(sealed, at: other) }
    }

    @Test func `a change to any single byte is noticed`() throws {
        let sealed = try sealer.seal(number, at: place)
        for position in sealed.indices {
            var changed = sealed
            changed[position] ^= 1
            let expected: SealFailure =
                switch position {
                case 0: .envelopeMalformed
                case 1: .algorithmUnknown(0)
                case 2: .keyUnknown(0x0102)
                case 3: .keyUnknown(3)
                default: .notAuthentic
                }
            #expect(throws: expected) { try sealer.open(changed, at: place) }
        }
        #expect(try sealer.openText(sealed, at: place) == number)
    }

    @Test func `another key's number on the envelope does not open it`() throws {
        var sealed = try sealer.seal(number, at: place)
        sealed[3] = 1
        #expect(throws: SealFailure.notAuthentic) { try sealer.open(sealed, at: place) }
    }

    @Test func `an envelope cut anywhere does not open`() throws {
        let sealed = try sealer.seal(number, at: place)
        for length in 0..<32 {
            #expect(throws: SealFailure.envelopeMalformed) {
                try sealer.open(Array(sealed.prefix(length)), at: place)
            }
        }
        for length in 32..<sealed.count {
            #expect(throws: SealFailure.notAuthentic) {
                try sealer.open(Array(sealed.prefix(length)), at: place)
            }
        }
    }

    @Test func `bytes that are no text are not made into one`() throws {
        let sealed = try sealer.seal([0xff, 0xfe], at: place)
        #expect(throws: SealFailure.notText) { try sealer.openText(sealed, at: place) }
    }

    @Test func `many tasks seal and open at once without mixing values`() async throws {
        let sealer = sealer
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for task in 0..<32 {
                group.addTask {
                    try (0..<300).allSatisfy { turn in
                        let place = SealedPlace(column: "people.phone", row: Int64(task))
                        let text = "1390000\(task)-\(turn)"
                        let sealed = try sealer.seal(text, at: place)
                        let moved = SealedPlace(column: "people.phone", row: Int64(task + 1))
                        guard (try? sealer.open(sealed, at: moved)) == nil else { return false }
                        return try sealer.openText(sealed, at: place) == text
                    }
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    private func bytes(_ hex: String) throws -> [UInt8] {
        try stride(from: 0, to: hex.count, by: 2).map { start in
            try #require(UInt8(hex.dropFirst(start).prefix(2), radix: 16))
        }
    }
}
