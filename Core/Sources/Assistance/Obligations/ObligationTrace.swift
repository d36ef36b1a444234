// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// Why something is owed until its day, and what became of it: what a clerk answers who is asked.
public struct ObligationTrace: Hashable, Sendable {
    /// What is explained.
    public let obligation: Obligation
    /// The version of the rule that applied.
    public let rule: DeadlineRule
    /// The act from which it starts.
    public let start: Act
    /// The day from which it was counted; another than the act's own if the act names one, or after a pause.
    public let countedFrom: Day
    /// How the days were counted; `nil` for a period's own last day or a day before a date.
    public let counting: DueDateTrace?
    /// The act that met it, let it off or ended it.
    public let closing: Act?
    /// The act that began the pause.
    public let pausing: Act?
}

/// Explains an obligation of a journal; `nil` if the journal or the rules no longer give it.
///
/// It counts again for the one that is asked about: deriving explains nothing, because a district derives
/// some hundred thousand obligations in a night.
public func explain(
    _ obligation: Obligation, of journal: Journal, under rules: RuleSet, calendar: WorkCalendar
) -> ObligationTrace? {
    let acts = journal.effective
    guard let start = acts.first(where: { $0.id == obligation.anchor }),
        let rule = rules.rule(obligation.rule, on: start.occurred)
    else { return nil }
    let (from, counting) = calendar.count(obligation, rule, start, reading: rules.reading(on: start.occurred))
    return ObligationTrace(
        obligation: obligation, rule: rule, start: start, countedFrom: from, counting: counting,
        closing: obligation.outcome.act.flatMap { id in acts.first { $0.id == id } },
        pausing: obligation.pause.flatMap { pause in acts.first { $0.id == pause.by } })
}

extension Obligation.Outcome {
    /// The act that brought it about.
    public var act: ActID? {
        switch self {
        case .owed: nil
        case .met(_, _, let act, _), .waived(_, let act): act
        case .fellAway(_, .ended(let act)), .fellAway(_, .newRound(let act)), .fellAway(_, .away(let act)):
            act
        }
    }
}

extension WorkCalendar {
    /// The day from which an obligation was counted, and how.
    fileprivate func count(
        _ obligation: Obligation, _ rule: DeadlineRule, _ start: Act, reading: DayReading
    ) -> (from: Day, DueDateTrace?) {
        switch rule.timing {
        case .once(let once):
            let base = once.baseDay(start)
            guard case .within(let limit) = once.limit else { return (base, nil) }
            let from = max(base, obligation.pause?.until ?? base)
            let opens = once.notBefore.map { due(from: from, within: $0, rolls: false).due } ?? from
            let rolls = rule.rolls && reading.rolls
            return (from, explain(due(from: opens, within: reading.read(limit), rolls: rolls)))
        case .each(let recurring):
            switch recurring.due {
            case .last, .month: return (start.occurred, nil)
            case .afterLastDay(let limit), .afterLastWorkday(let limit):
                let rolls = rule.rolls && reading.rolls
                let dueDate = due(from: obligation.opens, within: reading.read(limit), rolls: rolls)
                return (obligation.opens, explain(dueDate))
            }
        }
    }
}
