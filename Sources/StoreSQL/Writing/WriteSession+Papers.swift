// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension WriteSession {
    /// Puts a paper out under the next number of its series, or finds it where it went out before; the printing
    /// goes into the audit either way.
    public mutating func issue(
        _ order: PaperOrder, printing: AuditNote
    ) throws -> (paper: IssuedPaper, isReprint: Bool) {
        try append(PreparedNote(printing))
        return try issue(order, by: printing.by)
    }

    /// The same without a line of the audit, for those who write one for many.
    mutating func issue(
        _ order: PaperOrder, by account: AccountID
    ) throws -> (paper: IssuedPaper, isReprint: Bool) {
        if let known = try issued(order.kind, order.act, of: order.caseID) { return (known, true) }
        let series: [SQLValue] = [
            .integer(order.unit.number), .text(order.kind.rawValue), .integer(order.on.year),
        ]
        let last = try connection.number(
            "SELECT coalesce(max(number), 0) FROM paper WHERE unit = ? AND kind = ? AND year = ?", series)
        let paper = IssuedPaper(
            caseID: order.caseID, act: order.act,
            number: PaperNumber(
                unit: order.unit, kind: order.kind, year: order.on.year, number: last + 1),
            on: order.on, by: account)
        try connection.run(PaperSQL.insert, paper.values)
        return (paper, false)
    }

    /// The paper as it went out.
    func issued(_ kind: PaperKind, _ act: ActID, of id: CaseID) throws -> IssuedPaper? {
        try connection.first(
            PaperSQL.read + " WHERE case_id = ? AND kind = ? AND act = ?",
            [.integer(id.number), .text(kind.rawValue), .integer(act.number)], IssuedPaper.init)
    }
}

extension WriteSession {
    /// Writes a number down that an act gives out.
    ///
    /// - Throws: ``StoreFailure/conflict(_:)`` of the town when it is not the next of its series.
    func draw(_ drawn: DrawnSerial) throws {
        let serial = drawn.serial
        let last = try SerialSQL.last(serial.unit, serial.series, serial.year, connection)
        guard serial.number == last + 1 else { throw StoreFailure.conflict(.unit(serial.unit)) }
        try connection.run(
            SerialSQL.insert,
            [
                .integer(serial.unit.number), .text(serial.series.rawValue), .integer(serial.year),
                .integer(serial.number), .integer(drawn.caseID.number), .integer(drawn.act.number),
            ])
    }
}

enum SerialSQL {
    static let insert =
        "INSERT INTO serial (unit, series, year, number, case_id, act) VALUES (?, ?, ?, ?, ?, ?)"

    /// The newest number of a series; 0 before the first.
    static func last(_ unit: UnitID, _ series: Series, _ year: Int, _ connection: some Connection) throws
        -> Int
    {
        try connection.number(
            "SELECT coalesce(max(number), 0) FROM serial WHERE unit = ? AND series = ? AND year = ?",
            [.integer(unit.number), .text(series.rawValue), .integer(year)])
    }
}

enum PaperSQL {
    private static let columns = "case_id, kind, act, unit, year, number, issued, account"
    static let read = "SELECT \(columns) FROM paper"
    static let insert = "INSERT INTO paper (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
}

extension IssuedPaper {
    var values: [SQLValue] {
        [
            .integer(caseID.number), .text(kind.rawValue), .integer(act.number), .integer(number.unit.number),
            .integer(number.year), .integer(number.number), .integer(Int(on.daysSince1970)),
            .integer(by.number),
        ]
    }

    init(_ row: any SQLRow) throws {
        guard let kind = PaperKind(rawValue: row.text(1)) else {
            throw StoreFailure.damaged("a paper of kind \(row.text(1))")
        }
        self.init(
            caseID: CaseID(row.integer(0)), act: ActID(row.integer(2)),
            number: PaperNumber(
                unit: UnitID(row.integer(3)), kind: kind, year: row.integer(4), number: row.integer(5)),
            on: Day(daysSince1970: row.integer(6)), by: AccountID(row.integer(7)))
    }
}
