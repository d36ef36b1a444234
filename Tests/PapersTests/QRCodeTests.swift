// SPDX-License-Identifier: Apache-2.0
import Foundation
import Papers
import Testing

@Suite("二维码：ISO/IEC 18004，字节模式，M级，1至10版")
struct QRCodeTests {
    /// Bytes that fit level M, by the standard's table 7.
    private static let capacities = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]

    @Test(arguments: zip(1...10, capacities))
    func `each version takes as many bytes as the standard says and not one more`(version: Int, bytes: Int) {
        #expect(QRCode(String(repeating: "a", count: bytes))?.version == version)
        #expect(
            QRCode(String(repeating: "a", count: bytes + 1))?.version == (version < 10 ? version + 1 : nil))
        #expect(QRCode(String(repeating: "a", count: bytes))?.rows.count == 17 + 4 * version)
    }

    /// The letter Q of the outside judge: another encoder draws the same modules under the same mask.
    @Test(.enabled(if: Judge.isThere, "python's qrcode is not installed: run bin/install --tests"))
    func `another encoder draws the same modules`() throws {
        let texts =
            Self.capacities.map { String(repeating: "援", count: $0 / 3) }
            + ["", "a", "就业援助卡 杨镇 YZ2026-0018 2026-03-23", "推荐介绍信 杨镇沙岭村 〔2026〕第12号 2026年3月17日"]
        for text in texts {
            let code = try #require(QRCode(text))
            let rows = code.rows.map { String($0.map { $0 ? "1" : "0" }) }
            #expect(try Judge.rows(text, version: code.version, mask: mask(of: code)) == rows, "\(text)")
        }
    }

    /// The mask as the format bits beside the upper left finder say.
    private func mask(of code: QRCode) -> Int {
        let bits = [2, 3, 4].map { code.rows[8][$0] ? 1 : 0 }
        return (bits[0] << 2 | bits[1] << 1 | bits[2]) ^ 0b101
    }

    @Test func `the picture is one path with four empty modules around`() throws {
        let svg = try #require(QRCode("a")).svg
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("M4 4h7v1h-7z"))
        #expect(!svg.contains("M3 "))
    }

    private enum Judge {
        static let isThere = Judges.place.pythons.contains {
            (try? Judges.run($0, ["-c", "import qrcode"]))?.status == 0
        }

        static func rows(_ text: String, version: Int, mask: Int) throws -> [String] {
            let script = """
                import sys, qrcode
                from qrcode.util import QRData, MODE_8BIT_BYTE
                code = qrcode.QRCode(version=\(version), error_correction=qrcode.constants.ERROR_CORRECT_M,
                                     border=0, mask_pattern=\(mask))
                code.add_data(QRData(sys.stdin.buffer.read(), mode=MODE_8BIT_BYTE, check_data=False))
                code.make(fit=False)
                for row in code.modules: print("".join("1" if dark else "0" for dark in row))
                """
            let python = try #require(Judges.place.pythons.first)
            let told = try Judges.run(python, ["-c", script], input: text)
            return String(decoding: told.output, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }
}
