// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What happened to a vacancy.
public enum VacancyEvent: Hashable, Sendable, Codable {
    /// Collected; with what the employer said when it was, where somebody asked (05.w2).
    case posted(VacancyFacts, employer: EmployerID, unit: UnitID, Verification?)
    case corrected(VacancyFacts)
    /// 再次核实 (05.r2).
    case confirmed(Verification)
    /// Told to the person of a case, with a letter or without (05.r1, 05.w2).
    case told(CaseID, act: ActID, isLetter: Bool)
    /// The recommendation led to the job: a place is taken (05.w4).
    case hired(CaseID, act: ActID)
    /// The recommendation ended otherwise or was withdrawn: the place is free again.
    case released(CaseID, act: ActID)
    case closed(VacancyEnd, note: String)
    /// 重新开放.
    case reopened(reason: String)
    /// The employer's entry passed into another one.
    case employerMerged(into: EmployerID)
}

extension Vacancy {
    /// The vacancy as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<VacancyEvent>], id: VacancyID) {
        guard let first = journal.first,
            case .posted(let facts, let employer, let unit, let verified) = first.event
        else { return nil }
        self.init(posting: facts, of: employer, unit: unit, verified: verified, on: first.occurred, id: id)
        for recorded in journal.dropFirst() { apply(recorded.event, on: recorded.occurred) }
    }

    /// A vacancy just collected, at version 1.
    public init(
        posting facts: VacancyFacts, of employer: EmployerID, unit: UnitID, verified: Verification?,
        on day: Day, id: VacancyID
    ) {
        self.id = id
        self.employer = employer
        self.unit = unit
        self.facts = facts
        self.verified = verified
        verifiedOn = verified == nil ? nil : day
        posted = day
        candidates = []
        version = 1
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: VacancyEvent, on day: Day) {
        switch event {
        case .posted: break
        case .corrected(let new): facts = new
        case .confirmed(let verification):
            if verifiedOn.map({ $0 <= day }) ?? true {
                verified = verification
                verifiedOn = day
            }
        case .told(let caseID, let act, let isLetter):
            move(caseID, act, to: isLetter ? .recommended : .told, on: day)
        case .hired(let caseID, let act): move(caseID, act, to: .hired, on: day)
        case .released(let caseID, let act): move(caseID, act, to: .ended, on: day)
        case .closed(let end, _):
            closed = end
            closedOn = day
        case .reopened:
            closed = nil
            closedOn = nil
        case .employerMerged(let other): employer = other
        }
        version += 1
    }

    private mutating func move(_ caseID: CaseID, _ act: ActID, to stage: CandidateStage, on day: Day) {
        guard let place = candidates.firstIndex(where: { $0.caseID == caseID && $0.act == act }) else {
            candidates.append(Candidate(caseID: caseID, act: act, on: day, stage: stage))
            return
        }
        candidates[place].stage = stage
    }
}
