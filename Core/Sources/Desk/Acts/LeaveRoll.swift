// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 退出名册: somebody died, moved out, is past the working age or was entered in error (00.age, L.03).
    ///
    /// They stay in the archive; a live case ends with the matching reason.
    /// - Throws: ``Refusal/notPastWorkingAge``, ``Refusal/reasonMissing`` for an error without explanation,
    ///   other refusals; ``StoreFailure``.
    public func leaveRoll(
        _ id: PersonID, version: Int, reason: DepartureReason, note: String, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        let person = try await editable(id, version: version, reason: reason.rawValue, on: day, by: actor)
        guard reason != .enteredInError || !note.isEmpty else { throw Refusal.reasonMissing }
        if reason == .agedOut, person.facts.workingSpan().upperBound >= day {
            throw Refusal.notPastWorkingAge
        }
        var change = change(by: actor, once: once, answer: .person(id))
        try await leave(person, reason, note: note, on: day, into: &change)
        return try await commit(change)
    }

    /// Takes a person off the roll and ends the live case.
    func leave(
        _ person: Person, _ reason: DepartureReason, note: String, on day: Day, into change: inout Change
    ) async throws {
        var person = person
        person.take(.left(reason, note: note), on: day, into: &change)
        change.states.append(.person(person))
        try await endLiveCase(of: person.id, reason.caseEnd, note: note, on: day, into: &change)
    }

    /// Ends the live case of a person, if there is one.
    func endLiveCase(
        of person: PersonID, _ reason: CaseEndReason, note: String, on day: Day, into change: inout Change
    ) async throws {
        guard var found = try await store.newestCase(of: person), found.isLive else { return }
        found.take(.ended(reason, note: note), on: day, into: &change)
        change.states.append(.assistanceCase(found))
    }
}

extension DepartureReason {
    /// What a live case ends as when its person leaves the roll.
    public var caseEnd: CaseEndReason {
        switch self {
        case .died: .died
        case .movedOut: .movedOut
        case .agedOut: .agedOut
        case .enteredInError: .ineligible
        }
    }
}
