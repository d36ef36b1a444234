// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 未访登记: somebody could not be reached, with the reason and the next try (01.r1).
    ///
    /// Somebody already surveyed in the round stays surveyed. Whoever is away, refuses or was not found is tried
    /// again.
    /// - Throws: ``Refusal/nextTryMissing`` without the day of that try; other refusals; ``StoreFailure``.
    public func excuse(
        _ id: PersonID, version: Int, excuse: SurveyExcuse, on day: Day, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let round = try await demand(round: excuse.round)
        var person = try await demand(person: id)
        try actor.require(.survey, at: person.village, in: tree)
        try check(day, after: round.opened, by: actor, at: person.village)
        guard person.isOnRoll else { throw Refusal.personNotOnRoll }
        guard person.village == round.village else { throw Refusal.roundNotOpen(year: round.year) }
        guard person.version == version else { throw StoreFailure.conflict(.person(id)) }
        if let standing = person.survey, standing.round == round.id, standing.state == .surveyed {
            throw Refusal.alreadySurveyed(on: standing.on, edition: standing.edition)
        }
        guard !excuse.reason.asksForNextTry || excuse.nextTry != nil else { throw Refusal.nextTryMissing }
        if let next = excuse.nextTry, next < day { throw Refusal.beforeItsCause(next, cause: day) }

        var change = change(by: actor, once: once, answer: .person(id))
        let event = PersonEvent.excused(excuse)
        change.append(.person(event), to: .person(id), after: version, on: day)
        person.apply(event, act: ActID(version + 1), on: day)
        change.states.append(.person(person))
        return try await commit(change)
    }
}
