// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Somebody to be invited, and to which vacancies.
public struct FairInvitation: Hashable, Sendable {
    public let caseID: CaseID
    public let vacancies: [VacancyID]

    public init(caseID: CaseID, vacancies: [VacancyID]) {
        self.caseID = caseID
        self.vacancies = vacancies
    }
}

/// Invitations: proposed by the matching, decided by a person (14.w3).
///
/// They name no version: several offices invite to one fair at the same time, and nobody is invited twice.
extension Office {
    /// 邀请: those chosen by a worker; whoever was invited meanwhile stays invited as before.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` where one of them is not in the actor's care,
    ///   ``Refusal/procedure(_:)``, ``StoreFailure``.
    public func invite(
        _ chosen: [FairInvitation], to id: FairID, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard !chosen.isEmpty else { throw Refusal.procedure(.fair(.invitationEmpty)) }
        for one in chosen {
            let found = try await demand(case: one.caseID)
            try actor.require(.inviteToFairs, at: found.village, in: tree)
            guard found.isLive else { throw Refusal.notFound(.assistanceCase) }
        }
        return try await again {
            var fair = try await demand(fair: id)
            let news = chosen.filter { fair.guest($0.caseID) == nil }
            guard !news.isEmpty else { throw Refusal.procedure(.fair(.alreadyInvited)) }
            var change = change(by: actor, once: once, answer: .fair(id))
            for one in news {
                let act = FairEvent.invited(one.caseID, vacancies: Set(one.vacancies).sorted())
                for event in try fair.decide(act, on: today) { fair.take(event, on: today, into: &change) }
            }
            change.states.append(.fair(fair))
            return try await commit(change)
        }
    }

    /// 撤回邀请 of somebody who did not come.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func withdrawInvitation(
        of guest: CaseID, to id: FairID, reason: String, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.invitationWithdrawn(guest, reason: reason), of: guest, at: id, by: actor, once: once)
    }

    /// 已通知: somebody invited was told of a change or of the cancelling.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func tellGuest(
        _ guest: CaseID, of id: FairID, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await act(.told(guest), of: guest, at: id, by: actor, once: once)
    }

    /// An act on one guest, by whoever holds the fair or looks after the guest.
    func act(
        _ event: FairEvent, of guest: CaseID, at id: FairID, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        return try await again {
            let fair = try await demand(fair: id)
            try await require(toSeeTo: guest, of: fair, by: actor)
            return try await write(event, to: fair, actor, once)
        }
    }

    /// A holder of the fair signs in and notes whoever it may see; others see to their own people.
    private func require(toSeeTo guest: CaseID, of fair: Fair, by actor: Actor) async throws {
        let found = try await demand(case: guest)
        if actor.may(.inviteToFairs, at: found.village, in: tree) { return }
        try actor.require(.holdFairs, at: fair.unit, in: tree)
        try actor.require(.seePeople, at: found.village, in: tree)
    }

    /// Does it anew when somebody else wrote to the fair at the same moment: at the entrance many do.
    func again(_ act: () async throws -> Receipt) async throws -> Receipt {
        for _ in 1..<Self.attempts {
            do {
                return try await act()
            } catch StoreFailure.conflict(.fair) {
                continue
            }
        }
        return try await act()
    }

    /// How many writers may meet before somebody is asked to press again.
    private static let attempts = 12
}
