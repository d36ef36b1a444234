// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Pages
import Papers
import Seals
import Synchronization

/// Everything that requests share: wired once at start, passed to every handler.
public final class Site: Sendable {
    public let store: any Store
    public let settings: ServerSettings
    public let keeper: any PasswordKeeper
    let tokens: Tokens
    let assets: Assets
    let searches = SearchMemory()
    let flashes = FlashMemory()
    let uploads = UploadMemory()
    let counts = RequestCounts()
    let signInLimit: AddressLimit
    let feedLimit: AddressLimit
    let publicLimit: RequestBuckets
    /// Sets papers; `nil` on a site without templates.
    let typesetter: Typesetter?
    /// Prints piles; `nil` where ``typesetter`` is.
    let printShop: PrintShop?
    let readCalendar: CalendarReader
    let readRules: RulesReader
    private let clock: @Sendable () -> Instant
    private let inForce: Mutex<InForce>

    /// What acts of administrators replace while the server runs.
    private struct InForce {
        var pack: PolicyPack
        var tree: UnitTree
    }

    /// - Parameter clock: the moment; injected so that tests and demos choose it.
    public init(
        store: any Store, pack: PolicyPack, tree: UnitTree, keys: KeyFile, settings: ServerSettings,
        readCalendar: @escaping CalendarReader, readRules: @escaping RulesReader,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.settings = settings
        self.readCalendar = readCalendar
        self.readRules = readRules
        self.clock = clock
        keeper = SealedPasswords()
        tokens = Tokens(keys: keys)
        assets = Assets(version: AssetFiles.carried.version)
        signInLimit = AddressLimit(most: settings.signIn.triesPerMinute)
        feedLimit = AddressLimit(most: settings.feedsPerMinute)
        publicLimit = RequestBuckets(
            capacity: settings.publicPagesAtOnce, interval: settings.publicPageMilliseconds)
        typesetter = settings.papers.map { Typesetter($0) }
        printShop = settings.papers.map { PrintShop(Typesetter($0)) }
        inForce = Mutex(InForce(pack: pack, tree: tree))
    }

    /// The office as one request sees it.
    public func office() -> Office {
        let now = clock()
        let (pack, tree) = inForce.withLock { ($0.pack, $0.tree) }
        return Office(store: store, pack: pack, tree: tree, now: now, today: settings.today ?? now.day)
    }

    /// Reads the unit tree anew, after an act that changed it.
    public func reloadUnits() async throws {
        let tree = UnitTree(try await store.units())
        inForce.withLock { $0.tree = tree }
    }

    /// Puts another pack in force: a calendar was loaded, a pack adopted.
    public func adopt(_ pack: PolicyPack) { inForce.withLock { $0.pack = pack } }

    /// The process that sets piles, for those who watch it; `nil` while none runs.
    public var printingProcess: Int32? { get async { await printShop?.processNumber } }

    /// The pack in force.
    public var pack: PolicyPack { inForce.withLock { $0.pack } }

    /// The district's name; empty before it is founded.
    var districtName: String { inForce.withLock { $0.tree.district?.name ?? "" } }

    /// The cookie of a session, as the configured origin allows it.
    var sessionCookie: SessionCookie { SessionCookie(isSecure: settings.isSecure) }

    /// How strict signing in is.
    var signInRules: SignInRules {
        var rules = SignInRules()
        rules.failuresAllowed = settings.signIn.failuresAllowed
        rules.lockSeconds = settings.signIn.lockSeconds
        rules.idleSeconds = settings.signIn.idleSeconds
        return rules
    }

    /// The moment by the machine's clock.
    public static let machineClock: @Sendable () -> Instant = {
        Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
