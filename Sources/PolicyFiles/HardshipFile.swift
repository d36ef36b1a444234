// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

/// hardship.yaml: the dated numbers behind the categories (00.c03, 00.c04, 00.c05, L.07, the income lines).
public enum HardshipFile {
    /// Reads the file.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> HardshipParameters {
        var fields = PackFields(file: file)
        guard let top = fields.top(text, names) else { throw PolicyFaults(fields.faults) }
        let women = bands(top, "women", &fields)
        let men = bands(top, "men", &fields)
        let unemployed = months(top, "unemployed-months", &fields)
        let graduate = months(top, "graduate-months", &fields)
        let urban = yuan(top, "low-income-urban", &fields)
        let rural = yuan(top, "low-income-rural", &fields)
        if top["retirement"]?.string != "law" {
            fields.fault(top["retirement"]?.line ?? 0, "retirement只能写law，即2024年9月13日的决定（退休年龄全国统一）。")
        }
        guard fields.faults.isEmpty, let unemployed, let graduate, let urban, let rural else {
            throw PolicyFaults(fields.faults)
        }
        return HardshipParameters(
            women: women, men: men, unemployedMonths: unemployed, graduateMonths: graduate,
            lowIncomeUrban: urban, lowIncomeRural: rural, schedule: .law)
    }

    private static let names = [
        "women", "men", "unemployed-months", "graduate-months", "low-income-urban", "low-income-rural",
        "retirement",
    ]

    /// The age bands of one sex by standard; the district's must be there, the city's may be left out.
    private static func bands(_ top: Node.Mapping, _ key: String, _ fields: inout PackFields)
        -> [HardshipStandard: Dated<HardshipRules.Band>]
    {
        guard let node = top[key] else { return [:] }
        guard let standards = node.mapping else {
            fields.fault(node.line, "\(key)下面应分district和city两项。")
            return [:]
        }
        fields.allow(HardshipStandard.allCases.map(\.rawValue), in: standards)
        if standards["district"] == nil { fields.fault(node.line, "\(key)缺少district。") }
        var found: [HardshipStandard: Dated<HardshipRules.Band>] = [:]
        for standard in HardshipStandard.allCases {
            guard let list = standards[standard.rawValue] else { continue }
            found[standard] = fields.dated(list, key, band)
        }
        return found
    }

    /// `35-49`, both included, or `40-` without an upper end.
    private static func band(_ fields: inout PackFields, _ node: Node) -> HardshipRules.Band? {
        let parts = (node.string ?? "").split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, let from = Int(parts[0]), (16...70).contains(from) {
            if parts[1].isEmpty { return HardshipRules.Band(from: from, through: nil) }
            if let through = Int(parts[1]), (from...70).contains(through) {
                return HardshipRules.Band(from: from, through: through)
            }
        }
        fields.fault(node.line, "年龄段“\(node.string ?? "")”应写成35-49的样子，没有上限的写成40-。")
        return nil
    }

    private static func months(_ top: Node.Mapping, _ key: String, _ fields: inout PackFields) -> Dated<Int>?
    {
        top[key].flatMap { node in
            fields.dated(node, key) { $0.whole($1, key, 1...120, at: $1.line) }
        }
    }

    private static func yuan(_ top: Node.Mapping, _ key: String, _ fields: inout PackFields) -> Dated<Int>? {
        top[key].flatMap { node in
            fields.dated(node, key) { $0.whole($1, key, 1...1_000_000, at: $1.line) }
        }
    }
}
