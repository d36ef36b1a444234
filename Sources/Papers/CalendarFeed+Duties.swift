// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension CalendarFeed {
    /// A worker's duties as days of a calendar.
    ///
    /// It leaves the office on somebody's own phone: matter, masked name and village, no number, phone or
    /// category (L.05).
    public init(of duties: [DutyRow], for account: Account, office: Office) {
        self.init(
            name: "援助待办（\(account.name)）", stamp: office.now,
            events: duties.map { Event($0, office: office) })
    }
}

extension CalendarFeed.Event {
    fileprivate init(_ row: DutyRow, office: Office) {
        let rule = office.pack.rules.rule(row.obligation.rule, on: office.today)
        let name = row.name.flatMap { PersonName($0)?.masked }
        let parts = [rule?.title ?? row.obligation.rule.name, name, office.tree[row.unit]?.name]
        let uid = "\(row.subject.kind.rawValue)-\(row.subject.number)-\(row.obligation.id)"
        self.init(
            uid: uid + "@yuanzhu", day: row.obligation.due,
            summary: parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "))
    }
}
