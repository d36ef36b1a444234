// SPDX-License-Identifier: Apache-2.0

import Assistance
import Yams

/// matching.yaml: weights, crowding, related trades and the roads between towns (05.w2).
public enum MatchingFile {
    /// Reads the file.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> FitRules {
        var fields = PackFields(file: file)
        guard
            let top = fields.top(
                text, ["version", "most", "crowding", "related", "within", "ways"],
                optional: ["villages", "escorts"])
        else { throw PolicyFaults(fields.faults) }
        let most = most(top, &fields)
        let crowding = fields.whole(top["crowding"], "crowding", 0...1000, at: 1)
        let within = fields.whole(top["within"], "within", 0...50, at: 1)
        var related: [Set<String>] = []
        for group in top["related"]?.sequence.map(Array.init) ?? [] {
            related.append(Set(fields.texts(group, "related")))
        }
        let escorts = top["escorts"].flatMap { fields.whole($0, "escorts", 1...1000, at: 1) }
        let ways = ways(fields.entries(top["ways"], "ways"), &fields)
        let seats = seats(top["villages"], &fields)
        let version = fields.text(top, "version")
        try fields.finished()
        return FitRules(
            version: version, most: most, crowding: crowding ?? 0, related: related,
            travel: TravelTable(within: within ?? 0, ways: ways, seats: seats),
            escorts: escorts ?? FitRules.usual.escorts)
    }

    private static func most(_ top: Node.Mapping, _ fields: inout PackFields) -> [FitPart.Key: Int] {
        guard let entry = top["most"]?.mapping else {
            fields.fault(top["most"]?.line ?? 1, "most应写成{skill: 260, …}的样子。")
            return [:]
        }
        fields.allow(FitPart.Key.allCases.map(\.rawValue), in: entry)
        var most: [FitPart.Key: Int] = [:]
        for key in FitPart.Key.allCases {
            most[key] = fields.whole(entry[key.rawValue], key.rawValue, 0...1000, at: entry.line)
        }
        let sum = most.values.reduce(0, +)
        if most.count == FitPart.Key.allCases.count, sum != 1000 {
            fields.fault(entry.line, "most各项加起来应是1000，现在是\(sum)。")
        }
        return most
    }

    private static func ways(
        _ entries: [Node.Mapping], _ fields: inout PackFields
    ) -> [(from: String, to: String, kilometres: Int)] {
        var ways: [(from: String, to: String, kilometres: Int)] = []
        for entry in entries {
            fields.allow(["from", "to", "km"], in: entry)
            let (from, to) = (fields.text(entry, "from"), fields.text(entry, "to"))
            let kilometres = fields.whole(entry["km"], "km", 1...200, at: entry.line)
            if from == to { fields.fault(entry.line, "from和to不能是同一个镇（街）。") }
            ways.append((from, to, kilometres ?? 0))
        }
        return ways
    }

    /// Villages may be left out: a town's usual distance stands for them.
    private static func seats(_ node: Node?, _ fields: inout PackFields) -> [String: Int] {
        guard let node else { return [:] }
        guard let entries = node.mapping else {
            fields.fault(node.mark?.line ?? 1, "villages应写成{村（社区）代码: 到镇（街）公里数}的样子。")
            return [:]
        }
        var seats: [String: Int] = [:]
        for (code, kilometres) in entries {
            seats[code.string ?? ""] = fields.whole(kilometres, "villages", 0...50, at: node.mark?.line ?? 1)
        }
        return seats
    }
}
