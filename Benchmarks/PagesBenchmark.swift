// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Seals
import StoreSQLite
import Web

/// Whole pages through the router in this process: session, question, markup; everything but the socket.
enum PagesBenchmark {
    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let store = try await ground.district()
        defer { try? store.close() }
        let browser = try await Browser(ground, store)
        let person =
            try await store.people(of: browser.office.tree.all.last?.id ?? UnitID(1)).first?.id.number ?? 1
        for login in ["cunwei01", "zhenban", "quban"] {
            let cookie = try await browser.signIn(login)
            var pages = ["/work", "/people", "/ledger"]
            if login == "quban" { pages.append("/people/\(person)") }
            for page in pages {
                for readers in [1, 16] {
                    let (waits, cost) = try await measured {
                        try await many(readers, count: readers == 1 ? 50 : 400) { _ in
                            try await browser.get(page, cookie)
                        }
                    }
                    let what = "\(login) page \(page), \(readers) at once"
                    table.line(what + ", p50", size: waits.count, percentile(50, of: waits) * 1000, "ms", nil)
                    table.line(
                        what + ", p95", size: waits.count, percentile(95, of: waits) * 1000, "ms", cost,
                        goal: readers == 1 ? "150 ms" : "600 ms")
                }
            }
        }
    }
}

/// Asks the site of a store for pages, as signed-in people.
struct Browser: Sendable {
    let site: Site
    let store: any Store
    private let answers: SiteAnswers
    private let logger: Logger
    private let now: Instant

    var office: Office { site.office() }

    init(_ ground: Ground, _ store: any Store) async throws {
        var settings = ServerSettings()
        settings.isDemo = true
        settings.today = ground.today
        let now = Instant(startOf: ground.today).adding(seconds: 10 * 3600)
        site = Site(
            store: store, pack: ground.pack, tree: UnitTree(try await store.units()), keys: ground.keys,
            settings: settings, readCalendar: { _, _ in throw StoreFailure.unavailable("no calendars here") },
            clock: { now })
        var logger = Logger(label: "benchmarks")
        logger.logLevel = .critical
        self.logger = logger
        self.store = store
        self.now = now
        answers = SiteAnswers(site)
    }

    /// The cookie of a session made for the account.
    func signIn(_ login: String) async throws -> String {
        guard let account = try await store.account(login: login) else {
            throw StoreFailure.damaged("no account \(login)")
        }
        let token = site.keeper.token()
        try await store.save(
            Session(
                digest: site.keeper.digest(of: token), account: account.id, began: now, lastSeen: now,
                seed: site.keeper.token()))
        return "yuanzhu=\(token)"
    }

    /// - Throws: ``StoreFailure`` when the answer is no page.
    func get(_ path: String, _ cookie: String) async throws {
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: "localhost", path: path, headerFields: [.cookie: cookie])
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: "127.0.0.1", port: 50000)
        let response = try await answers.answer(
            Request(head: head, body: RequestBody(buffer: ByteBuffer())), over: channel, logger: logger)
        let sink = ByteSink()
        try await response.body.write(sink)
        guard response.status == .ok else {
            throw StoreFailure.damaged("\(path) answers \(response.status.code)")
        }
    }

    private struct ByteSink: ResponseBodyWriter {
        mutating func write(_ buffer: ByteBuffer) async throws {}
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
