// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 期限规定: the rules and the calendar from which duties follow.
public struct DutyTerms: Sendable {
    /// The deadlines that are owed.
    public let rules: RuleSet
    /// The days that are worked.
    public let calendar: WorkCalendar

    /// Terms of these rules and this calendar.
    public init(rules: RuleSet, calendar: WorkCalendar) {
        self.rules = rules
        self.calendar = calendar
    }
}

/// 政策演练: what other terms would make of journals, seen on one day, before anybody adopts them.
///
/// It changes nothing: both sides are derived from the same acts, and only what comes out is compared.
public struct Rehearsal: Sendable {
    /// The terms in force.
    public let before: DutyTerms
    /// The terms that are tried.
    public let after: DutyTerms
    /// The day on which both are looked at; what happens later has not happened.
    public let day: Day
    /// Recurring duties are told up to the period in which this day lies.
    public let horizon: Day

    /// A comparison of two terms on a day.
    public init(from before: DutyTerms, to after: DutyTerms, on day: Day, through horizon: Day) {
        self.before = before
        self.after = after
        self.day = day
        self.horizon = horizon
    }

    /// What the change does to the duties of one journal.
    public func effect(on journal: Journal) -> RehearsedEffect {
        let journal = Journal(acts: journal.acts.filter { $0.occurred <= day })
        let old = obligations(of: journal, under: before)
        let new = obligations(of: journal, under: after)
        let live = old.count { $0.isLive(on: day) }
        guard old != new else { return RehearsedEffect(live: live, changes: []) }
        return RehearsedEffect(live: live, changes: changes(from: old, to: new))
    }

    private func obligations(of journal: Journal, under terms: DutyTerms) -> [Obligation] {
        Assistance.obligations(
            of: journal, under: terms.rules, calendar: terms.calendar, through: horizon)
    }

    private func changes(from old: [Obligation], to new: [Obligation]) -> [RehearsedChange] {
        let there = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(old.map(\.id))
        let kept = old.compactMap { RehearsedChange(from: $0, to: there[$0.id], on: day) }
        return kept
            + new.compactMap { known.contains($0.id) ? nil : RehearsedChange(from: nil, to: $0, on: day) }
    }
}

/// What a change of terms does to one journal.
public struct RehearsedEffect: Hashable, Sendable {
    /// How many duties are live as things stand.
    public let live: Int
    /// What becomes of them and of others: those there were, in their order, then those that appear.
    public let changes: [RehearsedChange]
}

extension Obligation {
    /// 未办结: whether somebody still has to do something, now or once the person is back.
    public func isLive(on day: Day) -> Bool {
        let standing = standing(on: day)
        return standing.isPending || standing == .suspended
    }
}
