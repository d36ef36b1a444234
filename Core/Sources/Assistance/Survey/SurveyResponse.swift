// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Questionnaire

/// How an answer sheet reached us. Raw values are the storage format.
public enum SheetSource: String, CaseIterable, Hashable, Sendable, Codable {
    case screen, paper, file, device
}

/// One answer sheet (调查问卷) of one person in one round, accepted as complete.
public struct SurveyResponse: Hashable, Sendable, Codable {
    public let round: RoundID
    /// Given to the sheet when it was begun; the same sheet sent twice is taken once.
    public let sheet: String
    /// The questionnaire's id and edition, so that old sheets are read by their own form.
    public let form: String
    public let answers: Answers
    /// Contradictions that the worker confirmed, each with a reason.
    public let confirmations: [Confirmation]
    public let interviewer: String
    public let source: SheetSource
    /// 1 for the first sheet of the person in the round, 2 for its first correction …
    public let edition: Int
    /// Why an earlier sheet of the round is corrected; empty for the first.
    public let reason: String
    /// The person's facts after the sheet, as derived when it was accepted.
    public let facts: PersonFacts

    public init(
        round: RoundID, sheet: String, form: String, answers: Answers, confirmations: [Confirmation],
        interviewer: String, source: SheetSource, edition: Int, reason: String, facts: PersonFacts
    ) {
        self.round = round
        self.sheet = sheet
        self.form = form
        self.answers = answers
        self.confirmations = confirmations
        self.interviewer = interviewer
        self.source = source
        self.edition = edition
        self.reason = reason
        self.facts = facts
    }
}
