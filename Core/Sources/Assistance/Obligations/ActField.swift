// SPDX-License-Identifier: Apache-2.0

/// What an act may say and a rule may test.
///
/// Raw values are the storage format and the words of deadlines.yaml: never reuse or rename one.
public enum ActField: String, CaseIterable, Hashable, Sendable, Codable {
    /// 走访分类, 1...4.
    case visitClass = "class"
    /// How many are still missing: roll members of a round, villages of a year.
    case missing
    /// Whether the system took the answer sheet without an open fault.
    case accepted
    /// Whether the person is able to work.
    case able
    /// Whether the person wants to work.
    case willing
    /// Whether a visit met the person; where not, it was a try.
    case met
    /// What a follow-up judged.
    case judged
    /// The level at which the act was done.
    case level
    /// The level to which a case went.
    case to
    /// Who made the contact.
    case by
    /// Whether a recommendation ended as a failure that counts towards the hand-up.
    case failure
    /// Whether it failed for the person's own reasons.
    case own
    /// How far a recommendation came.
    case step
    /// Whether an objection was upheld.
    case upheld
    /// What a review decided.
    case outcome
    /// The kind of plan.
    case plan
    /// How the person works after a registration of employment.
    case form
    /// Whether instability is known at registration.
    case unstable
    /// A day agreed or planned, `YYYY-MM-DD`.
    case planned
    /// The rule that a waiver is about.
    case rule
    /// The period that an act is about, by its key.
    case period
    /// The day on which to look again, `YYYY-MM-DD`.
    case until
    /// Why, in words.
    case reason
    /// Who approved, in words.
    case approved

    /// What the values of a field look like.
    public enum Values: Hashable, Sendable {
        /// One of these codes.
        case codes([String])
        /// A whole number.
        case number
        /// A day `YYYY-MM-DD`.
        case day
        /// Anything.
        case text
    }

    /// The values that the field may hold.
    public var values: Values {
        switch self {
        case .visitClass: .codes(["1", "2", "3", "4"])
        case .missing: .number
        case .accepted, .able, .willing, .met, .failure, .own, .upheld, .unstable: .codes(["yes", "no"])
        case .judged: .codes(["stable", "unstable", "hardship"])
        case .level, .to: .codes(["village", "town", "district"])
        case .by: .codes(["aide", "specialist", "expert", "village", "town", "district"])
        case .outcome: .codes(["upheld", "recognised", "anew"])
        case .plan: .codes(["entry", "personal", "professional"])
        case .form: .codes(["hired", "own-business", "flexible", "welfare"])
        case .step: .codes(RecommendationStep.allCases.map(\.rawValue))
        case .planned, .until: .day
        case .rule, .period, .reason, .approved: .text
        }
    }
}
