// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// Many answers from one look, for files of many rows.
extension Reading {
    public func people(withIdentities numbers: [String]) throws -> [Person] {
        try Set(numbers).sorted().flatMap { try people(withIdentity: $0) }
    }

    /// Everybody on the roll of the village, by number.
    public func people(of village: UnitID) throws -> [Person] {
        try states(.person, where: "roll = 1 AND village = ? ORDER BY id", [.integer(village.number)])
    }

    public func households(of village: UnitID) throws -> [Household] {
        try states(
            .household, where: "village = ? AND dissolved = 0 ORDER BY id", [.integer(village.number)])
    }

    public func journals(of subjects: [Subject]) throws -> [Subject: Journal] {
        try subjects.reduce(into: [:]) { found, subject in
            let journal = try self.journal(of: subject)
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

    /// What a form sent before was answered with.
    public func answer(to once: OnceKey) throws -> Subject? {
        try connection.first("SELECT subject_kind, subject FROM once WHERE token = ?", [.text(once.text)]) {
            try Subject($0, from: 0)
        }
    }
}
