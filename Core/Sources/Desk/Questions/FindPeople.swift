// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension PersonSearch {
    /// Tells apart what somebody typed into the one search field: ID number, its last four, phone, pinyin, name.
    public init(typed text: String) {
        let plain = IdentityNumber.normalised(text)
        let isNumber = !plain.isEmpty && plain.dropLast().allSatisfy(\.isASCIIDigit)
        switch plain.count {
        case _ where plain.isEmpty: self = .all
        case 15 where isNumber, 18 where isNumber: self = .identity(plain)
        case 4 where isNumber: self = .lastFour(plain)
        case 7... where isNumber && plain.allSatisfy(\.isASCIIDigit): self = .phone(plain)
        case _ where plain.allSatisfy { $0.isASCII && $0.isLetter }: self = .pinyin(plain.lowercased())
        default: self = .name(PersonName.normalised(text))
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Office {
    /// 人员查询: people within the actor's scope, by name; masked.
    ///
    /// - Parameter unit: narrows the scope to this unit; outside it nothing is found.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func findPeople(
        typed text: String, in unit: UnitID?, onRoll: Bool = true, category: HardshipCategory? = nil,
        visitClass: VisitClass? = nil, after: Cursor?, limit: Int = 50, by actor: Actor
    ) async throws -> Slice<PersonLine> {
        let scope = try scope(.seePeople, narrowedTo: unit, by: actor)
        let query = PersonQuery(
            search: PersonSearch(typed: text), scope: scope, onRoll: onRoll, category: category,
            visitClass: visitClass)
        let found = try await store.find(query, after: after, limit: limit)
        return Slice(rows: found.rows.map(line), next: found.next)
    }

    /// The actor's scope for a deed, narrowed to a unit where one is chosen.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` when nothing is left of it.
    public func scope(
        _ deed: Deed, narrowedTo unit: UnitID?, by actor: Actor
    ) throws(Refusal) -> Scope {
        var scope = actor.scope(for: deed, in: tree)
        if let unit { scope = tree[unit].map { scope.narrowed(to: $0, in: tree) } ?? .nothing }
        guard scope != .nothing else { throw .notAllowed(deed) }
        return scope
    }
}
