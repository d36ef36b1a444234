// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// The places of a vacancy follow what is recorded in cases, in the same transaction (05.w2, 05.w4).
extension Office {
    /// The acts with employer and post as the register has them, where they name a vacancy of it.
    func named(_ acts: [CaseEvent]) async throws -> [CaseEvent] {
        var named: [CaseEvent] = []
        for act in acts {
            guard let note = act.vacancyNote, let id = note.vacancyID else {
                named.append(act)
                continue
            }
            let vacancy = try await demand(vacancy: id)
            let employer = try await demand(employer: vacancy.employer)
            named.append(
                act.telling(
                    VacancyNote(
                        employer: employer.facts.name, post: vacancy.facts.post, place: note.place,
                        pay: note.pay, requirements: note.requirements, vacancyID: id)))
        }
        return named
    }

    /// Takes or gives back the place that an act of a case is about; the act is the case's next.
    ///
    /// - Throws: ``Refusal/procedure(_:)`` when the vacancy is filled, expired, closed or not verified lately
    ///   (05.r2); ``StoreFailure``.
    func seat(
        _ event: CaseEvent, in found: AssistanceCase, on day: Day, into change: inout Change
    ) async throws {
        guard let (id, seat) = found.seat(of: event) else { return }
        try await take(seat, by: id, on: day, into: &change)
    }

    /// Puts a place back as it was before an act that is withdrawn.
    func unseat(
        _ entry: Recorded<CaseEvent>, in found: AssistanceCase, into change: inout Change
    ) async throws {
        guard let (id, seat) = found.seat(withdrawing: entry) else { return }
        // A record is taken back whatever became of the vacancy since.
        var vacancy = try await vacancy(id, in: change)
        vacancy.take(seat, on: today, into: &change)
        change.keep(vacancy)
    }

    private func take(
        _ seat: VacancyEvent, by id: VacancyID, on day: Day, into change: inout Change
    ) async throws {
        var vacancy = try await vacancy(id, in: change)
        for event in try vacancy.decide(seat, on: day, numbers: pack.procedure) {
            vacancy.take(event, on: day, into: &change)
        }
        change.keep(vacancy)
    }

    /// The vacancy as earlier acts of the same transaction leave it.
    private func vacancy(_ id: VacancyID, in change: Change) async throws -> Vacancy {
        for case .vacancy(let vacancy) in change.states where vacancy.id == id { return vacancy }
        return try await demand(vacancy: id)
    }

    func demand(vacancy id: VacancyID) async throws -> Vacancy {
        guard let vacancy = try await store.vacancy(id) else { throw Refusal.notFound(.vacancy) }
        return vacancy
    }

    func demand(employer id: EmployerID) async throws -> Employer {
        guard let employer = try await store.employer(id) else { throw Refusal.notFound(.employer) }
        return employer
    }
}

extension Change {
    /// Puts a vacancy's state in place of one that the change has already.
    mutating func keep(_ vacancy: Vacancy) {
        states.removeAll { if case .vacancy(let other) = $0 { other.id == vacancy.id } else { false } }
        states.append(.vacancy(vacancy))
    }
}

extension Vacancy {
    /// Takes an event in and puts it on its way into the journal.
    mutating func take(_ event: VacancyEvent, on day: Day, into change: inout Change) {
        change.append(.vacancy(event), to: .vacancy(id), after: version, on: day)
        apply(event, on: day)
    }
}

extension Employer {
    /// Takes an event in and puts it on its way into the journal.
    mutating func take(_ event: EmployerEvent, on day: Day, into change: inout Change) {
        change.append(.employer(event), to: .employer(id), after: version, on: day)
        apply(event, on: day)
    }
}

extension CaseEvent {
    /// The vacancy that the act tells.
    fileprivate var vacancyNote: VacancyNote? {
        if case .aid(.recommended(let recommendation)) = self { return recommendation.vacancy }
        if case .aid(.vacancyTold(_, let note)) = self { return note }
        return nil
    }

    /// The same act telling the vacancy in these words.
    fileprivate func telling(_ note: VacancyNote) -> CaseEvent {
        if case .aid(.recommended(let old)) = self {
            return .aid(
                .recommended(
                    Recommendation(
                        level: old.level, vacancy: note, confirmed: old.confirmed,
                        confirmedBy: old.confirmedBy, fit: old.fit, overriding: old.overriding)))
        }
        if case .aid(.vacancyTold(let level, _)) = self { return .aid(.vacancyTold(level: level, note)) }
        return self
    }
}

extension AssistanceCase {
    /// What the next act of the case does to a registered vacancy.
    fileprivate func seat(of event: CaseEvent) -> (VacancyID, VacancyEvent)? {
        let act = ActID(version + 1)
        if let vacancy = event.vacancyNote?.vacancyID {
            if case .aid(.recommended) = event { return (vacancy, .told(id, act: act, isLetter: true)) }
            return (vacancy, .told(id, act: act, isLetter: false))
        }
        guard case .aid(.recommendationEnded(let of, let outcome)) = event,
            let vacancy = care.recommendation(of)?.recommendation.vacancy.vacancyID
        else { return nil }
        return (vacancy, outcome.code == .employed ? .hired(id, act: of) : .released(id, act: of))
    }

    /// What withdrawing an act of the case does to a registered vacancy.
    fileprivate func seat(withdrawing entry: Recorded<CaseEvent>) -> (VacancyID, VacancyEvent)? {
        if let vacancy = entry.event.vacancyNote?.vacancyID {
            return (vacancy, .released(id, act: entry.id))
        }
        guard case .aid(.recommendationEnded(let of, _)) = entry.event,
            let vacancy = care.recommendation(of)?.recommendation.vacancy.vacancyID
        else { return nil }
        return (vacancy, .told(id, act: of, isLetter: true))
    }
}
