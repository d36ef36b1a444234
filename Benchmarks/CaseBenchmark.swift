// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import StoreSQLite

/// One act on a case of two hundred acts: decided, stored durably, its duties derived anew.
enum CaseBenchmark {
    private static let acts = 200
    private static let runs = 100

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let place = ground.folder.appending(path: "case")
        let store = try await ground.copyOfDistrict(at: place)
        defer { try? store.close() }
        let tree = UnitTree(try await store.units())
        let office = ground.office(store, tree)
        let found = try await long(in: store, office, tree)
        let actor = try helper(of: found, in: tree)
        let version = found.version
        let (_, cost) = try await measured {
            for number in 0..<runs {
                _ = try await office.act(
                    note(version + number), in: found.id, version: version + number,
                    on: day(of: version + number, in: found, ground.today), by: actor)
            }
        }
        table.line(
            "one contact on a case of \(acts) acts, durable", size: runs,
            cost.seconds * 1000 / Double(runs), "ms", cost, goal: "5 ms")
    }

    /// A case in a village's help, brought to two hundred acts by contacts.
    private static func long(
        in store: SQLiteStore, _ office: Office, _ tree: UnitTree
    ) async throws -> AssistanceCase {
        let query = CaseQuery(scope: .district, stages: [.village])
        let helped = try await store.cases(query, after: nil, limit: 500).rows.map(\.assistanceCase)
            .first { $0.care.assignment(at: .village) != nil && $0.care.handUp == nil }
        guard var found = helped else { throw StoreFailure.damaged("nobody is helped in a village") }
        let actor = try helper(of: found, in: tree)
        while found.version < acts {
            _ = try await office.act(
                note(found.version), in: found.id, version: found.version,
                on: day(of: found.version, in: found, office.today), by: actor)
            guard let next = try await store.assistanceCase(found.id) else { break }
            found = next
        }
        return found
    }

    /// Over the last four weeks in turn, as far as the village has the case so long.
    private static func day(of number: Int, in found: AssistanceCase, _ today: Day) -> Day {
        max(today.adding(days: -(number % 28)), found.care.since ?? today)
    }

    private static func note(_ number: Int) -> CaseEvent {
        .aid(
            .contacted(
                Contact(
                    level: .village, means: .telephone, words: "第\(number)次联系，了解近况", view: "愿意就近上班",
                    mood: .steady)))
    }

    private static func helper(of found: AssistanceCase, in tree: UnitTree) throws -> Actor {
        guard let assignment = found.care.assignment(at: .village) else {
            throw StoreFailure.damaged("a case without its aide")
        }
        return Actor(
            account: assignment.account, name: assignment.name,
            grants: [Grant(role: .villageWorker, unit: found.village)])
    }
}
