// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The bound volume of a village's visits: cover, contents, and the records (01.r2), for browser print.
///
/// A long talk goes on upon the next sheet (``SheetSizes``).
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
    private static let sizes = SheetSizes(sheet: 600, head: 100, lineLength: 34)

    typealias Block = SheetBlock<VisitEntry>

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
                    String(lines.count + 1), block.record.name, block.record.visit.occurred.iso,
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

    /// The records on their sheets.
    var pages: [[Block]] {
        Self.sizes.pages(
            of: volume.visits.map { entry in
                guard case .visited(let visit) = entry.visit.event else {
                    return SheetRecord(record: entry, rows: [])
                }
                return SheetRecord(record: entry, rows: visit.told)
            })
    }

    private func block(_ block: Block) -> HTML {
        guard case .visited(let visit) = block.record.visit.event else { return .empty }
        let head = [
            Fact("姓名", block.record.name + (block.isContinued ? "（续）" : "")),
            Fact("走访日期", block.record.visit.occurred.inDocuments), Fact("方式", visit.title),
            Fact("走访分类", block.record.visitClass.map(\.word) ?? "—"), Fact("走访人", visit.visitors),
            Fact("记录人", volume.names[block.record.visit.by] ?? ""),
        ]
        return .div(
            class: "record", .facts(head + block.rows.map { Fact($0.term, .text($0.text), isWide: true) }))
    }
}
