// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import PolicyFiles
import Seals
import Sheets

extension ImportRunner {
    /// A year's calendar: the YAML of the policy pack, or a table of day, 放假 or 上班, and holiday.
    func runCalendar(
        _ source: ImportSource, _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        let year: CalendarYear
        do {
            year = try calendar(source, name: report.file)
        } catch let faults as PolicyFaults {
            report.faults = faults.list.map {
                ImportFault(row: $0.line, column: nil, title: nil, says: $0.says)
            }
            return
        } catch let fault as SheetFault {
            report.faults = [ImportFault(row: 0, column: nil, title: nil, says: fault.says)]
            return
        }
        report.counts.rows = year.off.count + year.work.count
        if options.dryRun { return report.outcome = .checked }
        let isNew = try await office.loadCalendar(
            year: year.year, text: CalendarText.yaml(year), digest: report.digest, by: actor)
        report.counts.changed = isNew ? 1 : 0
        report.outcome = isNew ? .calendarLoaded(year: year.year) : .nothingChanged
    }

    private func calendar(_ source: ImportSource, name: String) throws -> CalendarYear {
        let lower = name.lowercased()
        guard lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") else {
            return try CalendarFile.read(try CalendarText.table(open(source, name: name)), file: "放假安排.csv")
        }
        let bytes =
            switch source {
            case .bytes(let bytes): bytes
            case .path(let path): [UInt8](try Data(contentsOf: URL(filePath: path)))
            }
        guard bytes.count <= limits.fileBytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw SheetFault.unknownEncoding
        }
        return try CalendarFile.read(text, file: name)
    }
}

/// Calendars as text.
enum CalendarText {
    /// The table of a file as ``CalendarFile`` reads it: rows in their lines, days in the one spelling.
    static func table(_ file: SheetFile) throws -> String {
        var lines: [String] = []
        let rows = try file.rows()
        while let row = try rows.next() {
            while lines.count < row.number - 1 { lines.append("") }
            lines.append((0..<3).map { cell(row[$0], isDay: $0 == 0) }.joined(separator: ","))
        }
        return lines.joined(separator: "\n")
    }

    private static func cell(_ cell: SheetCell, isDay: Bool) -> String {
        if isDay, let date = CellText.date(cell), let number = date.day,
            let day = Day(year: date.year, month: date.month, day: number)
        {
            return day.iso
        }
        return CellText.plain(cell).filter { $0 != "," && !$0.isNewline }
    }

    /// The calendar as a file of the policy pack, which is how a store keeps it.
    static func yaml(_ year: CalendarYear) -> String {
        var lines = ["year: \(year.year)", "source: \(quoted(year.source))"]
        if let published = year.published { lines.append("published: \(published.iso)") }
        lines.append("off:")
        lines += year.off.map { "  - {date: \($0.day.iso), name: \(quoted($0.name))}" }
        lines.append(year.work.isEmpty ? "work: []" : "work:")
        lines += year.work.map { "  - \($0.iso)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
