// SPDX-License-Identifier: Apache-2.0

/// The codes of the instrument `need-survey` and what they stand for in the registry.
///
/// The codes are the paper's own words and letters. Another edition that keeps an item keeps its codes.
enum SurveyWords {
    static let other = "其他"
    static let disabled = "残疾"

    static let education: [String: Education] = [
        "小学": .primary, "初中": .junior, "高中": .senior, "大专": .college, "本科": .bachelor,
        "研究生及以上": .postgraduate,
    ]
    static let health: [String: Health] = [
        "健康": .healthy, "一般": .fair, "多病": .frail, disabled: .disabled, other: .other,
    ]
    static let capacity = ["有": true, "无": false]
    static let registration: [String: RegistrationKind] = [
        "就业转失业": .lostWork, "新成长失业青年": .youngUnemployed, "其他失业人员": .otherUnemployed,
        "在业人员": .employed, "其他就业": .otherEmployed, "农村一产": .ruralPrimary,
        "农村二产": .ruralSecondary, "农村三产": .ruralTertiary, "农村新生劳动力": .ruralNew,
        "农村富余劳动力": .ruralSurplus,
    ]
    static let economy: [String: Economy] = ["较好": .good, "一般": .fair, "困难": .hard]
    static let skillLevel: [String: SkillLevel] = [
        "初级": .junior, "中级": .middle, "高级": .senior, "技师": .technician,
        "高级技师": .seniorTechnician, "非等级": .ungraded,
    ]
    static let sector: [String: Sector] = ["A": .primary, "B": .secondary, "C": .tertiary]
    static let form: [String: EmploymentForm] = [
        "A": .formal, "B": .welfare, "C": .flexible, "D": .informal,
    ]
    static let isEmployed = ["A": true, "B": false]
    static let wish: [String: Wish] = ["A": .wanted, "B": .unwanted]

    /// The code that stands for a value.
    static func code<Value: Equatable>(_ value: Value?, _ words: [String: Value]) -> String? {
        value.flatMap { value in words.first { $0.value == value }?.key }
    }
}
