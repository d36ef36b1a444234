// SPDX-License-Identifier: Apache-2.0
import Questionnaire

extension Sample {
    /// The household questionnaire with its routes, cut down to the items from which facts are taken.
    ///
    /// Item names and codes are those of the real one; what is not asked here is only left out.
    public static let form: Form = {
        do { return try Form(definition) } catch { preconditionFailure("the sample form is sound: \(error)") }
    }()

    private static let definition = FormDefinition(
        id: "need-survey", edition: 1, title: "就业服务需求调查问卷（简）",
        passages: [Passage("closing", says: "请核对一下您的电话。")],
        sections: [
            FormSection("basic", title: "基本信息", items: basics),
            FormSection("questions", title: "问卷", items: questions),
        ],
        contradictions: [
            Contradiction(
                "X-LOST-WORK",
                when: .all([.chosen("q1", ["A"]), .chosen("registration", ["就业转失业"])]),
                items: ["registration", "q1"], says: "已就业，但人员类别是就业转失业"),
            Contradiction(
                "X-AGE", when: .fact("of-working-age", .equal, 0), items: ["id_number"],
                says: "不在劳动年龄内"),
        ])

    private static let basics: [Item] = [
        Item("id_number", label: "身份证号", kind: .residentID),
        Item("name", label: "姓名", kind: .text(length: 2...25, pattern: .personName)),
        Item("ethnicity", label: "民族", kind: .text(length: 2...10, pattern: .any)),
        Item("mobile", label: "手机号码", kind: .mobile, allowsNone: true),
        Item("home_phone", label: "住宅电话", kind: .phone, allowsNone: true),
        single("education", "文化程度", ["小学", "初中", "高中", "大专", "本科", "研究生及以上"]),
        single("health", "健康状况", ["健康", "一般", "多病", "残疾", "其他"]),
        Item(
            "disability_grade", label: "残疾等级", kind: .single(["1", "2", "3", "4"].map { ItemOption($0) }),
            note: .chosen("health", ["残疾"]), parent: "health"),
        Item(
            "disability_capacity", label: "劳动能力", kind: .single(["有", "无"].map { ItemOption($0) }),
            note: .chosen("health", ["残疾"]), parent: "health"),
        single(
            "registration", "人员类别",
            [
                "就业转失业", "新成长失业青年", "其他失业人员", "在业人员", "其他就业", "农村一产", "农村二产",
                "农村三产", "农村新生劳动力", "农村富余劳动力",
            ]),
        Item(
            "economy", label: "家庭经济状况",
            kind: .single(["较好", "一般", "困难"].map { ItemOption($0) }), isHouseholdFact: true),
        Item("dibao", label: "低保家庭", kind: .yesNo, isHouseholdFact: true),
    ]

    private static let questions: [Item] = [
        question("1", "您目前是否就业", ["A": nil, "B": .item("q11")]),
        question("2", "就业的产业", ["A": nil, "B": nil, "C": nil], note: .chosen("q1", ["A"])),
        question(
            "3", "就业形式", ["A": .item("q13"), "B": .item("q13"), "C": .item("q13"), "D": .item("q13")],
            note: .chosen("q1", ["A"])),
        question("11", "有无就业愿望", ["A": nil, "B": .end], note: .chosen("q1", ["B"])),
        Item(
            "q12", number: "12", label: "未就业的原因",
            kind: .multi("ABCDEFGH".map { ItemOption(String($0)) }, exactly: nil),
            note: .chosen("q11", ["A"])),
        question("13", "选择岗位首先考虑", ["A": nil, "B": nil, "C": nil, "D": nil]),
    ]

    private static func single(_ id: ItemID, _ label: String, _ options: [String]) -> Item {
        Item(id, label: label, kind: .single(options.map { ItemOption($0) }))
    }

    private static func question(
        _ number: String, _ label: String, _ options: KeyValuePairs<String, Jump?>, note: Condition = .always
    ) -> Item {
        Item(
            ItemID("q" + number), number: number, label: label,
            kind: .single(options.map { ItemOption($0.key, goto: $0.value) }), note: note)
    }
}
