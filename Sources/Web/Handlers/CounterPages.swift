// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 窗口办理: from an ID number, typed or read by a card reader, to the application in one step (02.w1, 02.r1).
enum CounterPages {
    static let routes: [Routes.Entry] = [
        .get("/counter", .recognise) { .page(page($0, .fresh)) },
        .post("/counter", .recognise, receive),
    ]

    /// Where the visit goes on: to the application, to the categories first, or to the roll.
    static func receive(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let number = IdentityNumber.normalised(ask.form.text("identity"))
            guard [15, 18].contains(number.count) else {
                typed.fault(
                    "identity",
                    IdentityNumber.faults(in: number, rules: rules(ask)).first?.sentence ?? "请填写完整的身份证号。")
                throw FormFaulty(faults: typed.faults)
            }
            switch try await ask.office.counterVisit(ofBearerOf: number, by: ask.actor) {
            case .applying(let id): return .redirect(.assistanceCase(id, "application"))
            case .recognised(let id): return .redirect(.assistanceCase(id), Flash(.note, "此人已经认定，正在接受援助。"))
            case .unlisted(let id):
                return .redirect(hardship(of: id), Flash(.note, "此人还没有确认困难类别。确认后接着办理认定申请。"))
            case .left(let id):
                return .redirect(.person(id), Flash(.warning, "此人已离开名册。先恢复入册，再办理登记和认定。"))
            case .elsewhere(let town):
                typed.fault("identity", "此人在\(town.name)的名册里，请到\(town.name)窗口办理；已经搬来的，先由原村（社区）办理迁居。")
            case .unknown:
                // A number that cannot be one is mistyped or forged: nobody is entered on the roll with it.
                guard let fault = IdentityNumber.faults(in: number, rules: rules(ask)).first else {
                    let kept = ask.site.searches.keep(number, for: ask.visitor.session.digest)
                    return .redirect(
                        Link("/people/new", query: [("s", String(kept)), ("from", "counter")]),
                        Flash(.warning, "名册里没有此人。登记入册后接着办理。"))
                }
                typed.fault("identity", "名册里没有此人。\(fault.sentence)")
            }
            throw FormFaulty(faults: typed.faults)
        } form: { shown in
            page(ask, shown)
        }
    }

    /// The categories of somebody at the counter, from which the application follows.
    static func hardship(of id: PersonID) -> Link {
        Link("/people/\(id.number)/hardship", query: [("from", "counter")])
    }

    /// The form of somebody new with the number that was typed at the counter.
    static func start(_ ask: Ask) -> Shown? {
        let text = ask.query.number("s").flatMap {
            ask.site.searches.text($0, for: ask.visitor.session.digest)
        }
        return text.map {
            Shown(sent: Fields([("identity", $0), ("day", ask.office.today.iso)]), faults: [])
        }
    }

    private static func rules(_ ask: Ask) -> IdentityRules { ask.office.pack.identity.asOf(ask.office.today) }

    private static func page(_ ask: Ask, _ shown: Shown) -> CounterPage {
        CounterPage(
            field: Field(
                "identity", "身份证号", .text(shown.text("identity"), .identityNumber), isRequired: true,
                hint: "把身份证放到读卡器上，或输入完整号码后按回车"),
            faults: shown.faults, mayOpenLedger: ask.actor.may(.seeLedgers), context: ask.formContext)
    }
}
