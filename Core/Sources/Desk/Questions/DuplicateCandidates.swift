// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Two people who may be one, masked; a supervisor looks and decides (L.11).
public struct DuplicateCandidate: Hashable, Sendable {
    public let first: PersonLine
    public let second: PersonLine
    public let signs: Set<DuplicateSign>
}

extension Office {
    /// 疑似重复: pairs within the actor's scope, in the order of their first entries.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func duplicateCandidates(
        in unit: UnitID?, after: Cursor?, limit: Int = 50, by actor: Actor
    ) async throws -> Slice<DuplicateCandidate> {
        let scope = try scope(.seePeople, narrowedTo: unit, by: actor)
        let pairs = try await store.duplicatePairs(scope, after: after, limit: limit)
        return Slice(
            rows: pairs.rows.map {
                DuplicateCandidate(first: line($0.first), second: line($0.second), signs: $0.signs)
            }, next: pairs.next)
    }
}
