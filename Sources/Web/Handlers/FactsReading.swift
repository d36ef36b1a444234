// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Questionnaire
import Wording

/// Reads a person's facts from a form; what a correction leaves empty of the sensitive facts stays as it was.
struct FactsReading {
    let form: Fields
    let before: PersonFacts?
    let rules: IdentityRules

    mutating func facts(_ typed: inout FormReading) -> PersonFacts? {
        guard let name = typed.need("name", "姓名", PersonName(form.text("name"))) else { return nil }
        var facts = before ?? PersonFacts(name: name)
        facts.name = name
        readIdentity(into: &facts, &typed)
        readPhones(into: &facts, &typed)
        readHealth(into: &facts, &typed)
        facts.ethnicity = form["ethnicity"]
        facts.education = form["education"].flatMap(Education.init)
        facts.registration = form["registration"].flatMap(RegistrationKind.init)
        facts.economy = form["economy"].flatMap(Economy.init)
        facts.hasAllowance = yesNo("dibao")
        facts.isOnlyChildFamily = yesNo("only-child")
        facts.isNewLabour = yesNo("new-labour")
        facts.livesAt = form["lives-at"]
        facts.incomePerHead = form.number("income")
        facts.wish = form["wish"].flatMap(Wish.init) ?? .unasked
        facts.graduated = form.day("graduated")
        facts.retirement = form["retirement"].flatMap(RetirementKind.init)
        facts.trade = form["trade"]
        facts.skillLevel = form["level"].flatMap(SkillLevel.init)
        facts.skills = form.text("skills").split { "、，,;；".contains($0) }.map(String.init)
        facts.isUrgent = form.isOn("urgent")
        facts.mustBeNearby = form.isOn("nearby")
        facts.employment = employment
        return facts
    }

    private var employment: Employment {
        switch form["employment"] {
        case "unemployed"?: .unemployed(since: form.day("since"))
        case let sector?:
            .employed(sector: Sector(rawValue: sector), form: form["form"].flatMap(EmploymentForm.init))
        case nil: .unknown
        }
    }

    private func yesNo(_ name: String) -> Bool? { form[name].map { $0 == "yes" } }

    private func readIdentity(into facts: inout PersonFacts, _ typed: inout FormReading) {
        guard let text = form["identity"] else {
            if before == nil { typed.fault("identity", IdentityFault.empty.sentence) }
            return
        }
        switch IdentityNumber.read(text, rules: rules) {
        case .success(let number):
            facts.identity = .valid(number)
            facts.born = number.birth
            facts.sex = number.sex
        case .failure(let fault):
            guard form.isOn("kept") else {
                typed.fault("identity", fault.sentence + "如户口簿上就是这样，请勾选“按户口簿登记”。")
                return
            }
            facts.identity = RecordedIdentity.keeping(text, rules: rules)
        }
    }

    private func readPhones(into facts: inout PersonFacts, _ typed: inout FormReading) {
        if let text = form["mobile"] {
            switch PhoneNumber.readMobile(text) {
            case .success(let number): facts.mobile = number
            case .failure(let fault): typed.fault("mobile", fault.sentence)
            }
        }
        if let text = form["home-phone"] {
            switch PhoneNumber.read(text) {
            case .success(let number): facts.homePhone = number
            case .failure(let fault): typed.fault("home-phone", fault.sentence)
            }
        }
    }

    private func readHealth(into facts: inout PersonFacts, _ typed: inout FormReading) {
        if let health = form["health"].flatMap(Health.init) { facts.health = health }
        guard facts.health == .disabled else {
            facts.disability = nil
            return
        }
        if let grade = form.number("grade"), let canWork = form["can-work"] {
            facts.disability = Disability(grade: grade, canWork: canWork == "yes")
        }
        if facts.disability == nil { typed.fault("grade", "健康状况为残疾的，请选择残疾等级和有无劳动能力。") }
    }

    /// What stands in the fields: what was typed, or the facts on record without the sensitive ones.
    static func fields(_ shown: Shown, of facts: PersonFacts?, pack: PolicyPack) -> FactsFields {
        let now = facts.map(values) ?? [:]
        let names = [
            "name", "identity", "ethnicity", "mobile", "home-phone", "education", "health", "grade",
            "can-work",
            "registration", "economy", "dibao", "only-child", "lives-at", "income", "employment", "form",
            "since", "wish", "graduated", "retirement", "trade", "level", "skills", "new-labour",
        ]
        let values = Dictionary(uniqueKeysWithValues: names.map { ($0, shown.text($0, or: now[$0] ?? "")) })
        var ticked: Set<String> = []
        if shown.isOn("urgent", or: facts?.isUrgent ?? false) { ticked.insert("urgent") }
        if shown.isOn("nearby", or: facts?.mustBeNearby ?? false) { ticked.insert("nearby") }
        if shown.isOn("kept") { ticked.insert("kept") }
        return FactsFields(
            values: values, ticked: ticked,
            masked: facts.map {
                ($0.identity?.masked ?? "", $0.mobile?.masked ?? "", $0.homePhone?.masked ?? "")
            }, peoples: pack.form.item("ethnicity")?.kind.options.map(\.code) ?? [])
    }

    private static func values(_ facts: PersonFacts) -> [String: String] {
        func yesNo(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
        var values = [
            "name": facts.name.full, "ethnicity": facts.ethnicity ?? "",
            "education": facts.education?.rawValue ?? "", "registration": facts.registration?.rawValue ?? "",
            "economy": facts.economy?.rawValue ?? "", "dibao": yesNo(facts.hasAllowance),
            "only-child": yesNo(facts.isOnlyChildFamily), "new-labour": yesNo(facts.isNewLabour),
            "lives-at": facts.livesAt ?? "", "income": facts.incomePerHead.map(String.init) ?? "",
            "wish": facts.wish == .unasked ? "" : facts.wish.rawValue,
            "graduated": facts.graduated?.iso ?? "",
            "retirement": facts.retirement?.rawValue ?? "", "trade": facts.trade ?? "",
            "level": facts.skillLevel?.rawValue ?? "", "skills": facts.skills.joined(separator: "、"),
        ]
        switch facts.employment {
        case .unknown: break
        case .unemployed(let since):
            values["employment"] = "unemployed"
            values["since"] = since?.iso ?? ""
        case .employed(let sector, let form):
            values["employment"] = sector?.rawValue ?? ""
            values["form"] = form?.rawValue ?? ""
        }
        return values
    }
}
