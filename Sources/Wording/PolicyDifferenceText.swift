// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

/// 政策包的一处改动, as a table shows it: what, which part, as it was, as it will be.
public struct PolicyChangeLine: Hashable, Sendable {
    /// What is changed: a deadline by its short name, a year, a number.
    public let subject: String
    /// Its key for scripts: the rule's, the number's.
    public let key: String
    /// Which part of it, in words.
    public let part: String
    /// The part's code for scripts.
    public let code: String
    /// As it was; empty where it is new.
    public let before: String
    /// As it will be; empty where it is gone.
    public let after: String
}

extension PolicyDifference {
    /// Every difference that duties can follow from, a line each: deadlines, how days are read, the calendar.
    public var dutyLines: [PolicyChangeLine] {
        rules.flatMap(\.lines) + readings.map(\.line) + years.map(\.line)
    }

    /// The other differences: numbers, and parts that are only named.
    public var otherLines: [PolicyChangeLine] { numbers.map(\.line) + parts.map(\.line) }
}

extension RuleDifference {
    /// A line for each part that changes; one for a row that comes or goes.
    public var lines: [PolicyChangeLine] {
        switch self {
        case .added(let rule): [Self.line(rule, "新增", "added", "", rule.summary)]
        case .removed(let rule): [Self.line(rule, "取消", "removed", rule.summary, "")]
        case .changed(let before, let after):
            parts.map { part in
                Self.line(after, part.word, part.rawValue, before.words(of: part), after.words(of: part))
            }
        }
    }

    private static func line(
        _ rule: DeadlineRule, _ part: String, _ code: String, _ before: String, _ after: String
    ) -> PolicyChangeLine {
        PolicyChangeLine(
            subject: rule.title.isEmpty ? rule.key.name : rule.title, key: rule.key.name, part: part,
            code: code, before: before, after: after)
    }
}

extension DeadlineRule {
    fileprivate var summary: String {
        "\(timing.words)，\(owedBy.words)，\(inForce.iso)起用" + (retired.map { "，\($0.iso)停用" } ?? "")
    }
}

extension ReadingDifference {
    fileprivate var line: PolicyChangeLine {
        PolicyChangeLine(
            subject: "日数的读法", key: "counting", part: "\(inForce.iso)起", code: inForce.iso,
            before: before?.words ?? "", after: after?.words ?? "")
    }
}

extension DayReading {
    /// How days are read: `按自然日，末日遇休息日顺延`.
    public var words: String {
        let days = workdaysUpTo.map { "\($0)日以内按工作日" } ?? "按自然日"
        return days + (rolls ? "，末日遇休息日顺延" : "，末日遇休息日不顺延")
    }
}

extension YearDifference {
    fileprivate var line: PolicyChangeLine {
        let (part, code) =
            before == nil ? ("新增", "added") : after == nil ? ("取消", "removed") : ("调整", "changed")
        return PolicyChangeLine(
            subject: "\(year)年放假安排", key: "calendar/\(year)", part: part, code: code,
            before: before?.words ?? "", after: (after?.words ?? "") + turnedWords)
    }

    /// The days that begin or cease to be worked, the first few by name.
    private var turnedWords: String {
        guard !turned.isEmpty else { return after == nil ? "" : "，上班和休息的日子不变" }
        let named = turned.prefix(6).map(\.iso).joined(separator: "、")
        let sentence = "\(turned.count)天的上班或休息有变：\(named)\(turned.count > 6 ? "等" : "")"
        return after == nil ? sentence : "，" + sentence
    }
}

extension CalendarYear {
    /// The notice in a few words: `放假33天，调休上班6天，2025-11-04公布`.
    fileprivate var words: String {
        "放假\(off.count)天，调休上班\(work.count)天" + (published.map { "，\($0.iso)公布" } ?? "")
    }
}

extension NumberDifference {
    fileprivate var line: PolicyChangeLine {
        // A number that stays while its source is corrected would look the same on both sides.
        let isSame = before?.value == after?.value
        func words(_ entry: Dated<PolicyNumber.Value>.Entry?) -> String {
            guard let entry else { return "" }
            return number.words(entry.value) + (isSame ? "（\(entry.source)）" : "")
        }
        return PolicyChangeLine(
            subject: number.word, key: number.code,
            part: number == .lateEntryDays ? "数值" : "\(from.iso)起", code: from.iso,
            before: words(before), after: words(after))
    }
}

extension PackPart: OfficeTerm {
    /// 政策包的其他部分.
    public var word: String {
        switch self {
        case .title: "政策包名称"
        case .units: "单位"
        case .questionnaire: "调查问卷"
        case .lists: "字典"
        case .retirement: "退休年龄进度"
        case .papers: "材料清单"
        case .testNumbers: "测试用身份证号段"
        }
    }

    fileprivate var line: PolicyChangeLine {
        PolicyChangeLine(
            subject: word, key: rawValue, part: "内容", code: "content", before: "原内容", after: "有改动")
    }
}
