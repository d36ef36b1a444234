// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Seals

/// A handler of a page or act for signed-in people.
typealias Handler = @Sendable (Ask) async throws -> Reply

/// Leads a request of a signed-in person to its handler and the answer into the right shell.
struct Dispatch: Sendable {
    let site: Site

    /// Session, forced password, permission, form token, handler, shell: in this order, for every page.
    func answer(
        _ request: Request, _ context: WebContext, needing deed: Deed?, _ handler: Handler
    ) async throws -> Response {
        let office = site.office()
        guard let visitor = try await visitor(of: request, in: office) else {
            return try signInFirst(request)
        }
        guard !visitor.account.mustChangePassword || Self.openBeforeChange.contains(request.uri.path) else {
            return .redirect("/password")
        }
        func ask(_ form: Fields) -> Ask {
            Ask(
                site: site, office: office, visitor: visitor, request: request, path: decodedPath(context),
                query: Fields(urlEncoded: request.uri.query ?? ""), form: form)
        }
        do {
            if let deed, !visitor.actor.may(deed) { throw Refusal.notAllowed(deed) }
            let form = request.method == .post ? try await form(of: request, by: visitor) : Fields()
            let whole = ask(form)
            return try await respond(handler(whole), to: whole)
        } catch  where Wrong(error) != nil {
            return try await shown(error, to: ask(Fields()))
        }
    }

    /// What somebody may open who must first choose a password.
    private static let openBeforeChange: Set = ["/password", "/sign-out", "/type-size"]

    private func visitor(of request: Request, in office: Office) async throws -> Visitor? {
        guard let token = site.sessionCookie.token(of: request) else { return nil }
        let found = try await office.session(token: token, keeper: site.keeper, rules: site.signInRules)
        return found.map { Visitor(session: $0.session, account: $0.account) }
    }

    /// Pages lead to the sign-in and back; a form whose session ended says so, since it cannot be sent twice.
    private func signInFirst(_ request: Request) throws -> Response {
        guard request.method == .get || request.method == .head else { throw SessionOver() }
        guard request.uri.path != "/" else { return .redirect("/sign-in") }
        return .redirect(Link("/sign-in", query: [("next", request.uri.path)]))
    }

    /// The address's values; Hummingbird leaves them percent-encoded.
    private func decodedPath(_ context: WebContext) -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in context.parameters { values[String(name)] = Fields.decoded(value) }
        return values
    }

    private func form(of request: Request, by visitor: Visitor) async throws -> Fields {
        let form = try await BodyReading(settings: site.settings).fields(of: request)
        let given = form[FormContext.csrfName] ?? ""
        guard site.tokens.isCSRFToken(given, session: visitor.session.seed, purpose: "form") else {
            throw FormBroken()
        }
        return form
    }

    // MARK: Answers

    private func respond(_ reply: Reply, to ask: Ask) async throws -> Response {
        switch reply {
        case .page(let page, let status):
            return .html(try await ShellChoice(ask: ask).document(page), status: status)
        case .document(let html): return .html(html)
        case .redirect(let link, let flash, let cookies):
            if let flash { site.flashes.keep(flash, for: ask.visitor.session.digest) }
            var response = Response.redirect(link)
            for cookie in cookies { response.setCookie(cookie) }
            return response
        case .shown(let bytes, let name, let mediaType):
            return .shown(bytes, name: name, mediaType: mediaType)
        case .file(let bytes, let name, let type): return .file(bytes, name: name, type: type)
        }
    }

    /// A refusal or failure as a page in the asker's own shell.
    private func shown(_ failure: any Error, to ask: Ask) async throws -> Response {
        guard let wrong = Wrong(failure) else { throw failure }
        let page = FaultPage(
            title: wrong.title, sentence: wrong.sentence, advice: wrong.advice, back: back(ask))
        return .html(try await ShellChoice(ask: ask).document(page), status: wrong.status)
    }

    private func back(_ ask: Ask) -> Link {
        guard let referer = ask.request.headers[.referer], let url = URLComponents(string: referer) else {
            return "/"
        }
        return Link.local(url.path) ?? "/"
    }
}
