// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension WriteSession {
    /// Replaces the stored obligations of a subject; rows that stay the same obligation keep their id.
    public mutating func replace(_ list: DutyList) throws {
        let subject: [SQLValue] = [.text(list.subject.kind.rawValue), .integer(list.subject.number)]
        let place = try place(of: list.unit)
        touched.insert(.duties)
        var gone = try stored(subject)
        for (duty, leaves) in zip(list.obligations, list.obligations.leavingDays) {
            gone.remove(duty.id)
            let values =
                subject + [
                    .integer(list.unit.number), .integer(place.town), .integer(place.village),
                    SQLValue(list.person?.number), .integer(min(max(list.hardness, 0), DutySQL.hardest)),
                    .integer((leaves ?? .latest).number), SQLValue(list.accounts[duty.owedBy]?.number),
                ] + DutyColumns.values(duty)
            try connection.run(DutySQL.upsert, values)
        }
        for id in gone {
            try connection.run(
                """
                DELETE FROM duty WHERE subject_kind = ? AND subject = ? AND rule = ? AND anchor = ?
                AND period = ?
                """, subject + [.text(id.rule.name), .integer(id.anchor.number), .text(id.period ?? "")])
        }
    }

    private func stored(_ subject: [SQLValue]) throws -> Set<Obligation.ID> {
        let found = try connection.all(
            "SELECT rule, anchor, period FROM duty WHERE subject_kind = ? AND subject = ?", subject
        ) { row in
            let period = row.text(2)
            return Obligation.ID(
                kept: RuleKey(row.text(0)), anchor: ActID(row.integer(1)),
                period: period.isEmpty ? nil : period)
        }
        return Set(found)
    }
}

enum DutySQL {
    /// The hardest class of person; worklists walk down from it.
    static let hardest = 4

    static let frame = "subject_kind, subject, unit, town, village, person, hardness, leaves, account"

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
