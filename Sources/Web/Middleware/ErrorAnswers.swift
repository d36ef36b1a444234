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
            if request.uri.path.hasPrefix("/api/") { return problem(wrong) }
            let page = FaultPage(
                title: wrong.title, sentence: wrong.sentence, advice: wrong.advice, back: "/")
            let shell = PlainShell(office: site.office().tree.district?.name ?? "", assets: site.assets)
            return .html(shell.document(page), status: wrong.status)
        }
    }

    private func word(_ error: any Error, _ context: WebContext) -> Wrong {
        if let wrong = Wrong(error) { return wrong }
        if let known = error as? any HTTPResponseError, known.status == .notFound,
            let wrong = Wrong(PageMissing())
        {
            return wrong
        }
        if let known = error as? any HTTPResponseError, known.status.code < 500, let wrong = Wrong(FormBroken()) {
            return wrong
        }
        // The type alone: messages of lower layers may quote what somebody typed.
        context.logger.error("failure", metadata: ["type": "\(type(of: error))"])
        return Wrong.unexplained
    }

    private func problem(_ wrong: Wrong) -> Response {
        let body = Problem(title: wrong.title, status: wrong.status.code, detail: wrong.sentence + wrong.advice)
        return body.response
    }
}
