// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// One answer sheet of a file, its cells read; whether its answers go together is still to be seen.
public struct SurveyRow: Sendable {
    public let row: Int
    public let village: UnitID
    public let answers: Answers
    public let confirmations: [Confirmation]
    public let interviewed: Day
    public let interviewer: String
    /// The sheet's own id, if the file gives one.
    public let sheet: String
    /// 户号 for somebody new.
    public let household: String
    /// Why an earlier sheet of the round is corrected.
    public let correction: String
    /// 人员编号 of somebody on the roll, whose ID number then need not be typed.
    public let person: PersonID?

    public init(
        row: Int, village: UnitID, answers: Answers, confirmations: [Confirmation], interviewed: Day,
        interviewer: String, sheet: String = "", household: String = "", correction: String = "",
        person: PersonID? = nil
    ) {
        self.row = row
        self.village = village
        self.answers = answers
        self.confirmations = confirmations
        self.interviewed = interviewed
        self.interviewer = interviewer
        self.sheet = sheet
        self.household = household
        self.correction = correction
        self.person = person
    }

    /// The ID number as the registry knows it; empty where none is written.
    var identity: String { answers.text("id_number").map(IdentityNumber.normalised) ?? "" }

    /// The same sheet with the ID number that the roll has.
    func naming(_ identity: String) -> SurveyRow {
        var answers = answers
        answers["id_number"] = .text(identity)
        return SurveyRow(
            row: row, village: village, answers: answers, confirmations: confirmations,
            interviewed: interviewed, interviewer: interviewer, sheet: sheet, household: household,
            correction: correction, person: person)
    }
}
