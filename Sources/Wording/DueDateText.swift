// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension DueDateTrace {
    /// Why the period ends on its day, in one sentence: the start, the length, the days skipped and counted,
    /// the end, and whether it may still move.
    public var sentence: String {
        guard dueDate.limit.period > 0 else { return "应在\(dueDate.start.withWeekday)当天办理。" }
        let clauses = [beginning, monthEnd, counting, rolling, ending].compactMap { $0 }
        return clauses.joined(separator: "；") + "。" + caution
    }

    private var beginning: String {
        "自\(dueDate.start.withWeekday)起\(dueDate.limit.words)，当天不算"
    }

    /// Said only where the month has no such day.
    private var monthEnd: String? {
        switch dueDate.limit {
        case .days, .workdays, .weeks: return nil
        case .months, .years:
            guard dueDate.nominal.day != dueDate.start.day else { return nil }
            return "\(dueDate.nominal.month)月没有\(dueDate.start.day)日，取月末日"
        }
    }

    /// The days a period of working days skipped, and the weekend days it counted.
    private var counting: String? {
        guard case .workdays = dueDate.limit else { return nil }
        let counted = makeUpDays.map { "\($0.iso)（\($0.weekday.words)，调休上班）" }
        let said = [
            skipped.isEmpty ? nil : "跳过" + skippedWords,
            counted.isEmpty ? nil : counted.joined(separator: "、") + "计入",
        ].compactMap { $0 }
        return said.isEmpty ? nil : said.joined(separator: "，")
    }

    /// How the end of a period of days, weeks, months or years met the calendar.
    private var rolling: String? {
        if case .workdays = dueDate.limit { return nil }
        if !dueDate.rolls { return "遇休息日不顺延" }
        if let rolledFrom {
            return "最后一日\(rolledFrom.withWeekday)休息，跳过\(skippedWords)，顺延至下一个工作日"
        }
        guard let makeUp = makeUpDays.first else { return nil }
        return "最后一日\(makeUp.iso)（\(makeUp.weekday.words)，调休上班）是工作日，不顺延"
    }

    private var ending: String { "到\(dueDate.due.withWeekday)止" }

    private var caution: String {
        guard dueDate.isProvisional else { return "" }
        return unknownYears.map { "\($0)年" }.joined(separator: "、") + "放假安排尚未公布，期限暂定。"
    }

    /// The runs of rest days; more than three plain weekends are only counted, so that a sentence stays one.
    private var skippedWords: String {
        let weekends = skipped.filter { $0.reasons == [.weekend] }
        guard weekends.count > 3 else { return skipped.map(\.words).joined(separator: "、") }
        let others = skipped.filter { $0.reasons != [.weekend] }
        return (others.map(\.words) + ["\(weekends.count)个周末"]).joined(separator: "、")
    }
}

extension RestRun {
    /// The days and why they are free, `2026-02-15至2026-02-23（春节）`.
    public var words: String {
        (first == last ? first.iso : "\(first.iso)至\(last.iso)") + "（\(reasonWords)）"
    }

    private var reasonWords: String {
        let holidays = reasons.compactMap { reason in
            switch reason {
            case .weekend: nil as String?
            case .holiday(let name): name
            case .statutory(let holiday): holiday.words
            }
        }
        if holidays.isEmpty { return "周末" }
        return holidays.joined(separator: "、") + (reasons.contains(.weekend) ? "和周末" : "")
    }
}
