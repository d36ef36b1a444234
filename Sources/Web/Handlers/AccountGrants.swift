// SPDX-License-Identifier: Apache-2.0
import Assistance
import Pages
import Wording

/// The part of an account's form that gives roles: up to three pairs of a role and a unit.
enum AccountGrants {
    private static let most = 3

    static func fields(_ shown: Shown, now: [Grant], in tree: UnitTree) -> [[Field]] {
        let roles = Role.allCases.map { Choice($0.rawValue, $0.word) }
        let units = tree.all.filter { $0.level.depth >= Level.district.depth }
            .sorted { order($0, tree).lexicographicallyPrecedes(order($1, tree)) }
            .map { Choice(String($0.id.number), name($0, tree)) }
        return (1...most).map { place in
            let grant = place <= now.count ? now[place - 1] : nil
            return [
                Field(
                    "role\(place)", place == 1 ? "岗位" : "兼任岗位\(place - 1)",
                    .select(roles, chosen: shown.choice("role\(place)", or: grant?.role.rawValue)),
                    isRequired: place == 1),
                Field(
                    "unit\(place)", "所在单位",
                    .select(
                        units, chosen: shown.choice("unit\(place)", or: grant.map { String($0.unit.number) })),
                    isRequired: place == 1),
            ]
        }
    }

    /// Each town before its villages, in the order of their codes.
    private static func order(_ unit: Unit, _ tree: UnitTree) -> [String] {
        (unit.parent.flatMap { tree[$0] }.map { order($0, tree) } ?? []) + [
            (unit.code ?? "~") + " \(unit.id.number)"
        ]
    }

    private static func name(_ unit: Unit, _ tree: UnitTree) -> String {
        tree.path(of: unit.id).suffix(unit.level == .village ? 2 : 1).joined(separator: " ")
    }

    static func read(_ form: Fields, _ reading: inout FormReading) -> [Grant] {
        var grants: [Grant] = []
        for place in 1...most {
            let role = form["role\(place)"].flatMap(Role.init(rawValue:))
            let unit = form.number("unit\(place)").map(UnitID.init)
            switch (role, unit) {
            case (let role?, let unit?): grants.append(Grant(role: role, unit: unit))
            case (nil, nil):
                if place == 1 { reading.fault("role1", "请选择岗位。") }
            case (nil, _?): reading.fault("role\(place)", "请选择这个单位的岗位。")
            case (_?, nil): reading.fault("unit\(place)", "请选择这个岗位所在的单位。")
            }
        }
        return grants
    }
}
