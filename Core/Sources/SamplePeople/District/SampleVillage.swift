// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A made-up village with everybody who lives in it.
///
/// ID numbers begin with 99 and the village's number, a region that no province has. Mobile numbers begin with
/// 12: public mobiles begin with 13 to 19, so that nobody is ever called by mistake; fixed lines begin with 2,
/// with which no exchange of the city begins.
public struct SampleVillage: Sendable {
    /// The village in its plan.
    public let plan: DistrictPlan.Village
    /// Its homes in the order of their numbers.
    public let homes: [SampleHome]

    /// Everybody, home by home.
    public var residents: [SampleResident] { homes.flatMap(\.residents) }

    /// The village at `place` of a plan; ages are those of `day`, on which everybody is of working age.
    public init(_ place: Int, of district: DistrictPlan, on day: Day) {
        plan = district.villages[place]
        var maker = HomeMaker(village: plan, seed: district.seed, day: day)
        var homes: [SampleHome] = []
        var left = plan.people
        while left > 0 {
            let home = maker.home(atMost: left, number: homes.count + 1)
            left -= home.residents.count
            homes.append(home)
        }
        self.homes = homes
    }
}

/// A made-up household.
public struct SampleHome: Sendable {
    /// 户号, three digits or more.
    public let number: String
    public let address: String
    public let residents: [SampleResident]
}

/// A made-up labourer.
public struct SampleResident: Sendable {
    /// What the roll says before anybody asked; gaps and old numbers included.
    public let roll: PersonFacts
    /// How things are when somebody asks.
    public let facts: PersonFacts
    /// The dice of this person's answers.
    let dice: Dice
}

extension Dice {
    /// The dice of one person of a village.
    static func person(_ number: Int, village: Int, seed: UInt64) -> Dice {
        Dice(seed: seed, stream: UInt64(village + 1) << 20 | UInt64(number))
    }
}
