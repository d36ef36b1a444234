// SPDX-License-Identifier: Apache-2.0

import Foundation
import Seals
import Testing

@Suite("SHA-256 and the chain")
struct DigestTests {
    /// FIPS 180-4 examples, the last one a million times "a".
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `a digest is the published one, at once, in pieces and of a file`(
        text: String, times: Int, published: String
    ) throws {
        let bytes = Array(String(repeating: text, count: times).utf8)
        #expect(hex(SHA256.digest(of: bytes)) == published)

        var inPieces = try SHA256()
        for start in stride(from: 0, to: bytes.count, by: 7) {
            inPieces.update(Array(bytes[start..<min(start + 7, bytes.count)]))
        }
        #expect(hex(inPieces.finish()) == published)

        let folder = try Folder()
        try Data(bytes).write(to: URL(filePath: folder.path("content")))
        #expect(try hex(SHA256.digest(ofFileAt: folder.path("content"))) == published)
    }

    @Test func `a file that is not there is named`() throws {
        let path = try Folder().path("nothing")
        #expect(throws: SealFailure.fileUnreadable(path: path, code: ENOENT)) {
            try SHA256.digest(ofFileAt: path)
        }
    }

    @Test func `a link is the digest of the former link and the content`() {
        let first = Chain.next(previous: Chain.origin, content: Array("abc".utf8))
        #expect(first == SHA256.digest(of: [UInt8](repeating: 0, count: 32) + Array("abc".utf8)))
        #expect(Chain.next(previous: first, content: []) == SHA256.digest(of: first))
    }

    @Test func `changing or leaving out one row changes every later link`() {
        let rows = (0..<5).map { Array("row \($0)".utf8) }
        let links = chain(rows)
        var changed = rows
        changed[2][0] ^= 1
        #expect(zip(links, chain(changed)).map(==) == [true, true, false, false, false])
        #expect(chain(Array(rows.dropFirst())).last != links.last)
    }

    private func chain(_ rows: [[UInt8]]) -> [[UInt8]] {
        rows.reduce(into: [Chain.origin]) { links, row in
            links.append(Chain.next(previous: links[links.count - 1], content: row))
        }.dropFirst().map { $0 }
    }
}
