// SPDX-License-Identifier: Apache-2.0
import Desk
import HTTPTypes
import Hummingbird
import Pages

/// How fast one network address may read the notices and check cards: nobody counts through codes, and nobody keeps
/// the store busy from a page that needs no sign-in.
struct PublicPace: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix("/public/notices") || path.hasPrefix("/public/cards/") else {
            return try await next(request, context)
        }
        let sender = Sender(request: request, context: context, settings: site.settings)
        guard site.publicLimit.take(sender.address, at: site.office().now) else {
            let page = FaultPage(
                title: "查询太频繁", sentence: "这个网络地址一分钟内查询的次数太多。", advice: "请一分钟后再试。",
                back: Link(PublicPages.noticesRoute))
            let shell = PlainShell(office: site.districtName, assets: site.assets)
            var response = Response.html(shell.document(page), status: .tooManyRequests)
            response.headers[.retryAfter] = "60"
            return response
        }
        return try await next(request, context)
    }
}
