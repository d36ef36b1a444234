// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// One round of a village: its lists, excuses, and the statistics ledger on its way to the town (01.w3).
enum RoundPages {
    static let routes: [Routes.Entry] = [
        .get("/survey/rounds/:id", .seePeople, show),
        .get("/survey/rounds/:id/excuses", .survey) { .page(try await excusePage($0, .fresh)) },
        .post("/survey/rounds/:id/excuses", .survey, excuse),
        .get("/survey/rounds/:id/ledger", .submitLedger) { .page(try await submissionPage($0, .fresh)) },
        .post("/survey/rounds/:id/ledger", .submitLedger, submit),
        .post("/survey/rounds/:id/ledger/receipt", .receiveLedger, receive),
        .get("/survey/rounds/:id/ledger/return", .receiveLedger) { .page(try await returnPage($0, .fresh)) },
        .post("/survey/rounds/:id/ledger/return", .receiveLedger, sendBack),
    ]

    static func show(_ ask: Ask) async throws -> Reply {
        let office = ask.office
        let id = RoundID(try ask.number())
        let part = ask.query["part"].flatMap(RollPart.init) ?? .missing
        let page = try await office.roundPage(id, part: part, after: ask.after, by: ask.actor)
        let village = page.village?.name ?? ""
        let journal = try await office.store.journal(of: .round(id))
        let maySurvey = ask.actor.may(.survey, at: page.round.village, in: office.tree)
        var people: [RoundPerson] = []
        for line in page.people.rows { people.append(try await person(line, page, maySurvey, ask)) }
        let link = Link.round(id)
        return .page(
            SurveyRoundPage(
                village: village, year: page.round.year, link: link,
                line: SurveyPages.line(page.count, name: village, ask).linked(link), part: part.rawValue,
                people: people,
                next: page.people.next.map {
                    Link(link.address, query: [("part", part.rawValue), ("after", $0.text)])
                }, isFirst: ask.after == nil,
                drafts: maySurvey ? try await drafts(of: id, ask) : [],
                deadlines: page.duties.map { deadline($0, journal, ask) }, ledger: ledger(page, ask),
                newPerson: maySurvey ? Link("\(link.address)/sheets") : nil, ask.formContext))
    }

    private static func person(
        _ line: PersonLine, _ page: RoundPage, _ maySurvey: Bool, _ ask: Ask
    ) async throws -> RoundPerson {
        let base = Link.round(page.round.id).address
        let household = try await ask.office.store.household(line.household)
        let state: Tag =
            switch page.part {
            case .missing: Tag("未访", .orange)
            case .surveyed: Tag("已访 \(line.survey?.on.iso ?? "")", .green)
            case .excused: Tag("说明原因", .blue)
            }
        return RoundPerson(
            line.name, file: .person(line.id), sex: line.sex?.word ?? "", age: line.age,
            household: household?.number ?? "", lastFour: String(line.identity.suffix(4)), state: state,
            sheet: maySurvey ? Link("\(base)/sheets?person=\(line.id.number)") : nil,
            sheetWords: page.part == .surveyed ? "更正" : "填写问卷",
            excuse: maySurvey && page.part != .surveyed
                ? Link("\(base)/excuses?person=\(line.id.number)") : nil,
            sheets: page.part == .surveyed ? .person(line.id, "sheets") : nil)
    }

    private static func drafts(of id: RoundID, _ ask: Ask) async throws -> [SheetDraftLine] {
        let office = ask.office
        let drafts = try await office.store.drafts(of: ask.actor.account).filter { $0.round == id }
        let rule = office.pack.rules.rule("survey.entry", on: office.today)
        var lines: [SheetDraftLine] = []
        for draft in drafts {
            let person =
                if let id = draft.person { try await office.store.person(id) } else { nil as Person? }
            let name = person?.facts.name.full ?? draft.answers.text("name") ?? "名册外人员"
            var due = Tag("")
            if let rule, case .once(let once) = rule.timing, case .within(let limit) = once.limit {
                let day = office.pack.calendar.due(from: draft.interviewed, within: limit, rolls: rule.rolls)
                due = SurveyPages.remaining(to: day.due, ask)
            }
            let link = Link("/sheets/\(draft.sheet)" + (draft.source == .paper ? "/paper" : ""))
            lines.append(SheetDraftLine(name, link, interviewed: draft.interviewed.iso, due: due))
        }
        return lines
    }

