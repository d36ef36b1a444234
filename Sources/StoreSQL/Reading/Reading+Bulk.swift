// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// Many keys in one look at the store. The database is in the process, so that a cached statement run once a
/// key costs microseconds and no list of placeholders has to be built.
extension Reading {
    public func people(withIdentities numbers: [String]) throws -> [Person] {
        try numbers.flatMap { try people(withIdentity: $0) }
    }

    public func people(of village: UnitID) throws -> [Person] {
        try states(.person, where: "village = ? AND roll = 1 ORDER BY id", [.integer(village.number)])
    }

    public func households(of village: UnitID) throws -> [Household] {
        try states(
            .household, where: "village = ? AND dissolved = 0 ORDER BY id", [.integer(village.number)])
    }

    public func journals(of subjects: [Subject]) throws -> [Subject: Journal] {
        try subjects.reduce(into: [:]) { found, subject in
            let journal = try journal(of: subject)
            if !journal.acts.isEmpty { found[subject] = journal }
        }
    }

    public func histories(of subjects: [Subject]) throws -> [Subject: [HistoryEntry]] {
        try subjects.reduce(into: [:]) { found, subject in
            let history = try history(of: subject)
            if !history.isEmpty { found[subject] = history }
        }
    }

    public func places(ofSheets sheets: [String]) throws -> [String: SheetPlace] {
        try sheets.reduce(into: [:]) { $0[$1] = try place(ofSheet: $1) }
    }

    public func newestCases(of people: [PersonID]) throws -> [PersonID: AssistanceCase] {
        try people.reduce(into: [:]) { $0[$1] = try newestCase(of: $1) }
    }
}
