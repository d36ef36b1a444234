// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// Why an act on a fair is refused (14.w3).
public enum FairObstacle: Hashable, Sendable {
    case titleMissing
    case placeMissing
    /// A special fair says whom it is for.
    case audienceMissing
    /// The day is gone by.
    case dayPast(Day)
    case hoursReversed
    case cancelled(on: Day)
    case closed(on: Day)
    case alreadyAnnounced(on: Day)
    /// Nobody is invited to, or signs in at, what is not announced.
    case notAnnounced
    case noStands
    case standNumber(Int)
    case standMissing(Int)
    case standTaken(Int)
    case employerHasStand(Int)
    /// A stand offers at least one vacancy.
    case standEmpty
    case vacancyOfAnother(VacancyID)
    case vacancyHasStand(VacancyID, stand: Int)
    /// Closed, filled or past its term on the day of the fair.
    case vacancyNotOffered(VacancyID)
    case vacancyNotAtFair(VacancyID)
    case alreadyInvited
    case notInvited
    /// An invitation names a vacancy of the fair.
    case invitationEmpty
    /// Whoever came stays on the list.
    case hasCome
    case hasNotCome
    /// 签到 is on the day of the fair only.
    case notTheDay(Day)
    case notYet(Day)
    case numbersImplausible
    case notClosed
    case nothingToTell
}

extension Fair {
    /// What an act leads to, or why it is refused. A sign-in that was made before leads to nothing.
    ///
    /// - Throws: ``Refusal/procedure(_:)`` with the obstacle; ``Refusal/nothingChanged``, ``Refusal/reasonMissing``.
    public func decide(_ act: FairEvent, on day: Day) throws(Refusal) -> [FairEvent] {
        if let obstacle = obstacle(to: act, on: day) { throw .procedure(.fair(obstacle)) }
        switch act {
        case .corrected(let new):
            guard new != facts else { throw .nothingChanged }
        case .cancelled(let reason), .invitationWithdrawn(_, let reason), .reopened(let reason):
            guard !reason.isEmpty else { throw .reasonMissing }
        case .signedIn(let id, _):
            if guest(id)?.came != nil { return [] }
        case .walkInsCounted(let count):
            guard count != walkIns else { throw .nothingChanged }
        case .standReported(let number, let result):
            guard stand(number)?.result != result else { throw .nothingChanged }
        case .resultNoted(let id, let result):
            guard guest(id)?.result != result else { throw .nothingChanged }
        case .standSet(let number, let employer, let vacancies):
            let old = stand(number)
            guard old?.employer != employer || old?.vacancies != vacancies else { throw .nothingChanged }
        case .planned, .standRemoved, .employerMerged, .announced, .invited, .told, .signInWithdrawn,
            .closed:
            break
        }
        return [act]
    }

    /// What is wrong with facts that are planned or corrected on `day`.
    public static func obstacle(to facts: FairFacts, on day: Day) -> FairObstacle? {
        if facts.title.isEmpty { return .titleMissing }
        if facts.place.isEmpty { return .placeMissing }
        if facts.kind == .special, facts.audience.isEmpty { return .audienceMissing }
        if !facts.hours.isForward { return .hoursReversed }
        return facts.day < day ? .dayPast(facts.day) : nil
    }

