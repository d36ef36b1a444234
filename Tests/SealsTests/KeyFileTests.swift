// SPDX-License-Identifier: Apache-2.0

import Foundation
import Seals
import Testing

@Suite("The key file")
struct KeyFileTests {
    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("yuanzhu.keys")
    }

    @Test func `the first run makes it for its owner only and leaves nothing else behind`() throws {
        let keys = try KeyFile.open(orCreate: path)
        #expect(keys.sealingKeys == [1])
        #expect(try mode() == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path()) == ["yuanzhu.keys"])
    }

    @Test func `the second run finds the same keys`() throws {
        let place = SealedPlace(column: "people.phone", row: 1)
        let sealed = try Sealer(keys: KeyFile.open(orCreate: path)).seal("13900000000", at: place)
        #expect(try Sealer(keys: KeyFile.open(orCreate: path)).openText(sealed, at: place) == "13900000000")
    }

    @Test func `two installations have different keys`() throws {
        let one = try KeyFile.open(orCreate: path)
        let other = try KeyFile.open(orCreate: folder.path("other.keys"))
        #expect(BlindIndex(keys: one).index(.phone, "1") != BlindIndex(keys: other).index(.phone, "1"))
    }

    @Test(arguments: 0..<20)
    func `many that make it at once all use the one that came first`(round: Int) async throws {
        let path = path
        let indexes = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask { BlindIndex(keys: try KeyFile.open(orCreate: path)).index(.phone, "1") }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(indexes.count == 1)
    }

    @Test(arguments: [
        (0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o620, false), (0o602, false),
        (0o644, false), (0o666, false), (0o601, false),
    ])
    func `it is refused when anybody else may open it`(bits: Int, isTaken: Bool) throws {
        _ = try KeyFile.open(orCreate: path)
        try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
        if isTaken {
            #expect(try KeyFile.open(path).sealingKeys == [1])
        } else {
            let refusal = SealFailure.keyFileExposed(path: path, mode: UInt32(bits))
            #expect(throws: refusal) { try KeyFile.open(orCreate: path) }
            #expect(refusal.sentence.contains("chmod 600 \(path)"))
            #expect(refusal.sentence.contains(String(bits, radix: 8)))
        }
    }

    @Test func `one that must be there is not made`() {
        #expect(throws: SealFailure.keyFileMissing(path: path)) { try KeyFile.open(path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a folder that is not there is told`() throws {
        let lost = folder.path("none/yuanzhu.keys")
        #expect(throws: SealFailure.keyFileUnusable(path: lost, code: ENOENT)) {
            try KeyFile.open(orCreate: lost)
        }
    }

    private static let whole = [
        "yuanzhu-keys 1", "sealing 1 " + Folder.key(1), "blind-index " + Folder.key(2),
        "token " + Folder.key(3),
    ]

    @Test(arguments: [
        ([], 0), ([whole[0]], 0), (Array(whole.prefix(3)), 0), (["other 1"] + whole.dropFirst(), 1),
        (whole + [whole[1]], 5), (whole + [whole[2]], 5), (whole + ["token"], 5),
        (whole + ["sealing 0 " + Folder.key(4)], 5), (whole + ["sealing 65536 " + Folder.key(4)], 5),
        ([whole[0], "sealing 1 " + Folder.key(1).dropLast()], 2),
        ([whole[0], "sealing 1 g" + Folder.key(1).dropLast()], 2),
        (whole + ["sealing 2 x " + Folder.key(4)], 5),
    ])
    func `a spoilt file is refused with its line, and never replaced`(lines: [String], line: Int) throws {
        try folder.write(lines, path)
        #expect(throws: SealFailure.keyFileMalformed(path: path, line: line)) {
            try KeyFile.open(orCreate: path)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == lines.map { $0 + "\n" }.joined())
    }

    @Test func `rotating adds a current key, keeps the old ones and the file's mode`() throws {
        let place = SealedPlace(column: "people.phone", row: 1)
        let before = try Sealer(keys: KeyFile.open(orCreate: path))
        let old = try before.seal("13900000000", at: place)
        let keys = try KeyFile.rotateSealingKey(at: path)
        let after = try Sealer(keys: keys)
        let new = try after.seal("13900000000", at: place)

        #expect(keys.sealingKeys == [1, 2])
        #expect(keys.currentSealingKey == 2)
        #expect(try mode() == 0o600)
        #expect(try after.openText(old, at: place) == "13900000000")
        #expect(try (after.isOutdated(old), after.isOutdated(new)) == (true, false))
        #expect(throws: SealFailure.keyUnknown(2)) { try before.open(new, at: place) }
    }

    @Test func `many that rotate at once lose no key`() async throws {
        let path = path
        _ = try KeyFile.open(orCreate: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try KeyFile.rotateSealingKey(at: path) } }
            try await group.waitForAll()
        }
        #expect(try KeyFile.open(path).sealingKeys == Array(1...9))
    }

    @Test func `keys do not show when printed or dumped`() throws {
        let keys = try folder.knownKeys()
        var text = "\(keys) \(String(reflecting: keys))"
        dump(keys, to: &text)
        #expect(!text.contains(Folder.key(1)))
        #expect(!text.contains("0x0101"))
        #expect(text.contains("•••"))
    }

    private func mode() throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
}
