// SPDX-License-Identifier: Apache-2.0

import Sheets

/// How headers are compared: without blanks, line ends, stars, and what stands in brackets.
enum HeaderText {
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        var depth = 0
        for scalar in CellText.plain(text).unicodeScalars {
            switch scalar {
            case "（", "(", "【", "[": depth += 1
            case "）", ")", "】", "]": depth = max(0, depth - 1)
            case "*", "＊", "★", ":", "：", "、", "“", "”", "\"", "/", "／": continue
            default:
                // What ``CellText`` leaves of blanks is ASCII.
                if depth == 0, scalar.value > 0x20 { folded.append(scalar) }
            }
        }
        return String(folded).lowercased()
    }

    /// The letters by which table software names a column counted from 0: A, Z, AA.
    static func letters(_ column: Int) -> String {
        let (rest, last) = (column / 26, column % 26)
        let letter = String(Unicode.Scalar(UInt8(65 + last)))
        return rest == 0 ? letter : letters(rest - 1) + letter
    }
}
