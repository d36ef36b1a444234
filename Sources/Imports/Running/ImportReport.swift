// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk

/// A file as it was chosen.
public enum ImportSource: Sendable {
    case bytes([UInt8])
    /// A file on the machine; read in pieces, so that its size does not matter.
    case path(String)
}

/// How an import is to be made.
public struct ImportOptions: Hashable, Sendable {
    /// Only say what would change.
    public var dryRun: Bool
    /// Take in the good rows and leave the bad ones out; otherwise one bad row keeps all out.
    public var skipBad: Bool

    public init(dryRun: Bool = false, skipBad: Bool = false) {
        self.dryRun = dryRun
        self.skipBad = skipBad
    }
}

/// What became of a file.
public struct ImportReport: Sendable {
    public enum Outcome: Hashable, Sendable {
        /// Faults keep the file out; nothing was written.
        case refused
        /// A dry run: nothing was written.
        case checked
        case imported(ImportBatch)
        /// Exactly this file was imported before; nothing was written.
        case alreadyImported(ImportBatch)
        /// Everything in the file is in the registry already; nothing was written.
        case nothingChanged
        /// The calendar of a year was loaded.
        case calendarLoaded(year: Int)
    }

    public let kind: ImportKind
    public let file: String
    /// SHA-256 of the file in hex.
    public let digest: String
    public internal(set) var outcome: Outcome
    /// Errors and doubts, by row.
    public internal(set) var faults: [ImportFault]
    public internal(set) var counts: ImportCounts
    /// Known people whom the file changes.
    public internal(set) var differences: [RowDifference]
    /// The same table with the bad cells marked and a last column 错误原因; `nil` without errors.
    public internal(set) var errorsFile: TableFile?

    /// The faults that keep rows out.
    public var errors: [ImportFault] { faults.filter { !$0.isWarning } }
    /// The doubts that keep nothing out.
    public var warnings: [ImportFault] { faults.filter(\.isWarning) }

    init(kind: ImportKind, file: String, digest: String, outcome: Outcome = .refused) {
        self.kind = kind
        self.file = file
        self.digest = digest
        self.outcome = outcome
        faults = []
        counts = ImportCounts()
        differences = []
    }
}

/// A table to hand back.
public struct TableFile: Sendable {
    /// `花名册-错误.xlsx`
    public let name: String
    public let bytes: [UInt8]
}
