// SPDX-License-Identifier: Apache-2.0
import Desk
import HTTPTypes
import Hummingbird
import Logging
import Pages

/// Turns what nobody else worded into a plain page (or problem details under /api): Hummingbird's own empty
/// and English errors, refusals before sign-in, and faults of ours.
struct ErrorAnswers: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let wrong = word(error, context)
            var response = answer(wrong, to: request)
            if let method = error as? MethodWrong { response.headers[.allow] = method.allowed }
            return response
        }
    }

    private func answer(_ wrong: Wrong, to request: Request) -> Response {
        if request.uri.path.hasPrefix("/api/") {
            return Problem(
                title: wrong.title, status: wrong.status.code, detail: wrong.sentence + wrong.advice
            )
            .response
        }
        let page = FaultPage(title: wrong.title, sentence: wrong.sentence, advice: wrong.advice, back: "/")
        let shell = PlainShell(office: site.districtName, assets: site.assets)
        return .html(shell.document(page), status: wrong.status)
    }

    private func word(_ error: any Error, _ context: WebContext) -> Wrong {
        if let wrong = Wrong(error) {
            if wrong.status.code >= 500 { log(error, context) }
            return wrong
        }
        if let known = error as? any HTTPResponseError {
            if known.status == .notFound { return .pageMissing }
            if known.status.code < 500 { return .formBroken }
        }
        log(error, context)
        return .unexplained
    }

    /// The type alone: messages of lower layers may quote what somebody typed.
    private func log(_ error: any Error, _ context: WebContext) {
        context.logger.error(
            "failure", metadata: ["type": "\(type(of: error))", "route": "\(context.endpointPath ?? "-")"])
    }
}
