// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Papers
import Seals

/// What anybody may see without signing in: the running notices, masked, and whether a card is good (02.w3, L.05).
struct PublicPages: Sendable {
    let site: Site

    static let noticesRoute = "/public/notices"
    static let cardRoute = "/public/cards/:code"

    /// Lines on a page of notices.
    private static let pageSize = 50

    /// Where a card is checked: the case's number with a keyed digest of it and the card's number, so that nobody
    /// can make up or count through codes.
    static func card(_ number: String, of id: CaseID, on site: Site) -> String {
        "/public/cards/\(id.number)-\(site.tokens.cardCode(case: id.number, card: number))"
    }

    func notices(_ request: Request) async throws -> Response {
        let office = site.office()
        let all = try await office.runningNotices()
        let pages = max(1, (all.count + Self.pageSize - 1) / Self.pageSize)
        let asked = Fields(urlEncoded: request.uri.query ?? "").number("page") ?? 1
        let number = min(max(1, asked), pages)
        let start = (number - 1) * Self.pageSize
        func link(_ page: Int) -> Link? {
            (1...pages).contains(page)
                ? Link(Self.noticesRoute, query: [("page", String(page))]) : nil
        }
        return answer(
            PublicNoticesPage(
                lines: Array(all.dropFirst(start).prefix(Self.pageSize)), first: start + 1, count: all.count,
                day: office.today, phone: office.pack.lists["supervision-phone"]?.first ?? "",
                earlier: link(number - 1), later: link(number + 1)))
    }

    func card(_ code: String?) async throws -> Response {
        let office = site.office()
        let standing = try await standing(code ?? "", office)
        return answer(
            CardCheckPage(standing: standing, day: office.today), status: standing == nil ? .notFound : .ok)
    }

    private func standing(_ code: String, _ office: Office) async throws -> CardStanding? {
        guard let dash = code.firstIndex(of: "-"), let number = Int(code[..<dash]), number > 0 else {
            return nil
        }
        let given = Array(code[code.index(after: dash)...].utf8)
        return try await office.cards(of: CaseID(number)).last { card in
            Tokens.areEqual(given, Array(site.tokens.cardCode(case: number, card: card.number).utf8))
        }
    }

    private func answer(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
        let shell = PlainShell(office: site.districtName, assets: site.assets)
        var response = Response.html(shell.document(page), status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension PaperCase {
    /// Lets the card's code lead to the page that checks it.
    mutating func pointCard(to site: Site) {
        guard !found.recognition.card.isEmpty else { return }
        cardAddress =
            site.settings.base + PublicPages.card(found.recognition.card, of: found.id, on: site)
    }

    /// The same as a value.
    func pointingCard(to site: Site) -> PaperCase {
        var paper = self
        paper.pointCard(to: site)
        return paper
    }
}