    private func obstacle(to act: FairEvent, on day: Day) -> FairObstacle? {
        if let end = ended(act) { return end }
        switch act {
        case .planned(let facts, _): return Self.obstacle(to: facts, on: day)
        case .corrected(let new):
            // What was held was held then and there: only words are mended afterwards.
            let isSameTime = new.day == facts.day && new.hours == facts.hours
            return isSameTime && facts.day < day
                ? Self.obstacle(to: new, on: new.day) : Self.obstacle(to: new, on: day)
        case .standSet(let number, let employer, let vacancies):
            return obstacle(toStand: number, of: employer, vacancies)
        case .standRemoved(let number), .standReported(let number, _):
            guard stand(number) != nil else { return .standMissing(number) }
            if case .standReported(_, let result) = act { return obstacle(to: result, on: day) }
            return nil
        case .employerMerged: return nil
        case .announced:
            if let announcedOn { return .alreadyAnnounced(on: announcedOn) }
            return stands.isEmpty ? .noStands : facts.day < day ? .dayPast(facts.day) : nil
        case .cancelled: return facts.day < day && announcedOn != nil ? .dayPast(facts.day) : nil
        case .closed:
            return announcedOn == nil ? .notAnnounced : day < facts.day ? .notYet(facts.day) : nil
        case .reopened: return closedOn == nil ? .notClosed : nil
        case .walkInsCounted(let count):
            if announcedOn == nil { return .notAnnounced }
            return day < facts.day
                ? .notYet(facts.day) : (0...99_999).contains(count) ? nil : .numbersImplausible
        case .invited, .invitationWithdrawn, .told, .signedIn, .signInWithdrawn, .resultNoted:
            return guestObstacle(to: act, on: day)
        }
    }

    /// After its end nothing more happens to it, but that people are told of the cancelling.
    private func ended(_ act: FairEvent) -> FairObstacle? {
        if let cancelledOn {
            if case .told = act { return nil }
            return .cancelled(on: cancelledOn)
        }
        if let closedOn {
            if case .reopened = act { return nil }
            return .closed(on: closedOn)
        }
        return nil
    }

    private func obstacle(
        toStand number: Int, of employer: EmployerID, _ vacancies: [VacancyID]
    ) -> FairObstacle? {
        guard (1...999).contains(number) else { return .standNumber(number) }
        if vacancies.isEmpty { return .standEmpty }
        if let old = stand(number), old.employer != employer { return .standTaken(number) }
        for other in stands where other.number != number {
            if other.employer == employer { return .employerHasStand(other.number) }
            if let twice = vacancies.first(where: other.vacancies.contains) {
                return .vacancyHasStand(twice, stand: other.number)
            }
        }
        return nil
    }

    private func obstacle(to result: StandResult, on day: Day) -> FairObstacle? {
        if announcedOn == nil { return .notAnnounced }
        return day < facts.day ? .notYet(facts.day) : result.isPlausible ? nil : .numbersImplausible
    }

    private func guestObstacle(to act: FairEvent, on day: Day) -> FairObstacle? {
        guard announcedOn != nil else { return .notAnnounced }
        switch act {
        case .invited(let id, let vacancies):
            if guest(id) != nil { return .alreadyInvited }
            if facts.day < day { return .dayPast(facts.day) }
            if vacancies.isEmpty { return .invitationEmpty }
            return vacancies.first { stand(of: $0) == nil }.map { .vacancyNotAtFair($0) }
        case .invitationWithdrawn(let id, _):
            guard let guest = guest(id) else { return .notInvited }
            return guest.came != nil ? .hasCome : nil
        case .told(let id):
            guard let guest = guest(id) else { return .notInvited }
            return isToBeTold(guest, on: day) ? nil : .nothingToTell
        case .signedIn(let id, _):
            guard guest(id) != nil else { return .notInvited }
            return day == facts.day ? nil : .notTheDay(facts.day)
        case .signInWithdrawn(let id):
            guard let guest = guest(id) else { return .notInvited }
            return guest.came == nil ? .hasNotCome : nil
        case .resultNoted(let id, let result): return resultObstacle(id, result, on: day)
        case .planned, .corrected, .standSet, .standRemoved, .employerMerged, .announced, .cancelled,
            .walkInsCounted, .standReported, .closed, .reopened:
            return nil
        }
    }

    private func resultObstacle(_ id: CaseID, _ result: GuestResult, on day: Day) -> FairObstacle? {
        guard let guest = guest(id) else { return .notInvited }
        if day < facts.day { return .notYet(facts.day) }
        if let vacancy = result.vacancy, stand(of: vacancy) == nil { return .vacancyNotAtFair(vacancy) }
        if result.outcome == .absent { return guest.came == nil ? nil : .hasCome }
        return guest.came == nil ? .hasNotCome : nil
    }
}
