// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// The fields of a vacancy, with what is known of it or of the employer's last one filled in.
struct VacancyForm {
    let ask: Ask
    let shown: Shown
    /// The vacancy that is corrected; `nil` for a new one.
    let known: VacancyFacts?
    let place: WorkPlace
    let source: VacancySource
    /// Whose conditions are taken over.
    let pattern: VacancyFacts?

    private var office: Office { ask.office }

    /// What every vacancy has.
    var first: [Field] {
        let occupation = known?.occupation ?? ""
        let isListed = occupation.isEmpty || office.occupations.contains(occupation)
        let through = known?.validThrough ?? office.today.adding(days: 30)
        return [
            shown.line("post", "岗位名称", limit: 40, isRequired: true, or: known?.post ?? ""),
            Field(
                "occupation", "工种",
                .select(
                    office.occupations.map { Choice($0, $0) } + [Choice(Self.other, "其他")],
                    chosen: shown.choice("occupation", or: isListed ? occupation : Self.other)),
                isRequired: true),
            shown.line(
                "otherOccupation", "其他工种", limit: 20, or: isListed ? "" : occupation, hint: "工种选“其他”的填写"),
            Field(
                "headcount", "招聘人数",
                .number(
                    shown.text("headcount", or: known.map { String($0.headcount) } ?? "1"), unit: "人",
                    from: 1,
                    until: 999), isRequired: true),
            shown.line(
                "pay", "待遇", limit: 40, isRequired: true, or: known.map { Self.text(of: $0.pay) } ?? "",
                hint: "每月多少元，如 5000-7000；也认 0.5-0.7万、150元/天"),
            Field(
                "place", "工作地点",
                .select(
                    towns, chosen: shown.choice("place", or: place.unit.map { String($0.number) }),
                    none: "本区以外")),
            shown.line("placeWords", "详细地点", or: place.words),
            shown.day("validThrough", "有效期至", or: through, hint: "最长一年，到期前再问单位"),
        ]
    }

    private static let other = "其他"

    static func text(of pay: Pay) -> String {
        pay.from == pay.through ? String(pay.from) : "\(pay.from)-\(pay.through)"
    }

    /// Towns of the district, and the village where the work is.
    private var towns: [Choice] {
        let tree = office.tree
        let towns = tree.district.map { tree.children(of: $0.id) } ?? []
        let own = [place.unit, ask.actor.unit(for: .keepVacancies, in: tree)?.id].compactMap { id in
            id.flatMap { tree[$0] }
        }.filter { $0.level == .village }
        let all =
            towns
            + own.enumerated().filter { index, unit in
                own.firstIndex { $0.id == unit.id } == index
            }.map(\.element)
        return all.map { Choice(String($0.id.number), $0.name) }
    }

    // MARK: Requirements

    /// One ability a field, each with how much it counts.
    var requirements: [Field] {
        let asked = known?.requirements ?? []
        var fields: [Field] = []
        for kind in RequirementKind.allCases {
            let now = asked.first { RequirementKind($0.ability) == kind }
            fields.append(kind.field(shown, now, in: office))
            fields.append(
                Field(
                    "\(kind.rawValue)-weight", "\(kind.label)的要求程度",
                    .select(
                        Self.weights,
                        chosen: shown.choice(
                            "\(kind.rawValue)-weight", or: now.map { Self.code(of: $0.weight) } ?? "must"),
                        none: "必须")))
        }
        return fields
    }

    private static let weights = [
        Choice("must", "必须"), Choice("nice", "优先"), Choice("3", "加3分"), Choice("5", "加5分"),
        Choice("8", "加8分"),
    ]

    private static func code(of weight: Requirement.Weight) -> String {
        switch weight {
        case .must: "must"
        case .nice: "nice"
        case .points(let points): String(points)
        }
    }

    // MARK: Conditions

    var conditions: [Field] {
        [
            shown.one(of: Shift.allCases, "shift", "班次", or: pattern?.shift, isRequired: false),
            Field(
                "weeklyHours", "每周工时",
                .number(
                    shown.text("weeklyHours", or: pattern?.weeklyHours.map { String($0) } ?? ""),
                    unit: "小时", from: 1, until: 84)),
            shown.one(
                of: Insurance.allCases, "insurance", "社会保险", or: pattern?.insurance, isRequired: false),
            shown.one(of: VacancyTerm.allCases, "term", "用工形式", or: pattern?.term, isRequired: false),
            shown.one(of: VacancySource.allCases, "source", "来源", or: source),
        ] + level + [
            shown.area(
                "description", "介绍", lines: 3, limit: 500, or: known?.description ?? "",
                hint: "公开显示：做什么，有什么好处"),
            shown.line(
                "ageStatement", "单位的年龄说法", limit: 60, or: known?.ageStatement ?? "",
                hint: "单位坚持的才记，不公开，不影响推荐；性别要求不能登记"),
        ]
    }

    /// 公益性岗位 is collected by towns and the welfare centre (10.w5, 15.w1).
    private var level: [Field] {
        let may = ask.actor.may(.assistTown) || ask.actor.may(.placeWelfare)
        guard may || known?.level == .welfare else { return [] }
        return [
            Field(
                "welfare", "岗位种类",
                .radio(
                    [Choice("no", "单位招聘岗位"), Choice("yes", "公益性岗位")],
                    chosen: shown.choice("welfare", or: known?.level == .welfare ? "yes" : "no")))
        ]
    }
}

