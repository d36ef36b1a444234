// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

extension SampleResident {
    /// What the person answers, complete along their route, with the confirmations that their facts need.
    public func sheet(
        in village: DistrictPlan.Village, form paper: Form, interviewed: Day, schedule: RetirementSchedule
    ) -> (answers: Answers, confirmations: [Confirmation]) {
        var dice = dice
        var answers = SurveyDerivation.preload(facts, form: paper)
        fillBasics(of: village, &answers)
        switch facts.employment {
        case .employed(let sector, let form):
            answers["q1"] = .text("A")
            answers["q2"] = .text(sector == .primary ? "A" : sector == .secondary ? "B" : "C")
            work(form ?? .formal, &answers, &dice)
            needs(paper, &answers, &dice)
        case .unemployed, .unknown:
            answers["q1"] = .text("B")
            idle(&answers, &dice)
            if facts.wish == .wanted { needs(paper, &answers, &dice) }
        }
        // A shorter edition asks less; what it does not have cannot be answered.
        for item in answers.items where paper.item(item) == nil { answers[item] = nil }
        return (answers, confirmations(paper, interviewed, schedule))
    }

    private func fillBasics(of village: DistrictPlan.Village, _ answers: inout Answers) {
        if facts.mobile == nil { answers["mobile"] = .text("无") }
        if facts.homePhone == nil { answers["home_phone"] = .text("无") }
        answers["registered_at"] = .list([village.townName, village.name])
    }

    private func confirmations(_ form: Form, _ day: Day, _ schedule: RetirementSchedule) -> [Confirmation] {
        var found: [Confirmation] = []
        if facts.mobile == nil, facts.homePhone == nil {
            found.append(Confirmation("Q-NOPHONE", reason: "本人没有电话，由邻居转告"))
        }
        if let born = facts.born, let sex = facts.sex,
            !WorkingAge(schedule: schedule).standing(born: born, sex: sex, kind: nil, on: day).isWithin
        {
            let codes = form.definition.contradictions.filter { $0.items == ["id_number"] }.map(\.code)
            found += codes.map { Confirmation($0, reason: "女干部，按管理技术岗位年龄退休，已看单位证明") }
        }
        return found
    }

    private func work(_ form: EmploymentForm, _ answers: inout Answers, _ dice: inout Dice) {
        let isFarmer = answers.text("q2") == "A"
        answers["q6"] = .number(isFarmer ? dice.roll(8...30) * 100 : dice.roll(26...98) * 100)
        switch form {
        case .formal:
            answers["q3"] = .text("A")
            answers["q4"] = .text(dice.employer())
            if dice.happens(300) { answers["q5"] = .text("B") } else { term(&answers, &dice) }
            answers["q7"] = .list(
                ["A", "B", "C", "D", "E"] + (dice.happens(60) ? ["F"] : []) + (dice.happens(80) ? ["G"] : []))
        case .welfare:
            answers["q3"] = .text("B")
            answers["q4"] = .text(dice.pick(["镇社会保障事务所协管队", "村保洁队", "镇交通协管队", "镇城管协管队"]))
            term(&answers, &dice)
            answers["q7"] = .list(["A", "B", "C", "D", "E"])
        case .flexible:
            answers["q3"] = .text("C")
            answers["q7"] = .list(dice.pick([["A", "B"], ["A", "B"], ["B"], ["B", "G"], ["H"]]))
        case .informal: informal(&answers, &dice)
        }
    }

    private func term(_ answers: inout Answers, _ dice: inout Dice) {
        answers["q5"] = .text("A")
        let from = YearMonth(year: dice.roll(2023...2025), month: dice.roll(1...12))
        answers["q5_from"] = .text(from.iso)
        answers["q5_to"] = .text(from.adding(months: 12 * dice.roll(1...5) - 1).iso)
    }

    private func informal(_ answers: inout Answers, _ dice: inout Dice) {
        answers["q3"] = .text("D")
        answers["q4"] = .text(dice.employer())
        let kind = dice.pick(["A", "A", "B", "C"])
        answers["q8"] = .text(kind)
        if kind == "C" { term(&answers, &dice) } else { answers["q5"] = .text("D") }
        answers["q7"] = .list(kind == "B" ? ["A", "B"] : dice.happens(200) ? ["G"] : ["H"])
        guard kind != "C" else { return }
        let reason = dice.pick(["A", "B", "B", "C", "D"])
        answers["q9"] = .text(reason)
        if reason == "D" { answers["q9_other"] = .text("干完活就结账") }
    }

    private func idle(_ answers: inout Answers, _ dice: inout Dice) {
        let hasPaper = dice.happens(25)
        answers["q10"] = .text(hasPaper ? "A" : "B")
        if hasPaper { answers["q10_year"] = .number(dice.roll(2012...2024)) }
        answers["q11"] = .text(facts.wish == .wanted ? "A" : "B")
        if facts.wish == .wanted { answers["q12"] = .list(facts.reasonsNotWorking) }
    }

    private func needs(_ form: Form, _ answers: inout Answers, _ dice: inout Dice) {
        let concerns = form.item("q13")?.kind.options.map(\.code) ?? []
        answers["q13"] = .text(
            dice.pick(["A", "A", "A", "B", "B", "C", "C", "D", "E", "F"].filter(concerns.contains)))
        answers["q14"] = .list(dice.pick(3, of: ["A", "B", "C", "D", "E", "F", "G", "H", "I"]))
        let wants = facts.employment.isEmployed ? dice.happens(180) : dice.happens(550)
        answers["q15"] = .list(wants ? dice.pick(dice.roll(1...2), of: Self.courses) : ["无"])
        answers["q16_difficulties"] = .text(dice.happens(120) ? dice.pick(Self.difficulties) : "无")
        answers["q16_suggestions"] = .text(dice.happens(80) ? dice.pick(Self.suggestions) : "无")
    }

    private static let courses = [
        "物流", "维修电工", "叉车司机", "电工", "钳工", "汽车修理", "焊工", "消防中控", "人力资源管理", "汽车驾驶员", "数控", "制冷",
        "仓库保管", "物业管理", "操作工", "计算机操作", "创业培训",
    ]
    private static let difficulties = [
        "家里老人常年卧床，离不开人", "孩子上小学，接送时间和上班时间对不上", "离工业区远，早晚没有公交", "年纪大了，用人单位不愿意要",
        "没有技术，只能打零工", "腰不好，不能干重活", "房租贵，每月剩不下钱",
    ]
    private static let suggestions = [
        "多开一些家门口的招聘会", "村里能通班车就好了", "培训班希望安排在农闲或晚上", "岗位信息发到手机上", "多给年纪大的人介绍些轻活",
    ]
}

extension Dice {
    /// An employer that does not exist.
    mutating func employer() -> String {
        "北京" + pick(["宏途", "鑫源", "顺和", "聚贤", "天汇", "华晟", "绿野", "京朋", "瑞达", "盛景", "永固", "同舟"])
            + pick(["机械制造", "物流", "食品", "服装", "物业管理", "汽车零部件", "印刷", "商贸", "园林绿化", "建筑工程", "电子"])
            + "有限公司"
    }
}
