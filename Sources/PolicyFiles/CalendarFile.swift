// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// 放假安排文件: one year of the work calendar, as YAML of the policy pack or as a table to import.
///
/// YAML has `year`, `source`, the day it was `published` (may be left out), `off` (a list of `{date, name}`)
/// and `work` (a list of days). A table has the columns date, `off` or `work` (放假, 上班), name; a first line
/// that names the columns is passed over.
public enum CalendarFile {
    /// Reads a file's text; a name that ends in `.csv` is a table, all others are YAML.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> CalendarYear {
        var draft = CalendarDraft(file: file)
        if file.lowercased().hasSuffix(".csv") {
            draft.readTable(text)
        } else {
            draft.readYAML(text)
        }
        return try draft.finished()
    }
}

/// What was read so far of one year, with every fault met on the way.
struct CalendarDraft {
    let file: String
    var year: Int?
    var source: String?
    var published: Day?
    var off: [(day: Day, name: String, line: Int)] = []
    var work: [(day: Day, line: Int)] = []
    var faults: [PolicyFault] = []

    init(file: String) { self.file = file }

    mutating func fault(_ line: Int, _ says: String) {
        faults.append(PolicyFault(file: file, line: line, says: says))
    }

    /// Reads a day; `nil` after noting the fault.
    mutating func day(_ text: String, line: Int) -> Day? {
        if let day = Day(iso: text) { return day }
        fault(line, "“\(text)”不是日期，应写成2026-02-13的样子。")
        return nil
    }

    /// The year, if there was no fault in the file and none between its lines.
    func finished() throws(PolicyFaults) -> CalendarYear {
        var checked = self
        checked.checkDays()
        guard checked.faults.isEmpty, let year, let source else { throw PolicyFaults(checked.faults) }
        return CalendarYear(
            year: year, source: source, published: published,
            off: off.map { .init(day: $0.day, name: $0.name) },
            work: work.map(\.day))
    }

    private mutating func checkDays() {
        if off.isEmpty, faults.isEmpty { fault(0, "没有一个放假日期，每年都有法定节假日，请补全。") }
        var seen: [Day: Int] = [:]
        for (day, line) in off.map({ ($0.day, $0.line) }) + work.map({ ($0.day, $0.line) }) {
            if let year, day.year != year {
                fault(line, "\(day.iso)不在\(year)年内，请写进\(day.year)年的文件。")
            }
            if let first = seen[day] {
                fault(line, "\(day.iso)在第\(first)行已经写过。")
            } else {
                seen[day] = line
            }
        }
        for entry in work where !entry.day.weekday.isWeekend {
            fault(entry.line, "\(entry.day.iso)不是星期六或星期日，不必列为调休上班。")
        }
    }
}