    private static func deadline(_ duty: Obligation, _ journal: Journal, _ ask: Ask) -> DeadlineLine {
        let office = ask.office
        let rule = office.pack.rules.rule(duty.rule, on: office.today)
        let standing = duty.standing(on: office.today)
        let state: Tag =
            standing.isPending
            ? SurveyPages.remaining(to: duty.due, ask)
            : Tag(standing.words, standing == .met || standing == .enteredLate ? .green : .grey)
        let trace = explain(duty, of: journal, under: office.pack.rules, calendar: office.pack.calendar)
        return DeadlineLine(
            rule?.title ?? duty.rule.name, day: duty.due.withWeekday, state: state,
            reasons: trace.map { [$0.sentence] } ?? [])
    }

    private static func ledger(_ page: RoundPage, _ ask: Ask) -> RoundLedger {
        let (round, tree) = (page.round, ask.office.tree)
        let base = Link.round(round.id).address
        let maySubmit = ask.actor.may(.submitLedger, at: round.village, in: tree)
        let mayReceive = ask.actor.may(.receiveLedger, at: round.village, in: tree)
        let waits = round.submission.map { $0.received == nil && $0.returned == nil } ?? false
        let (words, kind) = news(page)
        return RoundLedger(
            words, kind, submit: maySubmit ? Link("\(base)/ledger") : nil,
            receive: mayReceive && waits ? Link("\(base)/ledger/receipt") : nil,
            sendBack: mayReceive && waits ? Link("\(base)/ledger/return") : nil, version: round.version)
    }

    private static func news(_ page: RoundPage) -> (String, NoticeKind) {
        guard let sent = page.round.submission else { return ("统计台账还没有上报。", .note) }
        let listed = "列入\(sent.content.listed)人，未访\(sent.content.missing)人"
        if let reason = sent.returned { return ("\(sent.on.iso)上报的台账（\(listed)）被退回：\(reason)", .fault) }
        let changed = sent.content == page.content ? "" : "上报后内容有变化，可以再次上报。"
        if let received = sent.received {
            return ("\(sent.on.iso)上报（\(listed)），镇（街）\(received.iso)已接收。\(changed)", .success)
        }
        return ("\(sent.on.iso)已上报（\(listed)），等镇（街）接收。\(changed)", .note)
    }

    // MARK: Excuses

    static func excuse(_ ask: Ask) async throws -> Reply {
        let round = RoundID(try ask.number())
        return try await ask.retrying(place: { $0 == .nextTryMissing ? "next" : nil }) { typed in
            let reason = typed.need("reason", "未访原因", ask.form["reason"].flatMap(ExcuseReason.init))
            let day = typed.day("day", "日期")
            if ask.form["next"] != nil, ask.form.day("next") == nil {
                typed.fault("next", "下次再访的日期填写有误，请核对。")
            }
            try typed.finish()
            guard let reason, let day, let id = ask.form.number("person").map(PersonID.init) else {
                throw FormBroken()
            }
            let excuse = SurveyExcuse(
                round: round, reason: reason, note: ask.form.text("note"), nextTry: ask.form.day("next"))
            _ = try await ask.office.excuse(
                id, version: try ask.version(), excuse: excuse, on: day, by: ask.actor, once: ask.once)
            return .done(.round(round), "已登记未访原因：\(reason.word)。")
        } form: { shown in
            try await excusePage(ask, shown)
        }
    }

    private static func excusePage(_ ask: Ask, _ shown: Shown) async throws -> ExcusePage {
        let round = try await load(ask)
        guard let id = shown.isFresh ? ask.query.number("person") : ask.form.number("person") else {
            throw PageMissing()
        }
        let person = try await ask.person(PersonID(id), for: .survey)
        let reasons = ExcuseReason.allCases.map { Choice($0.rawValue, $0.word) }
        return ExcusePage(
            person.facts.name.full, about: ask.about(person), back: .round(round.id),
            action: Link("\(Link.round(round.id).address)/excuses"),
            fields: [
                Field(
                    "reason", "未访原因",
                    .radio(reasons, chosen: shown.choice("reason", or: ask.query["reason"])),
                    isRequired: true),
                Field("day", "登记日期", .day(shown.text("day", or: ask.office.today.iso)), isRequired: true),
                Field("next", "下次再访日期", .day(shown.text("next")), hint: "外出、拒访、没找到人的要填。"),
                Field("note", "说明", .area(shown.text("note"), lines: 2, limit: 200)),
            ],
            sent: [("person", String(id)), ("version", String(person.version))], faults: shown.faults,
            ask.formContext)
    }

