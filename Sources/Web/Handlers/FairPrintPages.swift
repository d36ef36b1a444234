// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Papers

/// What is printed for a fair: poster, sign-in code, invitations (14.w3).
enum FairPrintPages {
    static let routes: [Routes.Entry] = [
        .get("/fairs/:id/poster", .seeVacancies, poster),
        .get("/fairs/:id/sign-in-poster", .holdFairs, signInPoster),
        .get("/fairs/:id/invitations", .seeVacancies, invitations),
    ]

    /// As many invitations as one print-out takes.
    private static let most = 200

    static func poster(_ ask: Ask) async throws -> Reply {
        let (file, sheets) = try await sheets(ask)
        let code = QRCode(ask.site.settings.base + Link.publicFair(file.fair.id).address)
        let shell = PrintShell(.upright, back: .fair(file.fair.id), assets: ask.site.assets)
        return .document(shell.flowing(title: file.fair.facts.title, sheets.poster(code: code?.rows)))
    }

    static func signInPoster(_ ask: Ask) async throws -> Reply {
        let (file, sheets) = try await sheets(ask)
        let address = ask.site.settings.base + "/public/fairs/\(file.fair.id.number)/sign-in"
        guard let code = QRCode(address) else { throw PageMissing() }
        let shell = PrintShell(
            .upright, isNumbered: false, back: .fair(file.fair.id, tab: .arrivals), assets: ask.site.assets)
        return .document(
            shell.document(
                title: "\(file.fair.facts.title)签到",
                sheets: [sheets.signInPoster(code: code.rows, address: address)]))
    }

    static func invitations(_ ask: Ask) async throws -> Reply {
        let (file, sheets) = try await sheets(ask)
        let only = ask.query.number("case").map { CaseID($0) }
        let found = try await ask.office.fairGuests(
            of: file.fair, only: { guest in only.map { $0 == guest.caseID } ?? true },
            from: max(0, ask.query.number("from") ?? 0), limit: most, by: ask.actor)
        guard file.fair.cancelledOn == nil, !found.rows.isEmpty else { throw PageMissing() }
        let codes = GuestCode(ask.site.tokens)
        let letters = found.rows.compactMap { line -> HTML? in
            let address = ask.site.settings.base + codes.address(line.guest.caseID, at: file.fair.id)
            guard let code = QRCode(address) else { return nil }
            return sheets.invitation(
                FairSheets.Invitation(
                    guest: line, code: codes.words(line.guest.caseID, at: file.fair.id), rows: code.rows))
        }
        try await ask.office.notePrinting("招聘会邀请函 \(letters.count)份", of: file.fair.id, by: ask.actor)
        let shell = PrintShell(
            .upright, isNumbered: false, back: .fair(file.fair.id, tab: .guests), assets: ask.site.assets)
        return .document(shell.document(title: "招聘会邀请函", sheets: letters))
    }

    private static func sheets(_ ask: Ask) async throws -> (FairFile, FairSheets) {
        let file = try await FairPages.load(ask)
        guard file.fair.announcedOn != nil else { throw PageMissing() }
        return (
            file,
            FairSheets(
                fair: file.fair, office: ask.office.tree.path(of: file.fair.unit).joined(),
                stands: file.stands, places: FairPages.places(file.stands, ask.office))
        )
    }
}
