// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension CalendarDraft {
    /// Reads a table with the columns date, kind, name, separated by commas.
    ///
    /// The year is the one in which most of its days lie, so that a stray day is named as the fault.
    mutating func readTable(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(Self.cell)
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            if index == 0, Self.isHeading(cells) { continue }
            readRow(cells, line: index + 1)
        }
        let years = Dictionary(grouping: off.map(\.day.year) + work.map(\.day.year)) { $0 }
        year = years.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
        source = year.map { "国务院办公厅关于\($0)年部分节假日安排的通知" }
    }

    private static func isHeading(_ cells: [String]) -> Bool {
        cells.first.map { !$0.contains(where: \.isWholeNumber) } ?? false
    }

    /// A cell without blanks, quotation marks and the byte order mark around it.
    private static func cell(_ text: Substring) -> String {
        var rest = text
        while let first = rest.first, first.isWhitespace || first == "\"" || first == "\u{FEFF}" {
            rest.removeFirst()
        }
        while let last = rest.last, last.isWhitespace || last == "\"" { rest.removeLast() }
        return String(rest)
    }

    private mutating func readRow(_ cells: [String], line: Int) {
        guard cells.count >= 2 else {
            fault(line, "每行应有日期、off或work、节日名称三列。")
            return
        }
        let name = cells.count > 2 ? cells[2] : ""
        guard let day = day(cells[0], line: line) else { return }
        switch cells[1].lowercased() {
        case "off", "放假":
            if name.isEmpty { fault(line, "缺少节日名称。") }
            off.append((day, name, line))
        case "work", "上班": work.append((day, line))
        default: fault(line, "第2列“\(cells[1])”应是off（放假）或work（上班）。")
        }
    }
}
