// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Questionnaire
import Wording

extension RowReason {
    /// What is wrong with the row and what to do.
    func sentence(in office: Office) -> String {
        func name(_ unit: UnitID) -> String {
            office.tree.path(of: unit).dropFirst().joined()
        }
        switch self {
        case .outsideScope(let unit): return "“\(name(unit))”不在您的管辖范围内，请删去这一行，由该村（社区）或上级导入。"
        case .sameIdentity(let row): return "与第\(row)行的身份证号相同，一个人只能有一行，请核对两行。"
        case .onRollElsewhere(let unit):
            return "这个人已在\(name(unit))的名册上，请核对身份证号；确已迁来的，请先办理迁移。"
        case .departed(let reason, let day):
            return "名册上这个人已于\(day.iso)因“\(reason.word)”退出，请核对身份证号；登记有误的，请先在档案里恢复。"
        case .mergedAway: return "这个人的档案已并入另一份档案，请用并入后的身份证号填写。"
        case .nameDiffers(let known):
            return "名册上这个身份证号的人是“\(known.masked)”，姓名不同，请核对号码；"
                + "改过名或名册有误、确与户口簿一致的，在“证件与户口簿一致”一列填“是”。"
        case .sameUnit(let row): return "与第\(row)行是同一个村（社区），请删去一行。"
        case .codeTaken(let unit): return "这个代码是“\(name(unit))”的，请核对代码。"
        case .noRound(let unit, let year): return "\(name(unit))还没有开展\(year)年的调查，请先开展年度调查，再导入问卷。"
        case .inTheFuture(let day): return "调查日期\(day.iso)还没有到，请核对。"
        case .beforeRound(let opened): return "调查日期早于本轮调查开始的\(opened.iso)，请核对。"
        case .tooLate(let window): return "调查已过去\(window)天以上，补录要由督导人员导入。"
        case .alreadySurveyed(let day):
            return "这个人在本轮已有\(day.iso)的问卷。要更正的，在“更正原因”一列写明原因；否则请删去这一行。"
        case .sheetTaken: return "这个问卷编号已用过，请核对编号，或空着由系统编号。"
        case .sameSheet(let row): return "与第\(row)行的问卷编号相同，请核对。"
        case .nameMissing: return "没有填姓名，请补填。"
        case .sameEmployer(let row): return "与第\(row)行是同一个单位，请删去一行。"
        case .employerUnknown: return "这个单位还没有登记，请填统一社会信用代码，或写明没有代码的原因。"
        case .employerAmbiguous: return "有几个同名的单位，请填统一社会信用代码。"
        case .sameVacancy(let row):
            return "与第\(row)行是同一单位、同一地点的同名岗位，请删去一行；确实是两个岗位的，在“重复确认”一列填“是”。"
        case .vacancyDoubled:
            return "这个单位在同一地点已有同名的在招岗位；确实是另一个岗位的，在“重复确认”一列填“是”。"
        case .finding(let finding):
            let says = office.pack.form.sentence(finding)
            return finding.isConfirmable
                ? says + "确认无误的，在“核实说明”一列写“\(finding.code)=原因”。" : says
        }
    }
}
