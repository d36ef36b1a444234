// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import PolicyFiles
import Wording

/// `yuanzhu export clauses`: every clause of the manual and the law once, with what serves it.
struct ExportClauses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses", abstract: "列出手册和法规的全部条款，以及落实它的记录种类、期限规则和困难类别。")

    @Flag(help: "每条输出一行JSON。")
    var json = false
    @OptionGroup var outlet: Outlet
    @OptionGroup var policy: PolicyPlace

    func run() throws {
        let rules = try policy.pack().rules
        let lines = Clause.all.map { ClauseLine($0, rules: rules) }
        try outlet.write(lines.map { json ? $0.json.text : $0.text })
    }
}

/// One clause and where it is served.
struct ClauseLine {
    private let clause: Clause
    private let acts: [ActKind]
    private let rules: [String]
    private let categories: [HardshipCategory]

    init(_ clause: Clause, rules: RuleSet) {
        self.clause = clause
        acts = ActKind.allCases.filter { $0.clause == clause }
        let serving = rules.rules.filter { $0.clauses.contains(clause) }
        self.rules = Set(serving.map(\.key.name)).sorted()
        categories = HardshipCategory.allCases.filter { $0.clause == clause }
    }

    /// The level whose step it is; `all` for the introduction and the law.
    private var level: String { clause.step.map(Self.level) ?? "all" }

    /// 00.levels: who does which of the 19 steps.
    private static func level(ofStep step: Int) -> String {
        switch step {
        case 1, 3, 4, 5, 17: Level.village.rawValue
        case 11...15: Level.district.rawValue
        default: Level.town.rawValue
        }
    }

    var json: JSONValue {
        [
            "id": .text(clause.id), "cites": .text(clause.words),
            "step": clause.step.map { .number($0) } ?? .null, "level": .text(level),
            "acts": .texts(acts.map(\.rawValue)), "rules": .texts(rules),
            "categories": .texts(categories.map(\.word)),
        ]
    }

    var text: String {
        let served = acts.map(\.words) + rules + categories.map(\.word)
        let where_ = served.isEmpty ? "—" : served.joined(separator: "、")
        return "\(clause.id)  \(clause.words)  \(where_)"
    }
}
