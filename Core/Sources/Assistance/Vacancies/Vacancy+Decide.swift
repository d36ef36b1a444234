// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Vacancy {
    /// What an act leads to, or why it is refused. Pure, as decisions in a case are.
    ///
    /// - Parameter numbers: how long a verification is good for (05.r2).
    /// - Throws: ``Refusal/procedure(_:)`` with the obstacle and its clause.
    public func decide(
        _ act: VacancyEvent, on day: Day, numbers: ProcedureNumbers
    ) throws(Refusal) -> [VacancyEvent] {
        if let obstacle = obstacle(to: act, on: day, numbers: numbers) { throw .procedure(obstacle) }
        return [act]
    }

    private func obstacle(to act: VacancyEvent, on day: Day, numbers: ProcedureNumbers) -> Obstacle? {
        switch act {
        case .posted: .repeated
        case .corrected(let new):
            if closed != nil {
                .vacancyClosed(on: closedOn ?? day)
            } else if new.headcount < hired {
                .vacancySeatsTaken(hired)
            } else {
                new == facts ? .repeated : nil
            }
        case .confirmed(let verification):
            if closed != nil {
                .vacancyClosed(on: closedOn ?? day)
            } else if verification.confirmedBy.isEmpty {
                .wordsMissing(.vacancyVerified, what: .confirmation)
            } else {
                facts.validThrough < day ? .vacancyExpired(on: facts.validThrough) : nil
            }
        case .told: obstacleToTelling(on: day, numbers: numbers)
        // Whoever has the job has it, whatever number the employer named.
        case .hired, .released: nil
        case .closed(let end, let note):
            if closed != nil {
                .vacancyClosed(on: closedOn ?? day)
            } else {
                end == .untrue && note.isEmpty ? .wordsMissing(.vacancyClosed, what: .reason) : nil
            }
        case .reopened(let reason):
            if closed == nil {
                .repeated
            } else {
                reason.isEmpty ? .wordsMissing(.vacancyClosed, what: .reason) : nil
            }
        case .employerMerged: nil
        }
    }

    /// 05.w2, 05.r2: told only while it is open and the employer confirmed it lately.
    public func obstacleToTelling(on day: Day, numbers: ProcedureNumbers) -> Obstacle? {
        switch standing(on: day, verifiedFor: numbers.verifiedDays) {
        case .open: nil
        case .stale: .vacancyStale(verified: verifiedOn, days: numbers.verifiedDays)
        case .filled: .vacancyFilled
        case .expired: .vacancyExpired(on: facts.validThrough)
        case .closed: .vacancyClosed(on: closedOn ?? day)
        }
    }
}
