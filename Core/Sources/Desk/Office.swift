// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// An office at work: the store, the policy in force and the moment, as one request sees them.
///
/// Its acts (folder `Acts`, one a file: load, decide, write, answer) are all that changes anything; its
/// questions (folder `Questions`) answer with what a page shows. Nothing here knows of HTTP or SQL.
public struct Office: Sendable {
    public let store: any Store
    public let pack: PolicyPack
    public let tree: UnitTree
    /// The moment of entry.
    public let now: Instant
    /// The district's day; differs from `now` only in a demo that is shown on another day.
    public let today: Day

    public init(store: any Store, pack: PolicyPack, tree: UnitTree, now: Instant, today: Day) {
        self.store = store
        self.pack = pack
        self.tree = tree
        self.now = now
        self.today = today
    }

    /// How many days ahead duties are kept, so that lists stay right should a nightly derivation be missed.
    public static let horizonDays = 45

    func change(by actor: Actor, once: OnceKey?, answer: Subject) -> Change {
        Change(by: actor.account, recorded: now, once: once, answer: answer)
    }

    /// What the same form was answered with when it was sent before: it is neither taken twice nor refused as
    /// stale.
    func repeated(_ once: OnceKey?) async throws -> Receipt? {
        guard let once, let subject = try await store.answer(to: once) else { return nil }
        return Receipt(subject: subject, isRepeat: true)
    }

    /// Refuses days to come, and days before the act that is followed (spec/flow.md, rule 5).
    ///
    /// - Parameter cause: the day of the act that this one follows from, if any.
    func check(_ day: Day, after cause: Day? = nil, by actor: Actor, at unit: UnitID) throws(Refusal) {
        guard day <= today else { throw .inTheFuture(day) }
        if let cause, day < cause { throw .beforeItsCause(day, cause: cause) }
        let window = pack.window.lateEntryDays
        guard today.days(since: day) <= window || actor.may(.settle, at: unit, in: tree) else {
            throw .tooLate(occurred: day, window: window)
        }
    }

    /// The dated numbers of a day.
    func hardshipRules(on day: Day) throws -> HardshipRules {
        guard let rules = pack.hardship.rules(on: day) else {
            throw StoreFailure.damaged("the policy pack has no hardship parameters")
        }
        return rules
    }

    func demand(person id: PersonID) async throws -> Person {
        guard let person = try await store.person(id) else { throw Refusal.notFound(.person) }
        return person
    }

    func demand(case id: CaseID) async throws -> AssistanceCase {
        guard let found = try await store.assistanceCase(id) else { throw Refusal.notFound(.assistanceCase) }
        return found
    }

    func demand(round id: RoundID) async throws -> SurveyRound {
        guard let round = try await store.round(id) else { throw Refusal.notFound(.round) }
        return round
    }
}
