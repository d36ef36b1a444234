// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import PolicyFiles
import SamplePeople
import StoreSQLite
import Testing

/// Judges no password and keeps none.
private struct OpenKeeper: PasswordKeeper {
    func hash(_ password: String) async throws -> String { "hash of \(password.count)" }
    func verify(_ password: String, against stored: String?) async -> Bool { stored != nil }
    func faults(in password: String, login: String) -> [PasswordFault] { [] }
    func firstPassword() -> String { "first" }
    func token() -> String { "token" }
    func digest(of token: String) -> String { token }
}

@Suite("演示数据: a made-up district under the shipped policy pack, in the database")
struct DistrictIntegrityTests {
    private static let policy = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Policy/shunyi").standardizedFileURL.path()

    @Test(arguments: ["2026-11-23", "2026-03-02"])
    func `chains and rows verify, and the nightly derivation of the same day finds nothing to say`(
        day: String
    ) async throws {
        let today = try #require(Day(iso: day))
        let pack = try PackFolder.read(Self.policy)
        let store = try await Shelf().open()
        defer { try? store.close() }
        let made = try await DemoMaker.fill(
            store: store, pack: pack, keeper: OpenKeeper(), people: 1_300, seed: 595, today: today)
        #expect(try await store.verify() == [])
        let office = Office(
            store: store, pack: pack, tree: UnitTree(try await store.units()),
            now: Instant(startOf: today).adding(seconds: 20 * 3600), today: today)
        #expect(try await office.ageOut() == 0)
        let night = try await office.rederiveDuties()
        #expect(night.subjects > 1_000 && night.extended == 0 && night.differences == [])
        #expect(made.days.today == today)
    }
}
