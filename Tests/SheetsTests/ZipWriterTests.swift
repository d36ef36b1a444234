// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sheets
import Testing

@Suite("Files packed together")
struct ZipWriterTests {
    private static let python = "/usr/bin/python3"
    private static let hasPython = FileManager.default.isExecutableFile(atPath: python)

    /// What Python's own reader finds: one line a file, its name and its bytes in hexadecimal.
    private func told(_ archive: [UInt8]) throws -> String {
        let file = NSTemporaryDirectory() + "pile-\(UUID().uuidString).zip"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(archive).write(to: URL(filePath: file))
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [
            "-c",
            """
            import sys, zipfile
            whole = zipfile.ZipFile(sys.argv[1])
            assert whole.testzip() is None
            for one in whole.infolist():
                print(one.filename, bool(one.flag_bits & 0x800), one.compress_type, whole.read(one).hex())
            """, file,
        ]
        var environment = ProcessInfo.processInfo.environment
        environment["PYTHONIOENCODING"] = "utf-8"
        process.environment = environment
        process.standardOutput = output
        try process.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: read, as: UTF8.self)
    }

    @Test(.enabled(if: hasPython, "no /usr/bin/python3"))
    func `Chinese names are marked as UTF-8, in their order, with every byte as it was`() throws {
        var zip = ZipWriter()
        zip.add("0001 推荐介绍信〔2026〕第1号.pdf", [0x25, 0x50, 0x44, 0x46])
        zip.add("0002 plain.pdf", [])
        zip.add("0003 生僻字𠮷.pdf", Array(0...255))
        let lines = try told(try zip.packed()).split(separator: "\n")
        #expect(
            lines == [
                "0001 推荐介绍信〔2026〕第1号.pdf True 0 25504446", "0002 plain.pdf False 0 ",
                "0003 生僻字𠮷.pdf True 0 " + (0...255).map { String(format: "%02x", $0) }.joined(),
            ])
    }
}
