// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Questionnaire

/// What one answer sheet says of a person, taken over into the registry (spec/questionnaire.md, "What is derived").
public struct SurveyDerivation: Sendable {
    /// The facts after the sheet: those before, with what the sheet answers put in their place; `nil` when
    /// neither has a name.
    ///
    /// Items off the path count as empty. `before` is the roll's entry, or `nil` for somebody new. `rules` only
    /// tells right ID numbers from those kept "as in the household register"; whether a sheet may have a wrong
    /// one is settled before.
    public static func facts(
        from answers: Answers, along path: [ItemID], before: PersonFacts?, interviewed: Day,
        rules: IdentityRules = .withMadeUpPeople
    ) -> PersonFacts? {
        let sheet = SurveySheet(answers: answers, path: Set(path))
        guard let name = sheet.text("name").flatMap(PersonName.init) ?? before?.name else { return nil }
        var facts = before ?? PersonFacts(name: name)
        facts.name = name
        facts.take(identityFrom: sheet, rules: rules.asOf(interviewed))
        facts.take(contactsFrom: sheet)
        facts.take(healthFrom: sheet)
        facts.take(standingFrom: sheet)
        facts.take(skillsFrom: sheet)
        facts.take(employmentFrom: sheet)
        return facts
    }

    /// Numbers that the form's checks compare, from the ID number: `age` in full years, `of-working-age` (1 or
    /// 0) and `months-to-retirement` (0 in the last month, never less); none when the birth date is unknown.
    ///
    /// A woman's kind of retirement is not on the sheet and is taken as a worker's (L.07), so that a later one is
    /// asked about and confirmed.
    public static func checkFacts(_ answers: Answers, interviewed: Day, schedule: RetirementSchedule)
        -> [String: Int]
    {
        guard let identity = answers.text("id_number").flatMap({ RecordedIdentity.keeping($0) }),
            let born = identity.birth, let sex = identity.sex
        else { return [:] }
        let standing = WorkingAge(schedule: schedule)
            .standing(born: born, sex: sex, kind: nil, on: interviewed)
        let last = schedule.retirementMonth(born: born, sex: sex, kind: nil)
        let months = (last.year - interviewed.year) * 12 + last.month - interviewed.month
        return [
            "age": Age.years(born: born, on: interviewed), "of-working-age": standing.isWithin ? 1 : 0,
            "months-to-retirement": max(0, months),
        ]
    }
}

/// An answer sheet of which only what is on the path counts.
struct SurveySheet {
    let answers: Answers
    /// The numbered questions asked; write-ins and basic information may stand in it or not.
    let path: Set<ItemID>

    /// Whether an item counts: basic information always, a question when it was asked, a write-in (`q12_other`)
    /// with its question.
    private func counts(_ item: ItemID) -> Bool {
        let question = item.name.split(separator: "_").first.map(String.init) ?? item.name
        guard question.first == "q", question.dropFirst().allSatisfy(\.isASCIIDigit) else { return true }
        return path.contains(ItemID(question))
    }

    func text(_ item: ItemID) -> String? { counts(item) ? answers.text(item) : nil }
    func codes(_ item: ItemID) -> [String] { counts(item) ? answers.codes(item) : [] }
    func isAnswered(_ item: ItemID) -> Bool { counts(item) && answers[item] != nil }

    /// The value that a code of the instrument stands for.
    func value<Value>(_ item: ItemID, _ words: [String: Value]) -> Value? { text(item).flatMap { words[$0] } }

    /// 是 or 否.
    func yesNo(_ item: ItemID) -> Bool? {
        value(item, [ItemOption.yes.code: true, ItemOption.no.code: false])
    }

    /// The codes chosen, what was written in under 其他 in its place.
    func codes(_ item: ItemID, other: ItemID) -> [String] {
        codes(item).flatMap { $0 == SurveyWords.other ? [text(other) ?? $0] : [$0] }
    }
}
