// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 移交 of a whole caseload and 请假代办 (03.w1: one person for one person, also when somebody leaves).
enum HandoverPages {
    static let routes: [Routes.Entry] = [
        .get("/handover", .handOver, list),
        .get("/handover/:id", .handOver) { .page(try await page($0, .fresh)) },
        .post("/handover/:id", .handOver, handOver),
        .get("/handover/:id/leave", .handOver) { .page(try await leavePage($0, .fresh)) },
        .post("/handover/:id/leave", .handOver, setLeave),
        .post("/handover/:id/back", .handOver, endLeave),
        .get("/leave", nil) { .page(try await leavePage($0, .fresh)) },
        .post("/leave", nil, setLeave),
        .post("/leave/end", nil, endLeave),
    ]

    // MARK: Who helps

    static func list(_ ask: Ask) async throws -> Reply {
        let tree = ask.office.tree
        guard let home = ask.actor.unit(for: .handOver, in: tree) else {
            throw Refusal.notAllowed(.handOver)
        }
        let lines = try await ask.office.helperLines(in: ask.unit ?? home.id, by: ask.actor)
        // A district has a thousand helpers: without a choice it sees its own.
        let shown =
            home.level == .district && ask.unit == nil ? lines.filter { $0.unit.id == home.id } : lines
        return .page(CaseloadsPage(filter: filter(home, ask), lines: shown.map { line($0, ask) }))
    }

    private static func filter(_ home: Unit, _ ask: Ask) -> FilterRow? {
        let choices = ask.unitChoices(.handOver)
        guard !choices.isEmpty else { return nil }
        return FilterRow(
            page: "/handover",
            fields: [
                Field("unit", "单位", .select(choices, chosen: ask.query["unit"], none: home.name))
            ])
    }

    private static func line(_ line: HelperLine, _ ask: Ask) -> CaseloadsPage.Line {
        let account = line.account
        let isAway = account.leave?.covers(ask.office.today) == true
        let state =
            account.isDisabled
            ? Tag("已停用", .grey) : isAway ? Tag("请假", .yellow) : Tag("在岗", .green)
        let leave = account.leave.flatMap { leave in
            line.coveredBy.map { "\(leave.from.iso)至\(leave.through.iso)由\($0)代办" }
        }
        return CaseloadsPage.Line(
            name: account.name,
            roles: account.grants.filter { $0.unit == line.unit.id }.map(\.role.word).joined(separator: "、"),
            unit: line.unit.name, cases: line.cases, leave: leave ?? "", state: state,
            handOver: line.cases > 0 ? link(account.id) : nil, setLeave: link(account.id, "/leave"))
    }

    private static func link(_ id: AccountID, _ part: String = "") -> Link {
        Link("/handover/\(id.number)\(part)")
    }

    // MARK: 移交

