// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Seals

/// What one transaction of the writer knows: the ends of the two chains and where units lie.
///
/// It lives as long as its transaction: after a rollback another one begins from what the database holds.
public struct WriteSession<Driver: Connection> {
    let connection: Driver
    var journal: ChainEnd
    var audit: ChainEnd
    private var places: [UnitID: UnitPlace] = [:]
    private var numbers: [SubjectKind: Int] = [:]
    /// What was written so far.
    public internal(set) var touched: Touched = []

    /// The schema that the database has come to: below the newest only while it is brought up to date.
    let schema: Int

    /// Begins within a transaction that has begun.
    public init(_ connection: Driver, schema: Int = Migration.newest) throws {
        self.connection = connection
        self.schema = schema
        journal = try ChainEnd.load("journal", connection)
        audit = try ChainEnd.load("audit", connection)
    }

    /// Writes down where the chains end; called once before the transaction is committed.
    public func finish() throws {
        try journal.save(connection)
        try audit.save(connection)
        for (kind, last) in numbers {
            try connection.run(
                """
                INSERT INTO counter (kind, last) VALUES (?, ?)
                ON CONFLICT (kind) DO UPDATE SET last = excluded.last
                """, [.text(kind.rawValue), .integer(last)])
        }
    }

    /// Writes a change whole; whoever calls rolls back when it throws.
    ///
    /// - Throws: ``StoreFailure/conflict(_:)`` when an act's number is not the next of its subject.
    public mutating func apply(_ change: PreparedChange) throws -> Receipt {
        if let once = change.once {
            let earlier = try connection.first(
                "SELECT subject_kind, subject FROM once WHERE token = ?", [.text(once)],
                { try Subject($0, from: 0) })
            if let earlier { return Receipt(subject: earlier, isRepeat: true) }
            try connection.run(
                "INSERT INTO once (token, subject_kind, subject, recorded) VALUES (?, ?, ?, ?)",
                [
                    .text(once), .text(change.answer.kind.rawValue), .integer(change.answer.number),
                    .integer(change.recorded),
                ])
        }
        for drawn in change.serials { try draw(drawn) }
        for act in change.acts {
            try append(act)
            if let gone = act.withdraws { try recall(gone, of: act.subject, in: change) }
        }
        for state in change.states { try put(state) }
        for message in change.messages { try send(message, at: change.recorded) }
        for list in change.duties { try replace(list) }
        for note in change.audit { try append(note) }
        if let draft = change.finishedDraft {
            try connection.run("DELETE FROM draft WHERE sheet = ?", [.text(draft)])
        }
        return Receipt(subject: change.answer, isRepeat: false)
    }

    /// The first of `count` new numbers of a kind.
    public mutating func allocate(_ kind: SubjectKind, count: Int) throws -> Int {
        let last = try lastNumber(of: kind)
        numbers[kind] = last + count
        return last + 1
    }

    /// The greatest number given to a subject of the kind, or taken by one that came with its own.
    private mutating func lastNumber(of kind: SubjectKind) throws -> Int {
        if let known = numbers[kind] { return known }
        return try connection.number("SELECT last FROM counter WHERE kind = ?", [.text(kind.rawValue)])
    }

    private mutating func takeNumber(of subject: Subject) throws {
        let last = try lastNumber(of: subject.kind)
        numbers[subject.kind] = max(last, subject.number)
    }

    private mutating func append(_ act: PreparedAct) throws {
        let kind = SQLValue.text(act.subject.kind.rawValue)
        let newest = try connection.number(
            "SELECT coalesce(max(act), 0) FROM journal WHERE subject_kind = ? AND subject = ?",
            [kind, .integer(act.subject.number)])
        guard act.act == newest + 1 else { throw StoreFailure.conflict(act.subject) }
        if newest == 0 { try takeNumber(of: act.subject) }
        journal.extend(by: act.digest)
        try connection.run(
            JournalSQL.insert, [.integer(journal.seq)] + act.values + [.blob(journal.link)])
        if let sheet = act.sheet { try record(sheet, of: act) }
    }

    /// A sheet is taken once: a second sending by another way loses to the first.
    private func record(_ sheet: (sheet: String, round: Int), of act: PreparedAct) throws {
        let taken = try connection.number("SELECT count(*) FROM sheet WHERE sheet = ?", [.text(sheet.sheet)])
        guard taken == 0 else { throw StoreFailure.conflict(act.subject) }
        try connection.run(
            "INSERT INTO sheet (sheet, person, act, round) VALUES (?, ?, ?, ?)",
            [
                .text(sheet.sheet), .integer(act.subject.number), .integer(act.act), .integer(sheet.round),
            ])
    }

    mutating func append(_ note: PreparedNote) throws {
        audit.extend(by: note.digest)
        try connection.run(AuditSQL.insert, [.integer(audit.seq)] + note.values + [.blob(audit.link)])
    }

    /// Appends lines to the audit.
    public mutating func note(_ notes: [AuditNote]) throws {
        for note in notes { try append(PreparedNote(note)) }
    }

    /// Where a unit lies: its own number as village or town.
    mutating func place(of unit: UnitID) throws -> UnitPlace {
        if let known = places[unit] { return known }
        let found = try UnitPlace.find(unit, connection)
        places[unit] = found
        return found
    }

    mutating func forgetPlaces() { places = [:] }
}

/// The last link of a chain with the number of its row.
struct ChainEnd: Hashable, Sendable {
    let name: String
    private let loaded: Int
    private(set) var seq: Int
    private(set) var link: [UInt8]

    static func load(_ name: String, _ connection: some Connection) throws -> ChainEnd {
        let found = try connection.first("SELECT seq, link FROM chain WHERE name = ?", [.text(name)]) {
            ChainEnd(name: name, loaded: $0.integer(0), seq: $0.integer(0), link: $0.blob(1))
        }
        return found ?? ChainEnd(name: name, loaded: 0, seq: 0, link: Chain.origin)
    }

    mutating func extend(by digest: [UInt8]) {
        seq += 1
        link = Chain.next(previous: link, content: digest)
    }

    func save(_ connection: some Connection) throws {
        guard seq != loaded else { return }
        try connection.run(
            """
            INSERT INTO chain (name, seq, link) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, link = excluded.link
            """, [.text(name), .integer(seq), .blob(link)])
    }
}

/// A unit as scopes see it: 0 where it lies above towns or villages.
struct UnitPlace: Hashable, Sendable {
    let town: Int
    let village: Int

    static func find(_ unit: UnitID, _ connection: some Connection) throws -> UnitPlace {
        let found = try connection.first(
            "SELECT level, parent FROM unit WHERE id = ?", [.integer(unit.number)]
        ) {
            (level: Level(rawValue: $0.text(0)), parent: $0.integer(1))
        }
        guard let found else { return UnitPlace(town: 0, village: unit.number) }
        switch found.level {
        case .village: return UnitPlace(town: found.parent, village: unit.number)
        case .town: return UnitPlace(town: unit.number, village: 0)
        case .district, .city, .province, nil: return UnitPlace(town: 0, village: 0)
        }
    }
}

extension Subject {
    init(_ row: any SQLRow, from first: Int) throws {
        guard let kind = SubjectKind(rawValue: row.text(first)) else {
            throw StoreFailure.damaged("a subject of kind \(row.text(first))")
        }
        self.init(kind: kind, number: row.integer(first + 1))
    }
}

enum JournalSQL {
    static let insert = """
        INSERT INTO journal (seq, \(PreparedAct.names), link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

enum AuditSQL {
    static let insert = """
        INSERT INTO audit (seq, \(PreparedNote.names), link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
}
