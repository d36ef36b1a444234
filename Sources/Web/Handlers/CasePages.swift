// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Small acts in a case: bringing to the town, registration, leaving and coming back, taking a record back.
enum CasePages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/escorts", .escort) { .page(try await escortPage($0, .fresh)) },
        .post("/cases/:id/escorts", .escort, escort),
        .get("/cases/:id/registration", .receiveRegistration) {
            .page(try await registrationPage($0, .fresh))
        },
        .post("/cases/:id/registration", .receiveRegistration, receive),
        .get("/cases/:id/ending", .confirmHardship) { .page(try await endingPage($0, .fresh)) },
        .post("/cases/:id/ending", .confirmHardship, end),
        .get("/cases/:id/reopening", .confirmHardship) { .page(try await reopeningPage($0, .fresh)) },
        .post("/cases/:id/reopening", .confirmHardship, reopen),
        .get("/cases/:id/withdrawal", .seePeople) { .page(try await withdrawalPage($0, .fresh)) },
        .post("/cases/:id/withdrawal", .seePeople, withdraw),
    ]

    /// The case of the address with its person's file.
    static func load(_ ask: Ask) async throws -> (AssistanceCase, PersonFile) {
        guard let found = try await ask.office.store.assistanceCase(CaseID(try ask.number())) else {
            throw Refusal.notFound(.assistanceCase)
        }
        let file = try await ask.office.file(of: found.person, by: ask.actor)
        // 紧急查看 is for looking: no form opens through it.
        guard file.pass == nil else { throw Refusal.notAllowed(.visit) }
        return (found, file)
    }

    // MARK: Escort

    static func escort(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let day else { throw FormBroken() }
            let id = CaseID(try ask.number())
            if ask.form.text("what") == "waived" {
                let reason = typed.words("note", "不愿登记的原因")
                try typed.finish()
                _ = try await ask.office.waiveEscort(
                    of: id, version: try ask.version(), reason: reason, on: day, by: ask.actor, once: ask.once
                )
                return .done("/work", "已记下本人不愿登记及原因。")
            }
            _ = try await ask.office.recordEscort(
                of: id, version: try ask.version(), note: ask.form.text("note"), on: day, by: ask.actor,
                once: ask.once)
            return .done("/work", "已登记带领。镇（街）收到登记申请后，这件事即办结。")
        } form: { shown in
            try await escortPage(ask, shown)
        }
    }

    private static func escortPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let fields = [
            day(shown, ask),
            Field(
                "what", "结果",
                .radio(
                    [Choice("escorted", "已带领到镇（街）登记"), Choice("waived", "本人不愿登记")],
                    chosen: shown.choice("what", or: "escorted")), isRequired: true),
            Field("note", "说明（不愿登记的写明原因）", .area(shown.text("note"), lines: 2, limit: 200)),
        ]
        return try await page("登记带领", "escorts", fields, "保存", shown, ask)
    }

    // MARK: Registration at the town

    static func receive(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.receiveRegistration(
                of: CaseID(try ask.number()), version: try ask.version(), note: ask.form.text("note"),
                on: day,
                by: ask.actor, once: ask.once)
            return .done(try await file(ask), "已收到登记申请。")
        } form: { shown in
            try await registrationPage(ask, shown)
        }
    }

    private static func registrationPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let fields = [day(shown, ask), Field("note", "说明", .area(shown.text("note"), lines: 2, limit: 200))]
        return try await page("收到登记申请", "registration", fields, "确认收到", shown, ask)
    }

    // MARK: Leaving and coming back

    static func end(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let day = typed.day("day", "退出日期")
            let reason = typed.need("reason", "退出原因", ask.form["reason"].flatMap(CaseEndReason.init))
            try typed.finish()
            guard let day, let reason else { throw FormBroken() }
            _ = try await ask.office.endCase(
                CaseID(try ask.number()), version: try ask.version(), reason: reason,
                note: ask.form.text("note"), on: day, by: ask.actor, once: ask.once)
            return .done(try await file(ask), "已退出，档案保留。")
        } form: { shown in
            try await endingPage(ask, shown)
        }
    }

    private static func endingPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        // Who was recognised leaves by the check of the conditions, whoever gives up help by the signed paper.
        let isRecognised = try await load(ask).0.recognition.recognised != nil
        let reasons: [CaseEndReason] = isRecognised ? [.stable] : [.ineligible]
        let fields = [
            day(shown, ask, "退出日期"),
            Field(
                "reason", "退出原因",
                .radio(reasons.map { Choice($0.rawValue, $0.word) }, chosen: shown.choice("reason")),
                isRequired: true, hint: "死亡、迁出在“名册变动”里登记，援助会随之结束。自愿放弃、经复核不再符合条件的，由街（镇）分别在“自愿放弃援助”“复核认定条件”中办理。"
            ),
            Field("note", "说明", .area(shown.text("note"), lines: 2, limit: 200)),
        ]
        return try await page("退出就业困难人员", "ending", fields, "确认退出", shown, ask, isGrave: true)
    }

    static func reopen(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let day = typed.day("day", "开始日期")
            let reason = typed.words("note", "原因")
            let level = typed.optionalTerm("level", Level.self)
            try typed.finish()
            guard let day else { throw FormBroken() }
            let id = CaseID(try ask.number())
            _ = try await ask.office.reopenCase(
                id, version: try ask.version(), reason: reason, at: level, on: day, by: ask.actor,
                once: ask.once)
            return .done(.assistanceCase(id), "已重新开始援助，原有经过保留。")
        } form: { shown in
            try await reopeningPage(ask, shown)
        }
    }

    /// 17.r2: the level is proposed and a person confirms it; who was never recognised begins at the village.
    private static func reopeningPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let found = try await load(ask).0
        let levels = [Level.village, .town, .district].map { Choice($0.rawValue, $0.short) }
        var fields = [day(shown, ask, "开始日期")]
        if found.recognition.recognised != nil {
            fields.append(
                Field(
                    "level", "从哪一级开始",
                    .radio(levels, chosen: shown.choice("level", or: Level.village.rawValue)),
                    isRequired: true, hint: "一般从村级开始；需要街（镇）或区里直接援助的，选镇级或区级。"))
        }
        fields.append(
            Field("note", "原因", .area(shown.text("note"), lines: 2, limit: 200), isRequired: true))
        return try await page(
            found.isLive ? "开始新一轮援助" : "恢复援助", "reopening", fields, "确认", shown, ask,
            back: .assistanceCase(found.id))
    }

    // MARK: Taking a record back

    static func withdraw(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.words("note", "撤销原因")
            try typed.finish()
            guard let act = ask.form.number("act") else { throw FormBroken() }
            let id = CaseID(try ask.number())
            _ = try await ask.office.withdraw(
                ActID(act), in: id, version: try ask.version(), reason: reason, by: ask.actor,
                once: ask.once)
            return .done(
                .assistanceCase(id, tab: CasePage.Tab.history.rawValue), "已撤销，原记录仍可在经过中查到。")
        } form: { shown in
            try await withdrawalPage(ask, shown)
        }
    }

    private static func withdrawalPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let act = shown.text("act", or: ask.query.text("act"))
        let (found, file) = try await load(ask)
        let entry = file.history.first { entry in
            guard case .assistanceCase = entry.event else { return false }
            return String(entry.id.number) == act
        }
        guard let entry, case .assistanceCase(let event) = entry.event else { throw PageMissing() }
        let fields = [
            Field("note", "撤销原因", .area(shown.text("note"), lines: 2, limit: 200), isRequired: true)
        ]
        return try await page(
            "撤销记录", "withdrawal", fields, "确认撤销", shown, ask, isGrave: true,
            back: .assistanceCase(found.id, tab: CasePage.Tab.history.rawValue),
            more: [
                Fact("撤销的记录", "\(entry.occurred.inDocuments) \(event.kind.words)"),
                Fact("内容", .text(event.detail), isWide: true),
            ], hidden: [("act", act)])
    }

    // MARK: Shared

    private static func day(_ shown: Shown, _ ask: Ask, _ label: String = "日期") -> Field {
        Field("day", label, .day(shown.text("day", or: ask.office.today.iso)), isRequired: true)
    }

    private static func file(_ ask: Ask) async throws -> Link {
        .person(try await load(ask).0.person, tab: "hardship")
    }

    private static func page(
        _ title: String, _ part: String, _ fields: [Field], _ button: String, _ shown: Shown, _ ask: Ask,
        isGrave: Bool = false, back: Link? = nil, more: [Fact] = [],
        hidden: [(name: String, value: String)] = []
    ) async throws -> ConfirmPage {
        let (found, file) = try await load(ask)
        let name = file.person.facts.name.full
        return ConfirmPage(
            title,
            facts: [
                Fact("姓名", name), Fact("村（社区）", file.village?.name ?? "—"),
                Fact("困难类别", found.categories.map(\.shortWord).joined(separator: "、")),
            ] + more,
            fields: fields, faults: shown.faults, hidden: [("version", String(found.version))] + hidden,
            action: .assistanceCase(found.id, part), button: Button(button, isGrave: isGrave),
            back: back ?? .person(found.person, tab: "hardship"), ask.formContext,
            trail: [Crumb("人员档案", .people), Crumb(name, .person(found.person))])
    }
}
