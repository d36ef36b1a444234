// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Sheets
import Wording

/// A row of vacancies while it is read.
struct VacancyDraft: Sendable {
    let row: Int
    var employer: EmployerDraft
    var post = ""
    var occupation = ""
    var headcount = 1
    var pay: PayReading?
    var town = ""
    var place = ""
    var placeID: UnitID?
    var requirements: [Requirement] = []
    var experience: Requirement?
    var shift: Shift?
    var weeklyHours: Int?
    var insurance: Insurance?
    var term: VacancyTerm?
    var level: VacancyLevel = .village
    var source: VacancySource = .web
    var posted: Day?
    var validThrough: Day?
    var verifiedOn: Day?
    var verifiedBy = ""
    var description = ""
    var ageStatement = ""
    var isConfirmed = false

    init(row: Int) {
        self.row = row
        employer = EmployerDraft(row: row)
    }

    /// Who at the employer said so.
    var confirmedBy: String { verifiedBy.isEmpty ? employer.contact : verifiedBy }

    /// `nil` while the pay is missing, which is a fault of its own.
    func facts(today: Day) -> VacancyFacts? {
        guard let pay = pay?.pay else { return nil }
        return VacancyFacts(
            post: post, occupation: occupation, headcount: headcount, pay: pay,
            place: WorkPlace(unit: placeID, words: place), requirements: requirements + lineOfExperience,
            shift: shift, weeklyHours: weeklyHours, insurance: insurance, term: term, level: level,
            source: source, validThrough: validThrough ?? today.adding(days: 30), description: description,
            ageStatement: ageStatement)
    }

    /// Experience is in the post's own trade.
    private var lineOfExperience: [Requirement] {
        guard let experience, case .experience(let months, _) = experience.ability else { return [] }
        return [Requirement(.experience(months: months, in: occupation), experience.weight)]
    }
}

/// 岗位信息, one post a row.
enum VacancyColumns {
    /// - Parameter occupations: 工种 of the questionnaire.
    static func table(occupations: [String]) -> ImportTable<VacancyDraft> {
        ImportTable(
            title: "岗位信息",
            columns: EmployerColumns.columns(of: \VacancyDraft.employer) + offer(occupations) + requirements
                + conditions + state,
            begin: { VacancyDraft(row: $0) },
            advice: [
                "一个岗位一行。没有登记过的单位随岗位一起登记，要有统一社会信用代码或没有代码的原因。",
                "待遇写每月多少元，如5000-7000；写成0.5-0.7万、150元/天、年薪8万的，系统折算成每月多少元并提示。",
                "不能有性别要求；年龄写在“年龄要求”里，只在内部保留，不公开，不影响推荐。",
                "已招满、已过期的不要导入。同一单位同一地点的同名岗位视为重复，确实是两个的在“重复确认”一列填“是”。",
                "没有核实日期的岗位导入后待核实，核实后才公开、才能推荐。",
            ])
    }

    private static func offer(_ occupations: [String]) -> [ImportColumn<VacancyDraft>] {
        [
            ImportColumn(
                "post", "岗位名称", synonyms: ["岗位", "职位", "职位名称", "招聘岗位", "工作岗位", "title"], example: "包装工",
                width: 18,
                mustBeFilled: true, take: CellReading.text { $0.post = $1 }),
            ImportColumn(
                "occupation", "工种", synonyms: ["职业", "职业工种", "岗位类别"], note: "问卷中的工种；都不合适的写自己的。",
                example: "库管", width: 14, choices: occupations, mustBeFilled: true,
                take: CellReading.text { $0.occupation = $1 }),
            ImportColumn(
                "headcount", "招聘人数", synonyms: ["人数", "需求人数", "招聘数量", "岗位数"], example: "3", width: 10,
                mustBeFilled: true,
                take: { cell, draft in
                    let text = CellText.plain(cell).filter { $0 != "人" && $0 != "名" }
                    guard let count = CellText.number(cell).map({ Int($0) }) ?? Int(text) else {
                        return CellFault("“\(CellText.plain(cell))”不是人数，请填数字；写“若干”的请向单位问清。")
                    }
                    draft.headcount = count
                    return nil
                }),
            ImportColumn(
                "pay", "待遇", synonyms: ["月薪", "工资", "薪资", "薪酬", "工资待遇", "薪资待遇", "月工资"],
                note: "每月多少元。", example: "5000-7000", width: 16, mustBeFilled: true, take: takePay),
            ImportColumn(
                "place", "工作地点", synonyms: ["镇", "街道", "工作镇", "工作所在地", "工作地"], note: "本区的镇（街道）；区外的空着。",
                example: "杨镇", width: 14, take: CellReading.text { $0.town = $1 }),
            ImportColumn(
                "place_words", "详细地点", synonyms: ["工作地址", "上班地点", "详细地址"], example: "工业区1号", width: 24,
                take: CellReading.text { $0.place = $1 }),
        ]
    }

