// SPDX-License-Identifier: Apache-2.0

/// Why a table could not be read or written as a whole.
///
/// What is wrong with single cells is not a fault of the file: those reach the caller as cells.
public enum SheetFault: Error, Hashable, Sendable {
    /// The file does not exist or may not be read.
    case unreadable
    /// Nothing in the file at all.
    case emptyFile
    /// The archive is broken or cut off; `part` names the part of the workbook, if one was reached.
    case damaged(part: String)
    /// The workbook opens only with a password.
    case encrypted
    /// A workbook of the kind before 2007 (.xls), whatever its name says.
    case oldWorkbook
    /// A binary workbook (.xlsb).
    case binaryWorkbook
    /// An OpenDocument table (.ods).
    case openDocument
    /// A web page or XML table, as old systems export under the name .xls.
    case webPage
    /// Some other kind of file: a document, a picture, an archive.
    case notATable
    /// The workbook has no sheet of cells.
    case noSheet
    /// The workbook has no sheet of that name.
    case noSuchSheet(String)
    /// No row of any sheet holds anything.
    case noRows
    /// The file is larger than may be uploaded; bytes.
    case fileTooLarge(limit: Int)
    /// Unpacked, a part would be larger than any honest table; bytes.
    case unpacksTooLarge(limit: Int)
    /// A part is packed more tightly than any honest table.
    case packedTooTightly(ratio: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int, row: Int)
    /// A cell holds more text than a cell can; bytes. Texts that cells share have no row of their own.
    case textTooLong(limit: Int, row: Int?)
    /// The text is neither UTF-8 nor GB18030.
    case unknownEncoding
    /// A quotation mark opened on this line is never closed.
    case unclosedQuote(line: Int)
    /// The file could not be written.
    case unwritable(reason: String)
    /// A column, a cell or a sheet that the format cannot hold was given for writing.
    case unwritableContent(reason: String)

    /// The stable name of the case, for interfaces and logs.
    public var code: String {
        switch self {
        case .unreadable: "sheet.unreadable"
        case .emptyFile: "sheet.empty-file"
        case .damaged: "sheet.damaged"
        case .encrypted: "sheet.encrypted"
        case .oldWorkbook: "sheet.old-workbook"
        case .binaryWorkbook: "sheet.binary-workbook"
        case .openDocument: "sheet.open-document"
        case .webPage: "sheet.web-page"
        case .notATable: "sheet.not-a-table"
        case .noSheet: "sheet.no-sheet"
        case .noSuchSheet: "sheet.no-such-sheet"
        case .noRows: "sheet.no-rows"
        case .fileTooLarge: "sheet.file-too-large"
        case .unpacksTooLarge: "sheet.unpacks-too-large"
        case .packedTooTightly: "sheet.packed-too-tightly"
        case .tooManyRows: "sheet.too-many-rows"
        case .tooManyColumns: "sheet.too-many-columns"
        case .textTooLong: "sheet.text-too-long"
        case .unknownEncoding: "sheet.unknown-encoding"
        case .unclosedQuote: "sheet.unclosed-quote"
        case .unwritable: "sheet.unwritable"
        case .unwritableContent: "sheet.unwritable-content"
        }
    }
}
