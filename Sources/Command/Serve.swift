// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Desk
import Foundation
import Logging
import NIOCore
import Pages
import PolicyFiles
import Seals
import StoreSQLite
import Web
import Wording

/// `yuanzhu serve`: the web application on a port.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "启动网站服务。")

    @OptionGroup var place: StoreOptions
    @Option(help: "监听的地址。")
    var host = "127.0.0.1"
    @Option(help: "监听的端口。")
    var port = 8080
    @Option(help: "人们在浏览器里输入的地址，如 https://yuanzhu.example；前面有启用TLS的代理时写。")
    var origin: String?
    @Flag(name: .customLong("allow-plain-http"), help: "允许在本机以外用明文http访问。")
    var allowsPlainHTTP = false
    @Flag(help: "演示：虚构的人员、公开的账号。")
    var demo = false
    @Option(help: "演示当天的日期，如 2026-03-02；只能与--demo同用。")
    var today: Day?
    @Option(help: "演示数据的人数。")
    var people: Int?
    @Option(help: "演示数据的随机种子。")
    var seed: UInt64 = 1
    @Flag(name: .customLong("log-requests"), help: "在标准错误输出里逐条记录请求（不含地址中的编号和任何填写内容）。")
    var logsRequests = false
    @OptionGroup var policy: PolicyPlace

    func validate() throws {
        guard today == nil || demo else { throw ValidationError("--today只能与--demo同用。") }
        guard (0...65535).contains(port) else { throw ValidationError("端口应在0到65535之间。") }
        guard people.map({ $0 > 0 && demo }) ?? true else {
            throw ValidationError("--people只能与--demo同用，并且大于0。")
        }
    }

    func run() async throws {
        do {
            try Server.check(settings)
        } catch let refusal as ServerRefusal { throw Complaint(refusal.sentence) }
        let pack = try policy.pack()
        let store = try await place.open()
        defer { try? store.close() }
        let whole = pack.with(calendar: try await calendar(of: pack, in: store))
        var settings = settings
        settings.papers = try policy.papers()
        try await prepare(store, whole, place.folder, &settings)
        let site = Site(
            store: store, pack: whole, tree: UnitTree(try await store.units()), keys: try place.folder.keys(),
            settings: settings,
            readCalendar: CalendarFiles.read, readRules: RulesFiles.read, clock: Site.machineClock)
        try await serve(site)
    }

    private var settings: ServerSettings {
        var settings = ServerSettings()
        settings.host = host
        settings.port = port
        settings.origin = origin
        settings.allowsPlainHTTP = allowsPlainHTTP
        settings.isDemo = demo
        settings.today = today
        return settings
    }

    /// The pack's years, and over them those that were loaded on the site.
    private func calendar(of pack: PolicyPack, in store: any Store) async throws -> WorkCalendar {
        let loaded = try await store.loadedCalendars().sorted { $0.key < $1.key }
            .map { try CalendarFile.read($0.value, file: "\($0.key).yaml") }
        return WorkCalendar(years: Array(pack.calendar.years.values) + loaded)
    }

    // MARK: First start

    private func prepare(
        _ store: any Store, _ pack: PolicyPack, _ folder: DataFolder, _ settings: inout ServerSettings
    ) async throws {
        let demonstration = DemoStore(folder: folder)
        let keeper = SealedPasswords()
        let now = Site.machineClock()
        guard demo else {
            guard !demonstration.isMarked else {
                throw Complaint("\(folder.url.path): 这里存放的是演示数据，账号密码是公开的，只能用--demo打开。")
            }
            return try await found(store, pack, keeper, now)
        }
        let size = people ?? ProcessInfo.processInfo.environment["PEOPLE"].flatMap { Int($0) } ?? 3_000
        try await demonstration.prepare(
            store, pack: pack, keeper: keeper, people: size, seed: seed, today: today ?? now.day)
        settings.knownLogins = DemoStore.knownLogins(
            try await store.accounts(), tree: UnitTree(try await store.units()))
    }

    /// An empty store gets the pack's units and one security administrator, who opens all other accounts.
    private func found(
        _ store: any Store, _ pack: PolicyPack, _ keeper: any PasswordKeeper, _ now: Instant
    ) async throws {
        let empty = Office(store: store, pack: pack, tree: UnitTree([]), now: now, today: now.day)
        let tree = UnitTree(try await empty.foundDistrict())
        guard try await store.accounts().isEmpty, let district = tree.district else { return }
        let office = Office(store: store, pack: pack, tree: tree, now: now, today: now.day)
        let opened = try await office.openAccount(
            login: "anquan", name: "安全管理员",
            grants: [Grant(role: .securityAdministrator, unit: district.id)],
            by: .system(district: district.id), keeper: keeper)
        Terminal.say("安全管理员账号：\(opened.account.login)  首次密码：\(opened.password)（只显示这一次，登录后须修改）")
    }

    // MARK: Serving

    private func serve(_ site: Site) async throws {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "yuanzhu")
        logger.logLevel = logsRequests ? .info : .warning
        let server = try Server(site: site, daily: NightlyWork(logger: logger), logger: logger)
        let known = site.settings.knownLogins
        let host = host.contains(":") ? "[\(host)]" : host
        do {
            try await server.run { port in
                for login in known {
                    Terminal.say("演示账号：\(login.login)  \(login.role)  密码：\(login.password)")
                }
                Terminal.say("援助已启动：http://\(host):\(port)/")
                // Otherwise the address would wait in a buffer where the output goes to a file.
                fflush(nil)
            }
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Complaint("端口\(port)已被占用，请用--port换一个。")
        }
    }
}
