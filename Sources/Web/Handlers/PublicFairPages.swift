// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Hummingbird
import Imports
import NIOCore
import Pages
import Wording

/// 招聘会 for everybody: what is announced, and the sign-in on its day (14.w3). Nothing of persons.
struct PublicFairPages: Sendable {
    let site: Site

    /// Registers them; gives the methods that each address takes.
    func add(to router: Router<WebContext>) -> [String: Set<HTTPRequest.Method>] {
        router.get("/public/fairs") { request, _ in try await list(request) }
        router.get("/public/fairs/:id") { _, context in try await fair(Self.id(context)) }
        router.get("/public/fairs/:id/sign-in") { request, context in
            let code = Fields(urlEncoded: request.uri.query ?? "").text("code")
            return try await form(Self.id(context), code: code)
        }
        router.post("/public/fairs/:id/sign-in") { request, context in
            try await signIn(Self.id(context), request)
        }
        return [
            "/public/fairs": [.get], "/public/fairs/:id": [.get],
            "/public/fairs/:id/sign-in": [.get, .post],
        ]
    }

    private static func id(_ context: WebContext) throws -> FairID {
        guard let number = context.parameters.get("id").flatMap({ Int($0) }), number > 0 else {
            throw PageMissing()
        }
        return FairID(number)
    }

    private func list(_ request: Request) async throws -> Response {
        let office = site.office()
        let query = Fields(urlEncoded: request.uri.query ?? "")
        if let after = query["after"], after.split(separator: ".").compactMap({ Int($0) }).count != 2 {
            throw PageMissing()
        }
        let after = query["after"].map { Cursor($0) }
        let found = try await office.publicFairs(after: after)
        return answer(
            PublicFairsPage(
                district: site.districtName, lines: found.rows.map { FairPages.line($0, office) },
                first: after == nil ? nil : "/public/fairs",
                next: found.next.map { Link("/public/fairs", query: [("after", $0.text)]) }))
    }

    private func fair(_ id: FairID) async throws -> Response {
        let office = site.office()
        guard let (fair, stands) = try await office.publicFair(id) else { throw PageMissing() }
        let holder = office.tree.path(of: fair.unit).joined()
        let posting = FairPosting(
            fair, office: holder, district: site.districtName, origin: site.settings.origin)
        return answer(
            PublicFairPage(
                fair: fair, standing: fair.standing(on: office.today), office: holder, stands: stands,
                places: FairPages.places(stands, office), structured: posting.json))
    }

    // MARK: 签到

    private func form(_ id: FairID, code: String) async throws -> Response {
        let office = site.office()
        guard let fair = try await office.publicFair(id)?.fair else { throw PageMissing() }
        return answer(page(fair, office, code: code, nil))
    }

    /// One short field: nobody sends more without a login.
    private static let mostBytes = 4096

    /// A code that is none and a day that is another each have their sentence; no answer names anybody.
    private func signIn(_ id: FairID, _ request: Request) async throws -> Response {
        let office = site.office()
        guard let fair = try await office.publicFair(id)?.fair else { throw PageMissing() }
        let body = try await request.body.collect(upTo: Self.mostBytes)
        let typed = Fields(urlEncoded: String(buffer: body)).text("code")
        guard let guest = GuestCode(site.tokens).guest(of: typed, at: fair) else {
            return answer(
                page(fair, office, code: typed, .fault(GuestCode.unknown)), status: .unprocessableContent)
        }
        do {
            _ = try await office.signInOneself(guest, at: id)
            return answer(page(fair, office, code: "", .done))
        } catch let refusal as Refusal {
            return answer(page(fair, office, code: typed, .fault(refusal.sentence)), status: .conflict)
        }
    }

    private func page(
        _ fair: Fair, _ office: Office, code: String, _ answer: FairSignInPage.Answer?
    ) -> FairSignInPage {
        let plain = String(GuestCode.plain(code).prefix(8))
        return FairSignInPage(
            fair: fair, isToday: fair.standing(on: office.today) == .today, code: plain, answer: answer)
    }

    private func answer(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
        let shell = PlainShell(office: site.districtName, assets: site.assets)
        return .html(shell.document(page), status: status)
    }
}
