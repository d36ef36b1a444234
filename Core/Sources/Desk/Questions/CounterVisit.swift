// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 来窗口的人: what a town's counter does next for the bearer of an ID number (02.w1, 02.r1).
public enum CounterVisit: Hashable, Sendable {
    /// Nobody in the district bears it: somebody to enter on the roll.
    case unknown
    /// On the roll of another town, whose counter it is.
    case elsewhere(Unit)
    /// Off the roll: to be brought back first.
    case left(PersonID)
    /// On the roll, with no category confirmed.
    case unlisted(PersonID)
    /// An application to take, or one taken and not decided yet.
    case applying(CaseID)
    case recognised(CaseID)
}

extension Office {
    /// Where whoever bears an ID number stands for the counter.
    ///
    /// Whoever lives in another town is told of by that town's name alone, and a number that leads to no file of
    /// one's own is on the audit without the number: asking is not free.
    /// - Throws: ``Refusal/notAllowed(_:)`` to whoever has no counter; ``StoreFailure``.
    public func counterVisit(ofBearerOf number: String, by actor: Actor) async throws -> CounterVisit {
        guard actor.may(.recognise) else { throw Refusal.notAllowed(.recognise) }
        let bearers = try await store.people(withIdentity: number)
        guard let person = bearers.first(where: \.isOnRoll) ?? bearers.first(where: \.hasLeft) else {
            try await noteAsking(after: nil, by: actor)
            return .unknown
        }
        guard actor.may(.recognise, at: person.village, in: tree) else {
            try await noteAsking(after: person.id, by: actor)
            let town = tree.unit(at: .town, above: person.village)
            return (town ?? tree.district).map { .elsewhere($0) } ?? .unknown
        }
        guard person.isOnRoll else { return .left(person.id) }
        guard let live = try await store.newestCase(of: person.id), live.isLive else {
            return .unlisted(person.id)
        }
        return live.recognition.recognised == nil ? .applying(live.id) : .recognised(live.id)
    }

    private func noteAsking(after person: PersonID?, by actor: Actor) async throws {
        let note = AuditNote(
            at: now, by: actor.account, action: .refused, subject: person.map(Subject.person),
            detail: person == nil ? "窗口：没有此人" : "窗口：不在本镇（街）名册")
        try await store.note([note])
    }
}

extension Person {
    /// Off the roll, and no duplicate of somebody else's file.
    fileprivate var hasLeft: Bool {
        switch presence {
        case .left: true
        case .onRoll, .merged: false
        }
    }
}
