// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension WriteSession {
    /// Replaces the stored obligations of a subject; rows that stay the same obligation keep their id, and rows
    /// in which nothing changed are not written: of a long case's duties an act changes a few.
    public mutating func replace(_ list: DutyList) throws {
        let subject: [SQLValue] = [.text(list.subject.kind.rawValue), .integer(list.subject.number)]
        let place = try place(of: list.unit)
        touched.insert(.duties)
        var gone = try stored(subject)
        for (duty, leaves) in zip(list.obligations, list.obligations.leavingDays) {
            let values =
                subject + [
                    .integer(list.unit.number), .integer(place.town), .integer(place.village),
                    SQLValue(list.person?.number), .integer(min(max(list.hardness, 0), DutySQL.hardest)),
                    .integer((leaves ?? .latest).number), SQLValue(list.accounts[duty.owedBy]?.number),
                ] + DutyColumns.values(duty)
            if gone.removeValue(forKey: duty.id) != values { try connection.run(DutySQL.upsert, values) }
        }
        for id in gone.keys {
            try connection.run(
                """
                DELETE FROM duty WHERE subject_kind = ? AND subject = ? AND rule = ? AND anchor = ?
                AND period = ?
                """, subject + [.text(id.rule.name), .integer(id.anchor.number), .text(id.period ?? "")])
        }
    }

    /// The rows as they stand, column by column as they are written.
    private func stored(_ subject: [SQLValue]) throws -> [Obligation.ID: [SQLValue]] {
        let first = DutySQL.frameCount
        let rows = try connection.all(DutySQL.select, subject) { row in
            let period = row.text(first + 2)
            let id = Obligation.ID(
                kept: RuleKey(row.text(first)), anchor: ActID(row.integer(first + 1)),
                period: period.isEmpty ? nil : period)
            return (id, (0..<DutySQL.columnCount).map { row.value($0) })
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }
}

enum DutySQL {
    /// The hardest class of person; worklists walk down from it.
    static let hardest = 4

    static let frame = "subject_kind, subject, unit, town, village, person, hardness, leaves, account"

    /// How many columns the frame has, and a whole row.
    static let frameCount = frame.split(separator: ", ").count
    static let columnCount = frameCount + DutyColumns.names.split(separator: ", ").count

    static let select = """
        SELECT \(frame), \(DutyColumns.names) FROM duty WHERE subject_kind = ? AND subject = ?
        """

    static let upsert = {
        let names = (frame + ", " + DutyColumns.names).split(separator: ", ")
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let news = names.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO duty (\(names.joined(separator: ", "))) VALUES (\(marks))
            ON CONFLICT (subject_kind, subject, rule, anchor, period) DO UPDATE SET \(news)
            """
    }()
}
