// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import Questionnaire
import SamplePeople
import Sheets
import Wording

/// The files of a made-up district as its villages would send them: for trying imports at any size.
public struct DistrictFiles: Sendable {
    private let plan: DistrictPlan
    private let day: Day
    private let form: Form
    private let schedule: RetirementSchedule

    /// - Parameter day: of the interviews; everybody is of working age on it.
    public init(_ plan: DistrictPlan, on day: Day, pack: PolicyPack) {
        self.plan = plan
        self.day = day
        form = pack.form
        schedule = pack.hardship.schedule
    }

    /// 单位名单: the villages, as a text file for `import units`.
    ///
    /// - Throws: ``SheetFault``.
    public func writeUnits(to path: String) throws {
        let file = try CSVWriter(path)
        try file.row(["街道（镇）", "社区（村）", "代码"])
        for village in plan.villages {
            try file.row([.text(village.townName), .text(village.name), .text(village.code)])
        }
        try file.finish()
    }

    /// 花名册: everybody as the roll has them, as a workbook.
    ///
    /// - Throws: ``SheetFault``.
    public func writeRoll(workbook path: String) throws {
        let file = try SheetWriter(path, title: "花名册")
        try file.sheet(SheetReader.preferredSheetName, columns: Self.rollTitles.map { SheetColumn($0) })
        try eachRollRow { try file.row($0) }
        try file.finish()
    }

    /// The same as a text file.
    ///
    /// - Throws: ``SheetFault``.
    public func writeRoll(text path: String) throws {
        let file = try CSVWriter(path)
        try file.row(Self.rollTitles.map(SheetValue.text))
        try eachRollRow { try file.row($0) }
        try file.finish()
    }

    /// 答卷: a complete answer sheet of everybody, as a text file; items by their names in the questionnaire.
    ///
    /// - Throws: ``SheetFault``.
    public func writeAnswers(text path: String) throws {
        let items = form.items.filter { $0.kind != .heading }.map(\.id)
        let file = try CSVWriter(path)
        let frame = ["镇（街道）", "村（社区）", "调查日期", "调查员", "核实说明"]
        try file.row((frame + items.map(\.name)).map(SheetValue.text))
        for place in plan.villages.indices {
            let village = plan.villages[place]
            for resident in SampleVillage(place, of: plan, on: day).residents {
                let sheet = resident.sheet(in: village, form: form, interviewed: day, schedule: schedule)
                let said = sheet.confirmations.map { "\($0.code)=\($0.reason)" }.joined(separator: ";")
                let head = [village.townName, village.name, day.iso, "调查员", said]
                let answers = items.map { item in
                    (sheet.answers[item]?.entries ?? []).joined(separator: separator(of: item))
                }
                try file.row((head + answers).map(Self.cell))
            }
        }
        try file.finish()
    }

    /// Parts of a place are parted by blanks, several choices by semicolons.
    private func separator(of item: ItemID) -> String {
        if case .place = form.item(item)?.kind { " " } else { ";" }
    }

    private static let rollTitles = [
        "镇（街道）", "村（社区）", "户号", "姓名", "身份证号", "民族", "手机号码", "文化程度", "健康状况", "残疾等级", "有无劳动能力",
        "户籍性质及人员类别", "低保家庭", "居住地",
    ]

    private func eachRollRow(_ take: ([SheetValue]) throws -> Void) throws {
        for place in plan.villages.indices {
            let village = plan.villages[place]
            for home in SampleVillage(place, of: plan, on: day).homes {
                for resident in home.residents {
                    let row = [village.townName, village.name, home.number] + Self.cells(resident.roll)
                    try take(row.map(Self.cell))
                }
            }
        }
    }

    private static func cells(_ roll: PersonFacts) -> [String] {
        [
            roll.name.full, roll.identity?.full ?? "", roll.ethnicity ?? "", roll.mobile?.full ?? "",
            roll.education?.word ?? "", roll.health?.word ?? "",
            roll.disability.map { ["一级", "二级", "三级", "四级"][$0.grade - 1] } ?? "",
            roll.disability.map { $0.canWork ? "有" : "无" } ?? "", roll.registration?.word ?? "",
            roll.hasAllowance.map { $0 ? "是" : "否" } ?? "", roll.livesAt ?? "",
        ]
    }

    private static func cell(_ text: String) -> SheetValue { text.isEmpty ? .empty : .text(text) }
}
