// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: PeopleStore {
    public func person(_ id: PersonID) async throws -> Person? { read { $0.people[id] } }

    public func people(_ ids: [PersonID]) async throws -> [Person] {
        read { state in ids.compactMap { state.people[$0] } }
    }

    public func people(withIdentity number: String) async throws -> [Person] {
        guard !number.isEmpty else { return [] }
        return read { state in
            (state.bearers[number] ?? []).sorted().compactMap { state.people[$0] }
        }
    }

    public func find(_ query: PersonQuery, after: Cursor?, limit: Int) async throws -> Slice<PersonRow> {
        read { state in
            state.lines(
                of: state.people.values.filter { state.matches($0, query) }, after: after, limit: limit)
        }
    }

    public func household(_ id: HouseholdID) async throws -> Household? { read { $0.households[id] } }

    public func household(number: String, in village: UnitID) async throws -> Household? {
        read { state in
            state.households.values
                .filter { $0.number == number && $0.village == village && !$0.isDissolved }
                .min { $0.id < $1.id }
        }
    }

    public func members(of household: HouseholdID) async throws -> [Person] {
        read { state in
            state.people.values.filter { $0.household == household && $0.isOnRoll }.sorted {
                ($0.facts.born ?? .latest, $0.id) < ($1.facts.born ?? .latest, $1.id)
            }
        }
    }
}

extension MemoryState {
    /// One page of people in the order of their names.
    func lines(of people: [Person], after: Cursor?, limit: Int) -> Slice<PersonRow> {
        let last = after?.numbers.first.flatMap { self.people[PersonID($0)] }.map(place)
        let rows = people.map { (place: place(of: $0), person: $0) }
            .filter { row in last.map { $0 < row.place } ?? true }
            .sorted { $0.place < $1.place }
        let slice = page(rows, limit: limit) { Cursor(numbers: $0.person.id.number) }
        return Slice(rows: slice.rows.map { line(of: $0.person) }, next: slice.next)
    }

    func matches(_ person: Person, _ query: PersonQuery) -> Bool {
        guard person.isOnRoll == query.onRoll, contains(person.village, query.scope) else { return false }
        if query.category != nil || query.visitClass != nil {
            guard let live = liveCase(of: person.id) else { return false }
            if let category = query.category, !live.categories.contains(category) { return false }
            if let wanted = query.visitClass, live.visitClass != wanted { return false }
        }
        return matches(person, query.search)
    }

    private func matches(_ person: Person, _ search: PersonSearch) -> Bool {
        let facts = person.facts
        switch search {
        case .all: return true
        case .name(let part): return facts.name.full.contains(part)
        case .pinyin(let typed):
            guard let keys = nameKeys[person.id] else { return false }
            return (keys.full + keys.initials).contains { $0.hasPrefix(typed) }
        case .identity(let number): return facts.identity?.full == number
        case .lastFour(let tail): return facts.identity?.lastFour == tail
        case .phone(let digits):
            return [facts.mobile, facts.homePhone].compactMap(\.self).contains {
                $0.line == digits || $0.area + $0.line == digits
            }
        }
    }

    func line(of person: Person) -> PersonRow {
        let live = liveCase(of: person.id)
        return PersonRow(
            id: person.id, name: person.facts.name.full, sex: person.facts.sex, born: person.facts.born,
            village: person.village, household: person.household, identity: person.facts.identity,
            mobile: person.facts.mobile, presence: person.presence, survey: person.survey, caseID: live?.id,
            categories: live?.categories ?? [], visitClass: live?.visitClass)
    }
}
