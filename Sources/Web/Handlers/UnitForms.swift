// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 增设, 更名, 撤销 and 恢复 of a unit.
enum UnitForms {
    private static func version(_ unit: Unit) -> [(name: String, value: String)] {
        [(name: "version", value: String(unit.version))]
    }

    private static func day(_ shown: Shown, _ ask: Ask, _ label: String) -> Field {
        Field(
            "day", label, .day(shown.text("day", or: ask.office.today.iso), until: ask.office.today.iso),
            isRequired: true)
    }

    // MARK: New

    static func new(_ ask: Ask) async throws -> Reply { .page(try newPage(ask, .fresh)) }

    static func found(_ ask: Ask) async throws -> Reply {
        let parent = try UnitPages.demand(ask)
        return try await ask.retrying(place: place) { reading in
            let name = reading.words("name", "名称", limit: 50)
            let day = reading.day("day", "设立日期")
            let code = ask.form["code"]
            if let code, !isCode(code, of: parent.level) {
                reading.fault("code", parent.level == .town ? "社区（村）代码是12位数字。" : "街镇代码是9位数字。")
            }
            try reading.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.foundUnit(
                parent.level == .town ? .village : .town, in: parent.id, name: name, code: code, on: day,
                by: ask.actor, once: ask.once)
            try await ask.site.reloadUnits()
            return .done(
                parent.level == .town ? UnitPages.link(parent.id) : "/units", "已增设\(name)。请为它开通账号。")
        } form: {
            try newPage(ask, $0)
        }
    }

