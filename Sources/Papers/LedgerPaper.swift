// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Wording

/// A ledger as paper: A4 across, its head on every page, 第x页 共y页.
///
/// Columns are as wide as what cannot be broken in them, and share what is left by what they hold; where that
/// does not fit, the type is smaller.
public struct LedgerPaper: Encodable, Sendable {
    let title, unit, period, officer, day: String
    /// The size of the type, in points.
    let size: Double
    let columns: [Column]
    let rows: [[String]]

    struct Column: Encodable {
        let title: String
        /// In points, with the room at both sides.
        let width: Double
    }

    /// More lines than that are taken as a workbook, or unit by unit.
    public static let mostRows = 3_000

    /// What the columns have together: A4 across, without margins and 序号; in points.
    static let room = 728.0
    /// The room at both sides of a cell's text, in points.
    static let inset = 6.5
    /// From the usual size down to the smallest that is still read.
    private static let sizes = [9.0, 8.5, 8, 7.5, 7, 6.5, 6, 5.5]

    /// - Parameters:
    ///   - columns: their heads.
    ///   - rows: worded, in the order of the list.
    public init(
        title: String, unit: String, period: String, officer: String, day: String, columns: [String],
        rows: [[String]]
    ) {
        self.title = title
        self.unit = unit
        self.period = period
        self.officer = officer
        self.day = day
        self.rows = rows
        let needs = columns.indices.map { place in
            Need(columns[place], rows.lazy.map { $0.indices.contains(place) ? $0[place] : "" })
        }
        let size = Self.sizes.first { Self.least(needs, $0) <= Self.room } ?? 5.5
        self.size = size
        let left = max(0, Self.room - Self.least(needs, size))
        let wishes = needs.reduce(0) { $0 + $1.wish }
        self.columns = zip(columns, needs).map { title, need in
            let share = wishes > 0 ? need.wish / wishes : 1 / Double(columns.count)
            let width = need.least * size + Self.inset + left * share
            return Column(title: Self.head(title, room: (width - Self.inset) / size), width: width)
        }
    }

    private static func least(_ needs: [Need], _ size: Double) -> Double {
        needs.reduce(0) { $0 + $1.least * size + inset }
    }

    /// How wide a column is to be, in signs (全角字).
    private struct Need {
        /// The longest piece that does not break; whole names of up to four signs; half a head.
        var least: Double
        /// What it would take beyond that to stand on few lines.
        var wish: Double

        init(_ title: String, _ texts: some Sequence<String>) {
            var piece = 0.0
            var longest = 0.0
            for text in texts {
                piece = max(piece, LedgerPaper.longestPiece(of: text))
                longest = max(longest, LedgerPaper.length(of: text))
            }
            let head = Double(title.count > 2 ? (title.count + 1) / 2 : title.count)
            least = max(piece, longest <= 4 ? longest : 2, head)
            wish = min(max(longest, Double(title.count)), 26) - least
            wish = max(0, wish)
        }
    }

    /// A head that does not stand on one line, broken before its bracket or in its middle.
    private static func head(_ title: String, room: Double) -> String {
        guard length(of: title) > room, title.count > 2 else { return title }
        let middle =
            title.firstIndex(of: "（") ?? title.index(title.startIndex, offsetBy: (title.count + 1) / 2)
        return title[..<middle] + "\n" + title[middle...]
    }

    /// The width of a text in signs. Latin letters, digits and marks take less than a sign.
    static func length(of text: some StringProtocol) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.58 : 1) }
    }

    /// The longest piece between places where a line may break.
    static func longestPiece(of text: String) -> Double {
        text.unicodeScalars.split { $0.value >= 0x2E80 || $0 == " " }
            .reduce(0) { max($0, length(of: String(String.UnicodeScalarView($1)))) }
    }

    /// The ledger as the typesetter takes it.
    public var sheetful: Sheetful {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self) else { preconditionFailure("ledgers are texts") }
        return Sheetful(template: "ledger", value: String(decoding: bytes, as: UTF8.self))
    }
}

extension LedgerViewFile {
    /// The ledger as paper, with the lines of its list.
    public func paper(_ lines: [LedgerLine]) -> LedgerPaper {
        let tag = head.ledger.tag(head.filter.tag).map { "（\($0.cell.words)）" } ?? ""
        return LedgerPaper(
            title: head.ledger.title + tag, unit: head.unit?.name ?? "",
            period: "\(head.periodWords)　共\(lines.count)\(head.ledger.unit)", officer: head.compiler,
            day: head.day.inDocuments, columns: head.ledger.headings.map(\.title),
            rows: lines.map { $0.cells.map(\.words) })
    }
}

extension LedgerFile {
    /// The ledger as paper.
    public var paper: LedgerPaper {
        let text = LedgerText(form: form, isWhole: isWhole, category: category)
        return LedgerPaper(
            title: "就业困难人员统计台账" + (category.map { "（\($0.word)）" } ?? ""), unit: unit,
            period: "截至\(day.inDocuments)　共\(lines.count)人", officer: compiler, day: day.inDocuments,
            columns: LedgerColumn.allCases.map(\.title), rows: lines.map(text.cells))
    }
}
