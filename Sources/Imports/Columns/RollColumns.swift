// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Questionnaire
import Sheets
import Wording

/// 花名册: the labourers of villages, one a row.
enum RollColumns {
    private typealias Column = ImportColumn<RollDraft>

    static func table(form: Form) -> ImportTable<RollDraft> {
        ImportTable(
            title: "花名册", columns: place + person(form) + standing + work(form) + settle,
            begin: { RollDraft(row: $0) },
            advice: [
                "一人一行，填在“数据”表里；不要改表头，不要合并单元格，用不到的列可以空着或删去（必填的列不能删）。",
                "系统按身份证号认人：名册里已有的人，填了内容的栏目照此更新，空着的栏目保持不变；没有的人新加入名册。",
                "身份证号、电话请在文本格式的单元格里填写，否则表格软件会把长号码改坏。",
                "同一户的人填同一个户号。户号空着的：与户主关系填了“配偶”“子”“女”等的，算上一行那一户；否则单独成户。",
                "有一处错误整份都不导入，错误会标红写明原因，改好后原样再传。同一份文件传两次，第二次不会重复。",
            ])
    }

    private static var place: [Column] {
        [
            Column(
                "town", "镇（街道）", synonyms: ["镇", "街道", "乡镇", "镇街", "所属镇", "所属街道", "街镇", "镇街道"],
                note: "写全称，如杨镇。", example: "杨镇", width: 14, isRequired: false,
                take: CellReading.text { $0.town = $1 }),
            Column(
                "village", "村（社区）", synonyms: ["村", "社区", "村居", "村社区", "所属村", "所属社区", "村委会", "居委会", "行政村"],
                note: "写系统里的名称。", example: "沙岭村", width: 16, mustBeFilled: true,
                take: CellReading.text { $0.villageName = $1 }),
            Column(
                "household", "户号", synonyms: ["户编号", "户序号", "家庭编号"], note: "同一户填同一个号。", example: "12",
                width: 8, take: CellReading.text { $0.household = $1 }),
            Column(
                "relation", "与户主关系", synonyms: ["与户主的关系", "户主关系", "关系"], note: "只用来把空着户号的人归到上一行的户。",
                example: "户主", width: 10, choices: ["户主", "配偶", "子", "女", "父母", "祖父母", "孙子女", "兄弟姐妹", "其他"],
                take: CellReading.text { $0.relation = $1 }),
        ]
    }

    private static func person(_ form: Form) -> [Column] {
        [
            Column(
                "name", "姓名", synonyms: ["名字", "AAC003"], note: "照户口簿填写。", example: "王秀兰", width: 12,
                mustBeFilled: true,
                take: { cell, draft in
                    draft.name = PersonName(CellText.plain(cell))
                    return nil
                }),
            Column(
                "id_number", "身份证号", synonyms: ["身份证号码", "公民身份号码", "身份证", "证件号码", "AAC002", "AAC147"],
                note: "18位，文本格式。", example: "990000197003070027", width: 22, mustBeFilled: true,
                take: { cell, draft in
                    draft.identityCell = cell
                    return nil
                }),
            Column(
                "sex", "性别", synonyms: ["AAC004"], note: "可以不填，由身份证号得出。", example: "女", width: 6,
                choices: Sex.allCases.map(\.word), take: CellReading.term(Sex.self) { $0.sex = $1 }),
            Column(
                "born", "出生日期", synonyms: ["出生年月", "出生年月日", "生日", "AAC006"], note: "可以不填，由身份证号得出。",
                example: "1970-03-07", width: 12, take: bornTake),
            ethnicity(form),
            Column(
                "mobile", "手机号码", synonyms: ["手机", "手机号", "移动电话", "联系电话", "联系方式", "电话", "AAE005"],
                note: "11位；没有填“无”。", example: "13800000001", width: 14,
                take: CellReading.phone(mobile: true) { draft, phone in
                    draft.facts.mobile = phone
                    if phone == nil { draft.without.insert(.mobile) }
                }),
            Column(
                "home_phone", "住宅电话", synonyms: ["固定电话", "家庭电话", "座机"], note: "没有填“无”。", example: "无",
                width: 14,
                take: CellReading.phone(mobile: false) { draft, phone in
                    draft.facts.homePhone = phone
                    if phone == nil { draft.without.insert(.homePhone) }
                }),
        ]
    }