    private static func isCode(_ code: String, of parent: Level) -> Bool {
        code.utf8.count == (parent == .town ? 12 : 9) && code.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func place(_ refusal: Refusal) -> String? {
        switch refusal {
        case .unitNameTaken, .nameMissing: "name"
        case .inTheFuture, .tooLate, .beforeItsCause: "day"
        case .reasonMissing: "reason"
        default: nil
        }
    }

    private static func newPage(_ ask: Ask, _ shown: Shown) throws -> ConfirmPage {
        let parent = try UnitPages.demand(ask)
        guard parent.level.depth < Level.village.depth else { throw PageMissing() }
        let what = parent.level == .town ? "社区（村）" : "街镇"
        return ConfirmPage(
            "增设\(what)", facts: [Fact("上级", parent.name)],
            fields: [
                Field("name", "名称", .text(shown.text("name"), limit: 50), isRequired: true),
                Field(
                    "code", "统计用区划代码", .text(shown.text("code"), .digits, limit: 12),
                    hint: "没有的可不填，以后再补"),
                day(shown, ask, "设立日期"),
            ], faults: shown.faults, action: UnitPages.link(parent.id, "new"), button: Button("增设"),
            back: UnitPages.link(parent.id), ask.formContext,
            trail: UnitPages.trail(parent, in: ask.office.tree))
    }

    // MARK: Rename

    static func askRename(_ ask: Ask) async throws -> Reply { .page(try renamePage(ask, .fresh)) }

    static func rename(_ ask: Ask) async throws -> Reply {
        let unit = try UnitPages.demand(ask)
        return try await ask.retrying(place: place) { reading in
            let name = reading.words("name", "新名称", limit: 50)
            let day = reading.day("day", "更名日期")
            try reading.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.renameUnit(
                unit.id, version: try ask.version(), to: name, on: day, by: ask.actor, once: ask.once)
            try await ask.site.reloadUnits()
            return .done(UnitPages.link(unit.id), "已更名为\(name)，用原名仍能找到。")
        } form: {
            try await reloaded(ask, $0, renamePage)
        }
    }

    private static func renamePage(_ ask: Ask, _ shown: Shown) throws -> ConfirmPage {
        let unit = try UnitPages.demand(ask)
        return ConfirmPage(
            "\(unit.name)更名", consequences: ["原名记入沿革，用原名仍能找到。", "人员、账号和台账不受影响。"],
            fields: [
                Field("name", "新名称", .text(shown.text("name", or: unit.name), limit: 50), isRequired: true),
                day(shown, ask, "更名日期"),
            ], faults: shown.faults, hidden: version(unit), action: UnitPages.link(unit.id, "rename"),
            button: Button("更名"), back: UnitPages.link(unit.id), ask.formContext,
            trail: UnitPages.trail(unit, in: ask.office.tree))
    }

    /// A form shown after a lost race must show the units as they are now.
    static func reloaded(
        _ ask: Ask, _ shown: Shown, _ page: (Ask, Shown) throws -> ConfirmPage
    ) async throws -> ConfirmPage {
        try await ask.site.reloadUnits()
        return try page(ask.anew, shown)
    }

    // MARK: Close and restore

    static func askClose(_ ask: Ask) async throws -> Reply { .page(try closePage(ask, .fresh)) }

    static func close(_ ask: Ask) async throws -> Reply {
        let unit = try UnitPages.demand(ask)
        return try await ask.retrying(place: place) { reading in
            let (day, reason) = (reading.day("day", "撤销日期"), reading.words("reason", "撤销原因"))
            try reading.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.closeUnit(
                unit.id, version: try ask.version(), reason: reason, on: day, by: ask.actor, once: ask.once)
            try await ask.site.reloadUnits()
            return .done(UnitPages.link(unit.id), "\(unit.name)已撤销。")
        } form: {
            try await reloaded(ask, $0, closePage)
        }
    }

    private static func closePage(_ ask: Ask, _ shown: Shown) throws -> ConfirmPage {
        let unit = try UnitPages.demand(ask)
        return ConfirmPage(
            "确认撤销\(unit.name)？", consequences: ["名下还有人员或下级单位的不能撤销，请先迁出或并入他村。", "记录保留，以后可以恢复。"],
            fields: [
                day(shown, ask, "撤销日期"),
                Field("reason", "撤销原因", .text(shown.text("reason"), limit: 200), isRequired: true),
            ], faults: shown.faults, hidden: version(unit), action: UnitPages.link(unit.id, "close"),
            button: Button("撤销", isGrave: true), back: UnitPages.link(unit.id), ask.formContext,
            trail: UnitPages.trail(unit, in: ask.office.tree))
    }

    static func askRestore(_ ask: Ask) async throws -> Reply { .page(try restorePage(ask, .fresh)) }

    static func restore(_ ask: Ask) async throws -> Reply {
        let unit = try UnitPages.demand(ask)
        return try await ask.retrying(place: place) { reading in
            let (day, reason) = (reading.day("day", "恢复日期"), reading.words("reason", "恢复原因"))
            try reading.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.restoreUnit(
                unit.id, version: try ask.version(), reason: reason, on: day, by: ask.actor, once: ask.once)
            try await ask.site.reloadUnits()
            return .done(UnitPages.link(unit.id), "\(unit.name)已恢复。")
        } form: {
            try await reloaded(ask, $0, restorePage)
        }
    }

    private static func restorePage(_ ask: Ask, _ shown: Shown) throws -> ConfirmPage {
        let unit = try UnitPages.demand(ask)
        let merged = unit.mergedInto.flatMap { ask.office.tree[$0]?.name }
        return ConfirmPage(
            "确认恢复\(unit.name)？",
            consequences: merged.map { ["并入时转到\($0)、现在仍在那里的户和人员转回来。", "此后又迁走的人员不动。"] } ?? [
                "恢复后可以重新登记人员、开通账号。"
            ],
            fields: [
                day(shown, ask, "恢复日期"),
                Field("reason", "恢复原因", .text(shown.text("reason"), limit: 200), isRequired: true),
            ], faults: shown.faults, hidden: version(unit), action: UnitPages.link(unit.id, "restore"),
            button: Button("恢复"), back: UnitPages.link(unit.id), ask.formContext,
            trail: UnitPages.trail(unit, in: ask.office.tree))
    }
}
