// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 单位: the tree of towns and villages.
enum UnitPages {
    static let routes: [Routes.Entry] = [
        .get("/units", .changeUnits, district),
        .get("/units/:id", .changeUnits, show),
        .get("/units/:id/new", .changeUnits, UnitForms.new),
        .post("/units/:id/new", .changeUnits, UnitForms.found),
        .get("/units/:id/rename", .changeUnits, UnitForms.askRename),
        .post("/units/:id/rename", .changeUnits, UnitForms.rename),
        .get("/units/:id/close", .changeUnits, UnitForms.askClose),
        .post("/units/:id/close", .changeUnits, UnitForms.close),
        .get("/units/:id/restore", .changeUnits, UnitForms.askRestore),
        .post("/units/:id/restore", .changeUnits, UnitForms.restore),
        .get("/units/:id/merge", .changeUnits, UnitMergers.choose),
        .post("/units/:id/merge", .changeUnits, UnitMergers.merge),
    ]

    static func link(_ id: UnitID, _ part: String = "") -> Link {
        Link("/units/\(id.number)\(part.isEmpty ? "" : "/")\(part)")
    }

    static func demand(_ ask: Ask) throws -> Unit {
        guard let unit = ask.office.tree[UnitID(try ask.number())] else { throw Refusal.notFound(.unit) }
        return unit
    }

    static func district(_ ask: Ask) async throws -> Reply {
        guard let district = ask.office.tree.district else { throw Refusal.notFound(.unit) }
        return .page(try await page(of: district, ask))
    }

    static func show(_ ask: Ask) async throws -> Reply { .page(try await page(of: try demand(ask), ask)) }

    static func trail(_ unit: Unit, in tree: UnitTree) -> [Crumb] {
        guard let parent = unit.parent.flatMap({ tree[$0] }) else { return [Crumb("单位", "/units")] }
        let above = trail(parent, in: tree)
        return parent.level.depth < Level.town.depth ? above : above + [Crumb(parent.name, link(parent.id))]
    }

    // MARK: Page

    private static func page(of unit: Unit, _ ask: Ask) async throws -> UnitsPage {
        let tree = ask.office.tree
        let people = try await people(in: unit, ask)
        let lines = tree.children(of: unit.id).map { child in
            let villages = tree.children(of: child.id).count { $0.exists(on: ask.office.today) }
            return UnitsPage.Line(
                name: child.name, link: link(child.id), code: child.code ?? "",
                figure: child.level == .village ? people[child.id].map(String.init) ?? "0" : String(villages),
                since: child.since.iso, state: state(child, ask),
                formerNames: child.formerNames.joined(separator: "、"))
        }
        let isDistrict = unit.level.depth <= Level.district.depth
        return UnitsPage(
            title: isDistrict ? "单位" : unit.name, trail: isDistrict ? [] : trail(unit, in: tree),
            facts: facts(unit, people[unit.id], ask), tools: tools(unit, ask),
            listTitle: isDistrict ? "街镇" : unit.level == .town ? "社区（村）" : "",
            figureTitle: isDistrict ? "社区（村）数" : "劳动年龄内人数", lines: lines,
            history: isDistrict ? [] : try await UnitHistory(ask: ask).happenings(of: unit.id),
            note: note(unit, ask))
    }

    /// People of working age by village; not asked for the whole district, whose page would be slow by it.
    private static func people(in unit: Unit, _ ask: Ask) async throws -> [UnitID: Int] {
        let scope: Scope
        switch unit.level {
        case .province, .city, .district: return [:]
        case .town: scope = .town(unit.id)
        case .village: scope = .village(unit.id)
        }
        let today = ask.office.today
        let counts = try await ask.site.store.surveyCounts(scope, year: today.year, on: today)
        return Dictionary(counts.map { ($0.village, $0.roll) }, uniquingKeysWith: { $1 })
    }

    private static func facts(_ unit: Unit, _ people: Int?, _ ask: Ask) -> [Fact] {
        var facts = [
            Fact("名称", unit.name), Fact("层级", unit.level.word), Fact("代码", unit.code ?? ""),
            Fact("设立日期", unit.since.iso), Fact("状态", .tag(state(unit, ask))),
        ]
        if !unit.formerNames.isEmpty { facts.append(Fact("曾用名", unit.formerNames.joined(separator: "、"))) }
        if let people { facts.append(Fact("劳动年龄内人数", "\(people)人")) }
        return facts
    }

    private static func state(_ unit: Unit, _ ask: Ask) -> Tag {
        if unit.exists(on: ask.office.today) { return Tag("使用中", .green) }
        if ask.office.today < unit.since { return Tag("未启用", .yellow) }
        return Tag(unit.mergedInto == nil ? "已撤销" : "已并入他村", .grey)
    }

    private static func note(_ unit: Unit, _ ask: Ask) -> String? {
        guard let until = unit.until, until < ask.office.today else { return nil }
        let into = unit.mergedInto.flatMap { ask.office.tree[$0] }.map { "，并入\($0.name)" } ?? ""
        return "这个单位已于\(until.iso)撤销\(into)。"
    }

    private static func tools(_ unit: Unit, _ ask: Ask) -> HTML {
        guard unit.exists(on: ask.office.today) else {
            return .buttonLink("恢复", to: link(unit.id, "restore"))
        }
        let rename = HTML.buttonLink("更名", to: link(unit.id, "rename"))
        switch unit.level {
        case .province, .city, .district:
            return .buttonLink("增设街镇", to: link(unit.id, "new"), isPrimary: true)
        case .town:
            return .buttonLink("增设社区（村）", to: link(unit.id, "new"), isPrimary: true) + rename
                + .buttonLink("撤销", to: link(unit.id, "close"))
        case .village:
            return rename + .buttonLink("并入他村", to: link(unit.id, "merge"))
                + .buttonLink("撤销", to: link(unit.id, "close"))
        }
    }
}
