// SPDX-License-Identifier: Apache-2.0
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The site on a port: binds, answers, does the daily acts, stops gracefully on SIGTERM or SIGINT.
public struct Server: Sendable {
    private let site: Site
    private let daily: any DailyWork
    private let logger: Logger

    /// - Throws: ``ServerRefusal`` when people's data would travel in the clear.
    public init(site: Site, daily: any DailyWork, logger: Logger) throws {
        try Self.check(site.settings)
        self.site = site
        self.daily = daily
        self.logger = logger
    }

    /// Whether a server may run so; asked before anything is opened or made.
    ///
    /// - Throws: ``ServerRefusal``.
    public static func check(_ settings: ServerSettings) throws {
        guard settings.isLoopback || settings.isSecure || settings.allowsPlainHTTP else {
            throw ServerRefusal.plainHTTP(host: settings.host)
        }
    }

    /// Answers until it is told to stop; what is being answered then is finished first.
    ///
    /// - Parameter ready: called once with the port that is bound.
    public func run(ready: @escaping @Sendable (Int) -> Void) async throws {
        let settings = site.settings
        let rounds = DailyRounds(site: site, work: daily, logger: logger)
        let application = Application(
            router: Routes(site: site).router(),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            services: [rounds],
            onServerRunning: { channel in ready(channel.localAddress?.port ?? settings.port) }, logger: logger
        )
        try await application.runService()
    }
}

/// Why a server does not start.
public enum ServerRefusal: Error, Hashable, Sendable {
    case plainHTTP(host: String)

    /// What the operator reads.
    public var sentence: String {
        switch self {
        case .plainHTTP(let host):
            "监听\(host)会让个人信息以明文传输。请在前面放置启用TLS的代理并用 --origin https://… 说明地址，"
                + "或确知网络安全时加 --allow-plain-http。"
        }
    }
}

/// The site without a port, for tests and tools.
public struct SiteAnswers: Sendable {
    private let responder: RouterResponder<WebContext>

    /// Everything that the server answers.
    public init(_ site: Site) { responder = Routes(site: site).router().buildResponder() }

    /// Answers one request, as if it had come over `channel`.
    public func answer(_ request: Request, over channel: any Channel, logger: Logger) async throws -> Response
    {
        let context = WebContext(source: .init(channel: channel, logger: logger))
        return try await responder.respond(to: request, context: context)
    }
}
