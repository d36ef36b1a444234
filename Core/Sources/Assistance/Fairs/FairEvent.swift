// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What happened to a fair.
public enum FairEvent: Hashable, Sendable, Codable {
    case planned(FairFacts, unit: UnitID)
    case corrected(FairFacts)
    /// A stand was given to an employer, or its vacancies changed.
    case standSet(number: Int, employer: EmployerID, vacancies: [VacancyID])
    case standRemoved(number: Int)
    /// The employer's entry passed into another one.
    case employerMerged(stand: Int, into: EmployerID)
    /// 公布.
    case announced
    case cancelled(reason: String)
    /// A person decided that somebody is invited, and to which vacancies.
    case invited(CaseID, vacancies: [VacancyID])
    case invitationWithdrawn(CaseID, reason: String)
    /// Told of a change or of the cancelling.
    case told(CaseID)
    case signedIn(CaseID, by: ArrivalMeans)
    /// 撤销签到: the wrong line was pressed.
    case signInWithdrawn(CaseID)
    case walkInsCounted(Int)
    case standReported(number: Int, StandResult)
    case resultNoted(CaseID, GuestResult)
    /// 办结.
    case closed
    case reopened(reason: String)
}

extension Fair {
    /// The fair as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<FairEvent>], id: FairID) {
        guard let first = journal.first, case .planned(let facts, let unit) = first.event else { return nil }
        self.init(planning: facts, unit: unit, id: id)
        for recorded in journal.dropFirst() { apply(recorded.event, on: recorded.occurred) }
    }

    /// A fair just planned, at version 1.
    public init(planning facts: FairFacts, unit: UnitID, id: FairID) {
        self.id = id
        self.unit = unit
        self.facts = facts
        stands = []
        guests = []
        walkIns = 0
        cancelledFor = ""
        version = 1
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: FairEvent, on day: Day) {
        version += 1
        switch event {
        case .planned: break
        case .corrected(let new): correct(to: new)
        case .standSet(let number, let employer, let vacancies):
            let result = stand(number).flatMap { $0.employer == employer ? $0.result : nil }
            put(FairStand(number: number, employer: employer, vacancies: vacancies, result: result))
        case .standRemoved(let number): stands.removeAll { $0.number == number }
        case .employerMerged(let number, let other):
            if let old = stand(number) {
                put(
                    FairStand(
                        number: number, employer: other, vacancies: old.vacancies, result: old.result))
            }
        case .announced: announcedOn = day
        case .cancelled(let reason):
            cancelledOn = day
            cancelledFor = reason
            if announcedOn != nil { changed = ActID(version) }
        case .standReported(let number, let result):
            if let place = stands.firstIndex(where: { $0.number == number }) { stands[place].result = result }
        case .walkInsCounted(let count): walkIns = count
        case .closed: closedOn = day
        case .reopened: closedOn = nil
        case .invited, .invitationWithdrawn, .told, .signedIn, .signInWithdrawn, .resultNoted:
            applyToGuest(event, on: day)
        }
    }

    private mutating func applyToGuest(_ event: FairEvent, on day: Day) {
        let act = ActID(version)
        switch event {
        case .invited(let id, let vacancies):
            guests.append(FairGuest(caseID: id, vacancies: vacancies, on: day, told: act))
        case .invitationWithdrawn(let id, _): guests.removeAll { $0.caseID == id }
        case .told(let id): change(id) { $0.told = act }
        case .signedIn(let id, let means): change(id) { $0.came = FairGuest.Arrival(act: act, by: means) }
        case .signInWithdrawn(let id):
            change(id) { guest in
                guest.came = nil
                guest.result = nil
            }
        case .resultNoted(let id, let result): change(id) { $0.result = result }
        case .planned, .corrected, .standSet, .standRemoved, .employerMerged, .announced, .cancelled,
            .walkInsCounted, .standReported, .closed, .reopened:
            break
        }
    }

    private mutating func correct(to new: FairFacts) {
        let isMoved = new.day != facts.day || new.hours != facts.hours || new.place != facts.place
        if isMoved, announcedOn != nil { changed = ActID(version) }
        facts = new
    }

    private mutating func put(_ stand: FairStand) {
        stands.removeAll { $0.number == stand.number }
        let place = stands.firstIndex { stand.number < $0.number } ?? stands.endIndex
        stands.insert(stand, at: place)
    }

    private mutating func change(_ id: CaseID, _ edit: (inout FairGuest) -> Void) {
        guard let place = guests.firstIndex(where: { $0.caseID == id }) else { return }
        edit(&guests[place])
    }
}