    /// Only a whole day can be held against the ID number.
    private static let bornTake: @Sendable (SheetCell, inout RollDraft) -> CellFault? = { cell, draft in
        guard let date = CellText.date(cell) else {
            return CellFault("“\(CellText.plain(cell))”不是能认出的日期，请写成1970-03-07的样子，或空着由身份证号得出。")
        }
        draft.born = date.day.flatMap { Day(year: date.year, month: date.month, day: $0) }
        return nil
    }

    private static func ethnicity(_ form: Form) -> Column {
        let choices = form.item("ethnicity")?.kind.options.map(\.code) ?? []
        let known = Set(choices)
        return Column(
            "ethnicity", "民族", synonyms: ["AAC005"], note: "从下拉选项中选。", example: "汉族", width: 10,
            choices: choices,
            take: { cell, draft in
                let text = CellText.plain(cell)
                guard !known.isEmpty else {
                    draft.facts.ethnicity = text
                    return nil
                }
                guard let name = [text, text + "族"].first(where: known.contains) else {
                    return CellReading.isNothing(text) ? nil : CellReading.notAChoice(text, choices)
                }
                draft.facts.ethnicity = name
                return nil
            })
    }

    private static var standing: [Column] {
        [
            Column(
                "education", "文化程度", synonyms: ["学历", "AAC011"], note: "职高算高中，高职算大专。", example: "高中",
                width: 12, choices: Education.allCases.map(\.word),
                take: CellReading.term(Education.self) { $0.facts.education = $1 }),
            Column(
                "health", "健康状况", note: "长期状况。", example: "健康", width: 10,
                choices: Health.allCases.map(\.word),
                take: CellReading.term(Health.self) { $0.facts.health = $1 }),
            Column(
                "disability_grade", "残疾等级", note: "残疾人填一级至四级。", width: 10, choices: Grades.words,
                take: { cell, draft in
                    let text = CellText.plain(cell)
                    if CellReading.isNothing(text) { return nil }
                    guard let grade = Grades.read(text) else {
                        return CellReading.notAChoice(text, Grades.words)
                    }
                    draft.grade = grade
                    return nil
                }),
            Column(
                "disability_capacity", "有无劳动能力", synonyms: ["劳动能力"], note: "残疾人填有或无。", width: 12,
                choices: ["有", "无"], take: CellReading.yesNo { $0.canWork = $1 }),
            Column(
                "registration", "户籍性质及人员类别", synonyms: ["人员类别", "户籍性质", "户口性质", "AAC009"],
                note: "从下拉选项中选。", example: "农村富余劳动力", width: 20,
                choices: RegistrationKind.allCases.map(\.word),
                take: CellReading.term(RegistrationKind.self) { $0.facts.registration = $1 }),
            Column(
                "economy", "家庭经济状况", synonyms: ["经济状况"], note: "低于低收入线的填困难。", example: "一般", width: 12,
                choices: Economy.allCases.map(\.word),
                take: CellReading.term(Economy.self) { $0.facts.economy = $1 }),
            Column(
                "dibao", "低保家庭", synonyms: ["低保", "是否低保", "是否低保家庭", "享受低保"], note: "是或否。", example: "否",
                width: 10, choices: ["是", "否"], take: CellReading.yesNo { $0.facts.hasAllowance = $1 }),
            Column(
                "only_child", "独生子女家庭", synonyms: ["独生子女", "是否独生子女家庭"], note: "是或否。", example: "否", width: 12,
                choices: ["是", "否"], take: CellReading.yesNo { $0.facts.isOnlyChildFamily = $1 }),
            Column(
                "new_labour", "新生劳动力", synonyms: ["是否新生劳动力"], note: "是或否。", example: "否", width: 12,
                choices: ["是", "否"], take: CellReading.yesNo { $0.facts.isNewLabour = $1 }),
            Column(
                "lives_at", "居住地", synonyms: ["现居住地", "现住址", "居住地址", "住址", "家庭住址", "地址", "AAE006"],
                note: "可以不在本区。", example: "北京市 顺义区 杨镇 沙岭村", width: 28,
                take: CellReading.text { if !CellReading.isNothing($1) { $0.facts.livesAt = $1 } }),
        ]
    }

