// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One line of work as a page shows it: for whom, what, by when, why, by whom, and the one thing to do next.
public struct WorkLine: Sendable {
    /// The person's name; the unit's for what an office owes without one.
    public var name: String
    public var link: Link
    public var title: String
    public var village: String
    public var hardness: Int
    public var due: Tag
    public var dueWords: String
    /// The sentences behind 为什么.
    public var because: [String]
    /// What opens the form that meets the duty, where the reader may do it.
    public var act: (label: String, link: Link)?
    /// 由谁办理: the worker by name, or the office.
    public var owner: Cell
    /// Whether one worker owes it by name, or should.
    public var isByName: Bool

    /// A line of work.
    ///
    /// - Parameters:
    ///   - because: why it is on the list, as the obligation engine explains it.
    ///   - act: the form that meets it, where the reader may fill it in.
    ///   - owner: who owes it; the office's word where `nil`.
    public init(
        _ row: DutyRow, village: String, title: String, because: [String], today: Day, calendar: WorkCalendar,
        act: (label: String, link: Link)? = nil, owner: Cell? = nil
    ) {
        name = row.name ?? village
        link = Self.link(to: row) ?? act?.link ?? .work
        self.title = title
        self.village = village
        hardness = row.hardness
        due = row.obligation.dueTag(on: today)
        dueWords = row.obligation.dueWords(on: today, calendar: calendar)
        self.because = because
        self.act = act
        self.owner = owner ?? .text(row.obligation.owedBy.words)
        isByName = row.obligation.owedBy.isByName
    }

    /// Help that is owed leads to the case, a visit to the person, whom a visit is to.
    private static func link(to row: DutyRow) -> Link? {
        if case .assistanceCase(let id) = row.subject, row.obligation.clause.step ?? 1 > 1 {
            return .assistanceCase(id)
        }
        if let person = row.person { return .person(person) }
        if case .round(let id) = row.subject { return .round(id) }
        return nil
    }
}

extension Obligation {
    /// The due day as a tag: colour and word.
    public func dueTag(on today: Day) -> Tag {
        let left = due.days(since: today)
        if left < 0 { return .overdue() }
        if left == 0 { return .dueSoon("今天到期") }
        if left == 1 { return .dueSoon("明天到期") }
        if left <= 7 { return .dueThisWeek("本周到期") }
        return Tag("未到期")
    }

    /// `2月25日（剩2个工作日）`, `超期3天`; 暂定 where the year's calendar is not known yet.
    public func dueWords(on today: Day, calendar: WorkCalendar) -> String {
        let provisional = isProvisional ? "，暂定" : ""
        return "\(due.month)月\(due.day)日（\(calendar.remaining(to: due, on: today))\(provisional)）"
    }
}
