// SPDX-License-Identifier: Apache-2.0

/// 心情 as noted at each contact (04.r2). Raw values are the storage format, from good to bad.
public enum Mood: String, CaseIterable, Hashable, Sendable, Codable {
    case hopeful, steady, low, distressed

    /// Whether it is worse than another.
    public func isWorse(than other: Mood) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .hopeful: 0
        case .steady: 1
        case .low: 2
        case .distressed: 3
        }
    }
}

/// How somebody was spoken to. Raw values are the storage format.
public enum ContactMeans: String, CaseIterable, Hashable, Sendable, Codable {
    case atHome = "at-home"
    case atOffice = "at-office"
    case telephone, message
}

/// 联系记录 (03.w2, 03.r2, 07.r2, 12.r3).
public struct Contact: Hashable, Sendable, Codable {
    public let level: Level
    public let means: ContactMeans
    /// Whether the person was reached; else it is a try and meets nothing.
    public let wasReached: Bool
    /// What was talked about and explained.
    public let words: String
    /// 本人意见 (03.w2): asked for at the first contact.
    public let view: String
    public let mood: Mood?
    /// What is to be done next.
    public let agreed: String
    /// Employed, and wants to leave (18.w1).
    public let wantsToLeave: Bool

    public init(
        level: Level, means: ContactMeans, wasReached: Bool = true, words: String, view: String,
        mood: Mood?, agreed: String = "", wantsToLeave: Bool = false
    ) {
        self.level = level
        self.means = means
        self.wasReached = wasReached
        self.words = words
        self.view = view
        self.mood = mood
        self.agreed = agreed
        self.wantsToLeave = wantsToLeave
    }
}
