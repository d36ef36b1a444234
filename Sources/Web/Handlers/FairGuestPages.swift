// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 邀请: proposals for a person to decide, withdrawal, telling of changes, and the result of each guest (14.w3).
enum FairGuestPages {
    static let routes: [Routes.Entry] = [
        .get("/fairs/:id/proposals", .inviteToFairs) { .page(try await proposalsPage($0, .fresh)) },
        .post("/fairs/:id/invitations", .inviteToFairs, invite),
        .get("/fairs/:id/guests/:case/withdrawal", .inviteToFairs) {
            .page(try await withdrawalPage($0, .fresh))
        },
        .post("/fairs/:id/guests/:case/withdrawal", .inviteToFairs, withdraw),
        .post("/fairs/:id/guests/:case/told", .inviteToFairs, told),
        .get("/fairs/:id/guests/:case/result", .inviteToFairs) { .page(try await resultPage($0, .fresh)) },
        .post("/fairs/:id/guests/:case/result", .inviteToFairs, noteResult),
    ]

    // MARK: 拟邀请名单

    static func invite(_ ask: Ask) async throws -> Reply {
        let id = FairID(try ask.number())
        return try await ask.retrying { typed in
            let chosen = ask.form.all("case").compactMap { Int($0) }.map { number in
                FairInvitation(
                    caseID: CaseID(number),
                    vacancies: ask.form.all("vacancy\(number)").compactMap { Int($0) }.map { VacancyID($0) })
            }
            if chosen.isEmpty { typed.fault(nil, "请勾选要邀请的人。") }
            if chosen.contains(where: { $0.vacancies.isEmpty }) {
                typed.fault(nil, "有人一个岗位也没有勾选，请至少勾选一个。")
            }
            try typed.finish()
            _ = try await ask.office.invite(chosen, to: id, by: ask.actor, once: ask.once)
            return .done(.fair(id, tab: .guests), "已邀请\(chosen.count)人。请打印邀请函送到本人手中，或者电话告知。")
        } form: { shown in
            try await proposalsPage(ask, shown)
        }
    }

    private static func proposalsPage(_ ask: Ask, _ shown: Shown) async throws -> FairProposalsPage {
        let fair = try await FairPages.load(ask).fair
        let from = max(0, ask.query.number("from") ?? 0)
        // A whole district has too many people to compare at once, so a town is chosen first.
        let home = ask.actor.unit(for: .inviteToFairs, in: ask.office.tree)
        let proposals: FairProposals? =
            home?.level == .district && ask.unit == nil
            ? nil
            : try await ask.office.fairProposals(for: fair.id, in: ask.unit, from: from, by: ask.actor)
        func link(_ place: Int?, _ part: String = "proposals") -> Link {
            let unit = ask.query["unit"].map { [("unit", $0)] } ?? []
            return Link(
                "/fairs/\(fair.id.number)/\(part)",
                query: unit + (place.map { [("from", String($0))] } ?? []))
        }
        return FairProposalsPage(
            fair: fair, proposals: proposals, filter: filter(ask, fair), faults: shown.faults,
            ticked: shown.isFresh
                ? nil : Set(ask.form.pairs.map { "\($0.name)=\($0.value)" }),
            action: link(from > 0 ? from : nil, "invitations"), next: proposals?.next.map { link($0) },
            first: from > 0 ? link(nil) : nil,
            context: ask.formContext)
    }

    /// Towns for the district, villages for a town; nothing for a village.
    private static func filter(_ ask: Ask, _ fair: Fair) -> FilterRow? {
        let tree = ask.office.tree
        guard let home = ask.actor.unit(for: .inviteToFairs, in: tree), home.level != .village else {
            return nil
        }
        let below = tree.children(of: home.id).map { Choice(String($0.id.number), $0.name) }
        let chosen = Field(
            "unit", "单位",
            .select(
                below, chosen: ask.query["unit"], none: home.level == .district ? "请选择" : "全部"))
        return FilterRow(page: .fair(fair.id, "proposals"), fields: [chosen])
    }

    // MARK: One guest

    /// The fair and the guest of the address, whom the asker may see.
    static func guest(_ ask: Ask) async throws -> (file: FairFile, line: FairGuestLine) {
        let file = try await FairPages.load(ask)
        let id = CaseID(try ask.number("case"))
        let found = try await ask.office.fairGuests(of: file.fair, only: { $0.caseID == id }, by: ask.actor)
        guard let line = found.rows.first else { throw PageMissing() }
        return (file, line)
    }

    private static func facts(_ file: FairFile, _ line: FairGuestLine) -> [Fact] {
        [
            Fact("招聘会", file.fair.facts.title), Fact("时间", file.fair.facts.time),
            Fact("受邀人员", .link(line.person.name, .assistanceCase(line.guest.caseID))),
            Fact("村（社区）", line.person.village?.name ?? ""), Fact("电话", line.person.mobile),
        ]
    }

