// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Papers
import Seals
import StoreSQLite
import Web

/// Whole pages over the loopback interface from a server process: what sixteen people at once wait for.
///
/// The client takes its share of the same processors; what the server alone used stands beside each line.
enum PagesBenchmark {
    private static let readers = 16

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let logins = ["cunwei01", "zhenban", "quban", "dudao"]
        let (cookies, people) = try await ground.signIn(logins)
        let server = try ServerProcess(ground)
        defer { server.stop() }
        try server.waitForDailyActs()
        for login in logins {
            guard let cookie = cookies[login] else { continue }
            var pages = ["/work", "/people", "/ledger"]
            if let person = people[login] { pages.append("/people/\(person.number)") }
            pages.append(try search("王", server, cookie))
            pages.append(try search("w", server, cookie))
            for page in pages { try measure(page, [page], login, cookie, server, ground, table) }
            try measure("all of these in turn", pages, login, cookie, server, ground, table)
        }
        table.line(
            "server memory after all pages", size: ground.options.people, server.memory("VmRSS:"), "MB", nil)
    }

    private static func measure(
        _ what: String, _ pages: [String], _ login: String, _ cookie: String, _ server: ServerProcess,
        _ ground: Ground, _ table: Table
    ) throws {
        // The first answers fill caches and tell how many make a measurement.
        let first = try browse(server.port, cookie, pages, readers: readers, count: 32).reduce(0, +)
        let count = min(4000, max(200, Int(32 / first * Double(readers) * 3)))
        let cpu = server.processorSeconds
        let begun = ContinuousClock.now
        let waits = try browse(server.port, cookie, pages, readers: readers, count: count)
        let seconds = (ContinuousClock.now - begun) / .seconds(1)
        let cost = Table.Cost(
            seconds: seconds, cpu: server.processorSeconds - cpu, peak: server.memory("VmHWM:"))
        table.line(
            "\(login) \(what)", size: waits.count, Double(waits.count) / seconds, "pages/s", cost,
            goal: "1,200")
        table.line("  p50", size: waits.count, percentile(50, of: waits) * 1000, "ms", nil)
        table.line("  p95", size: waits.count, percentile(95, of: waits) * 1000, "ms", nil, goal: "25 ms")
    }

    /// Sends the search form as a browser does; the address to which it leads.
    private static func search(_ text: String, _ server: ServerProcess, _ cookie: String) throws -> String {
        let client = try LoopbackClient(port: server.port, cookie: cookie)
        let page = try client.answer("GET", "/people").body
        guard let field = page.firstRange(of: "name=\"csrf\" value=\"") else {
            throw StoreFailure.damaged("a page without its form token")
        }
        let token = page[field.upperBound...].prefix { $0 != "\"" }
        let typed = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
        let answer = try client.answer("POST", "/people/search", form: "csrf=\(token)&typed=\(typed)")
        guard answer.status == 303,
            let line = answer.head.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("location: ")
            })
        else { throw StoreFailure.damaged("a search that leads nowhere: \(answer.status)") }
        return String(line.dropFirst("location: ".count))
    }
}

extension Ground {
    /// The moment at which everything is looked at.
    var now: Instant { Instant(startOf: today).adding(seconds: 10 * 3600) }

    /// The site of a store, as `yuanzhu serve` wires it.
    func site(_ store: any Store, port: Int) async throws -> Site {
        var settings = ServerSettings()
        settings.isDemo = true
        settings.today = today
        settings.port = port
        settings.papers = .found(
            templates: FileManager.default.currentDirectoryPath + "/Policy/shunyi/papers")
        let now = now
        return Site(
            store: store, pack: pack, tree: UnitTree(try await store.units()), keys: keys, settings: settings,
            readCalendar: { _, _ in throw StoreFailure.unavailable("no calendars here") },
            readRules: { _, _ in throw StoreFailure.unavailable("no deadlines here") }, clock: { now })
    }

    /// Begins a session for each login; cookies, and somebody with a case whom each may see.
    func signIn(_ logins: [String]) async throws -> (cookies: [String: String], people: [String: PersonID]) {
        let store = try await district()
        defer { try? store.close() }
        let site = try await site(store, port: 0)
        let office = office(store, UnitTree(try await store.units()))
        var cookies: [String: String] = [:]
        var people: [String: PersonID] = [:]
        for login in logins {
            guard let account = try await store.account(login: login) else { continue }
            let token = site.keeper.token()
            try await store.save(
                Session(
                    digest: site.keeper.digest(of: token), account: account.id, began: now, lastSeen: now,
                    seed: site.keeper.token()))
            cookies[login] = "yuanzhu=\(token)"
            let ledger = try await office.ledger(nil, in: nil, after: nil, limit: 1, by: account.actor)
            people[login] = ledger.rows.first?.person.id
        }
        return (cookies, people)
    }
}
