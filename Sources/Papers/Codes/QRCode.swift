// SPDX-License-Identifier: Apache-2.0

/// 二维码: a text as a QR code (ISO/IEC 18004), byte mode, level M, versions 1 to 10 (up to 213 bytes).
public struct QRCode: Hashable, Sendable {
    /// 1 to 10.
    public let version: Int
    /// Rows from above, `true` for dark; without the quiet zone.
    public let rows: [[Bool]]

    /// The code of a text in UTF-8; `nil` when it does not fit version 10.
    public init?(_ text: String) {
        let bytes = [UInt8](text.utf8)
        guard let layout = QRLayout.all.first(where: { bytes.count <= $0.capacity }) else { return nil }
        version = layout.version
        let blank = QRMatrix(layout, bits: Self.bits(of: layout.codewords(for: bytes)))
        var best = blank.masked(0)
        for mask in 1..<8 {
            let other = blank.masked(mask)
            if other.penalty < best.penalty { best = other }
        }
        rows = best.rows
    }

    /// The code as an SVG image, four empty modules around it, one dark path.
    public var svg: String {
        let side = rows.count + 8
        var path = ""
        for (y, row) in rows.enumerated() {
            var x = 0
            while x < row.count {
                let run = row[x...].prefix { $0 }.count
                if run > 0 { path += "M\(x + 4) \(y + 4)h\(run)v1h-\(run)z" }
                x += max(run, 1)
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\">"
            + "<path d=\"\(path)\"/></svg>"
    }

    private static func bits(of codewords: [UInt8]) -> [Bool] {
        codewords.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 == 1 } }
    }
}
