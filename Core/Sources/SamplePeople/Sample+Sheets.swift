// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Questionnaire

extension Sample {
    /// A complete answer sheet of somebody who is as the roll has them.
    public static func answers(of facts: PersonFacts) -> Answers {
        var answers = SurveyDerivation.preload(facts, form: form)
        for item in answers.items where form.item(item) == nil { answers[item] = nil }
        if facts.mobile == nil { answers["mobile"] = .text("无") }
        if facts.homePhone == nil { answers["home_phone"] = .text("无") }
        switch facts.employment {
        case .employed(let sector, let form):
            answers["q1"] = .text("A")
            answers["q2"] = .text(sector == .primary ? "A" : sector == .secondary ? "B" : "C")
            answers["q3"] = .text(form == .formal ? "A" : "C")
        case .unemployed, .unknown:
            answers["q1"] = .text("B")
            answers["q11"] = .text(facts.wish == .wanted ? "A" : "B")
        }
        if facts.wish == .wanted, !facts.employment.isEmployed {
            answers["q12"] = .list(facts.reasonsNotWorking.isEmpty ? ["A"] : facts.reasonsNotWorking)
        }
        if facts.wish == .wanted || facts.employment.isEmployed { answers["q13"] = .text("A") }
        return answers
    }

    /// The sheet of a member of the cast, as their village sends it.
    public static func sheet(
        of member: CastMember, round: RoundID, interviewed: Day, id: String? = nil
    ) -> SheetEntry {
        SheetEntry(
            sheet: id ?? "sheet-\(member.id.number)-\(round.number)", round: round, person: member.id,
            personVersion: nil, answers: answers(of: member.facts), interviewed: interviewed,
            interviewer: shalingWorker.name, source: .screen)
    }
}
