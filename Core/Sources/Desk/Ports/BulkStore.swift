// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What files need of a store: answers for many people at once, so that no row costs a question of its own.
///
/// Callers ask for at most ``bulk`` keys at a time; keys that nothing answers to are left out.
public protocol BulkStore: Sendable {
    /// Everybody who bears one of these numbers, on the roll or in the archive.
    func people(withIdentities numbers: [String]) async throws -> [Person]
    /// Everybody on the roll of the village, by number.
    func people(of village: UnitID) async throws -> [Person]
    /// The households of the village that are not dissolved, by number of the store.
    func households(of village: UnitID) async throws -> [Household]
    /// The flat journals that the obligation engine reads.
    func journals(of subjects: [Subject]) async throws -> [Subject: Journal]
    /// The acts with their events, oldest first.
    func histories(of subjects: [Subject]) async throws -> [Subject: [HistoryEntry]]
    /// Where the sheets with these ids were taken in.
    func places(ofSheets sheets: [String]) async throws -> [String: SheetPlace]
    /// The newest or live case of each of these people who has one.
    func newestCases(of people: [PersonID]) async throws -> [PersonID: AssistanceCase]
}

/// How many keys one question of ``BulkStore`` is asked for.
let bulk = 1_000

extension Array {
    /// The elements in runs of at most `size`.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
