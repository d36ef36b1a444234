// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Seals

/// Walks the whole store and compares everything with the journal (design decision 9).
///
/// Collects every fault; it throws only when the database itself cannot be read further.
public struct Verification<Driver: Connection> {
    let connection: Driver
    let keys: StoreKeys
    /// What was found so far.
    public internal(set) var faults: [IntegrityFault] = []

    public init(_ connection: Driver, keys: StoreKeys) {
        self.connection = connection
        self.keys = keys
    }

    /// Does all of it in the caller's transaction.
    public mutating func run() throws {
        try walk(.journal)
        try walk(.audit)
        try replayAll()
        try findRowsWithoutJournal()
        try compareCounts()
        try checkPapers()
    }
}

/// A table whose rows are chained.
struct ChainedTable {
    let name: String
    let names: String
    let kinds: [Kind]

    enum Kind { case integer, text, blob }

    static let journal = ChainedTable(
        name: "journal", names: PreparedAct.names,
        kinds: [
            .text, .integer, .integer, .text, .integer, .integer, .integer, .integer, .integer, .text,
            .integer,
            .integer, .blob,
        ])
    static let audit = ChainedTable(
        name: "audit", names: PreparedNote.names, kinds: [.integer, .integer, .text, .text, .integer, .text])

    /// The values of a row, from column `first` on.
    func values(_ row: any SQLRow, from first: Int) -> [SQLValue] {
        kinds.enumerated().map { place, kind in
            let column = first + place
            if row.isNull(column) { return .null }
            return switch kind {
            case .integer: .integer(row.integer(column))
            case .text: .text(row.text(column))
            case .blob: .blob(row.blob(column))
            }
        }
    }
}

extension Verification {
    /// Recomputes each link. After a fault it goes on from the link that stands there, so that one changed row is
    /// one fault.
    mutating func walk(_ table: ChainedTable) throws {
        var seq = 0
        var link = Chain.origin
        var found: [IntegrityFault] = []
        try connection.read("SELECT seq, link, \(table.names) FROM \(table.name) ORDER BY seq", []) { row in
            seq += 1
            let stored = row.blob(1)
            if row.integer(0) != seq {
                found.append(.missingRow(chain: table.name, row: seq))
                seq = row.integer(0)
            } else if Chain.next(previous: link, content: RowDigest.digest(table.values(row, from: 2)))
                != stored
            {
                found.append(.changedRow(chain: table.name, row: seq))
            }
            link = stored.count == SHA256.length ? stored : Chain.origin
            return true
        }
        let end = try ChainEnd.load(table.name, connection)
        if end.seq != seq || end.link != link {
            found.append(.wrongEnd(chain: table.name, known: end.seq, found: seq))
        }
        faults += found
    }
}
