// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Papers
import PolicyFiles
import SamplePeople
import Seals
import StoreMemory
import Synchronization
import Web

/// A whole site over the sample, answering in this process, with a clock that a test moves.
final class TestSite: Sendable {
    let store: MemoryStore
    let site: Site
    let answers: SiteAnswers
    let log = LogLines()
    let tokens: Tokens
    private let clock: Clock

    /// The templates of the pack, set by what `./test` installs; where it is missing, papers are not set.
    static let papers: TypesettingPlace = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return .found(templates: root + "/Policy/shunyi/papers", installation: root)
    }()

    /// The password of every account of the sample.
    static let password = "Sha-Ling.2026"

    /// - Parameters:
    ///   - pack: the policy in force.
    ///   - change: what differs from the settings of a server on this machine.
    convenience init(
        pack: PolicyPack = Sample.pack, _ change: (inout ServerSettings) -> Void = { _ in }
    ) async throws {
        let store = MemoryStore()
        try await Sample.fill(store)
        let hash = try await Self.hash.value
        for account in Sample.accounts {
            try await store.save(Credential(account: account.id, hash: hash))
            try await Self.choosePassword(of: account, in: store)
        }
        try self.init(over: store, pack: pack, change)
    }

    /// The server stopped and started again over the same store.
    func restarted(_ change: (inout ServerSettings) -> Void = { _ in }) async throws -> TestSite {
        try TestSite(over: store, pack: site.pack, change)
    }

    private init(
        over store: MemoryStore, pack: PolicyPack, _ change: (inout ServerSettings) -> Void
    ) throws {
        var settings = ServerSettings()
        settings.papers = Self.papers
        change(&settings)
        let start = Instant(startOf: Sample.today).adding(seconds: 9 * 3600)
        let clock = Clock(start)
        let keys = try Self.keys.get()
        self.store = store
        tokens = Tokens(keys: keys)
        site = Site(
            store: store, pack: pack, tree: UnitTree(Sample.units), keys: keys, settings: settings,
            readCalendar: Self.reader, readRules: Self.rulesReader, clock: { clock.now })
        answers = SiteAnswers(site)
        self.clock = clock
    }

    /// Lets time pass.
    func wait(seconds: Int) { clock.wait(seconds: seconds) }

    /// A browser without a session.
    func client() -> TestClient { TestClient(site: self) }

    /// A browser in which an account of the sample has signed in.
    func signedIn(as account: Account) async throws -> TestClient {
        let token = site.keeper.token()
        let session = Session(
            digest: site.keeper.digest(of: token), account: account.id, began: clock.now,
            lastSeen: clock.now, seed: site.keeper.token())
        try await store.save(session)
        let client = client()
        client.keep(cookie: site.settings.isSecure ? "__Host-yuanzhu" : "yuanzhu", token)
        client.seed = session.seed
        return client
    }

    /// A browser of somebody with a role, each role once in the sample.
    func signedIn(as role: Role) async throws -> TestClient {
        guard let account = Sample.accounts.first(where: { $0.grants.contains { $0.role == role } }) else {
            throw MissingRole()
        }
        return try await signedIn(as: account)
    }

    /// Everybody of the sample has replaced the first password; accounts are at version 2 then.
    private static func choosePassword(of account: Account, in store: MemoryStore) async throws {
        var account = account
        var change = Change(
            by: account.id, recorded: Instant(startOf: Sample.today), answer: .account(account.id))
        change.append(
            .account(.passwordChosen), to: .account(account.id), after: account.version, on: Sample.enrolled)
        account.apply(.passwordChosen)
        change.states.append(.account(account))
        _ = try await store.commit(change)
    }

    /// As the server is wired.
    private static let reader: CalendarReader = { bytes, name in
        do throws(PolicyFaults) {
            let year = try CalendarFile.read(String(decoding: bytes, as: UTF8.self), file: name)
            return CalendarNotice(year: year, text: CalendarFile.text(of: year))
        } catch { throw CalendarFaults(error.list.map(\.says)) }
    }

    /// As the server is wired.
    private static let rulesReader: RulesReader = { bytes, name in
        do throws(PolicyFaults) {
            return try DeadlinesFile.read(String(decoding: bytes, as: UTF8.self), file: name)
        } catch { throw RulesFaults(error.list.map { "第\($0.line)行：\($0.says)" }) }
    }

    struct MissingRole: Error {}

    /// Hashed once for all tests: one hash costs some 60 ms on purpose.
    private static let hash = Task { try await SealedPasswords().hash(password) }

    private static let keys = Result {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "yuanzhu-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try KeyFile.open(orCreate: folder.appending(path: "keys").path)
    }
}

private final class Clock: Sendable {
    private let kept: Mutex<Instant>

    init(_ start: Instant) { kept = Mutex(start) }

    var now: Instant { kept.withLock { $0 } }
    func wait(seconds: Int) { kept.withLock { $0 = $0.adding(seconds: seconds) } }
}
