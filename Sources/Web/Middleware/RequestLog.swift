// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import Logging

/// One line a request: method, the route's pattern, status, milliseconds. Never the address itself with its
/// numbers, never a query, a form or a name.
struct RequestLog: RouterMiddleware {
    typealias Context = WebContext
    let counts: RequestCounts

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let spent = start.duration(to: clock.now) / .milliseconds(1)
        let route = context.endpointPath ?? "-"
        // An unheard-of method is somebody's own word and would make a row of its own.
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "-"
        counts.add(method: method, route: route, status: response.status.code, milliseconds: spent)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(method)", "route": "\(route)", "status": "\(response.status.code)",
                "ms": "\(Int(spent))",
            ])
        return response
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete]
}
