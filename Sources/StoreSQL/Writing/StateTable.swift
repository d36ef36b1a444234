// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// The tables of current rows, each with its columns in the order in which ``PreparedState`` gives the values.
enum StateTable: String, CaseIterable, Sendable {
    case unit, household, person, round, account
    case assistanceCase = "assistance_case"
    case batch = "import_batch"
    case employer, vacancy, fair

    init?(_ kind: SubjectKind) {
        switch kind {
        case .person: self = .person
        case .household: self = .household
        case .unit: self = .unit
        case .round: self = .round
        case .account: self = .account
        case .batch: self = .batch
        case .assistanceCase: self = .assistanceCase
        case .employer: self = .employer
        case .vacancy: self = .vacancy
        case .fair: self = .fair
        case .policy: return nil
        }
    }

    var kind: SubjectKind {
        switch self {
        case .unit: .unit
        case .household: .household
        case .person: .person
        case .round: .round
        case .account: .account
        case .assistanceCase: .assistanceCase
        case .batch: .batch
        case .employer: .employer
        case .vacancy: .vacancy
        case .fair: .fair
        }
    }

    /// What a write of a row touches. A person's name stands in the ledger's order, but in no count of it.
    var touched: Touched {
        switch self {
        case .unit: .units
        case .person: .people
        case .round: .rounds
        case .account: .accounts
        case .assistanceCase: .cases
        case .household, .batch, .employer, .vacancy, .fair: []
        }
    }

    /// Columns whose values follow from the state alone.
    var plainNames: [String] {
        switch self {
        case .unit: ["id", "level", "parent", "code", "since_day", "until_day", "version"]
        case .household: ["id", "village", "number", "dissolved", "version"]
        case .round: ["id", "village", "year", "version"]
        case .account: ["id", "login", "version"]
        case .batch: ["id", "kind", "digest", "undone", "version"]
        case .employer: ["id", "code", "name", "regular", "live", "version"]
        case .vacancy:
            [
                "id", "employer", "closed", "seats", "valid_through", "verified_on", "level", "occupation",
                "education", "shift", "pay_through", "place", "version",
            ]
        case .fair: ["id", "day", "announced", "version"]
        case .assistanceCase:
            [
                "id", "person", "live", "categories", "visit_class", "version", "stage", "goal", "counted",
                "helper",
            ]
        case .person:
            [
                "id", "household", "roll", "sort", "name", "presence", "left_on", "merged_into",
                "working_from", "working_until", "survey_round", "survey_state", "survey_act", "survey_on",
                "survey_edition",
                "version", "identity_key", "tail_key", "mobile_key", "home_key",
            ]
        }
    }

    /// Columns that the writer adds, since they follow from other rows.
    var placedNames: [String] {
        switch self {
        case .unit, .household, .round, .account: []
        case .person, .batch, .employer, .vacancy, .fair: ["town", "village"]
        case .assistanceCase: ["town", "village", "sort"]
        }
    }

    /// Columns that hold sealed bytes.
    var sealedNames: [String] { self == .person ? ["card", "state"] : ["state"] }

    /// The place of the sealed state.
    var sealedState: String { rawValue + ".state" }

    /// Writes a row anew or in place of the one that is there; columns not named here stay.
    var upsert: String { Self.upserts[self] ?? "" }

    // Made once: the text of a statement is the key under which it is kept prepared.
    private static let upserts = Dictionary(uniqueKeysWithValues: allCases.map { ($0, text(of: $0)) })

    private static func text(of table: StateTable) -> String {
        let names = table.plainNames + table.placedNames + table.sealedNames
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let news = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO \(table.rawValue) (\(names.joined(separator: ", "))) VALUES (\(marks))
            ON CONFLICT (id) DO UPDATE SET \(news)
            """
    }
}

/// Whether somebody is on the roll, in columns.
struct PresenceColumns {
    let code: String
    var leftOn: Day?
    var mergedInto: PersonID?

    init(_ presence: Person.Presence) {
        switch presence {
        case .onRoll: code = "on-roll"
        case .left(let reason, let day):
            code = reason.rawValue
            leftOn = day
        case .merged(let other):
            code = "merged"
            mergedInto = other
        }
    }

    static func presence(_ row: any SQLRow, from first: Int) throws -> Person.Presence {
        switch row.text(first) {
        case "on-roll": return .onRoll
        case "merged": return .merged(into: PersonID(row.integer(first + 2)))
        case let code:
            guard let reason = DepartureReason(rawValue: code) else {
                throw StoreFailure.damaged("a presence \(code)")
            }
            return .left(reason, on: Day(row.integer(first + 1)))
        }
    }
}
