// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Questionnaire
import Sheets
import Wording

/// A row of a roll while it is read.
struct RollDraft: Sendable {
    let row: Int
    var town = ""
    var villageName = ""
    var household = ""
    var relation = ""
    var name: PersonName?
    var identityCell: SheetCell?
    /// What the columns 性别 and 出生日期 say, held against the ID number.
    var sex: Sex?
    var born: Day?
    var grade: Int?
    var canWork: Bool?
    var isEmployed: Bool?
    var sector: Sector?
    var form: EmploymentForm?
    var unemployedSince: Day?
    var isAsRegistered = false
    var without: Set<FactField> = []
    var facts = PersonFacts(name: RollDraft.unnamed)
    /// Found when the row is finished.
    var village: UnitID?

    /// A row without 就业状态 that names a kind of work means that the person works.
    var worksSomehow: Bool? { sector != nil || form != nil ? true : nil }

    /// Stands until the name is read.
    private static let unnamed: PersonName = {
        guard let name = PersonName("未填") else { preconditionFailure("two characters are a name") }
        return name
    }()
}

/// Everything beyond single cells that a row of a roll must hold.
struct RollFinish: Sendable {
    let villages: VillageBook
    let identity: IdentityRules

    func callAsFunction(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        findVillage(&row, columns)
        readIdentity(&row, columns)
        compareIdentity(&row, columns)
        settleName(&row, columns)
        settleHealth(&row, columns)
        settleWork(&row, columns)
    }

    private func findVillage(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        guard !row.draft.villageName.isEmpty else { return }
        switch villages.village(town: row.draft.town, village: row.draft.villageName) {
        case .village(let id): row.draft.village = id
        case .fault(let column, let says): row.faults.append(columns.fault(row.number, at: column, says))
        }
    }

    private func readIdentity(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        guard let cell = row.draft.identityCell else { return }
        switch IdentityCell.read(cell, rules: identity) {
        case .number(let number): row.draft.facts.identity = .valid(number)
        case .converted(let number):
            row.draft.facts.identity = .valid(number)
            row.faults.append(
                columns.fault(
                    row.number, at: "id_number", "15位旧号码已换算成18位（\(number.masked)），请与户口簿核对。",
                    isWarning: true))
        case .damaged:
            row.faults.append(columns.fault(row.number, at: "id_number", IdentityCell.damagedSays))
        case .fault(let fault, let text):
            // What the register itself has wrong is kept, flagged for a supervisor; a cut number is not.
            if row.draft.isAsRegistered, fault.mayStandInRegister {
                row.draft.facts.identity = .asRegistered(text)
                row.faults.append(
                    columns.fault(
                        row.number, at: "id_number", RecordedIdentity.keptAsRegistered, isWarning: true))
            } else {
                row.faults.append(
                    columns.fault(
                        row.number, at: "id_number",
                        fault.sentence
                            + (fault.mayStandInRegister ? "户口簿上确实如此的，在“证件与户口簿一致”一列填“是”。" : "")))
            }
        }
    }

    /// The number tells birth and sex; what the columns say otherwise is asked about and not taken.
    private func compareIdentity(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        let recorded = row.draft.facts.identity
        let isRight = recorded?.number != nil
        row.draft.facts.sex = isRight ? recorded?.sex : row.draft.sex ?? recorded?.sex
        row.draft.facts.born = isRight ? recorded?.birth : row.draft.born ?? recorded?.birth
        guard isRight else { return }
        if let sex = row.draft.sex, let told = recorded?.sex, sex != told {
            row.faults.append(
                columns.fault(
                    row.number, at: "sex", "填的是\(sex.word)，身份证号是\(told.word)的号码，按身份证号记；请核对号码。",
                    isWarning: true))
        }
        if let born = row.draft.born, let told = recorded?.birth, born != told {
            row.faults.append(
                columns.fault(
                    row.number, at: "born", "与身份证号里的出生日期不同，按身份证号记；请核对号码。", isWarning: true))
        }
    }

    private func settleName(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        guard let name = row.draft.name else { return }
        row.draft.facts.name = name
        for finding in name.findings {
            row.faults.append(
                columns.fault(row.number, at: "name", finding.sentence, isWarning: !finding.refuses))
        }
    }

    private func settleHealth(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        let draft = row.draft
        guard draft.grade != nil || draft.canWork != nil else { return }
        guard draft.facts.health == .disabled || draft.facts.health == nil else {
            // 有无劳动能力 is often filled for everybody; a grade is not.
            guard draft.grade != nil else { return }
            row.faults.append(
                columns.fault(
                    row.number, at: "disability_grade", "填了残疾等级，健康状况却不是残疾，请核对其中一项。"))
            return
        }
        guard let grade = draft.grade, let canWork = draft.canWork else {
            guard draft.facts.health == .disabled || draft.grade != nil else { return }
            let missing = draft.grade == nil ? "disability_grade" : "disability_capacity"
            row.faults.append(columns.fault(row.number, at: missing, "残疾等级与有无劳动能力要一起填。"))
            return
        }
        row.draft.facts.health = .disabled
        row.draft.facts.disability = Disability(grade: grade, canWork: canWork)
    }

    private func settleWork(_ row: inout ReadRow<RollDraft>, _ columns: RowColumns) {
        let draft = row.draft
        let isEmployed = draft.isEmployed ?? (draft.unemployedSince != nil ? false : draft.worksSomehow)
        switch isEmployed {
        case true?:
            row.draft.facts.employment = .employed(sector: draft.sector, form: draft.form)
            if draft.unemployedSince != nil {
                row.faults.append(
                    columns.fault(row.number, at: "unemployed_since", "已就业的人不填失业日期，请核对其中一项。"))
            }
        case false?:
            row.draft.facts.employment = .unemployed(since: draft.unemployedSince)
            if draft.sector != nil || draft.form != nil {
                let at = draft.form != nil ? "form" : "sector"
                row.faults.append(columns.fault(row.number, at: at, "未就业的人不填产业和就业形式，请核对其中一项。"))
            }
        case nil: return
        }
    }
}
