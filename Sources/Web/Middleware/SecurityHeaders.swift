// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird

/// What every answer tells the browser: run nothing from elsewhere, guess nothing, be framed by nobody.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebContext
    let isSecure: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fixed where response.headers[name] == nil { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    private static let fixed: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("X-Frame-Options") ?? .xContentTypeOptions, "DENY"),
        (HTTPField.Name("Referrer-Policy") ?? .xContentTypeOptions, "same-origin"),
        (
            HTTPField.Name("Permissions-Policy") ?? .xContentTypeOptions,
            "geolocation=(), microphone=(), payment=()"
        ),
    ]
}
