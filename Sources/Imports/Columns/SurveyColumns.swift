// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Questionnaire
import Sheets

/// An answer sheet of a file while it is read.
struct SurveyDraft: Sendable {
    let row: Int
    var town = ""
    var villageName = ""
    var household = ""
    var sheet = ""
    var interviewed: Day?
    var interviewer = ""
    var correction = ""
    var person: PersonID?
    var confirmations: [Confirmation] = []
    var answers: [ItemID: Answer] = [:]
    /// Found when the row is finished.
    var village: UnitID?
}

/// 调查问卷: one answer sheet a row, the items of the questionnaire as columns.
enum SurveyColumns {
    typealias Column = ImportColumn<SurveyDraft>

    static func table(form: Form) -> ImportTable<SurveyDraft> {
        ImportTable(
            title: "调查问卷", columns: frame + items(form) + settling, begin: { SurveyDraft(row: $0) },
            advice: [
                "一张问卷一行。选择题填纸面的字母或选项文字，多选用“;”隔开，如 A;C。",
                "没有问到的题空着；纸面上填“无”的，也填“无”。不该问的题填了内容算错误。",
                "每一行要写调查日期；那一年的调查要先在系统里开展。",
                "已在名册上的人可以填人员编号代替身份证号。不在名册上的人按身份证号新加入名册。",
                "系统指出矛盾、核实后确实如此的，在“核实说明”一列写“代码=原因”，几条之间用“;”隔开。",
                "同一人本轮已有问卷的，写明更正原因才会更正；原来的问卷仍然保留。",
                "预填的行，还没有调查的人原样留着即可，导入时跳过。",
            ],
            isUntouched: {
                $0.person != nil && $0.interviewed == nil && $0.interviewer.isEmpty && $0.answers["q1"] == nil
            })
    }

    private static var frame: [Column] {
        [
            Column(
                "town", "镇（街道）", synonyms: ["镇", "街道", "乡镇", "镇街", "街镇", "镇街道"], note: "写全称。",
                example: "杨镇", width: 14, take: CellReading.text { $0.town = $1 }),
            Column(
                "village", "村（社区）", synonyms: ["村", "社区", "村居", "村社区"], note: "户口所在的村（社区）。",
                example: "沙岭村", width: 16, mustBeFilled: true, take: CellReading.text { $0.villageName = $1 }),
            Column(
                "interviewed", "调查日期", synonyms: ["入户日期", "调查时间"], note: "如2026-02-13。",
                example: "2026-02-13", width: 12, mustBeFilled: true, take: takeInterviewed),
            Column(
                "interviewer", "调查员", synonyms: ["调查员姓名", "调查人"], note: "在问卷上签名的人。", example: "张海燕",
                width: 10, mustBeFilled: true, take: CellReading.text { $0.interviewer = $1 }),
            Column(
                "household", "户号", synonyms: ["户编号"], note: "不在名册上的人填。", width: 8,
                take: CellReading.text { $0.household = $1 }),
            Column(
                "person", "人员编号", note: "预填的，请勿改动。", width: 10, take: takePerson),
            Column(
                "sheet", "问卷编号", note: "可以空着。", width: 12, take: CellReading.text { $0.sheet = $1 }),
        ]
    }

    private static let takeInterviewed: @Sendable (SheetCell, inout SurveyDraft) -> CellFault? = {
        cell, draft in
        let date = CellText.date(cell)
        guard let date, let number = date.day, let day = Day(year: date.year, month: date.month, day: number)
        else { return CellFault("“\(CellText.plain(cell))”不是完整的日期，请写成2026-02-13的样子。") }
        draft.interviewed = day
        return nil
    }

    private static let takePerson: @Sendable (SheetCell, inout SurveyDraft) -> CellFault? = { cell, draft in
        let text = CellText.plain(cell)
        guard let number = Int(text), number > 0 else {
            return CellFault("“\(text)”不是人员编号，请空着并填身份证号。")
        }
        draft.person = PersonID(number)
        return nil
    }

    private static var settling: [Column] {
        [
            Column(
                "confirmations", "核实说明", note: "代码=原因，几条用“;”隔开。", width: 24, take: takeConfirmations),
            Column(
                "correction", "更正原因", note: "更正本轮已有问卷时填。", width: 20,
                take: CellReading.text { $0.correction = $1 }),
        ]
    }

    private static let takeConfirmations: @Sendable (SheetCell, inout SurveyDraft) -> CellFault? = {
        cell, draft in
        for entry in CellText.plain(cell).split(whereSeparator: { ";；\n".contains($0) }) {
            let halves = entry.split(maxSplits: 1) { "=＝：".contains($0) }.map { CellText.plain(String($0)) }
            guard halves.count == 2, !halves[1].isEmpty else {
                return CellFault("“\(entry)”应写成“代码=原因”，如 Q-AGE=户口簿如此。")
            }
            draft.confirmations.append(Confirmation(halves[0], reason: halves[1]))
        }
        return nil
    }

    /// The items of the questionnaire in its order; headings have no column.
    private static func items(_ form: Form) -> [Column] {
        form.items.filter { $0.kind != .heading }.map { item in
            Column(
                item.id.name, title(of: item, in: form), synonyms: synonyms(of: item, in: form),
                note: note(on: item), width: width(of: item), choices: choices(of: item),
                mustBeFilled: false, take: AnswerReading(item).take)
        }
    }

    /// `第1题 您现在有工作吗？`, `第5题 合同从哪年哪月起`, `身份证号`.
    private static func title(of item: Item, in form: Form) -> String {
        let parent = item.parent.flatMap { form.item($0)?.number }
        guard let number = item.number ?? parent else { return item.label }
        return "第\(number)题 \(item.label)"
    }

    private static func synonyms(of item: Item, in form: Form) -> [String] {
        let bare = item.label.hasPrefix("是否为") ? [String(item.label.dropFirst(3))] : []
        guard let number = item.number else { return bare }
        return bare + ["第\(number)题", "\(number)", "问题\(number)"]
    }

    private static func note(on item: Item) -> String {
        switch item.kind {
        case .single(let options) where options.contains { $0.label != $0.code }:
            options.map { $0.label == $0.code ? $0.code : "\($0.code) \($0.label)" }.joined(separator: "；")
        case .multi(let options, let exactly):
            (exactly.map { "正好选\($0)项，用“;”隔开：" } ?? "可以选多项，用“;”隔开：")
                + options.map { $0.label == $0.code ? $0.code : "\($0.code) \($0.label)" }
                .joined(separator: "；")
        case .place(let parts): "依次写\(parts.joined(separator: "、"))，用空格隔开。"
        case .yearMonth: "如2026-02。"
        case .single, .yesNo, .text, .number, .day, .year, .residentID, .mobile, .phone, .heading:
            item.allowsNone ? "没有填“无”。" : item.hint ?? ""
        }
    }

    private static func width(of item: Item) -> Double {
        switch item.kind {
        case .residentID: 22
        case .place: 26
        case .multi, .text: 18
        case .single, .yesNo, .number, .day, .yearMonth, .year, .mobile, .phone, .heading: 13
        }
    }

    private static func choices(of item: Item) -> [String] {
        switch item.kind {
        case .single(let options): options.map(\.code)
        case .yesNo: ["是", "否"]
        case .multi, .text, .number, .day, .yearMonth, .year, .place, .residentID, .mobile, .phone, .heading:
            []
        }
    }
}
