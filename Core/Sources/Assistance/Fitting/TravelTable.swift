// SPDX-License-Identifier: Apache-2.0

/// Where somebody lives or works, by the codes of the travel table.
public struct Spot: Hashable, Sendable {
    public let town: String
    /// `nil` where nothing nearer than the town is known.
    public let village: String?

    public init(town: String, village: String? = nil) {
        self.town = town
        self.village = village
    }
}

/// 出行时间表: how long the way to work takes, by mode.
///
/// Kilometres by road between neighbouring towns, and from a village to its town's seat, are data of the pack; the way
/// between towns that are no neighbours is the shortest chain.
public struct TravelTable: Hashable, Sendable {
    /// Within one town, and the two ends of a longer way together, in kilometres, where no village's own way is known.
    public let within: Int
    private let seats: [String: Int]
    private let kilometres: [UnitCodePair: Int]
    private let speeds: [TravelMode: Speed]
    /// Minutes one way, whatever the mode.
    private var shuttles: [UnitCodePair: Int] = [:]

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
    /// - Parameters:
    ///   - ways: kilometres between two towns by code, in one direction or both.
    ///   - seats: kilometres from a village by code to its town's seat.
    public init(
        within: Int = 3, ways: [(from: String, to: String, kilometres: Int)] = [],
        seats: [String: Int] = [:], speeds: [TravelMode: Speed] = TravelTable.usualSpeeds
    ) {
        self.within = within
        self.seats = seats
        self.speeds = speeds
        kilometres = Self.shortest(ways)
    }

    /// On foot, by bicycle or e-bike, by bus with its waiting, by car.
    public static let usualSpeeds: [TravelMode: Speed] = [
        .walk: Speed(kilometresAnHour: 4), .bicycle: Speed(kilometresAnHour: 15),
        .bus: Speed(kilometresAnHour: 20, minutesMore: 15), .car: Speed(kilometresAnHour: 35, minutesMore: 5),
    ]

    /// Minutes one way; `nil` where no road is known.
    public func minutes(from: Spot, to: Spot, by mode: TravelMode) -> Int? {
        let shuttle = shuttles[UnitCodePair(from: from.town, to: to.town)]
        guard let speed = speeds[mode], let way = way(from, to) else { return shuttle }
        let own = way * 60 / max(1, speed.kilometresAnHour) + speed.minutesMore
        return min(own, shuttle ?? own)
    }

    /// The same table with a shuttle from one town to another.
    func with(shuttleFrom from: String, to: String, minutes: Int) -> TravelTable {
        var table = self
        table.shuttles[UnitCodePair(from: from, to: to)] = minutes
        return table
    }

    private func way(_ from: Spot, _ to: Spot) -> Int? {
        if let village = from.village, village == to.village { return 1 }
        let between =
            from.town == to.town ? 0 : kilometres[UnitCodePair(from: from.town, to: to.town)]
        // Half of what is usual for each end that is not known.
        return between.map { $0 + (seat(from) ?? within - within / 2) + (seat(to) ?? within / 2) }
    }

    private func seat(_ spot: Spot) -> Int? { spot.village.flatMap { seats[$0] } }

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
