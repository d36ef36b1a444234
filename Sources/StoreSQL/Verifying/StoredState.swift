// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// A current row as it stands, to be compared with what its journal says.
struct StoredState {
    private let table: StateTable
    private let subject: Subject
    private let values: [SQLValue]
    private let sealed: [[UInt8]]
    private let place: UnitPlace?

    /// `nil` where there is no row.
    init?(_ table: StateTable, _ subject: Subject, _ connection: some Connection) throws {
        let names =
            table.plainNames + table.sealedNames + (table.placedNames.isEmpty ? [] : ["town", "village"])
        let plain = table.plainNames.count
        let seals = table.sealedNames.count
        let isPlaced = !table.placedNames.isEmpty
        let found = try connection.first(
            "SELECT \(names.joined(separator: ", ")) FROM \(table.rawValue) WHERE id = ?",
            [.integer(subject.number)]
        ) { row in
            (
                (0..<plain).map { row.value($0) }, (plain..<plain + seals).map { row.blob($0) },
                isPlaced
                    ? UnitPlace(town: row.integer(plain + seals), village: row.integer(plain + seals + 1))
                    : nil
            )
        }
        guard let found else { return nil }
        self.table = table
        self.subject = subject
        (values, sealed, place) = found
    }

    /// Whether the sealed whole is the same.
    func matches(_ state: SubjectState, keys: StoreKeys) throws -> Bool {
        switch state {
        case .person(let person): try open(keys) == person
        case .household(let household): try open(keys) == household
        case .unit(let unit): try open(keys) == unit
        case .round(let round): try open(keys) == round
        case .assistanceCase(let found): try open(keys) == found
        case .account(let account): try open(keys) == account
        case .batch(let batch): try open(keys) == batch
        case .employer(let employer): try open(keys) == employer
        case .vacancy(let vacancy): try open(keys) == vacancy
        case .fair(let fair): try open(keys) == fair
        }
    }

    func batch(keys: StoreKeys) throws -> ImportBatch { try open(keys) }

    /// The columns in which the row is otherwise than the state would be written.
    func differences(from state: SubjectState, keys: StoreKeys, _ connection: some Connection) throws
        -> [String]
    {
        let expected = try PreparedState(state, keys: keys)
        var names = zip(table.plainNames, zip(expected.plain, values)).filter { $1.0 != $1.1 }.map(\.0)
        if let place, let unit = expected.unit, try UnitPlace.find(unit, connection) != place {
            names += ["town", "village"]
        }
        if case .person(let person) = state, try card(keys) != PersonCard(person.facts) {
            names.append("card")
        }
        if let terms = expected.person?.terms, try terms != storedTerms(connection) { names.append("terms") }
        if case .assistanceCase = state, try recommendations(connection) != expected.recommendations {
            names.append("recommendations")
        }
        return names
    }

    private func open<State: Decodable>(_ keys: StoreKeys) throws -> State {
        try JSONBytes.read(keys.open(sealed[sealed.count - 1], table.sealedState, String(subject.number)))
    }

    private func recommendations(_ connection: some Connection) throws -> [[SQLValue]] {
        try connection.all(
            RecommendationSQL.read + " WHERE case_id = ? ORDER BY act", [.integer(subject.number)]
        ) { row in (0..<RecommendationSQL.names.count).map { row.value($0) } }
    }

    private func card(_ keys: StoreKeys) throws -> PersonCard {
        try PersonCard(keys.open(sealed[0], "person.card", String(subject.number)))
    }

    private func storedTerms(_ connection: some Connection) throws -> String? {
        try connection.first(
            "SELECT terms FROM person_text WHERE \(connection.dialect.nameID) = ?", [.integer(subject.number)]
        ) { $0.text(0) }
    }
}
