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

    public init(
        version: String, most: [FitPart.Key: Int], crowding: Int, related: [Set<String>], travel: TravelTable
    ) {
        self.version = version
        self.most = most
        self.crowding = crowding
        self.related = related
        self.travel = travel
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

/// 出行时间表: how long the way from town to town takes, by mode.
///
/// Kilometres by road between neighbouring towns are data of the pack; the way between others is the shortest chain.
public struct TravelTable: Hashable, Sendable {
    /// Within one town, and added at both ends of a longer way, in kilometres.
    public let within: Int
    private let kilometres: [UnitCodePair: Int]
    private let speeds: [TravelMode: Speed]

    /// How fast a mode is.
    public struct Speed: Hashable, Sendable {
        public let kilometresAnHour: Int
        /// Waiting and walking, minutes a way.
        public let minutesMore: Int

        public init(kilometresAnHour: Int, minutesMore: Int = 0) {
            self.kilometresAnHour = kilometresAnHour
            self.minutesMore = minutesMore
        }
    }

    private struct UnitCodePair: Hashable, Sendable {
        let from, to: String
    }

    /// A table of neighbours.
    ///
    /// - Parameter ways: kilometres between two towns by code, in one direction or both.
    public init(
        within: Int = 3, ways: [(from: String, to: String, kilometres: Int)] = [],
        speeds: [TravelMode: Speed] = TravelTable.usualSpeeds
    ) {
        self.within = within
        self.speeds = speeds
        kilometres = Self.shortest(ways)
    }

    /// On foot, by bicycle or e-bike, by bus with its waiting, by car.
    public static let usualSpeeds: [TravelMode: Speed] = [
        .walk: Speed(kilometresAnHour: 4), .bicycle: Speed(kilometresAnHour: 15),
        .bus: Speed(kilometresAnHour: 20, minutesMore: 15), .car: Speed(kilometresAnHour: 35, minutesMore: 5),
    ]

    /// Minutes one way between towns by code; `nil` where no road is known.
    public func minutes(from: String, to: String, by mode: TravelMode) -> Int? {
        guard let speed = speeds[mode] else { return nil }
        let between = from == to ? 0 : kilometres[UnitCodePair(from: from, to: to)]
        guard let between else { return nil }
        let way = between + within
        return way * 60 / max(1, speed.kilometresAnHour) + speed.minutesMore
    }

    private static func shortest(_ ways: [(from: String, to: String, kilometres: Int)]) -> [UnitCodePair: Int]
    {
        var found: [UnitCodePair: Int] = [:]
        for way in ways {
            for pair in [UnitCodePair(from: way.from, to: way.to), UnitCodePair(from: way.to, to: way.from)] {
                found[pair] = min(found[pair] ?? .max, way.kilometres)
            }
        }
        let towns = Set(ways.flatMap { [$0.from, $0.to] }).sorted()
        for middle in towns {
            for from in towns where from != middle {
                guard let first = found[UnitCodePair(from: from, to: middle)] else { continue }
                for to in towns where to != from && to != middle {
                    guard let second = found[UnitCodePair(from: middle, to: to)] else { continue }
                    let pair = UnitCodePair(from: from, to: to)
                    found[pair] = min(found[pair] ?? .max, first + second)
                }
            }
        }
        return found
    }
}
