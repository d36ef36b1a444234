// SPDX-License-Identifier: Apache-2.0

/// 匹配轮次: what a batch proposes, and which of two plans is the better one.
///
/// Of two plans the one that serves more units at level 0 is better, then at level 1, and so on; then the
/// one with the higher score after the crowding cost. The raw values are what the command line takes.
public enum MatchRound: String, CaseIterable, Hashable, Sendable {
    /// 一人一岗: at most one vacancy a person, at most the headcount of people a vacancy (05.r1, 14.w3).
    case place
    /// 岗位推荐: the number of different vacancies that a person needs, each vacancy told to more people
    /// than it takes, at a growing cost (05.r1, 10.r2).
    case recommend

    /// How many levels there are.
    public var levels: Int {
        switch self {
        case .place: 4
        case .recommend: 16
        }
    }

    /// The most units that a person may get.
    func need(of person: Market.Person) -> Int {
        switch self {
        case .place: 1
        case .recommend: person.need
        }
    }

    /// The level of a person's unit, the first being unit 0: due today before due later, the first unit
    /// before the second, the hardest before the less hard.
    func level(ofUnit unit: Int, for person: Market.Person) -> Int {
        switch self {
        case .place: person.priority
        case .recommend: unit * 8 + (person.isDueToday ? 0 : 4) + person.priority
        }
    }

    /// Points off for each person beyond a whole headcount, told to one headcount more each.
    var crowding: [Int64] {
        switch self {
        case .place: [0]
        case .recommend: [0, 60, 150]
        }
    }

    /// How many people a vacancy may be shown to.
    func capacity(ofHeadcount headcount: Int) -> Int {
        let (product, overflow) = headcount.multipliedReportingOverflow(by: crowding.count)
        return overflow ? Int.max : product
    }

    /// Points off for the seat of that number, counted from 0; nothing beyond the capacity.
    func cost(ofSeat seat: Int, headcount: Int) -> Int64? {
        guard seat < capacity(ofHeadcount: headcount) else { return nil }
        return crowding[seat / headcount]
    }
}
