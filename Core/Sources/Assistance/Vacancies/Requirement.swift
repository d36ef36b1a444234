// SPDX-License-Identifier: Apache-2.0

/// One thing that an employer asks of whoever takes the post, and how much it counts (05.r2).
///
/// Sex is none of them, and cannot be; neither are age, ethnicity, household registration or marriage.
public struct Requirement: Hashable, Sendable, Codable {
    public let ability: Ability
    public let weight: Weight

    /// What is asked for.
    public enum Ability: Hashable, Sendable, Codable {
        /// This much schooling or more.
        case education(Education)
        /// 证书 by name, as 电工证.
        case certificate(String)
        /// One of the questionnaire's skills.
        case skill(String)
        /// Months of experience in a line of work; the line may be empty.
        case experience(months: Int, in: String)
        /// What the body must be able to do, in words: 能搬运20公斤.
        case ableBody(String)
        /// 驾驶证 of a class, as C1.
        case drivingLicence(String)
    }

    /// How much it counts.
    public enum Weight: Hashable, Sendable, Codable {
        /// 必须: who lacks it is not suitable.
        case must
        /// 优先.
        case nice
        /// 加分: so many points of 10.
        case points(Int)
    }

    public init(_ ability: Ability, _ weight: Weight = .must) {
        self.ability = ability
        self.weight = weight
    }
}

extension [Requirement] {
    /// The least schooling that must be there.
    public var leastEducation: Education? {
        compactMap { asked in
            if case (.education(let education), .must) = (asked.ability, asked.weight) {
                education
            } else {
                nil
            }
        }.max { $0.rank < $1.rank }
    }

    /// Those that must be met.
    public var musts: [Requirement] { filter { $0.weight == .must } }
}

extension Education {
    /// 0 for 小学 and one more for each step.
    public var rank: Int {
        switch self {
        case .primary: 0
        case .junior: 1
        case .senior: 2
        case .college: 3
        case .bachelor: 4
        case .postgraduate: 5
        }
    }
}
