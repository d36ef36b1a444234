// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Yams

/// 期限规则文件: deadlines.yaml of a policy pack. The head of the shipped file explains its words.
public enum DeadlinesFile {
    /// Reads the rules and proves that each can start, can be met, and says where it comes from.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> RuleSet {
        var draft = DeadlinesDraft(file: file)
        draft.read(text)
        draft.checkVersions()
        guard draft.faults.isEmpty else { throw PolicyFaults(draft.faults) }
        return RuleSet(draft.rows.map(\.rule), readings: draft.readings)
    }
}

/// What was read so far of the rules, with every fault met on the way.
struct DeadlinesDraft {
    let file: String
    var rows: [(rule: DeadlineRule, line: Int)] = []
    var readings: [DayReading] = []
    var scopeEnds: [DeadlineRule.Scope: [ActPattern]] = [:]
    var faults: [PolicyFault] = []

    init(file: String) { self.file = file }

    mutating func fault(_ line: Int, _ says: String) {
        faults.append(PolicyFault(file: file, line: line, says: says))
    }

    mutating func read(_ text: String) {
        do {
            guard let node = try Yams.compose(yaml: text), let fields = node.mapping else {
                fault(0, "文件应有counting、ends、rules三项。")
                return
            }
            readParts(fields)
        } catch let error as YamlError {
            fault(error.line, "不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。")
        } catch {
            fault(0, "不是合格的YAML。")
        }
    }

    private mutating func readParts(_ fields: Node.Mapping) {
        allow(["counting", "ends", "rules"], in: fields)
        for node in list(fields["counting"], called: "counting") { readReading(node) }
        for (scope, acts) in fields["ends"]?.mapping ?? [:] {
            guard let known = code(scope, DeadlineRule.Scope.self, called: "ends的范围") else { continue }
            scopeEnds[known] = patterns(acts)
        }
        let rules = list(fields["rules"], called: "rules")
        if rules.isEmpty { fault(0, "没有一条规则，请在rules下逐条写出。") }
        for node in rules { readRule(node) }
    }

    private mutating func readReading(_ node: Node) {
        guard let fields = node.mapping else {
            fault(node.line, "counting的每一项应写成{in-force: 2012-01-01, short-days: as-written, roll: yes}的样子。")
            return
        }
        allow(["in-force", "short-days", "roll"], in: fields)
        guard let inForce = day(fields["in-force"], called: "in-force", at: node.line) else { return }
        var upTo: Int?
        if let short = fields["short-days"]?.mapping {
            allow(["working-days-up-to"], in: short)
            upTo = whole(short["working-days-up-to"], called: "working-days-up-to", from: 1)
        } else if let short = fields["short-days"], short.string != "as-written" {
            fault(short.line, "short-days只能写as-written，或{working-days-up-to: 7}。")
        }
        let rolls = isSet(fields["roll"], called: "roll") ?? true
        readings.append(DayReading(inForce: inForce, workdaysUpTo: upTo, rolls: rolls))
    }

    /// Faults two versions of a rule for one day.
    mutating func checkVersions() {
        for (key, versions) in Dictionary(grouping: rows, by: \.rule.key) {
            let sorted = versions.sorted { ($0.rule.inForce, $0.line) < ($1.rule.inForce, $1.line) }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                let sameDay = earlier.rule.inForce == later.rule.inForce
                let runsOn = earlier.rule.retired.map { $0 > later.rule.inForce } ?? false
                if sameDay || runsOn {
                    fault(later.line, "规则“\(key)”与第\(earlier.line)行的版本在时间上重叠，请改in-force或retired。")
                }
            }
        }
        for (first, second) in zip(readings, readings.dropFirst()) where second.inForce <= first.inForce {
            fault(0, "counting应按in-force从早到晚排列，\(second.inForce)的一项放错了。")
        }
    }
}
