// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Sheets
import Wording

/// What a row says of an employer; the vacancies of a file have it too.
struct EmployerDraft: Sendable {
    let row: Int
    var facts = EmployerFacts(name: "")
    var contact = ""
    var position = ""
    var phone = ""
    var town = ""

    /// With the contact that the cells make up.
    var whole: EmployerFacts {
        var facts = facts
        if !contact.isEmpty || !phone.isEmpty {
            facts.contacts = [EmployerContact(name: contact, position: position, phone: phone)]
        }
        return facts
    }
}

/// 用人单位, one a row.
enum EmployerColumns {
    static let table = ImportTable<EmployerDraft>(
        title: "用人单位", columns: columns(of: \.self),
        begin: { EmployerDraft(row: $0) },
        advice: [
            "一个单位一行。系统按统一社会信用代码认单位，没有代码的按名称认。", "没有代码的（如家庭雇主）写明原因。",
            "已登记的单位，填了的格子更新，空着的不变。",
        ])

    /// The columns, for a draft that holds an employer somewhere.
    static func columns<Draft: Sendable>(
        of path: any WritableKeyPath<Draft, EmployerDraft> & Sendable
    ) -> [ImportColumn<Draft>] {
        [
            ImportColumn(
                "employer", "用人单位", synonyms: ["单位名称", "企业名称", "公司", "公司名称", "招聘单位", "单位"],
                note: "营业执照上的全称。", example: "测试机械有限公司", width: 26, mustBeFilled: true,
                take: CellReading.text { $0[keyPath: path].facts.name = $1 }),
            ImportColumn(
                "credit_code", "统一社会信用代码", synonyms: ["信用代码", "社会信用代码", "税号", "营业执照号"],
                note: "18位。", example: "91990100MA00A0001X", width: 22,
                take: { cell, draft in
                    let text = CellText.plain(cell)
                    if CellReading.isNothing(text) { return nil }
                    do throws(CreditCodeFault) {
                        draft[keyPath: path].facts.code = try CreditCode(text)
                        return nil
                    } catch { return CellFault(error.sentence) }
                }),
            ImportColumn(
                "without_code", "没有代码的原因", synonyms: ["无代码原因"], note: "没有信用代码的填写。", example: "家庭雇主",
                width: 16, take: CellReading.text { $0[keyPath: path].facts.withoutCode = $1 }),
            ImportColumn(
                "industry", "行业", synonyms: ["行业门类", "所属行业"], note: "国民经济行业门类。", example: "制造业", width: 18,
                choices: Industry.allCases.map(\.word),
                take: CellReading.term(Industry.self) { $0[keyPath: path].facts.industry = $1 }),
            ImportColumn(
                "address", "单位地址", synonyms: ["地址", "注册地址", "经营地址"], example: "杨镇工业区1号", width: 26,
                take: CellReading.text { $0[keyPath: path].facts.address = $1 }),
            ImportColumn(
                "contact", "联系人", synonyms: ["单位联系人", "招聘联系人"], example: "张经理", width: 12,
                take: CellReading.text { $0[keyPath: path].contact = $1 }),
            ImportColumn(
                "phone", "联系电话", synonyms: ["电话", "单位电话", "手机"], example: "010-80400000", width: 16,
                take: CellReading.phone(mobile: false) { $0[keyPath: path].phone = $1?.full ?? "" }),
        ]
    }
}
