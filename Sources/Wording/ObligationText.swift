// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension ObligationTrace {
    /// Why it is owed until its day, in one sentence: what started it, the clause, the rule, the days skipped;
    /// and a second one if it was met late, let off, ended or paused.
    public var sentence: String {
        beginning + "，依据\(rule.clauses.map(\.words).joined(separator: "、"))“\(rule.says)”，" + ending
            + aftermath
    }

    private var beginning: String { "\(start.occurred.iso)\(start.kind.words)" }

    private var ending: String {
        if let counting {
            let from = obligation.opens == countedFrom ? nil : "\(obligation.opens.withWeekday)起才办理"
            return [from, counting.sentence].compactMap { $0 }.joined(separator: "，")
        }
        guard let period = obligation.period else {
            return "应在\(countedFrom.withWeekday)之前，即\(obligation.due.withWeekday)前办完。"
        }
        let first = "本期\(period.first.iso)至\(period.last.iso)"
        return period.last == obligation.due
            ? first + "，到\(obligation.due.withWeekday)止。"
            : first + "，应在\(obligation.due.withWeekday)前办完。"
    }

    private var aftermath: String {
        switch obligation.outcome {
        case .owed: return pausing.map { "\($0.occurred.iso)起\($0.kind.words)" + lookAgain + "。" } ?? ""
        case .met(let day, let entered, _, let inTime):
            if !inTime { return "\(day.iso)\(closingWords)，逾期\(day.days(since: obligation.due))天。" }
            if day > obligation.due { return "\(day.iso)\(closingWords)，按当时公布的放假安排未逾期。" }
            return entered > obligation.due ? "\(day.iso)\(closingWords)，\(entered.iso)补录。" : ""
        case .waived(let day, _): return "\(day.iso)经批准免办" + reason + "。"
        case .fellAway(let day, let why): return fallenAway(on: day, why)
        }
    }

    private func fallenAway(on day: Day, _ why: Obligation.FallingAway) -> String {
        switch why {
        case .ended: "因\(day.iso)\(closingWords)" + reason + "，不再需要办理。"
        case .newRound: "\(day.iso)重新开始援助，按新一轮办理。"
        case .away: "\(closing?.occurred.iso ?? day.iso)起\(closingWords)，本期不再需要办理。"
        }
    }

    private var closingWords: String { closing?.kind.words ?? "办理" }

    private var reason: String { closing?.fields[.reason].map { "（\($0)）" } ?? "" }

    private var lookAgain: String {
        obligation.pause?.until.map { "，\($0.iso)再看" } ?? "，尚未定再看的日期"
    }
}

extension Clause {
    /// The clause as offices cite it: `手册第1步工作要求4`, `北京市就业援助规定第3条`.
    public var words: String {
        guard let step else { return law ?? "手册前言" }
        let number = id.split(separator: ".").last?.dropFirst() ?? ""
        if id.contains(".w") { return "手册第\(step)步工作职责\(number)" }
        if id.contains(".r") { return "手册第\(step)步工作要求\(number)" }
        return "手册第\(step)步"
    }

    private var law: String? {
        switch id {
        case "L.01", "L.02": "北京市就业援助规定第3条"
        case "L.03": "北京市就业援助规定第10条"
        case "L.04": "社会救助暂行办法第45条、社会保险法第51条"
        case "L.05": "个人信息保护法第25条、第28条"
        case "L.06": "个人信息保护法第23条"
        case "L.07": "渐进式延迟法定退休年龄的规定"
        case "L.08": "公益性岗位期限的规定"
        case "L.09": "个人信息保护法第45条至第47条"
        case "L.10": "个人信息保护法第17条、第35条"
        case "L.11": "个人信息保护法第24条"
        case "L.12": "就业促进法第56条"
        default: nil
        }
    }
}

extension Standing {
    /// The state as lists show it.
    public var words: String {
        switch self {
        case .open: "待办"
        case .dueToday: "今日到期"
        case .overdue: "已逾期"
        case .met: "已办"
        case .metLate: "逾期办结"
        case .enteredLate: "按时办理，补录"
        case .waived: "已免办"
        case .void: "不再需要"
        case .suspended: "暂停"
        }
    }
}

extension Owner {
    /// Who owes it, as offices say.
    public var words: String {
        switch self {
        case .village: "社区（村）"
        case .aide: "就业援助员"
        case .town: "街（镇）"
        case .specialist: "就业助理专员"
        case .district: "区级"
        case .placementCentre: "区职业介绍服务中心"
        case .expert: "就业服务专家"
        case .welfareClerk: "公益性岗位服务人员"
        case .planOwner: "方案负责人"
        case .person: "本人或用人单位"
        }
    }
}
