// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 入户调查: how the year's survey stands, opening a year's rounds (01.w1, 01.r1).
enum SurveyPages {
    static let routes: [Routes.Entry] = [
        .get("/survey", .seePeople, overview),
        .get("/survey/rounds", .openRounds) { .page(try await opening($0, .fresh)) },
        .post("/survey/rounds", .openRounds, open),
    ]

    static func overview(_ ask: Ask) async throws -> Reply {
        let office = ask.office
        let year = ask.query.number("year") ?? office.today.year
        let overview = try await office.surveyOverview(year: year, in: ask.unit, by: ask.actor)
        let home = ask.actor.unit(for: .seePeople, in: office.tree)
        guard let unit = ask.unit.flatMap({ office.tree[$0] }) ?? home else { throw PageMissing() }
        let byTown = unit.level != .town && unit.level != .village
        let lines =
            byTown ? townLines(overview, ask, year) : overview.villages.map { villageLine($0, ask) }
        let mayOpen = ask.actor.may(.openRounds, at: unit.id, in: office.tree)
        let reasons = Set(overview.villages.compactMap(\.count.round).map(\.opened))
            .sorted().prefix(3).compactMap {
                due(from: $0, ask).map { office.pack.calendar.explain($0).sentence }
            }
        return .page(
            SurveyPage(
                year: year, years: Array(((office.today.year - 3)...office.today.year).reversed()),
                unit: unit.name, lineTitle: byTown ? "街（镇）" : "社区（村）", lines: lines,
                dueReasons: reasons.map { "调查启动后1个月内完成调查、汇总并上报台账。\($0)" },
                open: mayOpen ? "/survey/rounds" : nil, blankPaper: "/survey/paper/blank",
                trail: unit.id == home?.id ? [] : [Crumb("入户调查", Link("/survey?year=\(year)"))],
                kept: ask.unit.map { [FilterRow.Kept("unit", String($0.number))] } ?? []))
    }

    /// One line for each town, its villages added up.
    private static func townLines(_ overview: SurveyOverview, _ ask: Ask, _ year: Int) -> [SurveyLine] {
        let towns = Dictionary(grouping: overview.villages) { $0.town?.id }
        let order = overview.villages.compactMap(\.town?.id).reduce(into: [UnitID]()) {
            if $0.last != $1, !$0.contains($1) { $0.append($1) }
        }
        return order.compactMap { id in
            guard let villages = towns[id], let town = ask.office.tree[id] else { return nil }
            let counts = villages.map(\.count)
            let rounds = counts.compactMap(\.round)
            let received = rounds.count { $0.submission?.received != nil }
            let sent = rounds.count { $0.submission.map { $0.returned == nil } ?? false }
            let words = "已上报 \(sent)，已接收 \(received)，未报 \(counts.count - sent)"
            let tone: Tag.Tone = received == counts.count ? .green : sent == counts.count ? .blue : .yellow
            return SurveyLine(
                town.name, Link("/survey?unit=\(id.number)&year=\(year)"), isOpen: !rounds.isEmpty,
                roll: counts.map(\.roll).reduce(0, +), surveyed: counts.map(\.surveyed).reduce(0, +),
                excused: counts.map(\.excused).reduce(0, +), late: counts.map(\.enteredLate).reduce(0, +),
                ledger: Tag(words, tone),
                due: rounds.map(\.opened).min().flatMap {
                    dueTag($0, done: rounds.allSatisfy(\.isComplete), ask)
                })
        }
    }

    private static func villageLine(_ line: SurveyOverview.Line, _ ask: Ask) -> SurveyLine {
        self.line(line.count, name: line.village.name, ask)
    }

    /// The numbers of one village with the state of its ledger and the month of 01.r1.
    static func line(_ count: SurveyCount, name: String, _ ask: Ask) -> SurveyLine {
        let round = count.round
        let isDone = round?.isComplete ?? false
        return SurveyLine(
            name, round.map { .round($0.id) }, isOpen: round != nil, roll: count.roll,
            surveyed: count.surveyed, excused: count.excused, late: count.enteredLate,
            ledger: ledgerTag(round),
            due: round.flatMap { dueTag($0.opened, done: isDone, ask) })
    }