    /// Pay in another unit is turned into yuan a month, and said so.
    private static let takePay: @Sendable (SheetCell, inout VacancyDraft) -> CellFault? = { cell, draft in
        do throws(PayFault) {
            let reading = try Pay.read(CellText.plain(cell))
            draft.pay = reading
            return reading.note.map { CellFault("待遇“\(CellText.plain(cell))”\($0)，请核对。", isWarning: true) }
        } catch { return CellFault(error.sentence) }
    }

    // MARK: Requirements

    private static let requirements: [ImportColumn<VacancyDraft>] = [
        ImportColumn(
            "education", "最低学历", synonyms: ["学历", "学历要求", "文化程度"], example: "初中", width: 12,
            choices: Education.allCases.map(\.word),
            take: { cell, draft in
                let (text, weight) = weighted(CellText.plain(cell))
                if CellReading.isNothing(text) || text.contains("不限") { return nil }
                let plain = text.replacing("及以上", with: "").replacing("以上", with: "")
                guard let education = Education(word: text) ?? Education(word: plain) else {
                    return CellReading.notAChoice(text, Education.allCases.map(\.word))
                }
                draft.requirements.append(Requirement(.education(education), weight))
                return nil
            }),
        ImportColumn(
            "skills", "技能", synonyms: ["技能要求", "技术要求"], note: "几样用顿号分开，只是优先的写“优先”。", example: "叉车司机优先",
            width: 18, take: { take($0, &$1) { .skill($0) } }),
        ImportColumn(
            "certificates", "证书", synonyms: ["证书要求", "资格证", "资格证书", "职业资格"], example: "低压电工证", width: 18,
            take: { take($0, &$1) { .certificate($0) } }),
        ImportColumn(
            "licence", "驾驶证", synonyms: ["驾照", "准驾车型"], example: "C1", width: 10,
            take: {
                take($0, &$1) { text in
                    .drivingLicence(text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
                }
            }),
        ImportColumn(
            "experience", "经验（月）", synonyms: ["工作经验", "经验", "经验要求"], note: "同工种的经验，几个月；写几年的也认。",
            example: "12",
            width: 12, take: takeExperience),
        ImportColumn(
            "able_body", "身体条件", synonyms: ["身体要求", "体力要求"], note: "只写做这份工作必需的。", example: "能搬运20公斤",
            width: 18,
            take: { take($0, &$1) { .ableBody($0) } }),
        ImportColumn(
            "sex", "性别要求", synonyms: ["性别"], note: "只能空着或写“不限”。", width: 10,
            take: { cell, _ in
                let text = CellText.plain(cell)
                let isOpen = CellReading.isNothing(text) || text.contains("不限") || text.contains("均可")
                return isOpen ? nil : CellFault(VacancyFinding.sexLimit(words: text).sentence)
            }),
        ImportColumn(
            "age", "年龄要求", synonyms: ["年龄", "年龄限制"], note: "单位的说法，只在内部保留。", width: 14,
            take: { cell, draft in
                let text = CellText.plain(cell)
                if CellReading.isNothing(text) || text.contains("不限") { return nil }
                draft.ageStatement = text
                return nil
            }),
    ]

    /// 优先 behind a word says that it is no must.
    private static func weighted(_ text: String) -> (String, Requirement.Weight) {
        for mark in ["（优先）", "(优先)", "者优先", "优先"] where text.hasSuffix(mark) {
            return (String(text.dropLast(mark.count)), .nice)
        }
        return (text, .must)
    }

    private static func take(
        _ cell: SheetCell, _ draft: inout VacancyDraft, _ ability: (String) -> Requirement.Ability
    ) -> CellFault? {
        for word in CellReading.list(cell) where !CellReading.isNothing(word) && word != "不限" {
            let (text, weight) = weighted(word)
            draft.requirements.append(Requirement(ability(text), weight))
        }
        return nil
    }

    private static let takeExperience: @Sendable (SheetCell, inout VacancyDraft) -> CellFault? = {
        cell, draft in
        let (text, weight) = weighted(CellText.plain(cell))
        if CellReading.isNothing(text) || text.contains("不限") { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), (1...240).contains(text.contains("年") ? count * 12 : count) else {
            return CellFault("“\(text)”看不出要几个月的经验，请填数字，如12。")
        }
        let months = text.contains("年") ? count * 12 : count
        draft.experience = Requirement(.experience(months: months, in: ""), weight)
        return nil
    }

    // MARK: Conditions

    private static let conditions: [ImportColumn<VacancyDraft>] = [
        ImportColumn(
            "shift", "班次", synonyms: ["工作班次", "班制"], example: "白班", choices: Shift.allCases.map(\.word),
            take: CellReading.term(Shift.self) { $0.shift = $1 }),
        ImportColumn(
            "weekly_hours", "每周工时", synonyms: ["周工时", "每周小时"], example: "40",
            take: { cell, draft in
                guard let hours = CellText.number(cell) else {
                    return CellFault("“\(CellText.plain(cell))”不是小时数，请填数字，如40。")
                }
                draft.weeklyHours = Int(hours)
                return nil
            }),
        ImportColumn(
            "insurance", "社会保险", synonyms: ["社保", "保险", "五险"], example: "缴纳职工社会保险", width: 18,
            choices: Insurance.allCases.map(\.word),
            take: CellReading.term(Insurance.self) { $0.insurance = $1 }),
        ImportColumn(
            "term", "用工形式", synonyms: ["用工期限", "合同期限", "工作性质"], example: "长期",
            choices: VacancyTerm.allCases.map(\.word),
            take: CellReading.term(VacancyTerm.self) { $0.term = $1 }),
        ImportColumn(
            "level", "级别", synonyms: ["岗位级别", "岗位性质"], note: "公益性岗位的填写，其他空着。", width: 16,
            choices: VacancyLevel.allCases.map(\.word),
            take: CellReading.term(VacancyLevel.self) { $0.level = $1 }),
        ImportColumn(
            "source", "来源", synonyms: ["岗位来源", "信息来源"], example: "招聘洽谈会", width: 14,
            choices: VacancySource.allCases.map(\.word),
            take: CellReading.term(VacancySource.self) { $0.source = $1 }),
        ImportColumn(
            "description", "介绍", synonyms: ["岗位介绍", "岗位描述", "工作内容", "职责"], width: 30, kind: .wrapped,
            take: CellReading.text { $0.description = $1 }),
    ]

    private static let state: [ImportColumn<VacancyDraft>] = [
        ImportColumn(
            "posted", "登记日期", synonyms: ["发布日期", "采集日期"], example: "2026-02-13", kind: .date,
            take: CellReading.day { $0.posted = $1 }),
        ImportColumn(
            "valid_through", "有效期至", synonyms: ["截止日期", "有效期", "招聘截止"], note: "空着的按30天。",
            example: "2026-03-31",
            kind: .date, take: CellReading.day { $0.validThrough = $1 }),
        ImportColumn(
            "verified_on", "核实日期", synonyms: ["确认日期", "最近核实"], note: "向单位问过的那一天。", example: "2026-02-13",
            kind: .date, take: CellReading.day { $0.verifiedOn = $1 }),
        ImportColumn(
            "verified_by", "核实人", synonyms: ["单位确认人"], note: "单位里说的人；空着的用联系人。", example: "张经理",
            take: CellReading.text { $0.verifiedBy = $1 }),
        ImportColumn(
            "standing", "状态", synonyms: ["岗位状态"], note: "已招满、已关闭的不能导入。",
            take: { cell, _ in
                let text = CellText.plain(cell)
                let isGone = ["满", "关闭", "停", "过期", "取消", "结束"].contains { text.contains($0) }
                return isGone ? CellFault("这个岗位“\(text)”，不能再推荐，请删去这一行。") : nil
            }),
        ImportColumn(
            "left", "剩余人数", synonyms: ["还招人数", "余额"],
            take: { cell, _ in
                CellText.number(cell) == 0 ? CellFault("剩余人数是0，已经招满，请删去这一行。") : nil
            }),
        ImportColumn(
            "confirmed", "重复确认", note: "确实是另一个岗位的填“是”。", choices: ["是"],
            take: CellReading.yesNo { $0.isConfirmed = $1 }),
    ]
}
