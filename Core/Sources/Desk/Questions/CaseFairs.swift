// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 招聘会 for one person: lately held and still to come, with what suits the person there (14.w3).
public struct CaseFairs: Sendable {
    public let found: AssistanceCase
    /// Masked.
    public let person: PersonLine
    /// Where the person is invited, the newest first.
    public let invited: [Invited]
    /// Announced, still to come, and not invited to.
    public let open: [Open]
    public let mayInvite: Bool

    /// A fair to which the person is invited.
    public struct Invited: Sendable {
        public let fair: Fair
        public let guest: FairGuest
        public let standing: FairStanding
    }

    /// A fair to come with the vacancies that suit the person.
    public struct Open: Sendable {
        public let fair: Fair
        public let matches: [FairProposal.Match]
    }
}

extension Office {
    /// How far back and how many invitations of one person are looked for.
    private static let recentDays = 180
    private static let recent = 60

    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func caseFairs(_ id: CaseID, by actor: Actor) async throws -> CaseFairs {
        let found = try await demand(case: id)
        try actor.require(.seePeople, at: found.village, in: tree)
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        let person = try await demand(person: found.person)
        let since = today.adding(days: -Self.recentDays)
        let coming = try await store.fairs(
            FairQuery(span: .from(today), isAnnounced: true), after: nil, limit: Self.recent
        ).rows
        let past = try await store.fairs(
            FairQuery(span: .before(today), isAnnounced: true), after: nil, limit: Self.recent
        ).rows.filter { $0.facts.day >= since }
        let invited = (coming.reversed() + past).compactMap { fair in
            fair.guest(id).map {
                CaseFairs.Invited(fair: fair, guest: $0, standing: fair.standing(on: today))
            }
        }
        var open: [CaseFairs.Open] = []
        for fair in coming where fair.guest(id) == nil && fair.cancelledOn == nil && fair.closedOn == nil {
            let matches = try await matches(at: fair, for: person, in: found)
            open.append(CaseFairs.Open(fair: fair, matches: matches))
        }
        return CaseFairs(
            found: found, person: line(of: person), invited: invited, open: open,
            mayInvite: found.isLive && actor.may(.inviteToFairs, at: found.village, in: tree))
    }
}
