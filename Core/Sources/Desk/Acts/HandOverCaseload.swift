// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 移交全部援助对象: every case of an account passes to a colleague at once, with all that is owed in them.
    ///
    /// - Returns: how many cases passed.
    /// - Throws: ``Refusal/sameAccount``, ``Refusal/cannotHelp(_:)``, other refusals; ``StoreFailure``.
    public func handOver(
        from old: AccountID, to new: AccountID, reason: String, on day: Day, by actor: Actor,
        once: OnceKey? = nil
    ) async throws -> Int {
        if try await repeated(once) != nil { return 0 }
        guard old != new else { throw Refusal.sameAccount }
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        let cases = try await store.caseload(of: old)
        var change = change(by: actor, once: once, answer: .account(new))
        for var found in cases {
            guard let level = found.care.holder else { continue }
            try actor.require(.handOver, at: unit(at: level, of: found), in: tree)
            let assignment = try await assignment(
                of: new, at: level, in: found, isInterim: found.helper?.isInterim == true, reason: reason)
            let event = CaseEvent.aid(.ownerAssigned(assignment))
            try check(day, after: found.cause(of: event), by: actor, at: found.village)
            for event in try found.decide(event, given: Given(day: day, numbers: pack.procedure)) {
                found.take(event, on: day, into: &change)
            }
            change.states.append(.assistanceCase(found))
        }
        guard !change.acts.isEmpty else { throw Refusal.nothingChanged }
        _ = try await commit(change)
        return change.states.count
    }

    /// 请假代办: between two days a colleague's worklist shows the account's work as well.
    ///
    /// Set by oneself or by who hands caseloads over; the cases stay with their owner.
    /// - Throws: ``Refusal/leaveBackwards``, ``Refusal/sameAccount``, other refusals; ``StoreFailure``.
    public func setLeave(
        _ leave: Leave, of id: AccountID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        guard leave.from <= leave.through else { throw Refusal.leaveBackwards }
        guard leave.coveredBy != id else { throw Refusal.sameAccount }
        guard try await store.account(leave.coveredBy)?.isDisabled == false else {
            throw Refusal.notFound(.account)
        }
        return try await write(.leaveSet(leave), on: id, version, by: actor, once: once)
    }

    /// 销假.
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure``.
    public func endLeave(
        of id: AccountID, version: Int, by actor: Actor, once: OnceKey? = nil
    ) async throws -> Receipt {
        try await write(.leaveEnded, on: id, version, by: actor, once: once)
    }

    private func write(
        _ event: AccountEvent, on id: AccountID, _ version: Int, by actor: Actor, once: OnceKey?
    ) async throws -> Receipt {
        if let receipt = try await repeated(once) { return receipt }
        guard var account = try await store.account(id) else { throw Refusal.notFound(.account) }
        if id != actor.account {
            for grant in account.grants { try actor.require(.handOver, at: grant.unit, in: tree) }
        }
        var change = change(by: actor, once: once, answer: .account(id))
        change.append(.account(event), to: .account(id), after: version, on: today)
        account.apply(event)
        change.states.append(.account(account))
        return try await commit(change)
    }

    /// The colleagues on leave today whose work an actor sees to.
    func colleaguesCovered(by actor: Actor) async throws -> [Account] {
        try await store.accounts().filter {
            $0.leave?.coveredBy == actor.account && $0.leave?.covers(today) == true
        }
    }

    /// The accounts whose work an actor sees to today: the own one, and colleagues on leave.
    public func accountsSeenTo(by actor: Actor) async throws -> Set<AccountID> {
        Set(try await colleaguesCovered(by: actor).map(\.id)).union([actor.account])
    }
}
