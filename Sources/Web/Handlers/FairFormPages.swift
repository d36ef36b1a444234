// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 筹备, 更正, 公布, 取消, 办结 of a fair (14.w3).
enum FairFormPages {
    static let routes: [Routes.Entry] = [
        .get("/fairs/new", .holdFairs) { .page(try newPage($0, .fresh)) },
        .post("/fairs", .holdFairs, plan),
        .get("/fairs/:id/correction", .holdFairs) { .page(try await correctionPage($0, .fresh)) },
        .post("/fairs/:id/correction", .holdFairs, correct),
        .get("/fairs/:id/announcement", .holdFairs) { .page(try await step(.announcement, $0, .fresh)) },
        .post("/fairs/:id/announcement", .holdFairs) { try await take(.announcement, $0) },
        .get("/fairs/:id/cancellation", .holdFairs) { .page(try await step(.cancellation, $0, .fresh)) },
        .post("/fairs/:id/cancellation", .holdFairs) { try await take(.cancellation, $0) },
        .get("/fairs/:id/closing", .holdFairs) { .page(try await step(.closing, $0, .fresh)) },
        .post("/fairs/:id/closing", .holdFairs) { try await take(.closing, $0) },
        .get("/fairs/:id/reopening", .holdFairs) { .page(try await step(.reopening, $0, .fresh)) },
        .post("/fairs/:id/reopening", .holdFairs) { try await take(.reopening, $0) },
    ]

    // MARK: 筹备 and 更正

    static func plan(_ ask: Ask) async throws -> Reply {
        try await ask.retrying(place: place) { typed in
            let facts = facts(&typed)
            try typed.finish()
            guard let facts else { throw FormBroken() }
            let receipt = try await ask.office.planFair(facts, by: ask.actor, once: ask.once)
            return .done(.fair(FairID(receipt.subject.number)), "已筹备\(facts.title)。请接着安排展位，安排好再公布。")
        } form: { shown in
            try newPage(ask, shown)
        }
    }

    private static func newPage(_ ask: Ask, _ shown: Shown) throws -> ActPage {
        ActPage(
            title: "筹备招聘会", facts: [], guidance: ["公布以前只有工作人员看得到；公布以后可以邀请，求职人员也能看到。"],
            parts: parts(shown, nil, ask.office), faults: shown.faults, hidden: [], question: nil,
            action: "/fairs", button: Button("保存"), back: "/fairs", context: ask.formContext,
            trail: [Crumb("招聘会", "/fairs")])
    }

    static func correct(_ ask: Ask) async throws -> Reply {
        let id = FairID(try ask.number())
        return try await ask.retrying(place: place) { typed in
            let facts = facts(&typed)
            try typed.finish()
            guard let facts else { throw FormBroken() }
            _ = try await ask.office.correctFair(
                id, version: try ask.version(), to: facts, by: ask.actor, once: ask.once)
            return .done(.fair(id), "招聘会已更正。")
        } form: { shown in
            try await correctionPage(ask, shown)
        }
    }

