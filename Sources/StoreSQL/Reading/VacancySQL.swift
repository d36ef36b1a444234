// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// The conditions of a list of vacancies.
struct VacancySQL {
    private(set) var condition: String
    private(set) var values: [SQLValue] = []

    /// `nil` when nothing is in scope.
    init?(_ query: VacancyQuery, at clock: VacancyClock) {
        guard let scope = ScopeFilter(query.scope, of: "vacancy.") else { return nil }
        condition = Self.standing(query.standing)
        if query.standing.map(\.isDated) ?? false { values.append(.integer(clock.today.number)) }
        if query.standing == .open || query.standing == .stale {
            values.append(.integer(clock.today.number - clock.verifiedDays))
        }
        condition += scope.text
        values += scope.values
        narrow(to: query)
        switch query.place {
        case .nothing: return nil
        case .district: break
        case .town(let id), .village(let id):
            add("place IN (SELECT id FROM unit WHERE id = ? OR parent = ?)", id.number, id.number)
        }
    }

    private mutating func narrow(to query: VacancyQuery) {
        if let level = query.level { add("level = ?", .text(level.rawValue)) }
        if let occupation = query.occupation { add("occupation = ?", .text(occupation)) }
        if let education = query.education { add("education <= ?", education.rank) }
        if let shift = query.shift { add("shift = ?", .text(shift.rawValue)) }
        if let pay = query.pay { add("pay_through >= ?", pay) }
        if let employer = query.employer { add("employer = ?", employer.number) }
    }

    private mutating func add(_ text: String, _ numbers: Int...) {
        condition += " AND vacancy." + text
        values += numbers.map { .integer($0) }
    }

    private mutating func add(_ text: String, _ value: SQLValue) {
        condition += " AND vacancy." + text
        values.append(value)
    }

    /// Before any day there is a verification of.
    private static let never = -1_000_000

    private static func standing(_ standing: VacancyStanding?) -> String {
        switch standing {
        case nil: "1 = 1"
        case .open: "closed = 0 AND seats > 0 AND valid_through >= ? AND verified_on >= ?"
        case .stale:
            "closed = 0 AND seats > 0 AND valid_through >= ? AND coalesce(verified_on, \(never)) < ?"
        case .filled: "closed = 0 AND seats = 0"
        case .expired: "closed = 0 AND seats > 0 AND valid_through < ?"
        case .closed: "closed = 1"
        }
    }
}

extension VacancyStanding {
    /// Whether it is asked for with today's date.
    fileprivate var isDated: Bool {
        switch self {
        case .open, .stale, .expired: true
        case .filled, .closed: false
        }
    }
}

/// What `LIKE ? ESCAPE '!'` takes.
enum LikePattern {
    /// Finds the words anywhere.
    static func containing(_ words: String) -> String {
        "%" + words.map { ["%", "_", "!"].contains($0) ? "!\($0)" : String($0) }.joined() + "%"
    }
}
