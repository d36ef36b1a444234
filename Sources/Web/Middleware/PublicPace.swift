// SPDX-License-Identifier: Apache-2.0
import Desk
import HTTPTypes
import Hummingbird
import Pages

/// How fast one network address may read what needs no sign-in: nobody counts through the codes of cards, and no
/// crawler keeps the store busy.
struct PublicPace: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix("/public/") else { return try await next(request, context) }
        let sender = Sender(request: request, context: context, settings: site.settings)
        if let wait = site.publicLimit.take(sender.address, at: site.office().now) {
            let page = FaultPage(
                title: "查询太频繁", sentence: "这个网络地址查询的次数太多。", advice: "请等\(wait)秒再试。", back: "/public/jobs")
            let shell = PlainShell(office: site.districtName, assets: site.assets)
            var response = Response.html(shell.document(page), status: .tooManyRequests)
            response.headers[.retryAfter] = String(wait)
            return response
        }
        return try await next(request, context)
    }
}