    private static func correctionPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let fair = try await FairPages.load(ask).fair
        try ask.actor.require(.holdFairs, at: fair.unit, in: ask.office.tree)
        let isTold = fair.announcedOn != nil && !fair.guests.isEmpty
        return ActPage(
            title: "更正招聘会", facts: [Fact("招聘会", fair.facts.title)],
            guidance: isTold ? ["已邀请\(fair.guests.count)人。改了日期、时间或地点的，要逐人通知。"] : [],
            parts: parts(shown, fair.facts, ask.office), faults: shown.faults,
            hidden: [("version", String(fair.version))], question: nil, action: .fair(fair.id, "correction"),
            button: Button("保存"), back: .fair(fair.id), context: ask.formContext,
            trail: FairPages.trail(fair))
    }

    private static func parts(_ shown: Shown, _ known: FairFacts?, _ office: Office) -> [ActPage.Part] {
        let hours = known?.hours ?? FairHours(opens: 9 * 60, closes: 11 * 60 + 30)
        return [
            ActPage.Part(
                "招聘会",
                [
                    shown.line("title", "名称", limit: 40, isRequired: true, or: known?.title ?? ""),
                    shown.day("day", "日期", or: known?.day),
                    shown.line("opens", "开始时间", limit: 10, isRequired: true, or: FairHours.iso(hours.opens)),
                    shown.line(
                        "closes", "结束时间", limit: 10, isRequired: true, or: FairHours.iso(hours.closes)),
                    shown.line("place", "地点", limit: 80, isRequired: true, or: known?.place ?? ""),
                    shown.line("phone", "咨询电话", limit: 30, or: known?.phone ?? ""),
                    shown.area(
                        "note", "说明", lines: 3, limit: 500, or: known?.note ?? "",
                        hint: "对外公布：乘车路线、要带的证件、现场可以办的事"),
                ]),
            ActPage.Part(
                "面向的人",
                [
                    shown.one(of: FairKind.allCases, "kind", "种类", or: known?.kind ?? .general),
                    shown.line(
                        "audience", "专场面向", limit: 60, or: known?.audience ?? "", hint: "专场招聘会填写，如：残疾人"),
                    Field(
                        "categories", "困难类别",
                        .checkboxes(
                            HardshipCategory.allCases.map { Choice($0.rawValue, $0.word) },
                            chosen: Set(
                                shown.all("categories", or: known?.categories.map(\.rawValue) ?? []))),
                        hint: "专场招聘会可以选择，只从这些人中提出拟邀请名单；不选的不限"),
                    Field(
                        "occupation", "工种",
                        .select(
                            office.occupations.map { Choice($0, $0) },
                            chosen: shown.choice("occupation", or: known?.occupation), none: "不限"),
                        hint: "专场招聘会可以限一个工种"),
                ]),
        ]
    }

    private static func facts(_ typed: inout FormReading) -> FairFacts? {
        let form = typed.form
        let title = typed.words("title", "名称", limit: 40)
        let day = typed.day("day", "日期")
        let opens = typed.need("opens", "开始时间", form["opens"].flatMap { FairHours.minutes($0) })
        let closes = typed.need("closes", "结束时间", form["closes"].flatMap { FairHours.minutes($0) })
        let place = typed.words("place", "地点", limit: 80)
        let kind = typed.term("kind", "种类", FairKind.self)
        let isSpecial = kind == .special
        guard let day, let opens, let closes, let kind else { return nil }
        return FairFacts(
            title: title, kind: kind, audience: isSpecial ? form.text("audience") : "",
            categories: isSpecial
                ? HardshipCategory.allCases.filter { form.all("categories").contains($0.rawValue) } : [],
            occupation: isSpecial ? form["occupation"] : nil, day: day,
            hours: FairHours(opens: opens, closes: closes), place: place, note: form.text("note"),
            phone: form.text("phone"))
    }

    /// The field that a refusal is about.
    private static func place(_ refusal: Refusal) -> String? {
        guard case .procedure(.fair(let obstacle)) = refusal else { return nil }
        return switch obstacle {
        case .titleMissing: "title"
        case .placeMissing: "place"
        case .audienceMissing: "audience"
        case .dayPast: "day"
        case .hoursReversed: "closes"
        case _: nil
        }
    }

    // MARK: 公布, 取消, 办结, 重新打开

    /// A step of a fair that is asked back.
    enum Step: String {
        case announcement, cancellation, closing, reopening

        var needsReason: Bool { self == .cancellation || self == .reopening }

        var label: String {
            switch self {
            case .announcement: "公布"
            case .cancellation: "取消招聘会"
            case .closing: "办结"
            case .reopening: "重新打开"
            }
        }
    }

    static func take(_ step: Step, _ ask: Ask) async throws -> Reply {
        let id = FairID(try ask.number())
        return try await ask.retrying { typed in
            let reason = step.needsReason ? typed.words("reason", "原因") : ""
            try typed.finish()
            let (office, version) = (ask.office, try ask.version())
            switch step {
            case .announcement:
                _ = try await office.announceFair(id, version: version, by: ask.actor, once: ask.once)
                return .done(.fair(id, tab: .guests), "招聘会已公布，可以邀请了。")
            case .cancellation:
                _ = try await office.cancelFair(
                    id, version: version, reason: reason, by: ask.actor, once: ask.once)
                let waiting = try await office.fairFile(id, by: ask.actor).toBeTold
                return .done(
                    .fair(id, tab: .guests), "招聘会已取消。" + (waiting > 0 ? "请逐人通知\(waiting)名受邀人员。" : ""))
            case .closing:
                _ = try await office.closeFair(id, version: version, by: ask.actor, once: ask.once)
                return .done(.fair(id, tab: .results), "招聘会已办结。")
            case .reopening:
                _ = try await office.reopenFair(
                    id, version: version, reason: reason, by: ask.actor, once: ask.once)
                return .done(.fair(id, tab: .results), "招聘会已重新打开。")
            }
        } form: { shown in
            try await self.step(step, ask, shown)
        }
    }

    private static func step(_ step: Step, _ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let file = try await FairPages.load(ask)
        let fair = file.fair
        try ask.actor.require(.holdFairs, at: fair.unit, in: ask.office.tree)
        return ConfirmPage(
            "\(step.label)：\(fair.facts.title)", consequences: consequences(of: step, file),
            facts: [
                Fact("时间", fair.facts.time), Fact("地点", fair.facts.place),
                Fact("展位", "\(fair.stands.count)个"), Fact("邀请", "\(fair.guests.count)人"),
            ], fields: step.needsReason ? [shown.line("reason", "原因", limit: 200, isRequired: true)] : [],
            faults: shown.faults, hidden: [("version", String(fair.version))],
            action: .fair(fair.id, step.rawValue),
            button: Button(step.label, isGrave: step == .cancellation), back: .fair(fair.id),
            ask.formContext, trail: FairPages.trail(fair))
    }

    private static func consequences(of step: Step, _ file: FairFile) -> [String] {
        switch step {
        case .announcement: ["公布以后，求职人员不用登录就能看到时间、地点、展位和岗位。", "公布以后可以邀请援助对象。"]
        case .cancellation:
            ["取消后不能恢复。邀请名单保留。"]
                + (file.fair.guests.isEmpty ? [] : ["已邀请的\(file.fair.guests.count)人要逐人通知，通知一人登记一人。"])
        case .closing:
            file.fair.stands.contains { $0.result == nil }
                ? ["还有展位没有登记成果。办结以后不能再登记，要改须重新打开。"] : ["办结以后不能再登记，要改须重新打开。"]
        case .reopening: ["重新打开后可以更改结果，改完请再办结。"]
        }
    }
}
