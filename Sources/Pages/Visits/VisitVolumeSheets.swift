// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The bound volume of a village's visits: cover, contents, and the records (01.r2), for browser print.
public struct VisitVolumeSheets: Sendable {
    public var volume: VisitVolume
    public var today: Day

    public init(volume: VisitVolume, today: Day) {
        self.volume = volume
        self.today = today
    }

    /// Records on a sheet; a record with long talk takes the room of two.
    private static let room = 3

    /// The sheets in order; the shell numbers them.
    public var sheets: [HTML] {
        let records = paged
        let contentSheets = contents(firstPage: 2 + (volume.visits.count + 29) / 30, records)
        return [cover] + contentSheets + records.map { .each($0) { record($0) } }
    }

    private var cover: HTML {
        .div(
            class: "cover", .h1("就业困难人员走访记录"),
            .p(.text("\(volume.town?.name ?? "")\(volume.village.name)")),
            .p(.text("\(volume.from.inDocuments)至\(volume.through.inDocuments)")),
            .p(.text("共\(volume.visits.count)次走访")),
            .signatures(["整理人", "负责人", "装订日期"]))
    }

    private func contents(firstPage: Int, _ records: [[VisitEntry]]) -> [HTML] {
        var lines: [[String]] = []
        for (page, entries) in records.enumerated() {
            for entry in entries {
                lines.append([
                    String(lines.count + 1), entry.name, entry.visit.occurred.iso, String(firstPage + page),
                ])
            }
        }
        return stride(from: 0, to: max(1, lines.count), by: 30).map { start in
            .h2("目录")
                + .table(
                    head: ["序号", "姓名", "走访日期", "页码"],
                    rows: Array(lines.dropFirst(start).prefix(30)))
        }
    }

    private var paged: [[VisitEntry]] {
        var pages: [[VisitEntry]] = []
        var left = 0
        for entry in volume.visits {
            let need = length(entry) > 350 ? 2 : 1
            if need > left {
                pages.append([])
                left = Self.room
            }
            pages[pages.count - 1].append(entry)
            left -= need
        }
        return pages
    }

    private func length(_ entry: VisitEntry) -> Int {
        guard case .visited(let visit) = entry.visit.event else { return 0 }
        return visit.situation.count + visit.family.count + visit.services.count + visit.agreed.count
    }

    private func record(_ entry: VisitEntry) -> HTML {
        guard case .visited(let visit) = entry.visit.event else { return .empty }
        let facts = [
            Fact("姓名", entry.name), Fact("走访日期", entry.visit.occurred.inDocuments),
            Fact("方式", visit.title), Fact("走访分类", entry.visitClass.map(\.word) ?? "—"),
            Fact("走访人", visit.visitors), Fact("记录人", volume.names[entry.visit.by] ?? ""),
        ]
        return .div(class: "record", .facts(facts + visit.facts.map { Fact($0.term, $0.cell, isWide: true) }))
    }
}
