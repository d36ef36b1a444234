// SPDX-License-Identifier: Apache-2.0
import Questionnaire

extension SurveyDerivation {
    /// The sheet's basic information preloaded from the roll, so that only differences need typing.
    ///
    /// What the roll does not know stays empty, a phone too: not known is not 无. With the form, skills that it
    /// has no box for are written in under 其他.
    public static func preload(_ facts: PersonFacts, form: Form? = nil) -> Answers {
        var answers = Answers()
        for (item, text) in basics(of: facts) { answers[item] = text.map { .text($0) } }
        let place = facts.livesAt?.split(separator: " ").map(String.init) ?? []
        if place.count == form?.parts(of: "lives_at") ?? 4 { answers["lives_at"] = .list(place) }
        preload(skills: facts.skills, form: form, into: &answers)
        return answers
    }

    private static func basics(of facts: PersonFacts) -> [(ItemID, String?)] {
        [
            ("id_number", facts.identity?.full), ("name", facts.name.full), ("ethnicity", facts.ethnicity),
            ("mobile", facts.mobile?.full), ("home_phone", facts.homePhone?.full),
            ("education", SurveyWords.code(facts.education, SurveyWords.education)),
            ("health", SurveyWords.code(facts.health, SurveyWords.health)),
            ("disability_grade", facts.disability.map { String($0.grade) }),
            ("disability_capacity", SurveyWords.code(facts.disability?.canWork, SurveyWords.capacity)),
            ("new_labour", yesNo(facts.isNewLabour)), ("only_child", yesNo(facts.isOnlyChildFamily)),
            ("registration", SurveyWords.code(facts.registration, SurveyWords.registration)),
            ("economy", SurveyWords.code(facts.economy, SurveyWords.economy)),
            ("dibao", yesNo(facts.hasAllowance)),
            ("top_level", SurveyWords.code(facts.skillLevel, SurveyWords.skillLevel)),
            ("top_trade", facts.trade),
        ]
    }

    private static func yesNo(_ value: Bool?) -> String? {
        value.map { $0 ? ItemOption.yes.code : ItemOption.no.code }
    }

    private static func preload(skills: [String], form: Form?, into answers: inout Answers) {
        guard let boxes = form?.item("skills")?.kind.options.map(\.code) else {
            answers["skills"] = .list(skills)
            return
        }
        let written = skills.filter { !boxes.contains($0) }
        let ticked = skills.filter(boxes.contains)
        answers["skills"] = .list(written.isEmpty ? ticked : ticked + [SurveyWords.other])
        if !written.isEmpty { answers["skills_other"] = .text(written.joined(separator: "、")) }
    }
}

extension Form {
    /// How many parts a place has; `nil` if the item is no place.
    fileprivate func parts(of item: ItemID) -> Int? {
        guard case .place(let parts) = self.item(item)?.kind else { return nil }
        return parts.count
    }
}
