// SPDX-License-Identifier: Apache-2.0

/// 匹配求解: the exact batch assignment by successive shortest paths with potentials (research 3.1).
///
/// A min-cost flow: hub → aide → person → vacancy → hub. The only potentials kept are the prices of
/// vacancies and aides; a person's follows from them. Each unit is offered once, level after level, and
/// takes the cheapest path of displacements; units that no path is worth stay unserved at no cost, so every
/// market has a plan. The same market always gives the same plan: equal paths by the order of the lists.
public struct MatchSolver: ~Copyable {
    let round: MatchRound
    let weights: UnitWeights
    let headcounts: [Int]
    let escorts: [Int]
    let told: Set<Market.Pair>

    // Nodes of the network: vacancies, then people, then aides, then the hub.
    let firstPerson: Int32
    let firstAide: Int32
    let hub: Int32

    // Arcs, those of one person in a row.
    var rowStart: Column<Int32>
    var rowEnd: Column<Int32>
    var arcVacancy: Column<Int32>
    var arcScore: Column<Int32>
    var arcPerson: Column<Int32>
    var arcCount: Int32

    // People: what their units are worth (two places each), how many were offered, the arcs they sit on.
    var unitWeight: Column<Int64>
    var unitLevel: Column<Int32>
    var units: Column<Int32>
    var offered: Column<Int32>
    var firstSeat: Column<Int32>
    var secondSeat: Column<Int32>
    var aideOf: Column<Int32>

    // Vacancies: price, taken seats, the costs of the last one taken and of the next one.
    var price: Column<Int64>
    var load: Column<Int32>
    var toldLoad: [Int]
    var floor: Column<Int64>
    var ceiling: Column<Int64>
    var seatStart: Column<Int32>
    var seatRoom: Column<Int32>
    var seats: Column<Int32>
    var seatCount: Int32

    // Aides: price, units taken, members in a row.
    var aidePrice: Column<Int64>
    var aideLoad: Column<Int32>
    let memberStart: Column<Int32>
    let members: Column<Int32>

    // The search under way.
    let distance: Column<Int64>
    let parent: Column<Int32>
    var touched: [Int32] = []
    var queue: PathQueue
    var target: Int32 = -1
    var bound: Int64 = 0
    /// The least that the last arc to the target costs; nodes so near to the bound lead nowhere.
    var lead: Int64 = 0
    /// How many arcs searches have looked at so far.
    public internal(set) var scanned = 0

    /// Farther than any path.
    static let never = Int64.max / 4

    /// Lays out the network of a market; nothing is assigned yet.
    ///
    /// - Throws: ``MarketFault``.
    public init(_ market: Market, round: MatchRound) throws(MarketFault) {
        try self.init(market, round: round, step: 0)
    }

    /// The same with a step of the levels of at least `step`.
    init(_ market: Market, round: MatchRound, step: Int64) throws(MarketFault) {
        try market.check()
        let weights = UnitWeights(market, round: round, step: step)
        self.init(market, arcs: try Arcs(market, round: round), round: round, weights: weights)
    }

    private init(_ market: Market, arcs: Arcs, round: MatchRound, weights: UnitWeights) {
        let (people, vacancies, aides) = (market.people.count, market.headcounts.count, market.escorts.count)
        self.round = round
        headcounts = market.headcounts
        escorts = market.escorts
        told = Set(market.told)
        self.weights = weights
        firstPerson = Int32(vacancies)
        firstAide = Int32(vacancies + people)
        hub = Int32(vacancies + people + aides)

        (arcCount, seatCount) = (Int32(arcs.vacancy.count), arcs.seatStart.last ?? 0)
        rowStart = Column(Array(arcs.rowStart.dropLast()))
        rowEnd = Column(Array(arcs.rowStart.dropFirst()))
        arcVacancy = Column(arcs.vacancy)
        arcScore = Column(arcs.score)
        arcPerson = Column(arcs.person)

        unitWeight = Column(repeating: 0, count: 2 * people)
        unitLevel = Column(repeating: 0, count: 2 * people)
        units = Column(repeating: 0, count: people)
        offered = Column(repeating: 0, count: people)
        firstSeat = Column(repeating: -1, count: people)
        secondSeat = Column(repeating: -1, count: people)
        aideOf = Column(market.people.map { Int32($0.aide ?? -1) })

        price = Column(repeating: 0, count: vacancies)
        load = Column(repeating: 0, count: vacancies)
        toldLoad = arcs.toldLoad
        floor = Column(repeating: 0, count: vacancies)
        ceiling = Column(repeating: 0, count: vacancies)
        seatStart = Column(Array(arcs.seatStart.dropLast()))
        seatRoom = Column(zip(arcs.seatStart.dropFirst(), arcs.seatStart).map { $0 - $1 })
        seats = Column(repeating: -1, count: Int(arcs.seatStart.last ?? 0))

        aidePrice = Column(repeating: 0, count: aides)
        aideLoad = Column(repeating: 0, count: aides)
        let crew = Arcs.members(market)
        memberStart = Column(crew.starts)
        members = Column(crew.members)

        distance = Column(repeating: Self.never, count: vacancies + people + aides + 1)
        parent = Column(repeating: -1, count: vacancies + people + aides + 1)
        queue = PathQueue(nodes: vacancies + people + aides + 1)
        layOutUnits(market)
        for vacancy in 0..<firstPerson { setCosts(of: vacancy) }
    }

    private mutating func layOutUnits(_ market: Market) {
        for (place, person) in market.people.enumerated() {
            let levels = weights.levels(of: place, person)
            units[Int32(place)] = Int32(levels.count)
            for (unit, level) in levels.enumerated() {
                unitLevel[Int32(2 * place + unit)] = Int32(level)
                unitWeight[Int32(2 * place + unit)] = weights.weight(ofLevel: level)
            }
        }
        for pair in market.told {
            if let aide = market.people[pair.person].aide { aideLoad[Int32(aide)] += 1 }
        }
    }

    /// What the last seat taken of a vacancy costs, and the next one.
    mutating func setCosts(of vacancy: Int32) {
        let headcount = headcounts[Int(vacancy)]
        let next = toldLoad[Int(vacancy)] + Int(load[vacancy])
        ceiling[vacancy] = round.cost(ofSeat: next, headcount: headcount) ?? Self.never
        floor[vacancy] = load[vacancy] == 0 ? 0 : round.cost(ofSeat: next - 1, headcount: headcount) ?? 0
    }

    /// Offers every unit, level after level.
    public mutating func solve() {
        for level in 0..<Int32(round.levels) {
            for person in turns(at: level) { offer(person) }
        }
    }

    /// The people with a unit at a level, those whom a vacancy suits best first, equal ones in their order:
    /// who comes later then displaces fewer, which halves the work where seats are scarce (measured).
    private func turns(at level: Int32) -> [Int32] {
        var turns: [(surplus: Int64, person: Int32)] = []
        for person in 0..<(firstAide - firstPerson) where offered[person] < units[person] {
            guard unitLevel[2 * person + offered[person]] == level else { continue }
            turns.append((bestSurplus(of: person) ?? -Self.never, person))
        }
        turns.sort { ($1.surplus, $0.person) < ($0.surplus, $1.person) }
        return turns.map(\.person)
    }
}
