// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// 政策设置: what the district goes by; changed by replacing the pack, never on a page.
enum PolicyPages {
    static let routes: [Routes.Entry] = [.get("/policy", .seePolicy, show)]

    static func show(_ ask: Ask) async throws -> Reply {
        let pack = ask.office.pack
        let step = ask.query["step"]
        let rules = pack.rules.rules.filter { step == nil || key($0) == step }
            .sorted { ($0.clause, $0.key, $0.inForce) < ($1.clause, $1.key, $1.inForce) }
        return .page(
            PolicyPage(
                facts: facts(pack), parameters: PolicyParameters(pack: pack, today: ask.office.today).all,
                rules: rules.map(rule), steps: tabs(pack.rules.rules, step),
                rehearsal: RehearsalPages.isOpen(to: ask) ? "/policy/rehearsal" : nil))
    }

    private static func facts(_ pack: PolicyPack) -> [Fact] {
        let years = pack.calendar.years.keys.sorted()
        let span = years.first.flatMap { first in years.last.map { "\(first)—\($0)年" } } ?? "无"
        return [
            Fact("名称", pack.title), Fact("代号", pack.name),
            Fact("办理期限", "\(Set(pack.rules.rules.map(\.key)).count)项"), Fact("工作日历", span),
            Fact("调查问卷", "\(pack.form.definition.title)（第\(pack.form.definition.edition)版）"),
            Fact("文件摘要（SHA-256）", .text(groups(pack.digest)), isWide: true),
        ]
    }

    /// In groups of eight, which can be compared by eye and broken over lines.
    private static func groups(_ digest: String) -> String {
        let signs = Array(digest)
        return stride(from: 0, to: signs.count, by: 8).map { String(signs[$0..<min($0 + 8, signs.count)]) }
            .joined(separator: " ")
    }

    /// The step of the leading clause, the introduction, or the law.
    private static func key(_ rule: DeadlineRule) -> String {
        String(rule.clause.id.prefix { $0 != "." })
    }

    private static func tabs(_ rules: [DeadlineRule], _ step: String?) -> [Tab] {
        let keys = Set(rules.map(key)).sorted()
        let all = Tab("全部", "/policy", isCurrent: step == nil, count: rules.count)
        return [all]
            + keys.map { key in
                Tab(
                    name(key), Link("/policy", query: [("step", key)]), isCurrent: step == key,
                    count: rules.count { Self.key($0) == key })
            }
    }

    private static func name(_ key: String) -> String {
        if key == "L" { return "法律法规" }
        return Int(key) == 0 ? "前言" : "第\(Int(key) ?? 0)步"
    }

    private static func rule(_ rule: DeadlineRule) -> PolicyPage.Rule {
        let end = rule.retired.map { "，\($0.iso)停用" } ?? ""
        return PolicyPage.Rule(
            title: rule.title, clause: rule.clauses.map(\.words).joined(separator: "；"), says: rule.says,
            period: rule.timing.words, owner: rule.owedBy.words, from: rule.inForce.iso + end)
    }
}

/// The dated numbers of a pack, each value a line, newest first.
struct PolicyParameters {
    let pack: PolicyPack
    let today: Day

    var all: [PolicyPage.Parameter] {
        let hardship = pack.hardship
        let bands = HardshipStandard.allCases.flatMap { standard in
            lines("“3545”女性年龄（\(standard.word)）", hardship.women[standard], Self.band)
                + lines("“3545”男性年龄（\(standard.word)）", hardship.men[standard], Self.band)
        }
        return bands + lines("连续失业", hardship.unemployedMonths) { "满\($0)个月" }
            + lines("高校毕业生毕业", hardship.graduateMonths) { "满\($0)个月" }
            + lines("低收入线（城镇，每人每年）", hardship.lowIncomeUrban) { "\($0)元" }
            + lines("低收入线（农村，每人每年）", hardship.lowIncomeRural) { "\($0)元" } + [window]
    }

    private static func band(_ band: HardshipRules.Band) -> String {
        band.through.map { "\(band.from)—\($0)周岁" } ?? "\(band.from)周岁以上"
    }

    private var window: PolicyPage.Parameter {
        PolicyPage.Parameter(
            name: "补录期限", value: "\(pack.window.lateEntryDays)日", from: "", source: "超过的由督导人员核实后录入",
            isInForce: true)
    }

    private func lines<Value>(
        _ name: String, _ dated: Dated<Value>?, _ words: (Value) -> String
    ) -> [PolicyPage.Parameter] {
        guard let dated else { return [] }
        let current = dated.entries.last { $0.from <= today } ?? dated.entries.first
        return dated.entries.reversed().map { entry in
            PolicyPage.Parameter(
                name: name, value: words(entry.value), from: entry.from.iso, source: entry.source,
                isInForce: entry == current)
        }
    }
}
