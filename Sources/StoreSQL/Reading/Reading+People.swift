// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Seals

extension Reading {
    public func person(_ id: PersonID) throws -> Person? { try state(.person, id.number) }

    /// The people with these numbers, in the order asked; numbers nobody has are left out.
    public func people(_ ids: [PersonID]) throws -> [Person] { try ids.compactMap { try person($0) } }

    public func people(withIdentity number: String) throws -> [Person] {
        guard !number.isEmpty else { return [] }
        return try states(.person, where: "identity_key = ? ORDER BY id", [.blob(identityKey(number))])
    }

    public func household(_ id: HouseholdID) throws -> Household? { try state(.household, id.number) }

    /// The household that bears the number now, not one that was dissolved.
    public func household(number: String, in village: UnitID) throws -> Household? {
        try one(
            .household, where: "village = ? AND number = ? AND dissolved = 0 ORDER BY id",
            [.integer(village.number), .text(number)]
        )
    }

    public func members(of household: HouseholdID) throws -> [Person] {
        let people: [Person] = try states(
            .person, where: "household = ? AND roll = 1", [.integer(household.number)])
        return people.sorted {
            ($0.facts.born ?? .latest, $0.id) < ($1.facts.born ?? .latest, $1.id)
        }
    }

    /// One page of people in the order of their names.
    public func find(_ query: PersonQuery, after: Cursor?, limit: Int) throws -> Slice<PersonRow> {
        guard let search = try PeopleSQL(query, keys: keys, dialect: connection.dialect) else {
            return .empty
        }
        let start = try after.map { try place($0) }
        let rows = try connection.all(
            search.page(after: start != nil), search.values + (start ?? []) + [.integer(limit + 1)]
        ) { try personRow($0) }
        return Slice(rows, limit: limit) { Cursor($0.id.number) }
    }

    /// Where in the order of names a page begins; the cursor itself holds only the person's number.
    func place(_ cursor: Cursor) throws -> [SQLValue] {
        let id = try cursor.numbers(1)[0]
        let sort = try connection.first("SELECT sort FROM person WHERE id = ?", [.integer(id)]) { $0.text(0) }
        guard let sort else { throw StoreFailure.damaged("a cursor that was not given here") }
        return [.text(sort), .integer(id)]
    }

    func identityKey(_ number: String) -> [UInt8] {
        keys.blind.index(.identityNumber, RecordedIdentity.keeping(number)?.full ?? number)
    }

    /// A row of ``PeopleSQL/columns``.
    func personRow(_ row: any SQLRow) throws -> PersonRow {
        let id = row.integer(0)
        let card = try PersonCard(keys.open(row.blob(15), "person.card", String(id)))
        return PersonRow(
            id: PersonID(id), name: row.text(1), sex: card.sex, born: card.born,
            village: UnitID(row.integer(2)), household: HouseholdID(row.integer(3)), identity: card.identity,
            mobile: card.mobile, presence: try PresenceColumns.presence(row, from: 4),
            survey: Self.survey(row, from: 7), caseID: row.optionalInteger(12).map { CaseID($0) },
            categories: HardshipCategory.allCases.filter { row.integer(13) & $0.bit != 0 },
            visitClass: row.optionalInteger(14).flatMap(VisitClass.init(rawValue:)))
    }

    private static func survey(_ row: any SQLRow, from first: Int) -> Person.SurveyStanding? {
        guard let round = row.optionalInteger(first),
            let state = Person.SurveyStanding.State(rawValue: row.text(first + 1))
        else { return nil }
        return Person.SurveyStanding(
            round: RoundID(round), state: state, act: ActID(row.integer(first + 2)),
            on: Day(row.integer(first + 3)), edition: row.integer(first + 4))
    }
}
