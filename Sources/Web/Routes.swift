// SPDX-License-Identifier: Apache-2.0
import Assistance
import Hummingbird

/// The whole site on one screen: method, address, what it takes, who answers.
struct Routes: Sendable {
    let site: Site

    /// One page or act for signed-in people. `deed` is what the person must be allowed to do somewhere; on
    /// whose data is checked by the office.
    struct Entry: Sendable {
        let method: HTTPRequest.Method
        let address: RouterPath
        let deed: Deed?
        let handler: Handler

        static func get(_ address: RouterPath, _ deed: Deed?, _ handler: @escaping Handler) -> Entry {
            Entry(method: .get, address: address, deed: deed, handler: handler)
        }

        static func post(_ address: RouterPath, _ deed: Deed?, _ handler: @escaping Handler) -> Entry {
            Entry(method: .post, address: address, deed: deed, handler: handler)
        }
    }

    static let signedIn: [Entry] =
        HomePages.routes + AccountPages.routes

    /// The router with everything on it, ready to answer.
    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.addMiddleware {
            RequestLog()
            SecurityHeaders(isSecure: site.settings.isSecure)
            ErrorAnswers(site: site)
        }
        OpenPages(site: site).add(to: router)
        let dispatch = Dispatch(site: site)
        for entry in Self.signedIn {
            router.on(entry.address, method: entry.method) { request, context in
                try await dispatch.answer(request, context, needing: entry.deed, entry.handler)
            }
        }
        return router
    }
}
