// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire
import Wording

/// A person as papers name them.
public struct PaperPerson: Hashable, Sendable, Encodable {
    var name = "", sex = "", born = "", age = "", ethnicity = "", identity = "", education = ""
    var registration = "", health = "", village = "", address = "", mobile = "", phone = ""
    var unemployed = "", economy = "", skills = "", wish = "", reasons = ""

    /// - Parameter isWhole: whether number, phones and health are written out (L.05); the caller has said what
    ///   for. Otherwise they are masked, and health is left out.
    public init(_ person: Person, village: String, form: Form, isWhole: Bool, today: Day) {
        let facts = person.facts
        name = facts.name.full
        sex = facts.sex?.word ?? ""
        born = facts.born?.inDocuments ?? ""
        age = facts.born.map { "\(Age.years(born: $0, on: today))周岁" } ?? ""
        ethnicity = facts.ethnicity ?? ""
        education = facts.education?.word ?? ""
        registration = facts.registration?.bothTiers ?? ""
        self.village = village
        address = facts.livesAt ?? ""
        economy = facts.economy?.word ?? ""
        skills = facts.skills.joined(separator: "、")
        wish = facts.wish == .unasked ? "" : facts.wish.word
        if case .unemployed(let since?) = facts.employment { unemployed = since.inDocuments }
        reasons = facts.reasons(in: form)
        identity = (isWhole ? facts.identity?.full : facts.identity?.masked) ?? ""
        mobile = (isWhole ? facts.mobile?.full : facts.mobile?.masked) ?? ""
        phone = (isWhole ? facts.homePhone?.full : facts.homePhone?.masked) ?? ""
        if isWhole {
            health = [facts.health?.word, facts.disability?.words].compactMap(\.self).joined(separator: "，")
        }
    }
}

extension PersonFacts {
    /// 未就业原因 in the questionnaire's words.
    fileprivate func reasons(in form: Form) -> String {
        let options = form.item("q12")?.kind.options ?? []
        return reasonsNotWorking.map { code in options.first { $0.code == code }?.label ?? code }
            .joined(separator: "、")
    }
}
