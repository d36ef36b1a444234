// SPDX-License-Identifier: Apache-2.0

/// 匹配权重: how much each part of a score counts, as data with a version (research: matching, 7).
public struct FitRules: Hashable, Sendable {
    /// Stored with each explanation, so that an old score is never read by new weights.
    public let version: String
    /// The most points of each part; together 1000.
    public let most: [FitPart.Key: Int]
    /// Points off for each doubling of people a place (research: matching, 3.3).
    public let crowding: Int
    /// Lines of work that somebody of one can mostly do of another.
    public let related: [Set<String>]
    public let travel: TravelTable
    /// 陪同能力: how many people one helper can go along with from one batch to the next (05.r3).
    public let escorts: Int

    public init(
        version: String, most: [FitPart.Key: Int], crowding: Int, related: [Set<String>], travel: TravelTable,
        escorts: Int = 30
    ) {
        self.version = version
        self.most = most
        self.crowding = crowding
        self.related = related
        self.travel = travel
        self.escorts = escorts
    }

    /// The same rules with a shuttle between two towns by code: what a trial supposes.
    public func with(shuttleFrom from: String, to: String, minutes: Int) -> FitRules {
        FitRules(
            version: version, most: most, crowding: crowding, related: related,
            travel: travel.with(shuttleFrom: from, to: to, minutes: minutes), escorts: escorts)
    }

    /// What a pack without matching.yaml has.
    public static let usual = FitRules(
        version: "1", most: [.skill: 260, .pay: 220, .distance: 220, .wish: 240, .insurance: 60],
        crowding: 110, related: [], travel: TravelTable())

    /// Whether two lines of work are close to each other.
    func areRelated(_ one: String, _ other: String) -> Bool {
        related.contains { $0.contains(one) && $0.contains(other) }
    }
}