    static func told(_ ask: Ask) async throws -> Reply {
        let (id, guest) = (FairID(try ask.number()), CaseID(try ask.number("case")))
        return try await ask.answering(.fair(id, tab: .guests)) {
            _ = try await ask.office.tellGuest(guest, of: id, by: ask.actor, once: ask.once)
            return "已登记通知。"
        }
    }

    static func withdraw(_ ask: Ask) async throws -> Reply {
        let (id, guest) = (FairID(try ask.number()), CaseID(try ask.number("case")))
        return try await ask.retrying { typed in
            let reason = typed.words("reason", "原因")
            try typed.finish()
            _ = try await ask.office.withdrawInvitation(
                of: guest, to: id, reason: reason, by: ask.actor, once: ask.once)
            return .done(.fair(id, tab: .guests), "邀请已撤回，请告诉本人。")
        } form: { shown in
            try await withdrawalPage(ask, shown)
        }
    }

    private static func withdrawalPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let (file, line) = try await guest(ask)
        return ConfirmPage(
            "撤回邀请", consequences: ["撤回后，邀请函上的签到码不再有效。"], facts: facts(file, line),
            fields: [shown.line("reason", "原因", limit: 200, isRequired: true)], faults: shown.faults,
            action: .fair(file.fair.id, guest: line.guest.caseID, "withdrawal"),
            button: Button("撤回邀请", isGrave: true), back: .fair(file.fair.id, tab: .guests),
            ask.formContext, trail: FairPages.trail(file.fair))
    }

    // MARK: 参会结果

    static func noteResult(_ ask: Ask) async throws -> Reply {
        let (id, guest) = (FairID(try ask.number()), CaseID(try ask.number("case")))
        return try await ask.retrying { typed in
            let outcome = typed.term("outcome", "结果", GuestOutcome.self)
            let vacancy = ask.form.number("vacancy").map { VacancyID($0) }
            if outcome?.wantsRecommendation ?? false, vacancy == nil {
                typed.fault("vacancy", "请选择达成意向的岗位。")
            }
            try typed.finish()
            guard let outcome else { throw FormBroken() }
            let result = GuestResult(outcome: outcome, vacancy: vacancy, words: ask.form.text("words"))
            _ = try await ask.office.noteResult(result, of: guest, at: id, by: ask.actor, once: ask.once)
            return .done(
                .fair(id, tab: .results),
                "已登记结果。" + (outcome.wantsRecommendation ? "请接着办理推荐，以便跟踪结果。" : ""))
        } form: { shown in
            try await resultPage(ask, shown)
        }
    }

    private static func resultPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let (file, line) = try await guest(ask)
        let known = line.guest.result
        let came = line.guest.came != nil
        let possible = GuestOutcome.allCases.filter { ($0 == .absent) != came }
        let offers = file.stands.flatMap { stand in
            stand.vacancies.map { vacancy in
                Choice(
                    String(vacancy.id.number),
                    "\(stand.stand.number)号 \(stand.employer.facts.name) \(vacancy.facts.post)")
            }
        }
        let chosen = known?.vacancy ?? (line.guest.vacancies.count == 1 ? line.guest.vacancies.first : nil)
        return ActPage(
            title: "参会结果", facts: facts(file, line),
            guidance: came ? [] : ["本人还没有签到。来了的，请先在“签到”中登记到场。"],
            parts: [
                ActPage.Part(
                    "",
                    [
                        shown.one(of: possible, "outcome", "结果", or: known?.outcome ?? (came ? nil : .absent))
                    ]
                        + (came
                            ? [
                                Field(
                                    "vacancy", "洽谈的岗位",
                                    .select(
                                        offers,
                                        chosen: shown.choice(
                                            "vacancy", or: chosen.map { String($0.number) }),
                                        none: "没有洽谈"))
                            ] : [])
                        + [shown.area("words", "说明", lines: 2, limit: 300, or: known?.words ?? "")])
            ], faults: shown.faults, hidden: [], question: nil,
            action: .fair(file.fair.id, guest: line.guest.caseID, "result"), button: Button("保存"),
            back: .fair(file.fair.id, tab: .results), context: ask.formContext,
            trail: FairPages.trail(file.fair))
    }
}

extension Ask {
    /// An act of one press from a list: back to the list, with what was done or why not.
    func answering(_ list: Link, _ act: () async throws -> String) async throws -> Reply {
        do {
            return .done(list, try await act())
        } catch let refusal as Refusal {
            if case .notAllowed = refusal { throw refusal }
            return .redirect(list, Flash(.warning, refusal.sentence))
        }
    }
}
