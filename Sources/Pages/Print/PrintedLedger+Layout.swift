// SPDX-License-Identifier: Apache-2.0

/// How much of a sheet rows take. Lengths are in tenths of a millimetre, for A4 lying across, and agree
/// with the sizes of `.across .sheet` and `.ruled` in the stylesheet.
///
/// The estimate errs on the side of room: a row that is cut off on paper is worse than a short sheet.
enum LedgerLayout {
    /// 297 mm less the margins at both sides.
    static let width = 2690
    /// 210 mm less margins, title, line under the title, head, and room for signatures.
    static let height = 1350
    /// A sign (全角字) at 10.5 pt.
    private static let sign = 37
    /// A line at 10.5 pt.
    private static let line = 50
    /// What a row takes beyond its lines.
    private static let padding = 25

    /// The height of a row whose cells stand in columns of these shares of the width.
    static func height(of row: [String], widths: [Int], total: Int) -> Int {
        let lines = zip(row, widths).map { text, share in
            let room = max(sign, width * share / max(1, total) - 26)
            return max(1, (length(of: text) + room - 1) / room)
        }
        return (lines.max() ?? 1) * line + padding
    }

    /// The length of a text in one line. Latin letters and digits take three fifths of a sign.
    private static func length(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? sign * 3 / 5 : sign) }
    }
}

extension PrintedLedger {
    /// The rows cut into sheets; always at least one, which may be empty.
    var parts: [ArraySlice<[String]>] {
        let widths = columns.map(\.width)
        let total = widths.reduce(Self.numberWidth, +)
        var parts: [ArraySlice<[String]>] = []
        var start = 0
        var used = 0
        for (index, row) in rows.enumerated() {
            let height = LedgerLayout.height(of: row, widths: widths, total: total)
            if used + height > LedgerLayout.height, index > start {
                parts.append(rows[start..<index])
                (start, used) = (index, 0)
            }
            used += height
        }
        return parts + [rows[start...]]
    }
}
