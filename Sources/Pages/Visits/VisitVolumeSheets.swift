// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The bound volume of a village's visits: cover, contents, and the records (01.r2), for browser print.
///
/// The server lays the sheets out, since old browsers cannot number pages: heights are reckoned in points from
/// the type of `sheet-upright.css`, on the safe side, and a long talk goes on upon the next sheet.
public struct VisitVolumeSheets: Sendable {
    public var volume: VisitVolume

    public init(volume: VisitVolume) { self.volume = volume }

    /// The sheets in order; the shell numbers them.
    public var sheets: [HTML] {
        let records = pages
        let first = 2 + max(1, (volume.visits.count + Self.linesOfContents - 1) / Self.linesOfContents)
        return [cover] + contents(firstPage: first, records) + records.map { .each($0, block) }
    }

    private static let linesOfContents = 24
    /// The height of a sheet's text, of a record's head with its frame, and of a line.
    private static let sheetHeight = 600
    private static let headHeight = 100
    private static let lineHeight = 16
    private static let rowPadding = 8
    /// Characters on a line of a record, and the longest piece that is kept together.
    private static let lineLength = 34
    private static let pieceLength = 408

    /// A part of one record on one sheet.
    struct Block {
        let entry: VisitEntry
        let isContinued: Bool
        var rows: [(term: String, text: String)]
    }

    private var cover: HTML {
        .div(
            class: "cover", .h1("就业困难人员走访记录"),
            .p(.text("\(volume.town?.name ?? "")\(volume.village.name)")),
            .p(.text("\(volume.from.inDocuments)至\(volume.through.inDocuments)")),
            .p(.text("共\(volume.visits.count)次走访")), .signatures(["整理人", "负责人", "装订日期"]))
    }

    private func contents(firstPage: Int, _ pages: [[Block]]) -> [HTML] {
        var lines: [[String]] = []
        for (page, blocks) in pages.enumerated() {
            for block in blocks where !block.isContinued {
                lines.append([
                    String(lines.count + 1), block.entry.name, block.entry.visit.occurred.iso,
                    String(firstPage + page),
                ])
            }
        }
        return stride(from: 0, to: max(1, lines.count), by: Self.linesOfContents).map { start in
            .div(
                class: "contents", .h2("目录"),
                .table(
                    head: ["序号", "姓名", "走访日期", "页码"],
                    rows: Array(lines.dropFirst(start).prefix(Self.linesOfContents))))
        }
    }

    /// The records cut into blocks and the blocks put on sheets, as many as fit.
    var pages: [[Block]] {
        var pages: [[Block]] = []
        var left = 0
        func open(_ entry: VisitEntry, continued: Bool, need: Int) {
            if pages.isEmpty || left < Self.headHeight + need {
                pages.append([])
                left = Self.sheetHeight
            }
            pages[pages.count - 1].append(Block(entry: entry, isContinued: continued, rows: []))
            left -= Self.headHeight
        }
        for entry in volume.visits {
            let rows = Self.rows(of: entry)
            open(entry, continued: false, need: rows.first.map { Self.height($0.text) } ?? 0)
            for row in rows {
                let height = Self.height(row.text)
                if left < height { open(entry, continued: true, need: height) }
                let page = pages.count - 1
                pages[page][pages[page].count - 1].rows.append(row)
                left -= height
            }
        }
        return pages
    }

    private static func height(_ text: String) -> Int {
        (max(1, (text.count + lineLength - 1) / lineLength)) * lineHeight + rowPadding
    }

    /// What was told, long texts in pieces.
    private static func rows(of entry: VisitEntry) -> [(term: String, text: String)] {
        guard case .visited(let visit) = entry.visit.event else { return [] }
        return visit.told.flatMap { term, text in
            var pieces: [(term: String, text: String)] = []
            var rest = text[...]
            repeat {
                pieces.append((pieces.isEmpty ? term : "（续）", String(rest.prefix(pieceLength))))
                rest = rest.dropFirst(pieceLength)
            } while !rest.isEmpty
            return pieces
        }
    }

    private func block(_ block: Block) -> HTML {
        guard case .visited(let visit) = block.entry.visit.event else { return .empty }
        let head = [
            Fact("姓名", block.entry.name + (block.isContinued ? "（续）" : "")),
            Fact("走访日期", block.entry.visit.occurred.inDocuments), Fact("方式", visit.title),
            Fact("走访分类", block.entry.visitClass.map(\.word) ?? "—"), Fact("走访人", visit.visitors),
            Fact("记录人", volume.names[block.entry.visit.by] ?? ""),
        ]
        return .div(
            class: "record", .facts(head + block.rows.map { Fact($0.term, .text($0.text), isWide: true) }))
    }
}
