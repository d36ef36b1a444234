// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Pages
import Papers

/// How the server runs. The defaults run: empty, on loopback.
public struct ServerSettings: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// The address that people type, where a proxy with TLS stands before the server; cookies are `Secure`
    /// when it begins with https.
    public var origin: String?
    /// Plain http beyond this machine is refused unless somebody says so.
    public var allowsPlainHTTP = false
    /// Made-up people, known logins, and a day of one's choice.
    public var isDemo = false
    /// The day that a demo shows; the real one where `nil`.
    public var today: Day?
    /// The logins of a demonstration, shown on the sign-in page; empty otherwise.
    public var knownLogins: [KnownLogin] = []
    public var signIn = SignInStrictness()
    /// Calendars read from one address within a minute before it must wait.
    public var feedsPerMinute = 30
    /// Public pages that one address may ask for at once, and the milliseconds for one more: an office may stand
    /// behind one.
    public var publicPagesAtOnce = 60
    public var publicPageMilliseconds: Int64 = 1_000
    /// The largest request body in bytes: an Excel file of a whole district.
    public var largestBody = 64 * 1024 * 1024

    /// Where templates and typesetters of papers are; without them no paper can be printed.
    public var papers: TypesettingPlace?

    public init() {}

    /// Times in seconds.
    public struct SignInStrictness: Sendable {
        public var failuresAllowed = 5
        public var lockSeconds = 30 * 60
        public var idleSeconds = 30 * 60
        /// Tries from one address within a minute before it must wait.
        public var triesPerMinute = 30
        public init() {}
    }

    /// The address that stands before links on paper: the configured origin, else this machine's own.
    public var base: String { origin ?? "http://\(host):\(port)" }

    public var isSecure: Bool { origin?.hasPrefix("https://") ?? false }

    /// Whether the host is this machine only.
    public var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}
