// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 援助对象: the desk of each level (03.w1, 06.w1, 11.w1).
enum CaseListPages {
    static let routes: [Routes.Entry] = [.get("/cases", .seePeople, list)]

    static func list(_ ask: Ask) async throws -> Reply {
        let desk = ask.actor.caseDesk
        let filter = filter(ask)
        let found = try await ask.office.caseList(filter, after: ask.after, by: ask.actor)
        return .page(
            CaseListPage(
                tiles: tiles(found.counts, desk), filter: filterRow(found, ask),
                intake: found.intake.map { row($0, ask) }, heading: heading(filter, found, desk),
                rows: found.lines.map { row($0, ask) },
                first: ask.after == nil ? nil : link(ask, after: nil),
                next: found.next.map { link(ask, after: $0) }, showsVillage: !WorkPages.isVillage(ask),
                tools: tools(ask), emptiness: emptiness(found),
                order: found.isByHardness ? "最困难、最急的排在前面。" : "按村（社区）和姓名排列；缩小范围后按困难程度排列。"))
    }

    // MARK: What is asked for

    private static func filter(_ ask: Ask) -> CaseFilter {
        let isOwn: Bool? =
            switch ask.query["who"] {
            case "mine": true
            case "all": false
            case .some, nil: nil
            }
        return CaseFilter(
            stages: stages(ask.query["stage"]), isOwn: isOwn,
            goal: ask.query.number("goal").flatMap(GoalStep.init), unit: ask.unit)
    }

    private static func stages(_ code: String?) -> Set<CaseStage>? {
        if code == Self.everyone { return CaseDesk.helped }
        return code.flatMap(CaseStage.init).map { [$0] }
    }

    /// All who are helped, in addresses.
    private static let everyone = "all"

    private static func link(_ ask: Ask, after: Cursor?) -> Link {
        let kept = ["stage", "who", "goal", "unit"].compactMap { name in ask.query[name].map { (name, $0) } }
        return Link("/cases", query: kept + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func filterRow(_ found: CaseList, _ ask: Ask) -> FilterRow {
        let stages =
            [Choice(everyone, "全部在援")]
            + CaseStage.allCases.filter { $0 != .ended }.map { Choice($0.rawValue, $0.word) }
        let units = ask.unitChoices(.seePeople)
        var fields = [
            Field("stage", "所处环节", .select(stages, chosen: ask.query["stage"], none: "按岗位")),
            Field(
                "who", "负责人",
                .select(
                    [Choice("mine", "我负责的"), Choice("all", "全部")],
                    chosen: ask.query["who"] ?? (found.isOwn ? "mine" : nil), none: "不限")),
            Field(
                "goal", "进展",
                .select(
                    GoalStep.allCases.map { Choice(String($0.rawValue), $0.word) }, chosen: ask.query["goal"],
                    none: "不限")),
        ]
        if !units.isEmpty {
            fields.append(Field("unit", "单位", .select(units, chosen: ask.query["unit"], none: "全部")))
        }
        return FilterRow(page: "/cases", fields: fields)
    }

    // MARK: What is shown

    private static func tiles(_ counts: [CaseStage: Int], _ desk: CaseDesk) -> [Tile] {
        var shown: [CaseStage] = [.listed, .village, .town, .district, .employed]
        if let intake = desk.intake { shown.insert(intake, at: 0) }
        if desk.stages == [.welfare] { shown = [.welfare, .employed] }
        return shown.map { stage in
            let count = counts[stage] ?? 0
            let isUrgent = stage == desk.intake && count > 0
            return Tile(
                stage.word, String(count), "人", Link("/cases", query: [("stage", stage.rawValue)]),
                tone: isUrgent ? .orange : count == 0 || stage == .listed ? .plain : stage.tag.tone)
        }
    }

    private static func heading(_ filter: CaseFilter, _ found: CaseList, _ desk: CaseDesk) -> String {
        if let stages = filter.stages, stages.count == 1, let stage = stages.first { return stage.word }
        if found.isOwn { return "我负责的援助对象" }
        if filter.stages == nil, desk.stages.count == 1, let stage = desk.stages.first { return stage.word }
        return "在援对象"
    }

    private static func emptiness(_ found: CaseList) -> String {
        found.isOwn ? "没有由您负责的援助对象。" : "没有符合条件的援助对象。"
    }

    private static func tools(_ ask: Ask) -> [(label: String, link: Link)] {
        var tools: [(label: String, link: Link)] = [("推荐跟踪", "/recommendations")]
        if !WorkPages.isVillage(ask) { tools.append(("会议", "/meetings")) }
        if ask.actor.may(.handOver) { tools.append(("移交与请假", "/handover")) }
        return tools
    }

    private static func row(_ line: CaseLine, _ ask: Ask) -> CaseRow {
        let found = line.assistanceCase
        let isWaiting = found.care.handUp != nil
        let level = found.care.holder ?? .village
        return CaseRow(
            line, village: ask.office.tree[found.village]?.name ?? "",
            duty: line.next.map { ask.duty($0) },
            waitingDays: isWaiting ? found.care.since.map { ask.office.today.days(since: $0) } : nil,
            mayReceive: isWaiting
                && ask.actor.may(
                    level == .town ? .assistTown : .assistDistrict,
                    at: ask.office.unit(at: level, of: found), in: ask.office.tree)
        )
    }
}

extension Ask {
    /// A duty in short: its rule's name, its state and its last day.
    func duty(_ obligation: Obligation) -> (title: String, due: Tag, dueWords: String) {
        (
            office.pack.rules.rule(obligation.rule, on: office.today)?.title ?? obligation.rule.name,
            obligation.dueTag(on: office.today),
            obligation.dueWords(on: office.today, calendar: office.pack.calendar)
        )
    }
}
