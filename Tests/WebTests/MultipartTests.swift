// SPDX-License-Identifier: Apache-2.0
import Testing
import Web

@Suite("上传的表单（RFC 7578）")
struct MultipartTests {
    private let type = "multipart/form-data; boundary=XX"

    private func read(_ text: String, type: String = "multipart/form-data; boundary=XX") throws -> Fields {
        try Multipart.fields(Array(text.utf8), contentType: type)
    }

    @Test func `fields and files come out as they were sent`() throws {
        let body = MultipartBody(
            fields: [("unit", "4"), ("note", "第一行\r\n第二行"), ("empty", "")],
            files: [UploadedFile(field: "file", name: "名册;2026.xlsx", bytes: [0, 13, 10, 45, 45, 255])])
        let fields = try Multipart.fields(body.bytes, contentType: body.type)
        #expect(fields.raw("unit") == "4")
        #expect(fields.raw("note") == "第一行\r\n第二行")
        #expect(fields.pairs.last?.value == "")
        #expect(fields.files.count == 1)
        #expect(fields.files.first?.name == "名册;2026.xlsx")
        #expect(fields.files.first?.bytes == [0, 13, 10, 45, 45, 255])
    }

    @Test func `a file that looks like a mark is still a file`() throws {
        let inner = "\r\n--X\r\n--XY\r\n-XX--\r\n"
        let fields = try read(
            "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n\(inner)\r\n--XX--\r\n"
        )
        #expect(fields.files.first?.bytes == Array(inner.utf8))
    }

    @Test func `no file chosen is no file`() throws {
        let fields = try read(
            "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--XX--\r\n")
        #expect(fields.files.isEmpty)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=\"a b\"", "a b"),
        ("multipart/form-data; charset=x; boundary=ab", "ab"),
        ("Multipart/Form-Data; Boundary=ab", "ab"),
    ])
    func `boundaries come quoted, after others, in any case`(type: String, boundary: String) throws {
        let body = "--\(boundary)\r\ncontent-disposition: form-data; name=n\r\n\r\nv\r\n--\(boundary)--"
        #expect(try read(body, type: type).raw("n") == "v")
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
    ])
    func `without a boundary nothing is read`(type: String) {
        #expect(throws: MultipartFault.noBoundary) { try read("--XX--", type: type) }
    }

    @Test(arguments: [
        "", "--XX", "--XX\r\n", "XX--", "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv",
        "--XX\r\nContent-Disposition: form-data\r\n\r\nv\r\n--XX--", "--XX\r\n\r\n\r\nv\r\n--XX--", "--XXzz",
    ])
    func `what is cut off or malformed is refused whole`(body: String) {
        #expect(throws: MultipartFault.broken) { try read(body) }
    }

    @Test(arguments: [(Multipart.mostParts, true), (Multipart.mostParts + 1, false)])
    func `parts are counted`(parts: Int, isTaken: Bool) {
        let part = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n"
        let body = String(repeating: part, count: parts) + "--XX--"
        #expect((try? read(body))?.pairs.count == (isTaken ? parts : nil))
    }

    /// Bodies cut and changed at random: whatever comes out, nothing crashes and nothing is made up.
    @Test(arguments: [20_260_302 as UInt64, 7, 99])
    func `no body crashes the reader`(seed: UInt64) {
        var random = Random(state: seed)
        let body = MultipartBody(
            fields: [("a", "1"), ("b", "二")],
            files: [UploadedFile(field: "f", name: "x.csv", bytes: Array("行,列\r\n--".utf8))], boundary: "XX")
        for _ in 0..<4_000 {
            var bytes = body.bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2:
                    bytes.insert([13, 10, 45, 59, 34, 92, 61].randomElement(using: &random) ?? 0, at: place)
                default: bytes = Array(bytes[..<place]) + [13, 10]
                }
                if bytes.isEmpty { bytes = [45] }
            }
            guard let fields = try? Multipart.fields(bytes, contentType: type) else { continue }
            #expect(fields.pairs.count + fields.files.count <= 8, "seed \(seed)")
        }
    }

    @Test func `a large file is read in a moment`() throws {
        // Line ends and hyphens everywhere: the worst that a search for the mark can meet in real files.
        let bytes = (0..<16 * 1024 * 1024).map { UInt8(truncatingIfNeeded: $0 % 7 == 0 ? 13 : 10 + $0 % 3) }
        let body = MultipartBody(fields: [], files: [UploadedFile(field: "f", name: "x", bytes: bytes)])
        let start = ContinuousClock.now
        let fields = try Multipart.fields(body.bytes, contentType: body.type)
        #expect(fields.files.first?.bytes.count == bytes.count)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
