// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Pages
import Seals
import Wording

/// 签到 at the desk: by name, by the code of an invitation, and the number of those without one (14.w3).
enum FairArrivalPages {
    static let routes: [Routes.Entry] = [
        .post("/fairs/:id/sign-in", .holdFairs, byCode),
        .post("/fairs/:id/walk-ins", .holdFairs, walkIns),
        .post("/fairs/:id/guests/:case/sign-in", .inviteToFairs, byName),
        .get("/fairs/:id/guests/:case/sign-in-withdrawal", .inviteToFairs) {
            .page(try await withdrawalPage($0, .fresh))
        },
        .post("/fairs/:id/guests/:case/sign-in-withdrawal", .inviteToFairs, withdraw),
    ]

    static func byCode(_ ask: Ask) async throws -> Reply {
        let id = FairID(try ask.number())
        let fair = try await ask.office.fairFile(id, by: ask.actor).fair
        func again(_ fault: String, _ status: HTTPResponse.Status) async throws -> Reply {
            .page(try await FairPages.page(ask, leaf: .arrivals, fault: fault), status: status)
        }
        guard let guest = GuestCode(ask.site.tokens).guest(of: ask.form.text("code"), at: fair) else {
            return try await again(GuestCode.unknown, .unprocessableContent)
        }
        do {
            let receipt = try await ask.office.signInByCode(guest, at: id, by: ask.actor)
            return .done(.fair(id, tab: .arrivals), receipt.isRepeat ? "这份邀请函已经签到过，不用再签。" : "签到成功。")
        } catch let refusal as Refusal {
            if case .notAllowed = refusal { throw refusal }
            return try await again(refusal.sentence, .conflict)
        }
    }

    static func byName(_ ask: Ask) async throws -> Reply {
        let (id, guest) = (FairID(try ask.number()), CaseID(try ask.number("case")))
        return try await ask.answering(.fair(id, tab: .arrivals)) {
            _ = try await ask.office.signIn(guest, at: id, by: ask.actor, once: ask.once)
            return "已登记到场。"
        }
    }

    static func walkIns(_ ask: Ask) async throws -> Reply {
        let id = FairID(try ask.number())
        guard let seen = ask.form.number("seen") else { throw FormBroken() }
        return try await ask.answering(.fair(id, tab: .arrivals)) {
            guard let count = ask.form.number("count") else {
                throw Refusal.procedure(.fair(.numbersImplausible))
            }
            do {
                _ = try await ask.office.countWalkIns(
                    count, seen: seen, at: id, by: ask.actor, once: ask.once)
            } catch StoreFailure.conflict {
                return "刚才有同事改过人数，没有保存您填的\(count)人。请核对后再填。"
            }
            return "现场来访\(count)人，已保存。"
        }
    }

    static func withdraw(_ ask: Ask) async throws -> Reply {
        let (id, guest) = (FairID(try ask.number()), CaseID(try ask.number("case")))
        return try await ask.retrying { _ in
            _ = try await ask.office.withdrawSignIn(of: guest, at: id, by: ask.actor, once: ask.once)
            return .done(.fair(id, tab: .arrivals), "签到已撤销。")
        } form: { shown in
            try await withdrawalPage(ask, shown)
        }
    }

    private static func withdrawalPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let (file, line) = try await FairGuestPages.guest(ask)
        return ConfirmPage(
            "撤销签到", consequences: ["登记错人的才撤销；已登记的参会结果一起撤销。"],
            facts: [Fact("招聘会", file.fair.facts.title), Fact("受邀人员", line.person.name)],
            faults: shown.faults,
            action: .fair(file.fair.id, guest: line.guest.caseID, "sign-in-withdrawal"),
            button: Button("撤销签到", isGrave: true), back: .fair(file.fair.id, tab: .arrivals),
            ask.formContext, trail: FairPages.trail(file.fair))
    }
}

/// 签到码: whose invitation a code is.
struct GuestCode {
    private let tokens: Tokens

    init(_ tokens: Tokens) { self.tokens = tokens }

    /// The one answer to a code that is none, so that nobody learns more.
    static let unknown = "没有找到这个签到码。请核对邀请函上的8位字母和数字，或请工作人员帮助。"

    /// `K7QM-2WXP`.
    func words(_ guest: CaseID, at fair: FairID) -> String {
        let code = tokens.guestCode(fair: fair.number, case: guest.number)
        return "\(code.prefix(4))-\(code.suffix(4))"
    }

    /// Where the invitation's own code leads.
    func address(_ guest: CaseID, at fair: FairID) -> String {
        "/public/fairs/\(fair.number)/sign-in?code=\(tokens.guestCode(fair: fair.number, case: guest.number))"
    }

    /// Whom a code belongs to, typed in any case and with any dashes, or read whole from the invitation's code.
    func guest(of typed: String, at fair: Fair) -> CaseID? {
        let given = Array(Self.plain(typed).utf8)
        guard given.count == 8 else { return nil }
        var found: CaseID?
        // All are compared, so that the time taken tells nothing.
        for guest in fair.guests {
            let code = tokens.guestCode(fair: fair.id.number, case: guest.caseID.number)
            if Tokens.areEqual(given, Array(code.utf8)) { found = guest.caseID }
        }
        return found
    }

    /// The code alone, in capital letters.
    static func plain(_ typed: String) -> String {
        let narrow = typed.narrowDigits.uppercased()
        let tail = narrow.firstRange(of: "CODE=").map { narrow[$0.upperBound...] } ?? narrow[...]
        return String(tail.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
}
