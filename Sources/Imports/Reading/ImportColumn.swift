// SPDX-License-Identifier: Apache-2.0

import Sheets

/// One column that a kind of file may have: how it is called, filled in and read.
public struct ImportColumn<Draft: Sendable>: Sendable {
    /// The stable name, ASCII; also taken as a header.
    public let id: String
    /// The header of the template.
    public let title: String
    /// Other headers that offices write, without blanks and brackets.
    public let synonyms: [String]
    /// How to fill it in.
    public let note: String
    /// An example for the page 填写说明.
    public let example: String
    /// In characters; a Chinese character takes two.
    public let width: Double
    public let kind: SheetColumn.Kind
    /// What the template offers; empty when anything may be typed.
    public let choices: [String]
    /// Whether the file must have the column.
    public let isRequired: Bool
    /// Whether every row must fill it in.
    public let mustBeFilled: Bool
    /// Puts a cell that is not blank into the row; what is wrong with it goes to the row's faults.
    let take: @Sendable (SheetCell, inout Draft) -> CellFault?

    init(
        _ id: String, _ title: String, synonyms: [String] = [], note: String = "", example: String = "",
        width: Double = 12, kind: SheetColumn.Kind = .text, choices: [String] = [], isRequired: Bool = false,
        mustBeFilled: Bool = false, take: @escaping @Sendable (SheetCell, inout Draft) -> CellFault?
    ) {
        self.id = id
        self.title = title
        self.synonyms = synonyms
        self.note = note
        self.example = example
        self.width = width
        self.kind = kind
        self.choices = choices
        self.isRequired = isRequired || mustBeFilled
        self.mustBeFilled = mustBeFilled
        self.take = take
    }

    /// The column as a sheet to write shows it.
    var sheetColumn: SheetColumn {
        SheetColumn(
            title, note: (mustBeFilled ? "必填。" : "") + note, width: width, kind: kind, choices: choices)
    }
}

/// What is wrong with one cell, and what to do.
struct CellFault: Sendable {
    let says: String
    /// A doubt that does not keep the row out.
    let isWarning: Bool

    init(_ says: String, isWarning: Bool = false) {
        self.says = says
        self.isWarning = isWarning
    }
}

/// The columns of one kind of file.
public struct ImportTable<Draft: Sendable>: Sendable {
    /// What the file is called: 花名册.
    public let title: String
    public let columns: [ImportColumn<Draft>]
    /// A row before anything is read from it.
    let begin: @Sendable (_ row: Int) -> Draft
    /// Lines of the page 填写说明.
    public let advice: [String]
    /// Whether a row was filled in beforehand and nobody has added anything to it.
    let isUntouched: @Sendable (Draft) -> Bool

    init(
        title: String, columns: [ImportColumn<Draft>], begin: @escaping @Sendable (_ row: Int) -> Draft,
        advice: [String], isUntouched: @escaping @Sendable (Draft) -> Bool = { _ in false }
    ) {
        self.title = title
        self.columns = columns
        self.begin = begin
        self.advice = advice
        self.isUntouched = isUntouched
    }
}

/// Headers that mean nothing to an import: numbering, and what earlier faults left.
let ignoredHeaders: Set<String> = ["序号", "编号", "行号", "错误原因", "备注", "说明", "no", "no."]
