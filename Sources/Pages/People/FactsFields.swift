// SPDX-License-Identifier: Apache-2.0
import Assistance
import Wording

/// The fields of a person's facts, for somebody new and for corrections.
///
/// Sensitive facts are never put into the page: a correction leaves them empty to keep what is on record (L.05).
public struct FactsFields: Sendable {
    /// What stands in a field, by its name.
    public var values: [String: String]
    public var ticked: Set<String>
    /// What is on record, masked, beside the sensitive fields; `nil` for somebody new.
    public var masked: (identity: String, mobile: String, homePhone: String)?
    public var peoples: [String]

    public init(
        values: [String: String], ticked: Set<String>,
        masked: (identity: String, mobile: String, homePhone: String)?, peoples: [String]
    ) {
        self.values = values
        self.ticked = ticked
        self.masked = masked
        self.peoples = peoples
    }

    private func value(_ name: String) -> String { values[name] ?? "" }

    public func html(_ faults: [FieldFault]) -> HTML {
        .fields("身份", identity.marked(with: faults))
            + .tick("kept", "证件号码有误，但与户口簿一致，按户口簿登记", isTicked: ticked.contains("kept"))
            + .fields("家庭", home.marked(with: faults))
            + .fields("就业", work.marked(with: faults))
            + .tick("urgent", "迫切要求就业", isTicked: ticked.contains("urgent"))
            + .tick("nearby", "须就近就业", isTicked: ticked.contains("nearby"))
    }

    private var identity: [Field] {
        [
            Field("name", "姓名", .text(value("name"), limit: 50), isRequired: true, hint: "以户口簿为准"),
            Field(
                "identity", "身份证号", .text(value("identity"), .identityNumber), isRequired: masked == nil,
                hint: kept(masked?.identity)),
            Field(
                "ethnicity", "民族", .select(peoples.map { Choice($0, $0) }, chosen: value("ethnicity"))),
            Field("mobile", "手机号码", .text(value("mobile"), .phone), hint: kept(masked?.mobile)),
            Field("home-phone", "住宅电话", .text(value("home-phone"), .phone), hint: kept(masked?.homePhone)),
            select("education", "文化程度", Education.allCases),
            select("health", "健康状况", Health.allCases, none: masked == nil ? "请选择" : "不改"),
            Field(
                "grade", "残疾等级",
                .select(
                    (1...4).map { Choice(String($0), "\($0)级") }, chosen: value("grade"),
                    none: masked == nil ? "无" : "不改")),
            Field(
                "can-work", "残疾人有无劳动能力",
                .select(
                    [Choice("yes", "有劳动能力"), Choice("no", "无劳动能力")], chosen: value("can-work"),
                    none: masked == nil ? "不适用" : "不改")),
        ]
    }

    private var home: [Field] {
        [
            Field(
                "registration", "户籍性质及人员类别",
                .select(
                    RegistrationKind.allCases.map { Choice($0.rawValue, $0.bothTiers) },
                    chosen: value("registration"))),
            select("economy", "家庭经济状况", Economy.allCases),
            yesNo("dibao", "低保家庭"), yesNo("only-child", "独生子女家庭"),
            Field("lives-at", "居住地", .text(value("lives-at"), limit: 100)),
            Field("income", "家庭人均年收入", .number(value("income"), unit: "元", from: 0, until: 1_000_000)),
        ]
    }

    private var work: [Field] {
        [
            Field(
                "employment", "就业状况",
                .select(
                    [Choice("unemployed", "未就业")]
                        + Sector.allCases.map { Choice($0.rawValue, "已就业：\($0.word)") },
                    chosen: value("employment"))),
            select("form", "就业形式", EmploymentForm.allCases),
            Field("since", "失业日期", .day(value("since"))),
            select("wish", "就业愿望", Wish.allCases.filter { $0 != .unasked }),
            Field("graduated", "高校毕业日期", .day(value("graduated"))),
            select("retirement", "退休类别（女性）", RetirementKind.allCases),
            Field("trade", "最高技能工种", .text(value("trade"), limit: 50)),
            select("level", "最高技术等级", SkillLevel.allCases),
            Field("skills", "已掌握的技能（用顿号分开）", .text(value("skills"), limit: 200)),
            yesNo("new-labour", "新生劳动力"),
        ]
    }

    private func kept(_ masked: String?) -> String? {
        masked.map { $0.isEmpty ? "现无登记" : "现登记：\($0)，不改请留空" }
    }

    private func select<Term: OfficeTerm & RawRepresentable<String>>(
        _ name: String, _ label: String, _ terms: [Term], none: String = "请选择"
    ) -> Field {
        Field(
            name, label, .select(terms.map { Choice($0.rawValue, $0.word) }, chosen: value(name), none: none))
    }

    private func yesNo(_ name: String, _ label: String) -> Field {
        Field(name, label, .select([Choice("yes", "是"), Choice("no", "否")], chosen: value(name)))
    }
}
