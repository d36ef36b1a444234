// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreSQLite

/// Answer sheets from many senders at once, each answered only when it is on the disk.
enum SheetsBenchmark {
    private static let senders = 64

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let (store, office) = try await ground.unitsOnly("sheets")
        defer { try? store.close() }
        let clerk = try ground.clerk(office.tree)
        guard let district = office.tree.district else { return }
        try await office.openRounds(year: ground.today.year, in: district.id, on: ground.today, by: clerk)
        let workers = Workers(tree: office.tree)
        var (sent, seconds, cpu, peak) = (0, 0.0, 0.0, 0.0)
        var waits: [Double] = []
        for place in ground.plan.villages.indices where sent < 100_000 {
            let (entries, actor) = try await prepare(place, ground, office, workers)
            let (took, cost) = try await measured { try await send(entries, office, actor) }
            sent += entries.count
            seconds += cost.seconds
            cpu += cost.cpu
            peak = max(peak, cost.peak)
            waits += took
        }
        let cost = Table.Cost(seconds: seconds, cpu: cpu, peak: peak)
        table.line(
            "answer sheets, \(senders) senders, durable", size: sent, Double(sent) / seconds, "sheets/s",
            cost,
            goal: "1,500")
        table.line("  wait for one, p50", size: sent, percentile(50, of: waits) * 1000, "ms", nil)
        table.line(
            "  wait for one, p95", size: sent, percentile(95, of: waits) * 1000, "ms", nil, goal: "500 ms")
    }

    /// Puts a village on the roll and works its answers out, outside of what is measured.
    private static func prepare(
        _ place: Int, _ ground: Ground, _ office: Office, _ workers: Workers
    ) async throws -> ([SheetEntry], Actor) {
        let village = ground.plan.villages[place]
        let unit = office.tree.named(village.code, level: .village)[0]
        let worker = workers.worker(of: unit.id)
        let sample = SampleVillage(place, of: ground.plan, on: ground.today)
        let rows = sample.homes.flatMap { home in home.residents.map { (home.number, $0.roll) } }
        let plan = try await office.planRoll(
            rows.enumerated().map { offset, row in
                RollRow(row: offset + 2, village: unit.id, home: .number(row.0), facts: row.1)
            }, by: worker)
        _ = try await office.commit(
            plan, of: ImportedFile(kind: .roll, name: village.name, digest: "benchmark \(place)"), by: worker)
        guard let round = try await office.store.round(of: unit.id, year: ground.today.year) else {
            throw StoreFailure.damaged("no round")
        }
        let entries = sample.residents.enumerated().map { offset, resident in
            let sheet = resident.sheet(
                in: village, form: ground.pack.form, interviewed: ground.today,
                schedule: ground.pack.hardship.schedule)
            return SheetEntry(
                sheet: "benchmark-\(place)-\(offset)", round: round.id, person: nil, personVersion: nil,
                answers: sheet.answers, confirmations: sheet.confirmations, interviewed: ground.today,
                interviewer: worker.name, source: .device)
        }
        return (entries, worker)
    }

    /// Sends all sheets, so many at a time; gives how long each waited for its answer.
    private static func send(_ entries: [SheetEntry], _ office: Office, _ actor: Actor) async throws
        -> [Double]
    {
        try await many(senders, count: entries.count) { place in
            guard case .taken = try await office.takeIn(entries[place], by: actor) else {
                throw StoreFailure.damaged("a sheet was not taken in")
            }
        }
    }
}

/// Workers of villages in a store without accounts.
private struct Workers {
    let tree: UnitTree

    func worker(of village: UnitID) -> Actor {
        Actor(account: .system, name: "村干部", grants: [Grant(role: .villageWorker, unit: village)])
    }
}
