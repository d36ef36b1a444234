// SPDX-License-Identifier: Apache-2.0

/// 匹配说明: why a vacancy suits somebody or not, as it was on the day: stored with the recommendation, never worked
/// out again (05.w2, L.11).
public struct Fit: Hashable, Sendable, Codable {
    public let vacancy: VacancyID
    /// Version of the weights.
    public let rules: String
    public let parts: [FitPart]
    /// Every limit that the vacancy or the person sets, the met ones too.
    public let limits: [FitLimit]

    public init(vacancy: VacancyID, rules: String, parts: [FitPart], limits: [FitLimit]) {
        self.vacancy = vacancy
        self.rules = rules
        self.parts = parts
        self.limits = limits
    }

    /// 0...1000.
    public var score: Int { parts.reduce(0) { $0 + $1.points } }
    /// Limits that are not met: a choice over them needs a reason.
    public var failed: [FitLimit] { limits.filter { $0.state == .failed } }
    /// What nobody knows yet: to be asked before the letter.
    public var unknown: [FitLimit] { limits.filter { $0.state == .unknown } }
    /// Whether nothing forbids it.
    public var isAllowed: Bool { failed.isEmpty }
}

/// One part of a score with both facts that it rests on.
public struct FitPart: Hashable, Sendable, Codable {
    public let key: Key
    public let points: Int
    public let most: Int
    public let person: FitFact
    public let vacancy: FitFact

    /// Raw values are the storage format and the words of matching.yaml.
    public enum Key: String, CaseIterable, Hashable, Sendable, Codable {
        case skill, pay, distance, wish, insurance
    }
}

/// One hard limit with both facts.
public struct FitLimit: Hashable, Sendable, Codable {
    public let kind: Kind
    public let state: State
    public let person: FitFact
    public let vacancy: FitFact

    /// Raw values are the storage format.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case education, certificate, skill, experience, licence, body
        case shift, term, pay, distance
        case welfare, told

        /// 可以放宽: a wish of the person, not a demand of the post (14.r1).
        public var isWish: Bool {
            switch self {
            case .shift, .term, .pay, .distance: true
            case .education, .certificate, .skill, .experience, .licence, .body, .welfare, .told: false
            }
        }
    }

    /// Raw values are the storage format.
    public enum State: String, Hashable, Sendable, Codable {
        case met, failed, unknown
    }
}

/// A fact as one side has it.
public enum FitFact: Hashable, Sendable, Codable {
    /// Nothing is known or asked.
    case open
    case education(Education)
    case words([String])
    case yuan(Int)
    case pay(Pay)
    case months(Int)
    case minutes(Int, by: TravelMode)
    case health(Health)
    case shifts([Shift])
    case terms([VacancyTerm])
    case insurance(Insurance)
    case yes(Bool)
}