    static func ledgerTag(_ round: SurveyRound?) -> Tag {
        guard let round else { return Tag("—", .grey) }
        guard let sent = round.submission else { return Tag("未上报", .yellow) }
        if sent.returned != nil { return Tag("已退回", .red) }
        if sent.received != nil { return Tag("已接收", .green) }
        return Tag("已上报", .blue)
    }

    /// The month of 01.r1 from the opening of a round, by the rule in force that day.
    static func due(from opened: Day, _ ask: Ask) -> DueDate? {
        guard let rule = ask.office.pack.rules.rule("survey.round", on: opened),
            case .once(let once) = rule.timing, case .within(let limit) = once.limit
        else { return nil }
        return ask.office.pack.calendar.due(from: opened, within: limit, rolls: rule.rolls)
    }

    private static func dueTag(_ opened: Day, done: Bool, _ ask: Ask) -> Tag? {
        guard let due = due(from: opened, ask)?.due else { return nil }
        if done { return Tag("\(due.iso) 已完成", .green) }
        return remaining(to: due, ask)
    }

    /// `2026-04-01 剩2个工作日` in the colour of its urgency.
    static func remaining(to due: Day, _ ask: Ask) -> Tag {
        let today = ask.office.today
        let words = "\(due.iso) \(ask.office.pack.calendar.remaining(to: due, on: today))"
        if due < today { return .overdue(words) }
        return due.days(since: today) <= 1
            ? .dueSoon(words) : due.days(since: today) <= 7 ? .dueThisWeek(words) : Tag(words)
    }

    // MARK: Opening

    static func open(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let day = typed.day("day", "启动日期")
            let year = typed.need("year", "年度", ask.form.number("year"))
            if ask.form["sure"] == nil { typed.fault("sure", "请勾选确认。") }
            try typed.finish()
            guard let day, let year, let unit = ask.actor.unit(for: .openRounds, in: ask.office.tree) else {
                throw FormBroken()
            }
            let opened = try await ask.office.openRounds(
                year: year, in: unit.id, on: day, by: ask.actor, once: ask.once)
            return .done(Link("/survey?year=\(year)"), "已在\(opened.count)个社区（村）启动\(year)年入户调查。")
        } form: { shown in
            try await opening(ask, shown)
        }
    }

    private static func opening(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let office = ask.office
        guard let unit = ask.actor.unit(for: .openRounds, in: office.tree) else { throw PageMissing() }
        let year = shown.text("year", or: String(office.today.year))
        let villages = office.tree.units(at: .village, within: unit.id).filter { $0.exists(on: office.today) }
        let choices = [office.today.year, office.today.year + 1].map { Choice(String($0), "\($0)年") }
        let due = due(from: office.today, ask)
        return ConfirmPage(
            "开展年度入户调查",
            consequences: [
                "\(unit.name)的\(villages.count)个社区（村）同时启动，已启动的不变。",
                "各社区（村）要在启动后1个月内完成调查、汇总并上报台账"
                    + (due.map { "；今天启动的，到\($0.due.withWeekday)止" } ?? "") + "。",
                "每份问卷在入户后5日内录入。",
            ],
            fields: [
                Field("year", "年度", .radio(choices, chosen: year), isRequired: true),
                Field(
                    "day", "启动日期", .day(shown.text("day", or: office.today.iso)), isRequired: true,
                    hint: "一个月从这一天的次日算起。"),
                Field(
                    "sure", "确认", .checkboxes([Choice("1", "启动后不能取消，我已核对年度和日期")], chosen: []),
                    isRequired: true),
            ],
            faults: shown.faults, action: "/survey/rounds", button: Button("启动调查"), back: "/survey",
            ask.formContext, trail: [Crumb("入户调查", "/survey")])
    }
}