    // MARK: Ledger

    static func submit(_ ask: Ask) async throws -> Reply {
        let id = RoundID(try ask.number())
        return try await ask.retrying { typed in
            let day = typed.day("day", "上报日期")
            try typed.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.submitLedger(
                of: id, version: try ask.version(), on: day, by: ask.actor, once: ask.once)
            return .done(.round(id), "台账已上报，等镇（街）接收。")
        } form: { shown in
            try await submissionPage(ask, shown)
        }
    }

    private static func submissionPage(_ ask: Ask, _ shown: Shown) async throws -> LedgerSubmissionPage {
        let round = try await load(ask)
        try ask.actor.require(.submitLedger, at: round.village, in: ask.office.tree)
        let now = try await ask.office.content(of: round, on: ask.office.today)
        let before = round.submission?.content
        let link = Link.round(round.id)
        var lines = [
            LedgerSubmissionPage.Line("应访人数", before: before?.roll, now: now.roll),
            .init("已访人数", before: before?.surveyed, now: now.surveyed),
            .init("说明原因人数", before: before?.excused, now: now.excused),
            .init("未访人数", before: before?.missing, now: now.missing),
            .init("列入台账人数", before: before?.listed, now: now.listed),
        ]
        for category in HardshipCategory.allCases {
            let (then, count) = (before?.byCategory[category] ?? 0, now.byCategory[category] ?? 0)
            if then + count > 0 { lines.append(.init("其中：\(category.word)", before: then, now: count)) }
        }
        return LedgerSubmissionPage(
            round: "\(ask.office.tree[round.village]?.name ?? "")\(round.year)年", back: link, lines: lines,
            wasSent: before != nil, missing: now.missing, missingList: Link("\(link.address)?part=missing"),
            action: Link("\(link.address)/ledger"), day: shown.text("day", or: ask.office.today.iso),
            version: round.version, faults: shown.faults, ask.formContext)
    }

    static func receive(_ ask: Ask) async throws -> Reply {
        let id = RoundID(try ask.number())
        _ = try await ask.office.receiveLedger(
            of: id, version: try ask.version(), on: ask.office.today, by: ask.actor, once: ask.once)
        return .done(.round(id), "台账已接收。")
    }

    static func sendBack(_ ask: Ask) async throws -> Reply {
        let id = RoundID(try ask.number())
        return try await ask.retrying { typed in
            let reason = typed.words("reason", "退回原因")
            try typed.finish()
            _ = try await ask.office.sendBackLedger(
                of: id, version: try ask.version(), reason: reason, on: ask.office.today, by: ask.actor,
                once: ask.once)
            return .done(.round(id), "台账已退回社区（村）。")
        } form: { shown in
            try await returnPage(ask, shown)
        }
    }

    private static func returnPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let round = try await load(ask)
        let village = ask.office.tree[round.village]?.name ?? ""
        return ConfirmPage(
            "退回\(village)的统计台账", consequences: ["社区（村）会看到退回原因，改好后再次上报。"],
            fields: [
                Field("reason", "退回原因", .area(shown.text("reason"), lines: 3, limit: 200), isRequired: true)
            ],
            faults: shown.faults, hidden: [("version", String(round.version))],
            action: Link("\(Link.round(round.id).address)/ledger/return"), button: Button("退回台账"),
            back: .round(round.id), ask.formContext, trail: [Crumb("入户调查", "/survey")])
    }

    private static func load(_ ask: Ask) async throws -> SurveyRound {
        guard let round = try await ask.office.store.round(RoundID(try ask.number())) else {
            throw Refusal.notFound(.round)
        }
        try ask.actor.require(.seePeople, at: round.village, in: ask.office.tree)
        return round
    }
}

extension Ask {
    /// A person within the asker's reach.
    func person(_ id: PersonID, for deed: Deed) async throws -> Person {
        guard let person = try await office.store.person(id) else { throw Refusal.notFound(.person) }
        try actor.require(deed, at: person.village, in: office.tree)
        return person
    }

    /// Who somebody is, in a line without anything sensitive: `女，43岁，沙岭村`.
    func about(_ person: Person) -> String {
        let line = office.line(of: person)
        return [line.sex?.word, line.age.map { "\($0)岁" }, line.village?.name].compactMap(\.self)
            .joined(separator: "，")
    }
}

extension SurveyLine {
    fileprivate func linked(_ link: Link) -> SurveyLine {
        var line = self
        line.link = link
        return line
    }
}
