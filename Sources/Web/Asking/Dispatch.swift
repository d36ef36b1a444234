// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// A handler of a page or act for signed-in people.
typealias Handler = @Sendable (Ask) async throws -> Reply

/// Leads a request of a signed-in person to its handler and the answer into the right shell.
struct Dispatch: Sendable {
    let site: Site

    /// Session, forced password, form token, handler, shell: in this order, for every page.
    func answer(
        _ request: Request, _ context: WebContext, needing deed: Deed?, _ handler: Handler
    ) async throws -> Response {
        let office = site.office()
        guard let visitor = try await visitor(of: request, in: office) else { return signInFirst(request) }
        guard !visitor.account.mustChangePassword || request.uri.path == "/password" else {
            return .redirect("/password")
        }
        var form = Fields()
        if request.method == .post {
            form = try await fields(of: request)
            try check(form, of: visitor)
        }
        let ask = Ask(
            site: site, office: office, visitor: visitor, request: request, path: decodedPath(context),
            query: Fields(urlEncoded: request.uri.query ?? ""), form: form)
        if let deed, !visitor.actor.may(deed) { throw Refusal.notAllowed(deed) }
        do {
            return try await respond(handler(ask), to: ask)
        } catch let failure as any Error where Wrong(failure) != nil {
            return try await shown(failure, to: ask)
        }
    }

    private func visitor(of request: Request, in office: Office) async throws -> Visitor? {
        guard let token = request.cookies[SessionCookie.name]?.value, !token.isEmpty else { return nil }
        let found = try await office.session(token: token, keeper: site.keeper, rules: site.signInRules)
        return found.map { Visitor(session: $0.session, account: $0.account) }
    }

    private func signInFirst(_ request: Request) -> Response {
        guard request.method == .get, request.uri.path != "/" else { return .redirect("/sign-in") }
        return .redirect(Link("/sign-in", query: [("next", request.uri.path)]))
    }

    /// The address's values; Hummingbird leaves them percent-encoded.
    private func decodedPath(_ context: WebContext) -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in context.parameters { values[String(name)] = Fields.decoded(value) }
        return values
    }

    func fields(of request: Request) async throws -> Fields {
        let body = try await request.body.collect(upTo: site.settings.largestBody)
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("multipart/form-data") {
            return try Multipart.fields(Array(body.readableBytesView), contentType: type)
        }
        return Fields(urlEncoded: String(buffer: body))
    }

    private func check(_ form: Fields, of visitor: Visitor) throws {
        let given = form[FormContext.csrfName] ?? ""
        guard site.tokens.isCSRFToken(given, session: visitor.session.seed, purpose: "form") else {
            throw FormBroken()
        }
    }

    // MARK: Answers

    private func respond(_ reply: Reply, to ask: Ask) async throws -> Response {
        switch reply {
        case .page(let page, let status):
            return .html(try await ShellChoice(ask: ask).document(page), status: status)
        case .document(let html): return .html(html)
        case .redirect(let link, let flash):
            if let flash { site.flashes.keep(flash, for: ask.visitor.session.digest) }
            return .redirect(link)
        case .file(let bytes, let name, let type): return .file(bytes, name: name, type: type)
        }
    }

    /// A refusal or failure as a page in the asker's own shell.
    private func shown(_ failure: any Error, to ask: Ask) async throws -> Response {
        guard let wrong = Wrong(failure) else { throw failure }
        let page = FaultPage(title: wrong.title, sentence: wrong.sentence, advice: wrong.advice, back: back(ask))
        return .html(try await ShellChoice(ask: ask).document(page), status: wrong.status)
    }

    private func back(_ ask: Ask) -> Link {
        guard let referer = ask.request.headers[.referer], let url = URLComponents(string: referer) else { return "/" }
        return Link.local(url.path) ?? "/"
    }
}

/// The cookie that carries a session's token.
enum SessionCookie {
    static let name = "yuanzhu"

    static func set(_ token: String, secure: Bool) -> Cookie {
        Cookie(name: name, value: token, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }

    static func end(secure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }
}
