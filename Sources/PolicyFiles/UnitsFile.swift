// SPDX-License-Identifier: Apache-2.0

import Assistance
import Yams

/// units.yaml: the district and its towns; villages come by import, since they merge and change names.
public enum UnitsFile {
    /// Reads the file; the district comes first, then the towns as written.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> [UnitSeed] {
        var fields = PackFields(file: file)
        guard let top = fields.top(text, ["district", "towns"]) else { throw PolicyFaults(fields.faults) }
        guard let district = top["district"]?.mapping else {
            throw PolicyFaults([
                PolicyFault(
                    file: file, line: top["district"]?.line ?? 0,
                    says: "district应写成{code: 110113, name: 顺义区}的样子。")
            ])
        }
        var seeds: [UnitSeed] = []
        var seen: [String: Int] = [:]
        let code = read(district, &fields, &seeds, &seen, level: .district, parent: nil)
        let towns = fields.entries(top["towns"], "towns")
        if towns.isEmpty { fields.fault(top["towns"]?.line ?? 0, "towns至少要有一个街道或镇。") }
        for town in towns { read(town, &fields, &seeds, &seen, level: .town, parent: code) }
        try fields.finished()
        return seeds
    }

    @discardableResult
    private static func read(
        _ entry: Node.Mapping, _ fields: inout PackFields, _ seeds: inout [UnitSeed],
        _ seen: inout [String: Int], level: Level, parent: String?
    ) -> String {
        fields.allow(["code", "name"], in: entry)
        let code = fields.text(entry, "code")
        let name = fields.text(entry, "name")
        let digits = parent == nil ? 6 : 9
        if code.count != digits || !code.allSatisfy({ ("0"..."9").contains($0) }) {
            fields.fault(entry.line, "代码“\(code)”应是\(digits)位数字。")
        } else if let parent, !code.hasPrefix(parent) {
            fields.fault(entry.line, "代码“\(code)”应以区的代码\(parent)开头。")
        }
        for word in [code, name] {
            if let first = seen[word] { fields.fault(entry.line, "“\(word)”在第\(first)行已经写过。") }
            seen[word] = entry.line
        }
        seeds.append(UnitSeed(code: code, name: name, level: level, parent: parent))
        return code
    }
}
