// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension RulePart: OfficeTerm {
    /// 期限规则的一项.
    public var word: String {
        switch self {
        case .inForce: "起用日期"
        case .retired: "停用日期"
        case .adopted: "采用日期"
        case .length: "期限"
        case .owner: "由谁办理"
        case .starts: "起算"
        case .metBy: "办结条件"
        case .count: "次数"
        case .minimumGap: "间隔"
        case .metOn: "按哪一天判定"
        case .early: "提前办理"
        case .ends: "终止条件"
        case .joins: "未办结时再次起算"
        case .pauses: "人员暂离时"
        case .lapses: "到期未办"
        case .rolls: "末日遇休息日"
        case .warnDays: "提前提醒"
        case .scope: "责任档案"
        case .clauses: "依据"
        case .title: "事项名称"
        case .says: "要求"
        }
    }
}

extension DeadlineRule {
    /// What the row says in one of its parts, in a few words.
    public func words(of part: RulePart) -> String {
        switch part {
        case .inForce: inForce.iso
        case .retired: retired?.iso ?? "不停用"
        case .adopted: adopted?.iso ?? "未写"
        case .length: timing.words + timing.startWords
        case .owner: owedBy.words
        case .starts: starts.map(\.words).joined(separator: "，或")
        case .metBy: metBy.map { $0.map(\.words).joined(separator: "或") }.joined(separator: "，并且")
        case .count: "\(count)次"
        case .minimumGap: minimumGap == 0 ? "不限" : "至少隔\(minimumGap)日"
        case .metOn: metOn == .occurred ? "办理日期" : "录入日期"
        case .early: countsEarly ? "算数" : "不算数"
        case .ends: ends.isEmpty ? "没有" : ends.map(\.words).joined(separator: "，或")
        case .joins: joins ? "并入同一项" : "另起一项"
        case .pauses: pauses ? "暂停" : "不暂停"
        case .lapses: lapses ? "自行失效" : "算逾期"
        case .rolls: rolls ? "顺延到下一个工作日" : "不顺延"
        case .warnDays: warnDays.isEmpty ? "不提醒" : warnDays.map { "\($0)日" }.joined(separator: "、") + "前"
        case .scope: scope.words
        case .clauses: clauses.map(\.words).joined(separator: "；")
        case .title: title
        case .says: says
        }
    }
}

extension DeadlineRule.Scope {
    /// Whose journal owes it.
    fileprivate var words: String {
        switch self {
        case .person: "人员"
        case .case: "援助档案"
        case .village: "社区（村）"
        case .town: "街（镇）"
        case .district: "区"
        }
    }
}

extension DeadlineRule.Timing {
    /// From which day it counts, where that is not the act's own; empty otherwise.
    fileprivate var startWords: String {
        guard case .once(let once) = self, case .field(let field) = once.from else { return "" }
        return "（自\(field.word)起算）"
    }
}

extension DeadlineRule.Start {
    fileprivate var words: String {
        let anew = since.isEmpty ? "" : "（\(since.map(\.words).joined(separator: "、"))后重新计数）"
        switch which {
        case .each: return pattern.words + anew
        case .number(let number): return "第\(number)次\(pattern.words)" + anew
        case .from(let number): return "第\(number)次及以后每次\(pattern.words)" + anew
        }
    }
}

extension ActPattern {
    /// The acts that are meant: `走访（见到本人不是no）`.
    public var words: String {
        let acts = kinds.map(\.words).joined(separator: "、")
        let asked = tests.map { test in
            test.field.word + (test.isNegated ? "不是" : "为") + test.values.joined(separator: "或")
        }
        switch belongs {
        case .any: return acts + Self.brackets(asked)
        case .anchor: return acts + Self.brackets(asked + ["同一事项"])
        case .same: return acts + Self.brackets(asked + ["同属一项"])
        }
    }

    private static func brackets(_ words: [String]) -> String {
        words.isEmpty ? "" : "（\(words.joined(separator: "，"))）"
    }
}
