// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

extension PersonPage {
    var basics: HTML {
        let facts = file.person.facts
        return .card("身份", .facts(identity(facts)), unmask)
            + .card("就业与技能", .facts(employment(facts)))
    }

    private func identity(_ facts: PersonFacts) -> [Fact] {
        [
            Fact("姓名", facts.name.full), Fact("性别", facts.sex?.word ?? "—"),
            Fact("出生日期", facts.born.map(bornWords) ?? "—"), Fact("民族", facts.ethnicity ?? "—"),
            Fact("身份证号", file.identity.isEmpty ? "—" : file.identity),
            Fact("手机号码", file.mobile.isEmpty ? "—" : file.mobile),
            Fact("住宅电话", file.homePhone.isEmpty ? "—" : file.homePhone),
            Fact("文化程度", facts.education?.word ?? "—"), Fact("健康状况", health),
            Fact("户籍性质及人员类别", facts.registration?.bothTiers ?? "—"),
            Fact("户口所在地", [file.town?.name, file.village?.name].compactMap(\.self).joined(separator: " ")),
            Fact("居住地", facts.livesAt ?? "—"), Fact("家庭经济状况", facts.economy?.word ?? "—"),
            Fact("低保家庭", Self.yesNo(facts.hasAllowance)),
            Fact("独生子女家庭", Self.yesNo(facts.isOnlyChildFamily)),
            Fact("劳动年龄", .text(workingAge), isWide: true),
        ] + kept(facts)
    }

    private func kept(_ facts: PersonFacts) -> [Fact] {
        guard case .asRegistered = facts.identity else { return [] }
        return [Fact("身份证号说明", .tag(Pages.Tag(RecordedIdentity.keptAsRegistered, .orange)), isWide: true)]
    }

    private func employment(_ facts: PersonFacts) -> [Fact] {
        [
            Fact("就业状况", facts.employment.words), Fact("就业愿望", facts.wish.word),
            Fact("未就业原因", reasons.isEmpty ? "—" : reasons.joined(separator: "；")),
            Fact("最高技能工种", facts.trade ?? "—"), Fact("最高技术等级", facts.skillLevel?.word ?? "—"),
            Fact(
                "已掌握的技能", .text(facts.skills.isEmpty ? "—" : facts.skills.joined(separator: "、")),
                isWide: true),
            Fact("新生劳动力", Self.yesNo(facts.isNewLabour)),
            Fact("毕业日期", facts.graduated?.inDocuments ?? "—"),
            Fact("急需就业", facts.isUrgent ? "是" : "否"), Fact("须就近就业", facts.mustBeNearby ? "是" : "否"),
        ]
    }

    private func bornWords(_ born: Day) -> String {
        "\(born.inDocuments)（\(Age.years(born: born, on: today))周岁）"
    }

    private var health: String {
        guard let health = file.health else { return "查看完整信息后显示" }
        let disability = health.disability.map { "，\($0.grade)级，\($0.canWork ? "有" : "无")劳动能力" } ?? ""
        return (health.state?.word ?? "—") + disability
    }

    private var workingAge: String {
        switch file.proposal.workingAge {
        case .tooYoung(let until): "未满16周岁，\(until.inDocuments)起进入劳动年龄"
        case .within(let until, let assumed):
            "劳动年龄至\(until.year)年\(until.month)月" + (assumed ? "（女性退休类别未登记，按50周岁推算）" : "")
        case .over(let since, let assumed):
            "\(since.year)年\(since.month)月起超出劳动年龄" + (assumed ? "（女性退休类别未登记，按50周岁推算）" : "")
        case nil: "出生日期或性别不详，无法推算"
        }
    }

    /// Shown masked; the purpose goes on the audit.
    private var unmask: HTML {
        guard may.unmask, !file.isUnmasked else { return .empty }
        return .form(
            to: .person(file.person.id, "unmasked"), context, kind: .act,
            .field(
                Field(
                    "purpose", "查看完整信息的事由",
                    .select(Self.purposes.map { Choice($0, $0) }, chosen: nil), isRequired: true)),
            .buttons(Button("查看完整信息")), .p(class: "hint", "查看会留下记录：谁、何时、看了谁、为什么。"))
    }

    static let purposes = ["电话联系本人", "核对证件", "办理登记认定", "入户走访", "核查数据"]

    static func yesNo(_ value: Bool?) -> String { value.map { $0 ? "是" : "否" } ?? "—" }

    var household: HTML {
        let others = file.members
        let head = HTML.facts([
            Fact("户号", file.household?.number ?? "—"), Fact("住址", file.household?.address ?? "—"),
            Fact("在册人数", "\(others.count + (file.person.isOnRoll ? 1 : 0))人"),
        ])
        guard !others.isEmpty else { return .card("家庭", head, .p("名册上同户没有其他劳动力。")) }
        return .card(
            "家庭", head,
            DataTable(
                columns: [
                    Column("姓名", .name), Column("性别"), Column("年龄", .figure), Column("身份证号", .fixed),
                    Column("今年调查", .state),
                ],
                rows: others.map { member in
                    let isDone = member.survey?.round == file.round?.id && member.survey?.state == .surveyed
                    return Row([
                        .link(member.name, .person(member.id)), .text(member.sex?.word ?? "—"),
                        .text(member.age.map(String.init) ?? "—"), .text(member.identity),
                        .tag(isDone ? Pages.Tag("已调查", .green) : Pages.Tag("未调查", .grey)),
                    ])
                }
            ).html)
    }
}
