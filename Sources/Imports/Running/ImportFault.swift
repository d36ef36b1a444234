// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with a file, at the cell where a person mends it.
public struct ImportFault: Error, Hashable, Sendable {
    /// The row as the table software numbers it; 0 when the fault is the whole file's.
    public let row: Int
    /// The column counted from 0; `nil` when the fault is the whole row's.
    public let column: Int?
    /// The header of the column.
    public let title: String?
    /// What is wrong and what to do, in Chinese. Never holds an ID number or a phone.
    public let says: String
    /// A doubt that keeps nothing out.
    public let isWarning: Bool

    public init(row: Int, column: Int?, title: String?, says: String, isWarning: Bool = false) {
        self.row = row
        self.column = column
        self.title = title
        self.says = says
        self.isWarning = isWarning
    }

    /// The same as a doubt, which keeps nothing out.
    var asWarning: ImportFault {
        ImportFault(row: row, column: column, title: title, says: says, isWarning: true)
    }

    /// `第12行D列“身份证号”`; empty for the whole file.
    public var place: String {
        guard row > 0 else { return "" }
        let column = self.column.map { HeaderText.letters($0) + "列" } ?? ""
        return "第\(row)行" + column + (title.map { "“\($0)”" } ?? "")
    }
}

extension ImportFault: CustomStringConvertible {
    /// `第12行D列“身份证号”：…`
    public var description: String { place.isEmpty ? says : place + "：" + says }
}
