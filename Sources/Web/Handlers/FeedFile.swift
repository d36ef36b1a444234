// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import HTTPTypes
import Hummingbird
import NIOCore
import Papers
import Seals

/// The calendar behind a secret address, for programs that cannot sign in.
///
/// Whatever is wrong with an address, it answers as if there were none: nobody learns which accounts exist.
/// The log writes the route's pattern and never the address.
struct FeedFile: Sendable {
    let site: Site

    /// The route's pattern.
    static let route = "/feeds/:file"

    /// The path that an account's calendar program reads.
    static func address(of account: AccountID, token: String) -> String {
        "/feeds/\(account.number)-\(token).ics"
    }

    func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let sender = Sender(request: request, context: context, settings: site.settings)
        let office = site.office()
        guard site.feedLimit.take(sender.address, at: office.now) else {
            return Response(status: .tooManyRequests, headers: [.retryAfter: "60"])
        }
        guard let file = context.parameters.get("file"), let account = try await account(of: file) else {
            throw PageMissing()
        }
        let duties = try await office.calendarDuties(of: account)
        let feed = CalendarFeed(of: duties, for: account, office: office)
        return Response(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: feed.text)))
    }

    /// The account of `7-token.ics`, if it is open, has a worklist and the token is the one that was shown.
    private func account(of file: String) async throws -> Account? {
        guard file.hasSuffix(".ics"), let dash = file.firstIndex(of: "-"), let number = Int(file[..<dash]),
            number > 0
        else { return nil }
        let token = String(file[file.index(after: dash)...].dropLast(4))
        let given = Array(site.keeper.digest(of: token).utf8)
        let account = try await site.store.account(AccountID(number))
        guard Tokens.areEqual(given, Array((account?.feed ?? "").utf8)), let account, !account.isDisabled,
            account.actor.may(.seePeople)
        else { return nil }
        return account
    }
}
