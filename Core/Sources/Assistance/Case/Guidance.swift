// SPDX-License-Identifier: Apache-2.0

/// What guidance is about (04, 08, 13). Raw values are the storage format.
public enum GuidanceTopic: String, CaseIterable, Hashable, Sendable, Codable {
    /// 04.w1.
    case situation
    /// 04.w2.
    case channels
    /// 04.w3.
    case attitude
    /// 04.w4.
    case interview, dress
    /// 08.w2.
    case policies
    /// 08.w3.
    case occupations
    /// 08.w4.
    case strengths
    /// 13.w2.
    case psychology
    /// 13.w3.
    case career
}

/// 指导记录 (04, 08, 13).
public struct Guidance: Hashable, Sendable, Codable {
    public let level: Level
    public let topics: [GuidanceTopic]
    /// Channels or policies that were told, as the person can look them up.
    public let told: [String]
    public let words: String
    public let result: String

    public init(level: Level, topics: [GuidanceTopic], told: [String], words: String, result: String) {
        self.level = level
        self.topics = topics
        self.told = told
        self.words = words
        self.result = result
    }
}
