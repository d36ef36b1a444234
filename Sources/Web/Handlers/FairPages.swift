// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 招聘会: the calendar, and one fair with its leaves (14.w3).
enum FairPages {
    static let routes: [Routes.Entry] =
        [
            .get("/fairs", .seeVacancies, list),
            .get("/fairs/:id", .seeVacancies) { .page(try await page($0)) },
        ] + FairFormPages.routes + StandPages.routes + FairGuestPages.routes + FairArrivalPages.routes
        + FairPrintPages.routes + CaseFairPages.routes

    // MARK: The calendar

    private static let mostPast = 12

    static func list(_ ask: Ask) async throws -> Reply {
        let scope = try scope(ask)
        let isEarlier = ask.query["span"] == "past"
        let today = ask.office.today
        var coming: Slice<Fair>?
        if !isEarlier {
            coming = try await ask.office.fairList(
                FairQuery(scope: scope, span: .from(today)), after: ask.after, by: ask.actor)
        }
        let past = try await ask.office.fairList(
            FairQuery(scope: scope, span: .before(today)), after: isEarlier ? ask.after : nil,
            limit: isEarlier ? 30 : mostPast, by: ask.actor)
        return .page(
            FairsPage(
                filter: filter(ask), coming: coming?.rows.map { line($0, ask.office) } ?? [],
                past: past.rows.map { line($0, ask.office) }, mayHold: ask.actor.may(.holdFairs),
                later: coming?.next.map { link(ask, "coming", $0) },
                earlier: past.next.map { link(ask, "past", $0) },
                first: ask.after == nil && !isEarlier ? nil : link(ask, nil, nil)))
    }

    static func line(_ fair: Fair, _ office: Office) -> FairLine {
        FairLine(
            fair, standing: fair.standing(on: office.today), unit: office.tree[fair.unit]?.name ?? "")
    }

    private static func scope(_ ask: Ask) throws -> Scope {
        if let after = ask.query["after"], after.split(separator: ".").compactMap({ Int($0) }).count != 2 {
            throw PageMissing()
        }
        if ask.query["who"] == "mine" { return ask.actor.scope(for: .seeVacancies, in: ask.office.tree) }
        return ask.unit.map { ask.office.scope(ofUnit: $0) } ?? .district
    }

    private static func link(_ ask: Ask, _ span: String?, _ after: Cursor?) -> Link {
        let kept = ["who", "unit"].compactMap { name in ask.query[name].map { (name, $0) } }
        return Link(
            "/fairs",
            query: kept + (span.map { [("span", $0)] } ?? []) + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func filter(_ ask: Ask) -> FilterRow {
        let tree = ask.office.tree
        let towns = tree.district.map { tree.children(of: $0.id) } ?? []
        return FilterRow(
            page: "/fairs",
            fields: [
                Field("who", "范围", .select([Choice("mine", "本单位")], chosen: ask.query["who"], none: "全区")),
                Field(
                    "unit", "镇（街）",
                    .select(
                        towns.map { Choice(String($0.id.number), $0.name) }, chosen: ask.query["unit"],
                        none: "全部")),
            ])
    }

    // MARK: One fair

    /// - Parameter fault: what was wrong with a code typed at the desk.
    static func page(_ ask: Ask, leaf: FairPage.Leaf? = nil, fault: String? = nil) async throws -> FairPage {
        let file = try await load(ask)
        let leaf = leaf ?? ask.query["tab"].flatMap(FairPage.Leaf.init) ?? .stands
        let from = max(0, ask.query.number("from") ?? 0)
        var guests: FairGuests?
        var happenings: [Happening] = []
        switch leaf {
        case .stands: break
        case .guests, .arrivals, .results:
            guests = try await ask.office.fairGuests(of: file.fair, from: from, by: ask.actor)
        case .record: happenings = try await self.happenings(file.fair.id, ask)
        }
        return FairPage(
            file: file, leaf: leaf, places: places(file.stands, ask.office), guests: guests,
            happenings: happenings, tools: tools(file), fault: fault, context: ask.formContext)
    }

    static func load(_ ask: Ask) async throws -> FairFile {
        try await ask.office.fairFile(FairID(try ask.number()), by: ask.actor)
    }

    /// Names of the places of work.
    static func places(_ stands: [FairStandLine], _ office: Office) -> [UnitID: String] {
        let units = Set(stands.flatMap(\.vacancies).compactMap(\.facts.place.unit))
        return Dictionary(
            units.compactMap { id in office.tree[id].map { (id, $0.name) } }, uniquingKeysWith: { $1 })
    }

    static func trail(_ fair: Fair) -> [Crumb] {
        [Crumb("招聘会", "/fairs"), Crumb(fair.facts.title, .fair(fair.id))]
    }

    private static func happenings(_ id: FairID, _ ask: Ask) async throws -> [Happening] {
        let (entries, names) = try await ask.office.fairHistory(id, by: ask.actor)
        return entries.map { entry in
            let detail = if case .fair(let event) = entry.event { event.detail } else { "" }
            return Happening(
                day: entry.occurred.iso, entry.event.kind.words, by: names[entry.by] ?? "",
                detail: .text(detail))
        }
    }

    private static func tools(_ file: FairFile) -> [(label: String, link: Link, isPrimary: Bool)] {
        let id = file.fair.id
        var tools: [(label: String, link: Link, isPrimary: Bool)] = []
        func add(_ label: String, _ part: String, isPrimary: Bool = false) {
            tools.append((label, .fair(id, part), isPrimary))
        }
        if file.mayHold {
            switch file.standing {
            case .planned:
                if !file.fair.stands.isEmpty { add("公布", "announcement", isPrimary: true) }
                add("更正", "correction")
                add("取消", "cancellation")
            case .coming:
                add("更正", "correction")
                add("取消", "cancellation")
            case .today:
                add("更正", "correction")
                add("办结", "closing")
                add("取消", "cancellation")
            case .over:
                add("办结", "closing", isPrimary: true)
                add("更正", "correction")
            case .closed: add("重新打开", "reopening")
            case .cancelled: break
            }
        }
        if file.fair.announcedOn != nil, file.fair.cancelledOn == nil { add("打印海报", "poster") }
        return tools
    }
}
