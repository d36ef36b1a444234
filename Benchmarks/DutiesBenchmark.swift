// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import StoreSQLite

/// The obligation engine alone: twenty thousand cases of 37 acts under every row of the pack.
enum DutiesBenchmark {
    private static let cases = 20_000

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let journals = (0..<cases).map { Journal(acts: acts($0, ground.today.adding(days: -300))) }
        let horizon = ground.today.adding(days: Office.horizonDays)
        let (count, cost) = await measured {
            journals.reduce(0) { sum, journal in
                sum
                    + obligations(
                        of: journal, under: ground.pack.rules, calendar: ground.pack.calendar,
                        through: horizon
                    ).count
            }
        }
        table.line("obligations of cases with 37 acts", size: cases, cost.seconds, "s", cost, goal: "0.15 s")
        table.line("  a case", size: cases, cost.seconds * 1e6 / Double(cases), "µs", nil)
        table.line("  obligations found", size: cases, Double(count), "obligations", nil)
    }

    /// A case's way from the list to the follow-ups after a job, a day's shift for each case.
    private static func acts(_ place: Int, _ start: Day) -> [Act] {
        typealias Step = (day: Int, kind: ActKind, fields: Act.Fields)
        let intake: [Step] = [
            (0, .listed, [:]), (0, .classified, [.visitClass: String(place % 4 + 1)]),
            (6, .inLedger, [.able: "yes", .willing: "yes"]), (9, .escorted, [:]),
            (9, .registrationReceived, [:]), (12, .recognised, [:]), (13, .aideAssigned, [:]),
        ]
        let contacts = (0..<10).map { Step(14 + $0 * 7, .contacted, [.by: "aide"]) }
        let visits = (0..<16).map { Step(10 + $0 * 14, .visited, [:]) }
        let job: [Step] = [
            (100, .employed, [:]), (102, .registrationNotified, [:]), (110, .employmentRegistered, [:]),
            (140, .followedUp, [.judged: "stable"]),
        ]
        let steps = (intake + contacts + visits + job).sorted { $0.day < $1.day }
        let first = start.adding(days: place % 60)
        return steps.enumerated().map { number, step in
            Act(
                id: ActID(number + 1), kind: step.kind, occurred: first.adding(days: step.day),
                fields: step.fields)
        }
    }
}

/// The nightly derivation over the whole store, when nothing has changed.
enum NightlyBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let store = try await ground.district()
        defer { try? store.close() }
        let office = ground.office(store, UnitTree(try await store.units()))
        let (found, cost) = try await measured { try await office.rederiveDuties() }
        table.line("nightly derivation", size: found.subjects, cost.seconds, "s", cost, goal: "60 s")
        table.line(
            "  differences", size: found.subjects, Double(found.differences.count), "lists", nil, goal: "0")
    }
}

/// Both chains walked, every journal replayed and compared with its row.
enum VerifyBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let store = try await ground.district()
        defer { try? store.close() }
        let (faults, cost) = try await measured { try await store.verify() }
        table.line("store verified", size: ground.options.people, cost.seconds, "s", cost, goal: "10 min")
        table.line("  faults", size: ground.options.people, Double(faults.count), "faults", nil, goal: "0")
    }
}

/// From the start of a server process to its first page, and what the process holds when nothing is asked.
enum StartBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let (cookies, _) = try await ground.signIn(["quban"])
        let people = ground.options.people
        let begun = ContinuousClock.now
        let server = try ServerProcess(ground)
        defer { server.stop() }
        try LoopbackClient(port: server.port, cookie: cookies["quban"] ?? "").get("/people")
        let seconds = Double((ContinuousClock.now - begun) / .microseconds(1)) / 1e6
        table.line(
            "process started and first page answered", size: people, seconds * 1000, "ms", nil,
            goal: "1,000 ms")
        table.line("  memory then", size: people, server.memory("VmRSS:"), "MB", nil, goal: "60 MB")
        try server.waitForDailyActs()
        table.line("  daily acts done", size: people, server.processorSeconds, "CPU s", nil)
        try await Task.sleep(for: .seconds(1))
        table.line(
            "  idle memory after the daily acts", size: people, server.memory("VmRSS:"), "MB", nil,
            goal: "60 MB")
        table.line("  its peak", size: people, server.memory("VmHWM:"), "MB", nil)
    }
}
