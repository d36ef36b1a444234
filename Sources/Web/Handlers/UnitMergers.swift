// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages

/// 并入他村: first which village takes over, then what would move, then the merger.
enum UnitMergers {
    /// The village is chosen by a GET form, so that the preview has an address and changes nothing.
    static func choose(_ ask: Ask) async throws -> Reply {
        let unit = try UnitPages.demand(ask)
        guard unit.level == .village else { throw PageMissing() }
        guard let target = ask.query.number("into").map(UnitID.init) else {
            return .page(choicePage(unit, ask))
        }
        return .page(try await previewPage(ask, target, .fresh))
    }

    static func merge(_ ask: Ask) async throws -> Reply {
        let unit = try UnitPages.demand(ask)
        guard let target = ask.form.number("into").map(UnitID.init) else { throw FormBroken() }
        return try await ask.retrying { reading in
            let day = reading.day("day", "并入日期")
            try reading.finish()
            guard let day else { throw FormBroken() }
            _ = try await ask.office.mergeVillages(
                unit.id, version: try ask.version(), into: target, on: day, by: ask.actor, once: ask.once)
            try await ask.site.reloadUnits()
            let name = ask.site.office().tree[target]?.name ?? ""
            return .done(UnitPages.link(target), "\(unit.name)已并入\(name)。请停用原村不再需要的账号。")
        } form: { shown in
            try await ask.site.reloadUnits()
            return try await previewPage(ask.anew, target, shown)
        }
    }

    private static func choicePage(_ unit: Unit, _ ask: Ask) -> UnitChoicePage {
        let neighbours = unit.parent.map { ask.office.tree.children(of: $0) } ?? []
        return UnitChoicePage(
            title: "\(unit.name)并入他村", trail: UnitPages.trail(unit, in: ask.office.tree),
            action: UnitPages.link(unit.id, "merge"),
            choices: neighbours.filter { $0.id != unit.id && $0.exists(on: ask.office.today) }
                .map { Choice(String($0.id.number), $0.name) },
            back: UnitPages.link(unit.id))
    }

    private static func previewPage(_ ask: Ask, _ target: UnitID, _ shown: Shown) async throws -> ConfirmPage
    {
        let unit = try UnitPages.demand(ask)
        let preview = try await ask.office.previewMerger(of: unit.id, into: target, by: ask.actor)
        let name = ask.office.tree[target]?.name ?? ""
        let clashes = preview.clashes.isEmpty ? "无" : preview.clashes.joined(separator: "、")
        return ConfirmPage(
            "确认将\(unit.name)并入\(name)？",
            consequences: [
                "全部户、人员和正在援助的档案转到\(name)，没有办完的事项一并转过去。", "户号相同的，转来的户在号前加“\(unit.name)”。",
                "\(unit.name)从并入日起不再使用，台账和记录保留，以后可以恢复。",
            ],
            facts: [
                Fact("户", "\(preview.households)户"), Fact("人员", "\(preview.people)人"),
                Fact("正在援助", "\(preview.cases)人"), Fact("相同的户号", clashes),
            ],
            fields: [
                Field(
                    "day", "并入日期",
                    .day(shown.text("day", or: ask.office.today.iso), until: ask.office.today.iso),
                    isRequired: true)
            ], faults: shown.faults,
            hidden: [
                (name: "version", value: String(unit.version)), (name: "into", value: String(target.number)),
            ],
            action: UnitPages.link(unit.id, "merge"), button: Button("并入", isGrave: true),
            back: UnitPages.link(unit.id, "merge"), ask.formContext,
            trail: UnitPages.trail(unit, in: ask.office.tree))
    }
}
