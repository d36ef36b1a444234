// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQLite
import Synchronization

/// What lists cost in a full district, for one reader after another and for sixteen at once.
enum ReadingBenchmark {
    private typealias Question = (name: String, ask: @Sendable (Office, Actor, Int) async throws -> Void)

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let store = try await ground.district()
        defer { try? store.close() }
        let office = ground.office(store, UnitTree(try await store.units()))
        let people = try await samples(store)
        for login in ["cunwei01", "zhenban", "quban", "dudao"] {
            guard let actor = try await store.account(login: login)?.actor else { continue }
            let own = people.filter { actor.may(.seePeople, at: $0.village, in: office.tree) }
            for question in questions(own) {
                try await ask(question, login, office, actor, ground, table)
            }
        }
    }

    private static func ask(
        _ question: Question, _ login: String, _ office: Office, _ actor: Actor, _ ground: Ground,
        _ table: Table
    ) async throws {
        for readers in [1, 16] {
            let (waits, cost) = try await measured {
                try await many(readers, count: readers == 1 ? 100 : 800) {
                    try await question.ask(office, actor, $0)
                }
            }
            let what = "\(login) \(question.name), \(readers) at once"
            table.line(what + ", p50", size: waits.count, percentile(50, of: waits) * 1000, "ms", nil)
            table.line(
                what + ", p95", size: waits.count, percentile(95, of: waits) * 1000, "ms", cost,
                goal: readers == 1 ? "100 ms" : "500 ms")
        }
    }

    /// One person of each twentieth village or so, to search for.
    private static func samples(_ store: any Store) async throws -> [Person] {
        let villages = try await store.units().filter { $0.level == .village }
        var found: [Person] = []
        for village in stride(from: 0, to: villages.count, by: max(1, villages.count / 20)) {
            found += try await store.people(of: villages[village].id).prefix(10)
        }
        return found
    }

    private static func questions(_ people: [Person]) -> [Question] {
        guard !people.isEmpty else { return [] }
        let someone: @Sendable (Int) -> Person = { people[$0 % people.count] }
        let find: @Sendable (Office, Actor, String) async throws -> Void = { office, actor, text in
            _ = try await office.findPeople(typed: text, in: nil, after: nil, by: actor)
        }
        return [
            ("worklist", { office, actor, _ in _ = try await office.worklist(span: .all, by: actor) }),
            ("work counted", { office, actor, _ in _ = try await office.workCount(by: actor) }),
            (
                "search by name",
                { office, actor, place in
                    try await find(office, actor, String(someone(place).facts.name.full.prefix(2)))
                }
            ),
            (
                "search by pinyin",
                { office, actor, place in
                    try await find(office, actor, ["wang", "wxl", "lijg", "zh", "ouyang", "liuy"][place % 6])
                }
            ),
            (
                "search by ID number",
                { office, actor, place in
                    try await find(office, actor, someone(place).facts.identity?.full ?? "")
                }
            ),
            (
                "search by last four",
                { office, actor, place in
                    try await find(office, actor, someone(place).facts.identity?.lastFour ?? "")
                }
            ),
            (
                "person opened",
                { office, actor, place in
                    _ = try await office.file(of: someone(place).id, by: actor)
                }
            ),
            (
                "ledger page",
                { office, actor, _ in
                    _ = try await office.ledger(nil, in: nil, after: nil, by: actor)
                }
            ),
        ]
    }
}

/// Does so many pieces of work, so many at a time; gives the seconds that each took.
func many(
    _ atOnce: Int, count: Int, _ work: @escaping @Sendable (Int) async throws -> Void
) async throws -> [Double] {
    let turn = Turn()
    return try await withThrowingTaskGroup(of: [Double].self) { group in
        for _ in 0..<atOnce {
            group.addTask {
                var waits: [Double] = []
                while true {
                    let place = turn.take()
                    guard place < count else { return waits }
                    let begun = ContinuousClock.now
                    try await work(place)
                    waits.append((ContinuousClock.now - begun) / .seconds(1))
                }
            }
        }
        return try await group.reduce(into: []) { $0 += $1 }
    }
}

/// Gives out 0, 1, 2 … to whoever asks.
final class Turn: Sendable {
    private let next = Atomic(0)

    func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}
