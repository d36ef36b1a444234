// SPDX-License-Identifier: Apache-2.0
import Assistance

/// A made-up district before anybody lives in it: which villages there are, and how many labourers in each.
///
/// Some 574 people make a village, as 247,000 labourers in 430 villages do (manual, introduction). A small
/// district has few villages in few towns; the other towns of the pack stand there without villages.
public struct DistrictPlan: Hashable, Sendable {
    /// How many labourers.
    public let people: Int
    /// What the dice begin with.
    public let seed: UInt64
    /// Villages, those of a town together.
    public let villages: [Village]

    /// A village to be.
    public struct Village: Hashable, Sendable {
        /// From 0; the region of its people's made-up ID numbers follows from it.
        public let place: Int
        /// The code of its town.
        public let town: String
        public let townName: String
        public let name: String
        /// Twelve digits of which the last three, from 901 on, are given to no real village.
        public let code: String
        /// 社区 rather than 村.
        public let isCommunity: Bool
        /// How many labourers live in it.
        public let people: Int
    }

    /// People of one village in the whole district.
    public static let usualVillage = 574

    /// A plan for at least one person; `towns` are those of the policy pack.
    public init(people: Int, seed: UInt64, towns: [UnitSeed]) {
        let towns = towns.filter { $0.level == .town }
        precondition(people > 0 && !towns.isEmpty, "a district has people and towns")
        self.people = people
        self.seed = seed
        var dice = Dice(seed: seed)
        let count = max(1, (people + Self.usualVillage / 2) / Self.usualVillage)
        let sizes = Self.sizes(of: count, people: people, &dice)
        var names = VillageNames(dice: Dice(seed: seed, stream: 1))
        var villages: [Village] = []
        for (town, number) in Self.shares(of: count, among: towns) {
            for within in 0..<number {
                let isCommunity = dice.happens(TownKind(town).communities)
                villages.append(
                    Village(
                        place: villages.count, town: town.code, townName: town.name,
                        name: names.next(isCommunity: isCommunity), code: town.code + String(901 + within),
                        isCommunity: isCommunity, people: sizes[villages.count]))
            }
        }
        self.villages = villages
    }

    /// How many people each village has: between two thirds and four thirds of the usual, summing up exactly.
    private static func sizes(of count: Int, people: Int, _ dice: inout Dice) -> [Int] {
        let weights = (0..<count).map { _ in dice.roll(67...133) }
        let total = weights.reduce(0, +)
        var (sum, before) = (0, 0)
        return weights.map { weight in
            sum += weight
            let through = people * sum / total
            defer { before = through }
            return through - before
        }
    }

    /// How many villages each town has; two at least where there are few, so that a town has something to compare.
    private static func shares(of count: Int, among towns: [UnitSeed]) -> [(UnitSeed, Int)] {
        let used = Array(mixed(towns).prefix(min(towns.count, (count + 1) / 2)))
        let total = used.reduce(0) { $0 + TownKind($1).villages }
        var (sum, before) = (0, 0)
        return used.map { town in
            sum += TownKind(town).villages
            let through = count * sum / total
            defer { before = through }
            return (town, through - before)
        }
    }

    /// The towns with their kinds in turn, so that a small district has country and city.
    private static func mixed(_ towns: [UnitSeed]) -> [UnitSeed] {
        var byKind = Dictionary(grouping: towns.reversed(), by: TownKind.init)
        var found: [UnitSeed] = []
        while found.count < towns.count {
            for kind in [TownKind.centre, .country, .street] {
                if let town = byKind[kind]?.popLast() { found.append(town) }
            }
        }
        return found
    }
}

/// What kind of town a code tells: 001 to 099 are streets and towns with an area office, 100 and more plain towns.
enum TownKind: Hashable {
    case street, centre, country

    init(_ town: UnitSeed) {
        if town.name.hasSuffix("街道") {
            self = .street
        } else {
            self = town.code.dropFirst(6).first == "0" ? .centre : .country
        }
    }

    /// How many villages a town of this kind has when the district is whole.
    var villages: Int {
        switch self {
        case .street: 14
        case .centre: 19
        case .country: 18
        }
    }

    /// How many of a thousand of them are communities rather than villages.
    var communities: Int {
        switch self {
        case .street: 1000
        case .centre: 350
        case .country: 80
        }
    }
}