    static func handOver(_ ask: Ask) async throws -> Reply {
        try await ask.retrying(place: { _ in "to" }) { typed in
            let old = AccountID(try ask.number())
            let day = typed.day("day", "移交日期")
            let new = typed.need("to", "接手人", ask.form.number("to"))
            let reason = typed.words("reason", "移交原因")
            try typed.finish()
            guard let day, let new else { throw FormBroken() }
            let count = try await ask.office.handOver(
                from: old, to: AccountID(new), reason: reason, on: day, by: ask.actor, once: ask.once)
            // A second press of the button moved nothing, since the first did.
            return .done("/handover", count > 0 ? "已移交\(count)名援助对象及其待办。" : "援助对象已经移交。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let load = try await ask.office.caseload(of: AccountID(try ask.number()), by: ask.actor)
        let colleagues = load.colleagues
        return ConfirmPage(
            "移交\(load.account.name)的援助对象",
            consequences: [
                "\(load.cases)名援助对象和其中\(load.duties)项待办一次移交给接手人。", "移交后由接手人联系本人；原有经过保留，记录上仍是原来的办理人。",
            ],
            facts: [
                Fact("移出人", load.account.name), Fact("援助对象", "\(load.cases)人"),
                Fact("待办", "\(load.duties)项"),
            ],
            fields: [
                Field(
                    "to", "接手人",
                    .radio(
                        colleagues.map {
                            Choice(String($0.account.id.number), $0.account.name, hint: "现负责\($0.cases)人")
                        }, chosen: shown.choice("to")), isRequired: true,
                    hint: colleagues.isEmpty ? "同一单位没有同级岗位的其他账号，请先联系安全管理员开通。" : "按手上的援助对象从少到多排列"),
                shown.line("reason", "移交原因", limit: 200, isRequired: true, hint: "如：调离、换岗"),
                shown.day("day", "移交日期", or: ask.office.today),
            ], faults: shown.faults, action: link(load.account.id), button: Button("移交"), back: "/handover",
            ask.formContext, trail: [Crumb("移交与请假", "/handover")])
    }

    // MARK: 请假代办

    static func setLeave(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let account = try await whose(ask)
            let from = typed.day("from", "开始日期")
            let through = typed.day("through", "结束日期")
            let by = typed.need("by", "代办人", ask.form.number("by"))
            let reason = typed.words("reason", "请假原因", limit: 100)
            try typed.finish()
            guard let from, let through, let by else { throw FormBroken() }
            let leave = Leave(from: from, through: through, coveredBy: AccountID(by), reason: reason)
            guard try await ask.office.colleagues(of: account).contains(where: { $0.account.id.number == by })
            else { throw Refusal.notFound(.account) }
            _ = try await ask.office.setLeave(
                leave, of: account.id, version: try ask.version(), by: ask.actor, once: ask.once)
            return .done(back(ask), "已登记请假，期间由同事代办。")
        } form: { shown in
            try await leavePage(ask, shown)
        }
    }

    static func endLeave(_ ask: Ask) async throws -> Reply {
        let account = try await whose(ask)
        guard account.leave != nil else { return .done(back(ask), "已经销假。") }
        _ = try await ask.office.endLeave(
            of: account.id, version: try ask.version(), by: ask.actor, once: ask.once)
        return .done(back(ask), "已销假。")
    }

    /// The account named in the address, or one's own.
    private static func whose(_ ask: Ask) async throws -> Account {
        let id = ask.path["id"] == nil ? ask.actor.account : AccountID(try ask.number())
        guard let account = try await ask.office.store.account(id) else { throw Refusal.notFound(.account) }
        if id != ask.actor.account {
            for grant in account.grants {
                try ask.actor.require(.handOver, at: grant.unit, in: ask.office.tree)
            }
        }
        return account
    }

    private static func back(_ ask: Ask) -> Link { ask.path["id"] == nil ? "/leave" : "/handover" }

    private static func leavePage(_ ask: Ask, _ shown: Shown) async throws -> LeavePage {
        let account = try await whose(ask)
        let isOwn = ask.path["id"] == nil
        let colleagues = try await ask.office.colleagues(of: account)
        let address = isOwn ? "/leave" : link(account.id, "/leave").address
        return LeavePage(
            title: isOwn ? "请假代办" : "\(account.name)的请假代办", present: try await present(account, ask),
            fields: [
                shown.day("from", "开始日期", or: ask.office.today),
                shown.day("through", "结束日期（含当日）", or: nil),
                Field(
                    "by", "代办人",
                    .radio(
                        colleagues.map { Choice(String($0.account.id.number), $0.account.name) },
                        chosen: shown.choice("by")), isRequired: true),
                shown.line("reason", "请假原因", limit: 100, isRequired: true),
            ], faults: shown.faults, version: account.version, action: Link(address),
            end: isOwn ? "/leave/end" : link(account.id, "/back"), back: isOwn ? "/" : "/handover",
            context: ask.formContext, trail: isOwn ? [] : [Crumb("移交与请假", "/handover")],
            covering: isOwn ? try await covering(ask) : [],
            hindrance: colleagues.isEmpty ? "同一单位没有同级岗位的其他账号可以代办，请联系本单位负责人。" : nil)
    }

    private static func present(_ account: Account, _ ask: Ask) async throws -> [Fact] {
        guard let leave = account.leave, leave.through >= ask.office.today else { return [] }
        let by = try await ask.office.store.account(leave.coveredBy)?.name ?? ""
        return [
            Fact("请假时间", "\(leave.from.inDocuments)至\(leave.through.inDocuments)"), Fact("代办人", by),
            Fact("原因", leave.reason),
        ]
    }

    private static func covering(_ ask: Ask) async throws -> [String] {
        try await ask.office.store.accounts().compactMap { other in
            guard let leave = other.leave, leave.coveredBy == ask.actor.account,
                leave.covers(ask.office.today)
            else { return nil }
            return "您正在为\(other.name)代办，至\(leave.through.inDocuments)；其待办已列入您的“我的待办”。"
        }
    }
}
