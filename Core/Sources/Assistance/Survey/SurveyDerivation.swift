// OPEN: people
// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Questionnaire

/// What one answer sheet says of a person, taken over into the registry (spec/questionnaire.md, "What is derived").
public struct SurveyDerivation: Sendable {
    /// The facts after the sheet: those before, with what the sheet answers put in their place.
    ///
    /// Items off the path count as empty. `before` is the roll's entry, or `nil` for somebody new.
    public static func facts(
        from answers: Answers, along path: [ItemID], before: PersonFacts?, interviewed: Day
    ) -> PersonFacts? {
        fatalError("open")
    }

    /// The sheet's basic information preloaded from the roll, so that only differences need typing.
    public static func preload(_ facts: PersonFacts) -> Answers {
        fatalError("open")
    }

    /// Numbers that the form's checks compare: age in full years, months to retirement, …
    public static func checkFacts(_ answers: Answers, interviewed: Day, schedule: RetirementSchedule)
        -> [String: Int]
    {
        fatalError("open")
    }
}