/// The abilities that the form asks for, one field each. Raw values are the fields' names.
enum RequirementKind: String, CaseIterable {
    case education, skill, certificate, experience, ableBody, licence

    init(_ ability: Requirement.Ability) {
        switch ability {
        case .education: self = .education
        case .certificate: self = .certificate
        case .skill: self = .skill
        case .experience: self = .experience
        case .ableBody: self = .ableBody
        case .drivingLicence: self = .licence
        }
    }

    var label: String {
        switch self {
        case .education: "最低学历"
        case .skill: "技能"
        case .certificate: "证书"
        case .experience: "工作经验"
        case .ableBody: "身体条件"
        case .licence: "驾驶证"
        }
    }

    func field(_ shown: Shown, _ now: Requirement?, in office: Office) -> Field {
        switch self {
        case .education:
            select(shown, Education.allCases.map { Choice($0.rawValue, $0.word) }, now)
        case .skill: select(shown, office.occupations.map { Choice($0, $0) }, now)
        case .certificate: shown.line(rawValue, label, limit: 40, or: text(now), hint: "如：低压电工证")
        case .experience:
            Field(
                rawValue, label,
                .number(shown.text(rawValue, or: text(now)), unit: "个月", from: 1, until: 240),
                hint: "同工种的经验")
        case .ableBody: shown.line(rawValue, label, limit: 60, or: text(now), hint: "只写做这份工作必需的，如：能搬运20公斤")
        case .licence:
            select(shown, ["C1", "C2", "B1", "B2", "A1", "A2", "A3", "D", "E"].map { Choice($0, $0) }, now)
        }
    }

    private func select(_ shown: Shown, _ choices: [Choice], _ now: Requirement?) -> Field {
        Field(
            rawValue, label, .select(choices, chosen: shown.choice(rawValue, or: text(now)), none: "不要求"))
    }

    private func text(_ now: Requirement?) -> String {
        switch now?.ability {
        case .education(let education): education.rawValue
        case .certificate(let words), .skill(let words), .ableBody(let words), .drivingLicence(let words):
            words
        case .experience(let months, _): String(months)
        case nil: ""
        }
    }
}

/// Reads the fields of ``VacancyForm``.
enum VacancyReading {
    static func facts(_ typed: inout FormReading, in office: Office) -> VacancyFacts? {
        let form = typed.form
        let post = typed.words("post", "岗位名称", limit: 40)
        let occupation = occupation(&typed)
        let headcount = typed.need("headcount", "招聘人数", form.number("headcount"))
        let pay = pay(&typed)
        let validThrough = typed.day("validThrough", "有效期")
        let weeklyHours = form.number("weeklyHours")
        if form["weeklyHours"] != nil, weeklyHours == nil { typed.fault("weeklyHours", "每周工时请填数字，如40。") }
        guard let headcount, let pay, let validThrough else { return nil }
        return VacancyFacts(
            post: post, occupation: occupation, headcount: headcount, pay: pay,
            place: WorkPlace(
                unit: form.number("place").map { UnitID($0) }.flatMap { office.tree[$0]?.id },
                words: form.text("placeWords")),
            requirements: requirements(&typed, occupation), shift: typed.optionalTerm("shift", Shift.self),
            weeklyHours: weeklyHours, insurance: typed.optionalTerm("insurance", Insurance.self),
            term: typed.optionalTerm("term", VacancyTerm.self),
            level: form.text("welfare") == "yes" ? .welfare : .village,
            source: typed.optionalTerm("source", VacancySource.self) ?? .counter, validThrough: validThrough,
            description: form.text("description"), ageStatement: form.text("ageStatement"))
    }

    private static func occupation(_ typed: inout FormReading) -> String {
        let chosen = typed.form.text("occupation")
        let other = typed.form.text("otherOccupation")
        if chosen == "其他", other.isEmpty { typed.fault("otherOccupation", "工种选“其他”的，请写明是什么工种。") }
        if chosen.isEmpty { typed.fault("occupation", "请选择工种。") }
        return chosen == "其他" ? other : chosen
    }

    private static func pay(_ typed: inout FormReading) -> Pay? {
        do throws(PayFault) {
            return try Pay.read(typed.form.text("pay")).pay
        } catch {
            typed.fault("pay", error.sentence)
            return nil
        }
    }

    private static func requirements(
        _ typed: inout FormReading, _ occupation: String
    ) -> [Requirement] {
        var found: [Requirement] = []
        for kind in RequirementKind.allCases {
            guard let text = typed.form[kind.rawValue] else { continue }
            guard let ability = ability(kind, text, typed.form, occupation) else {
                typed.fault(kind.rawValue, "\(kind.label)填写有误，请核对。")
                continue
            }
            found.append(Requirement(ability, weight(typed.form.text("\(kind.rawValue)-weight"))))
        }
        return found
    }

    private static func ability(
        _ kind: RequirementKind, _ text: String, _ form: Fields, _ occupation: String
    ) -> Requirement.Ability? {
        switch kind {
        case .education: Education(rawValue: text).map { .education($0) }
        case .skill: .skill(text)
        case .certificate: .certificate(text)
        case .experience:
            form.number(kind.rawValue).flatMap { (1...240).contains($0) ? $0 : nil }
                .map { .experience(months: $0, in: occupation) }
        case .ableBody: .ableBody(text)
        case .licence: .drivingLicence(text)
        }
    }

    private static func weight(_ code: String) -> Requirement.Weight {
        if code == "nice" { return .nice }
        return Int(code).flatMap { (1...10).contains($0) ? .points($0) : nil } ?? .must
    }
}
