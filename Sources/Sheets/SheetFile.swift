// SPDX-License-Identifier: Apache-2.0

/// A table that someone chose, whichever kind of file it turns out to be.
///
/// The kind is told by the content, never by the name: offices rename files.
public struct SheetFile {
    /// How the file holds its table.
    public enum Content {
        case workbook(SheetReader)
        case text(CSVReader)
    }

    /// The file's name, for messages and journals only.
    public let name: String
    public let content: Content

    /// Opens a file.
    ///
    /// - Throws: a ``SheetFault`` that says what else the file is, or how it is broken.
    public static func open(
        path: String, name: String? = nil, limits: SheetLimits = SheetLimits()
    ) throws(SheetFault) -> SheetFile {
        let (size, head) = try FileBytes.head(of: path)
        guard size <= limits.fileBytes else { throw .fileTooLarge(limit: limits.fileBytes) }
        let name = name ?? path.split(separator: "/").last.map(String.init) ?? path
        if isArchive(head) {
            return SheetFile(name: name, content: .workbook(try SheetReader(path: path, limits: limits)))
        }
        return try open(
            bytes: try FileBytes.all(of: path, limit: limits.fileBytes), name: name, limits: limits)
    }

    /// Opens a file held in memory, as an upload is.
    public static func open(
        bytes: [UInt8], name: String, limits: SheetLimits = SheetLimits()
    ) throws(SheetFault) -> SheetFile {
        guard !bytes.isEmpty else { throw .emptyFile }
        guard bytes.count <= limits.fileBytes else { throw .fileTooLarge(limit: limits.fileBytes) }
        if isArchive(bytes) {
            return SheetFile(name: name, content: .workbook(try SheetReader(bytes: bytes, limits: limits)))
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw compoundFile(bytes)
        }
        if bytes.starts(with: Array("%PDF-".utf8)) || bytes.starts(with: Array("{\\rtf".utf8)) {
            throw .notATable
        }
        return SheetFile(name: name, content: .text(try CSVReader(bytes: bytes, limits: limits)))
    }

    private static func isArchive(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// What a file of the old binary kind is: a workbook with a password is one too.
    private static func compoundFile(_ bytes: [UInt8]) -> SheetFault {
        if holdsWideWord("EncryptedPackage", in: bytes) { return .encrypted }
        return holdsWideWord("WordDocument", in: bytes) ? .notATable : .oldWorkbook
    }

    /// The sheet that is read; `nil` for a text file.
    public var sheetName: String? {
        switch content {
        case .workbook(let reader): reader.sheetName
        case .text: nil
        }
    }

    /// The rows from the first on; each call starts anew.
    public func rows() throws(SheetFault) -> SheetRows {
        switch content {
        case .workbook(let reader): try reader.rows()
        case .text(let reader): reader.rows()
        }
    }

    /// Merged ranges, of which a text file has none.
    public func mergedRanges() throws(SheetFault) -> [MergedRange] {
        switch content {
        case .workbook(let reader): try reader.mergedRanges()
        case .text: []
        }
    }
}
