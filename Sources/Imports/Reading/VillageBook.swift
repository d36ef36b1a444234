// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Sheets

/// The towns and villages as files name them: by name, former name or code, with or without 村委会.
struct VillageBook: Sendable {
    private let tree: UnitTree
    private let today: Day
    private var towns: [String: UnitID] = [:]
    private var villages: [UnitID: [String: UnitID]] = [:]
    private var everywhere: [String: [UnitID]] = [:]

    init(_ tree: UnitTree, on today: Day) {
        self.tree = tree
        self.today = today
        for unit in tree.all {
            let names = Self.keys(of: unit)
            switch unit.level {
            case .town: for name in names { towns[name] = unit.id }
            case .village:
                for name in names {
                    if let town = unit.parent { add(unit, as: name, in: town) }
                    if unit.exists(on: today) { everywhere[name, default: []].append(unit.id) }
                }
            case .province, .city, .district: continue
            }
        }
    }

    /// A village that exists wins a name from one that does not.
    private mutating func add(_ unit: Unit, as name: String, in town: UnitID) {
        let holder = villages[town]?[name].flatMap { tree[$0] }
        guard holder?.exists(on: today) != true else { return }
        villages[town, default: [:]][name] = unit.id
    }

    private static func keys(of unit: Unit) -> Set<String> {
        Set(([unit.name] + unit.formerNames + [unit.code].compactMap(\.self)).map(HeaderText.folded))
    }

    /// A village, or why it is none: the column and the sentence.
    enum Found {
        case village(UnitID)
        case fault(column: String, says: String)
    }

    /// Looks a village up; an empty town is let pass where the name is the district's only one.
    func village(town: String, village: String) -> Found {
        if town.isEmpty { return anywhere(village) }
        guard let town = self.town(town) else { return unknownTown(town) }
        let names = Self.spellings(village)
        for name in names {
            guard let id = villages[town]?[name] else { continue }
            return open(id)
        }
        return unknown(village, in: town)
    }

    /// The town of that name or code.
    func town(_ text: String) -> UnitID? {
        let name = HeaderText.folded(text)
        return towns[name] ?? towns[name + "镇"] ?? towns[name + "街道"]
            ?? (name.hasSuffix("街道办事处") ? towns[String(name.dropLast(3))] : nil)
            ?? (name.hasSuffix("地区") ? towns[String(name.dropLast(2)) + "镇"] : nil)
    }

    /// The village of a town that bears the name, whether it still exists or not.
    func holder(of name: String, in town: UnitID) -> UnitID? { villages[town]?[HeaderText.folded(name)] }

    /// What to say of a town that is not there.
    func unknownTown(_ text: String) -> Found {
        let names = tree.all.filter { $0.level == .town && $0.exists(on: today) }.map(\.name)
        return .fault(column: "town", says: "没有“\(text)”这个镇（街道）" + Self.hint(text, names))
    }

    private func anywhere(_ village: String) -> Found {
        for name in Self.spellings(village) {
            guard let found = everywhere[name] else { continue }
            if found.count == 1 { return .village(found[0]) }
            let towns = found.compactMap { tree.unit(at: .town, above: $0)?.name }.joined(separator: "、")
            return .fault(column: "village", says: "\(towns)都有“\(village)”，请补填镇（街道）。")
        }
        return unknown(village, in: nil)
    }

    private func open(_ id: UnitID) -> Found {
        guard let unit = tree[id], !unit.exists(on: today) else { return .village(id) }
        guard let target = unit.mergedInto.flatMap({ tree[$0] }) else {
            return .fault(column: "village", says: "“\(unit.name)”已撤销，请核对。")
        }
        return .fault(column: "village", says: "“\(unit.name)”已并入“\(target.name)”，请改填“\(target.name)”。")
    }

    private func unknown(_ village: String, in town: UnitID?) -> Found {
        let units = tree.all.filter {
            $0.level == .village && $0.exists(on: today) && (town == nil || $0.parent == town)
        }
        let place = town.flatMap { tree[$0]?.name } ?? "全区"
        let elsewhere = town == nil ? [] : Self.spellings(village).compactMap { everywhere[$0]?.first }
        if let other = elsewhere.first, let name = tree.unit(at: .town, above: other)?.name {
            return .fault(column: "village", says: "\(place)没有“\(village)”，\(name)有同名的村（社区），请核对镇（街道）。")
        }
        return .fault(
            column: "village", says: "\(place)没有“\(village)”这个村（社区）" + Self.hint(village, units.map(\.name)))
    }

    private static func hint(_ text: String, _ names: [String]) -> String {
        let near = NearWords.nearest(to: text, among: names)
        guard !near.isEmpty else { return "，请按系统里的名称填写；新的村（社区）请先导入单位。" }
        return "，是不是" + near.map { "“\($0)”" }.joined(separator: "或") + "？请按系统里的名称填写。"
    }

    /// The ways in which a village's name may be meant.
    private static func spellings(_ text: String) -> [String] {
        let name = HeaderText.folded(text)
        let ends = ["村民委员会", "居民委员会", "村委会", "居委会"]
        guard let end = ends.first(where: name.hasSuffix) else { return [name, name + "村", name + "社区"] }
        let short = String(name.dropLast(end.count))
        return [name, short, short + "村", short + "社区"]
    }
}
