// SPDX-License-Identifier: Apache-2.0

/// An .xlsx workbook, read row by row.
///
/// Of several sheets the one named 数据 is read, otherwise the first that is neither hidden nor blank.
/// Memory does not grow with the rows, only with the workbook's shared strings.
public struct SheetReader {
    /// The name of the sheet that is preferred wherever it stands.
    public static let preferredSheetName = "数据"

    private let archive: ZipArchive
    private let strings: SharedStrings
    private let styles: DateStyles
    private let countsFrom1904: Bool
    private let part: String

    /// All sheets in their order, hidden ones too.
    public let sheetNames: [String]
    /// The sheet that is read.
    public let sheetName: String

    /// Opens a workbook and chooses its sheet.
    ///
    /// - Parameter sheet: the sheet to read whatever its state, instead of the choice above.
    /// - Throws: a ``SheetFault`` when there is no workbook, it is broken or too large, or holds nothing.
    public init(path: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()) throws(SheetFault) {
        try self.init(ZipArchive(path: path, limits: limits), sheet: sheet)
    }

    /// Opens a workbook held in memory, as an upload is.
    public init(bytes: [UInt8], sheet: String? = nil, limits: SheetLimits = SheetLimits()) throws(SheetFault)
    {
        try self.init(ZipArchive(bytes: bytes, limits: limits), sheet: sheet)
    }

    private init(_ archive: ZipArchive, sheet: String?) throws(SheetFault) {
        let parts = try WorkbookParts(archive)
        self.archive = archive
        countsFrom1904 = parts.countsFrom1904
        sheetNames = parts.sheets.map(\.name)
        var strings = SharedStrings()
        if let name = parts.sharedStrings, let part = try archive.open(name) {
            strings = try SharedStrings(part)
        }
        var styles = DateStyles()
        if let name = parts.styles, let part = try archive.open(name, most: ZipArchive.descriptionBytes) {
            styles = try DateStyles(part)
        }
        self.strings = strings
        self.styles = styles
        var seen = 0
        for candidate in try SheetReader.candidates(parts.sheets, asked: sheet) {
            var scanner = WorksheetScanner(
                try SheetReader.open(candidate.part, in: archive), strings: strings, styles: styles,
                countsFrom1904: parts.countsFrom1904)
            let row = try scanner.nextRow()
            // All the blank sheets together may not cost more than one sheet may.
            seen += scanner.unpackedBytes
            guard seen <= archive.limits.unpackedBytes else {
                throw .unpacksTooLarge(limit: archive.limits.unpackedBytes)
            }
            guard row != nil else { continue }
            part = candidate.part
            sheetName = candidate.name
            return
        }
        throw .noRows
    }

    private static func candidates(
        _ sheets: [WorkbookParts.Sheet], asked: String?
    ) throws(SheetFault) -> [WorkbookParts.Sheet] {
        if let asked {
            guard let sheet = sheets.first(where: { $0.name == asked }) else { throw .noSuchSheet(asked) }
            return [sheet]
        }
        let visible = sheets.filter { !$0.isHidden }
        guard !visible.isEmpty else { throw .noSheet }
        return visible.filter { $0.name == preferredSheetName }
            + visible.filter { $0.name != preferredSheetName }
    }

    private static func open(_ name: String, in archive: ZipArchive) throws(SheetFault) -> ZipPart {
        guard let part = try archive.open(name) else { throw .damaged(part: name) }
        return part
    }

    /// The rows from the first on; each call starts anew.
    public func rows() throws(SheetFault) -> SheetRows {
        let scanner = ScannerBox(
            WorksheetScanner(
                try SheetReader.open(part, in: archive), strings: strings, styles: styles,
                countsFrom1904: countsFrom1904))
        return SheetRows { () throws(SheetFault) in try scanner.scanner.nextRow() }
    }

    /// The merged ranges of the sheet, in the order of the file. Unpacks the sheet once, as they stand
    /// behind the cells.
    public func mergedRanges() throws(SheetFault) -> [MergedRange] {
        var xml = XMLScanner(try SheetReader.open(part, in: archive))
        var ranges: [MergedRange] = []
        while true {
            switch try xml.next() {
            case .end: return ranges
            case .open, .empty:
                guard xml.isNamed("mergeCell"), let reference = xml.attributeText("ref"),
                    let range = MergedRange(reference)
                else { continue }
                ranges.append(range)
                guard ranges.count <= xml.limits.rows else { throw xml.damaged }
            case .close, .text: continue
            }
        }
    }
}

/// Lets the closure behind ``SheetRows`` hold a scanner, which cannot be copied.
private final class ScannerBox {
    var scanner: WorksheetScanner
    init(_ scanner: consuming WorksheetScanner) { self.scanner = scanner }
}

extension MergedRange {
    /// `A1:C2`; `nil` when it is not a range.
    init?(_ reference: String) {
        let ends = reference.split(separator: ":").map(MergedRange.cell)
        guard ends.count == 2, let first = ends[0], let last = ends[1],
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }

    private static func cell(_ reference: Substring) -> (column: Int, row: Int)? {
        let letters = reference.utf8.prefix { ($0 & 0xDF) >= 0x41 && ($0 & 0xDF) <= 0x5A }
        guard (1...3).contains(letters.count),
            let row = Int(reference.dropFirst(letters.count)), row >= 1, row <= 1_048_576
        else { return nil }
        return (letters.reduce(0) { $0 * 26 + Int(($1 & 0xDF) - 0x40) }, row)
    }
}
