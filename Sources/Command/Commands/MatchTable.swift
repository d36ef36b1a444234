// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sheets

/// A CSV file whose columns are found by their names.
struct MatchTable {
    /// The faults told at most of one file.
    private static let most = 50
    private let path: String
    private let reader: CSVReader
    private let places: [Int]

    /// - Throws: a complaint when the file cannot be read or lacks a column.
    init(_ path: String, columns: [String]) throws {
        self.path = path
        let head: SheetRow?
        do throws(SheetFault) {
            reader = try Self.open(path)
            head = try reader.rows().next()
        } catch { throw Complaint("\(path): \(error.says)") }
        let titles = head?.cells.map { Self.text($0).lowercased() } ?? []
        places = columns.compactMap { titles.firstIndex(of: $0) }
        guard places.count == columns.count else {
            throw Complaint("\(path):1: 第一行应是表头，要有这些列：\(columns.joined(separator: ","))。")
        }
    }

    /// A district's pairs are more than any sheet holds.
    private static func open(_ path: String) throws(SheetFault) -> CSVReader {
        var limits = SheetLimits()
        limits.rows = 100_000_000
        limits.fileBytes = 2 << 30
        guard path == "-" else { return try CSVReader(path: path, limits: limits) }
        guard let given = try? FileHandle.standardInput.readToEnd() else { throw .emptyFile }
        return try CSVReader(bytes: Array(given), limits: limits)
    }

    /// A cell as text without surrounding blanks.
    static func text(_ cell: SheetCell) -> String {
        guard case .text(let text) = cell else { return "" }
        return text.first?.isWhitespace == true || text.last?.isWhitespace == true
            ? text.trimmingCharacters(in: .whitespaces) : text
    }

    /// Calls `take` with each row below the head; gives the faults with their lines.
    func read(_ take: (inout MatchRow) -> Void) throws -> [String] {
        var (faults, more) = ([String](), 0)
        do throws(SheetFault) {
            let rows = reader.rows()
            _ = try rows.next()
            while let cells = try rows.next() {
                var row = MatchRow(cells, places)
                take(&row)
                let room = max(0, Self.most - faults.count)
                faults += row.faults.prefix(room).map { "\(path):\(row.line): \($0)" }
                more += max(0, row.faults.count - room)
            }
        } catch {
            faults.append("\(path): \(error.says)")
        }
        return more == 0 ? faults : faults + ["\(path): 还有\(more)处类似错误没有列出。"]
    }
}

/// One row under the wanted columns.
struct MatchRow {
    let line: Int
    private let cells: SheetRow
    private let places: [Int]
    private(set) var faults: [String] = []

    init(_ cells: SheetRow, _ places: [Int]) {
        line = cells.number
        self.cells = cells
        self.places = places
    }

    func text(_ column: Int) -> String { MatchTable.text(cells[places[column]]) }

    /// A whole number in a range; otherwise a fault that says what it should be.
    mutating func number(_ column: Int, in range: ClosedRange<Int>, _ wanted: String) -> Int? {
        if let number = Int(text(column)), range.contains(number) { return number }
        refuse("“\(text(column))”不对，这一列应\(wanted)。")
        return nil
    }

    mutating func refuse(_ says: String) { faults.append(says) }
}

/// Values of a CSV file for scripts: no byte order mark, nothing added to texts.
enum CSVText {
    static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
