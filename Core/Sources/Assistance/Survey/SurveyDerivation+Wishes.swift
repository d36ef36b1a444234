// SPDX-License-Identifier: Apache-2.0
import Questionnaire

/// What a sheet says of the help that a person would like: the seed of job wish and training ledger.
public struct SurveyWishes: Hashable, Sendable, Codable {
    /// Question 13, one letter A to G: the first concern in choosing a job.
    public let concern: String?
    /// Question 14, three letters A to I: what would help most.
    public let helps: [String]
    /// Question 15: the trainings wanted, a written-in one in its own words; empty for 无培训需求.
    public let trainings: [String]
    /// Question 16: difficulties in work and life, empty for 无.
    public let difficulties: String
    /// Question 16: suggestions to the district, empty for 无.
    public let suggestions: String

    /// States the wishes.
    public init(
        concern: String?, helps: [String], trainings: [String], difficulties: String, suggestions: String
    ) {
        self.concern = concern
        self.helps = helps
        self.trainings = trainings
        self.difficulties = difficulties
        self.suggestions = suggestions
    }
}

extension SurveyDerivation {
    /// The wishes on a sheet; items off the path count as empty.
    public static func wishes(from answers: Answers, along path: [ItemID]) -> SurveyWishes {
        let sheet = SurveySheet(answers: answers, path: Set(path))
        return SurveyWishes(
            concern: sheet.text("q13"), helps: sheet.codes("q14"),
            trainings: sheet.codes("q15", other: "q15_other").filter { $0 != noneWord },
            difficulties: said(sheet.text("q16_difficulties")),
            suggestions: said(sheet.text("q16_suggestions")))
    }

    private static func said(_ text: String?) -> String { text == noneWord ? "" : text ?? "" }
}
