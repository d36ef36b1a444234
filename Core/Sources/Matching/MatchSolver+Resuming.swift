// SPDX-License-Identifier: Apache-2.0

extension MatchSolver {
    /// Takes up a plan where it was left, so that a change costs a search and not a batch.
    ///
    /// - Throws: ``MarketFault/plan(_:)`` when the plan is not proven for the market.
    public init(_ market: Market, resuming plan: MatchPlan) throws(MarketFault) {
        if let fault = plan.faults(in: market).first { throw .plan(fault) }
        try self.init(market, round: plan.round, step: plan.step)
        for (place, value) in plan.prices.enumerated() { price[Int32(place)] = value }
        for (place, value) in plan.aidePrices.enumerated() { aidePrice[Int32(place)] = value }
        for person in 0..<(firstAide - firstPerson) { offered[person] = units[person] }
        for pair in plan.pairs { seat(Int32(pair.person), at: Int32(pair.vacancy)) }
    }

    private mutating func seat(_ person: Int32, at vacancy: Int32) {
        let row = rowStart[person]..<rowEnd[person]
        guard let arc = row.first(where: { arcVacancy[$0] == vacancy }) else {
            preconditionFailure("a proven plan holds only candidates")
        }
        seats[openSeat(vacancy)] = arc
        sit(arc, person)
        if aideOf[person] >= 0 { aideLoad[aideOf[person]] += 1 }
    }
}
