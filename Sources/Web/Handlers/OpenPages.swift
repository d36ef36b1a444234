// SPDX-License-Identifier: Apache-2.0
import Desk
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// What answers without a session: signing in, assets, calendars, health, metrics.
struct OpenPages: Sendable {
    let site: Site

    /// Registers them; gives the methods that each address takes.
    func add(to router: Router<WebContext>) -> [String: Set<HTTPRequest.Method>] {
        let signIn = SignInPages(site: site)
        router.get("/sign-in") { request, _ in try await signIn.form(request) }
        router.post("/sign-in") { request, context in try await signIn.send(request, context) }
        router.get("/assets/:file") { request, context in try asset(request, context.parameters.get("file")) }
        router.get("/favicon.ico") { _, _ in Response.redirect(site.assets.icon) }
        let feeds = FeedFile(site: site)
        router.get(RouterPath(FeedFile.route)) { request, context in
            try await feeds.answer(request, context)
        }
        let open = PublicPages(site: site)
        router.get(RouterPath(PublicPages.noticesRoute)) { request, _ in try await open.notices(request) }
        router.get(RouterPath(PublicPages.cardRoute)) { _, context in
            try await open.card(context.parameters.get("code"))
        }
        router.get("/health/live") { _, _ in Self.text("live\n") }
        router.get("/health/ready") { _, _ in try await ready() }
        router.get("/metrics") { request, context in
            try metrics(Sender(request: request, context: context, settings: site.settings))
        }
        return [
            "/sign-in": [.get, .post], "/assets/:file": [.get], "/favicon.ico": [.get],
            "/health/live": [.get],
            "/health/ready": [.get], "/metrics": [.get], FeedFile.route: [.get],
            PublicPages.noticesRoute: [.get], PublicPages.cardRoute: [.get],
        ]
    }

    private func asset(_ request: Request, _ name: String?) throws -> Response {
        guard let name, let file = AssetFiles.carried[name] else { throw PageMissing() }
        let isNamed = Fields(urlEncoded: request.uri.query ?? "")["v"] == AssetFiles.carried.version
        let headers: HTTPFields = [
            .eTag: file.tag, .contentType: file.type,
            // Only an address with the version may be kept: without it a release would not be seen.
            .cacheControl: isNamed ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if request.headers[.ifNoneMatch]?.contains(file.tag) == true {
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// Ready means that the store answers.
    private func ready() async throws -> Response {
        do {
            _ = try await site.store.units()
            return Self.text("ready\n")
        } catch {
            return Self.text("store unavailable\n", status: .serviceUnavailable)
        }
    }

    private func metrics(_ sender: Sender) throws -> Response {
        guard sender.isLocal else { throw PageMissing() }
        return Self.text(site.counts.text)
    }

    private static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
