// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Questionnaire

/// What each part of a sheet puts in the place of what was known. A part that the sheet leaves open stays.
extension PersonFacts {
    /// The number, and from it birth and sex. A number kept as registered only fills them where they are
    /// unknown, since its digits may be wrong.
    mutating func take(identityFrom sheet: SurveySheet, rules: IdentityRules) {
        if let ethnicity = sheet.text("ethnicity") { self.ethnicity = ethnicity }
        guard let recorded = sheet.text("id_number").flatMap({ RecordedIdentity.keeping($0, rules: rules) })
        else { return }
        let isRight = recorded.number != nil
        born = isRight ? recorded.birth : born ?? recorded.birth
        sex = isRight ? recorded.sex : sex ?? recorded.sex
        identity = recorded
    }

    /// Phones and the place of living; 无 empties a phone, a text that is no number leaves it.
    mutating func take(contactsFrom sheet: SurveySheet) {
        mobile = Self.phone(sheet.text("mobile"), before: mobile)
        homePhone = Self.phone(sheet.text("home_phone"), before: homePhone)
        let place = sheet.codes("lives_at")
        if !place.isEmpty { livesAt = place.joined(separator: " ") }
    }

    private static func phone(_ text: String?, before: PhoneNumber?) -> PhoneNumber? {
        guard let text else { return before }
        if text == noneWord { return nil }
        switch PhoneNumber.read(text) {
        case .success(let number): return number
        case .failure: return before
        }
    }

    /// Health and disability: any other answer than 残疾 ends a disability on record.
    mutating func take(healthFrom sheet: SurveySheet) {
        guard let health = sheet.value("health", SurveyWords.health) else { return }
        self.health = health
        guard health == .disabled else { return disability = nil }
        guard let grade = sheet.text("disability_grade").flatMap({ Int($0) }),
            let canWork = sheet.value("disability_capacity", SurveyWords.capacity)
        else { return }
        disability = Disability(grade: grade, canWork: canWork)
    }

    /// Education, registration and the household's economy.
    mutating func take(standingFrom sheet: SurveySheet) {
        education = sheet.value("education", SurveyWords.education) ?? education
        isNewLabour = sheet.yesNo("new_labour") ?? isNewLabour
        isOnlyChildFamily = sheet.yesNo("only_child") ?? isOnlyChildFamily
        registration = sheet.value("registration", SurveyWords.registration) ?? registration
        economy = sheet.value("economy", SurveyWords.economy) ?? economy
        hasAllowance = sheet.yesNo("dibao") ?? hasAllowance
    }

    /// Trade, its grade and the skills; a trade of 无 means that the blanks beside it are none.
    mutating func take(skillsFrom sheet: SurveySheet) {
        if let trade = sheet.text("top_trade") { self.trade = trade }
        let hasNoTrade = sheet.text("top_trade") == noneWord
        let level = sheet.value("top_level", SurveyWords.skillLevel)
        skillLevel = level ?? (hasNoTrade ? nil : skillLevel)
        let skills = sheet.codes("skills", other: "skills_other")
        if hasNoTrade || !skills.isEmpty { self.skills = skills }
    }

    /// Questions 1, 2, 3, 11 and 12. The paper does not ask since when, so a day already known stays as long as
    /// the person was out of work before.
    mutating func take(employmentFrom sheet: SurveySheet) {
        guard let isEmployed = sheet.value("q1", SurveyWords.isEmployed) else { return }
        if isEmployed {
            employment = .employed(
                sector: sheet.value("q2", SurveyWords.sector), form: sheet.value("q3", SurveyWords.form))
            wish = .unasked
        } else {
            if !employment.isUnemployed { employment = .unemployed(since: nil) }
            wish = sheet.value("q11", SurveyWords.wish) ?? .unasked
        }
        reasonsNotWorking = sheet.codes("q12")
    }
}