    private static func work(_ form: Form) -> [Column] {
        [
            Column(
                "top_trade", "最高技能工种", synonyms: ["技能工种", "工种"], note: "没有填“无”。", example: "焊工", width: 14,
                take: CellReading.text { $0.facts.trade = $1 }),
            Column(
                "top_level", "最高技术等级", synonyms: ["技术等级", "技能等级"], note: "以证书为准。", example: "初级", width: 12,
                choices: SkillLevel.allCases.map(\.word),
                take: CellReading.term(SkillLevel.self) { $0.facts.skillLevel = $1 }),
            Column(
                "skills", "已掌握的技能", synonyms: ["技能", "掌握技能", "掌握的技能"], note: "几项之间用“、”隔开。",
                example: "焊工、计算机", width: 20,
                take: { cell, draft in
                    draft.facts.skills = CellReading.list(cell).filter { !CellReading.isNothing($0) }
                    return nil
                }),
            Column(
                "retirement", "退休类别", note: "女性填职工或管理技术岗位或灵活就业。", width: 14,
                choices: RetirementKind.allCases.map(\.word),
                take: CellReading.term(RetirementKind.self) { $0.facts.retirement = $1 }),
            Column(
                "employed", "就业状态", synonyms: ["是否就业", "就业情况", "就业状况"], note: "已就业或未就业。", example: "未就业",
                width: 10, choices: ["已就业", "未就业"], take: employedTake),
            Column(
                "sector", "产业", synonyms: ["就业产业"], note: "已就业的填。", width: 12,
                choices: Sector.allCases.map(\.word), take: CellReading.term(Sector.self) { $0.sector = $1 }),
            Column(
                "form", "就业形式", note: "已就业的填。", width: 14, choices: EmploymentForm.allCases.map(\.word),
                take: CellReading.term(EmploymentForm.self) { $0.form = $1 }),
            Column(
                "unemployed_since", "失业日期", synonyms: ["失业时间"], note: "未就业的填，如2025-03-01。",
                example: "2025-03-01", width: 12, take: CellReading.day { $0.unemployedSince = $1 }),
            Column(
                "wish", "就业愿望", synonyms: ["有无就业愿望", "就业意愿"], note: "有就业愿望或无就业愿望。", example: "有就业愿望",
                width: 12, choices: [Wish.wanted, .unwanted].map(\.word), take: wishTake),
            Column(
                "graduated", "毕业日期", synonyms: ["毕业时间"], note: "高校毕业生填。", width: 12,
                take: CellReading.day { $0.facts.graduated = $1 }),
            Column(
                "income_per_head", "家庭人均年收入", synonyms: ["人均年收入", "家庭人均收入"], note: "单位元。", example: "9600",
                width: 14, kind: .number, take: CellReading.yuan { $0.facts.incomePerHead = $1 }),
        ]
    }

    private static let employedTake: @Sendable (SheetCell, inout RollDraft) -> CellFault? = { cell, draft in
        let text = CellText.plain(cell)
        switch text {
        case "已就业", "就业", "在业", "在职", "是", "有": draft.isEmployed = true
        case "未就业", "失业", "无业", "待业", "否", "无": draft.isEmployed = false
        default: return CellReading.isNothing(text) ? nil : CellReading.notAChoice(text, ["已就业", "未就业"])
        }
        return nil
    }

    private static let wishTake: @Sendable (SheetCell, inout RollDraft) -> CellFault? = { cell, draft in
        let text = CellText.plain(cell)
        guard let wish = Wish(word: text) else {
            return CellReading.notAChoice(text, [Wish.wanted, .unwanted].map(\.word))
        }
        draft.facts.wish = wish
        return nil
    }

    private static var settle: [Column] {
        [
            Column(
                "as_registered", "证件与户口簿一致", synonyms: ["与户口簿一致", "与户口本一致"],
                note: "号码或姓名核对后确与户口簿一致的填“是”。", width: 16, choices: ["是", "否"],
                take: CellReading.yesNo { $0.isAsRegistered = $1 })
        ]
    }
}

/// 残疾等级, one to four, in the ways they are written.
enum Grades {
    static let words = ["一级", "二级", "三级", "四级"]

    static func read(_ text: String) -> Int? {
        let short = text.hasSuffix("级") ? String(text.dropLast()) : text
        return [
            "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "壹": 1, "贰": 2, "叁": 3, "肆": 4,
        ][
            short]
    }
}
