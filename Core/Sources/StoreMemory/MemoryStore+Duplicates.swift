// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore {
    public func people(pastWorkingAge day: Day, after: PersonID?, limit: Int) async throws -> [Person] {
        read { state in
            let past = state.people.values.filter { person in
                person.isOnRoll && person.facts.workingSpan().upperBound < day
                    && (after.map { $0 < person.id } ?? true)
            }
            return Array(past.sorted { $0.id < $1.id }.prefix(limit))
        }
    }

    public func duplicatePairs(
        _ scope: Scope, after: Cursor?, limit: Int
    ) async throws -> Slice<DuplicatePair> {
        read { state in
            let last = after?.numbers ?? []
            let pairs = state.duplicatePairs(scope).filter { pair in
                last.lexicographicallyPrecedes([pair.first.id.number, pair.second.id.number])
            }
            return page(pairs, limit: limit) { Cursor(numbers: $0.first.id.number, $0.second.id.number) }
        }
    }
}

/// What two entries have in common when they may be one person.
private struct DuplicateKey: Hashable {
    let sign: DuplicateSign
    let text: String
    let born: Day?
}

extension MemoryState {
    func duplicatePairs(_ scope: Scope) -> [DuplicatePair] {
        let present = people.values.filter { $0.isOnRoll && contains($0.village, scope) }
        var bearers: [DuplicateKey: [Person]] = [:]
        for person in present {
            for key in keys(of: person) { bearers[key, default: []].append(person) }
        }
        var signs: [[PersonID]: Set<DuplicateSign>] = [:]
        for (key, group) in bearers where group.count > 1 {
            for (place, one) in group.enumerated() {
                for other in group[(place + 1)...]
                where key.sign != .phone || one.household != other.household {
                    signs[[one.id, other.id].sorted(), default: []].insert(key.sign)
                }
            }
        }
        return signs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, signs in
            guard let first = people[pair[0]], let second = people[pair[1]] else { return nil }
            return DuplicatePair(first: line(of: first), second: line(of: second), signs: signs)
        }
    }

    private func keys(of person: Person) -> [DuplicateKey] {
        let facts = person.facts
        var keys: [DuplicateKey] = []
        if let born = facts.born {
            keys.append(DuplicateKey(sign: .nameAndBirth, text: facts.name.full, born: born))
        }
        if let mobile = facts.mobile {
            keys.append(DuplicateKey(sign: .phone, text: mobile.full, born: nil))
        }
        if let identity = facts.identity {
            keys.append(DuplicateKey(sign: .identity, text: identity.full, born: nil))
        }
        return keys
    }
}
