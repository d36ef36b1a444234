// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// What the histories of all villages share; made once, when units, accounts and rounds are there.
struct DistrictSetting: Sendable {
    let plan: DistrictPlan
    let pack: PolicyPack
    let days: DistrictDays
    let tree: UnitTree
    /// By place in the plan.
    let villages: [Unit]
    let rounds: [RoundID]
    let workers: [Actor]
    let clerks: [UnitID: Actor]
    let supervisor: Actor
    let helpers: DistrictHelpers
    /// The first number of people of each village, of cases and households too: a village needs no more of
    /// these than ``numbers(for:)``, so that villages can be worked out at the same time.
    let firstPeople: [Int]
    /// The batch of the first village.
    let firstBatch: Int

    func clerk(of village: Unit) -> Actor {
        guard let town = tree.unit(at: .town, above: village.id), let clerk = clerks[town.id] else {
            preconditionFailure("every town has a clerk")
        }
        return clerk
    }

    /// How many numbers a village of so many people may need: some people are entered twice, some homes split.
    static func numbers(for people: Int) -> Int { people + people / 50 + 4 }

    /// The numbers that a village's own store gives first.
    func block(_ place: Int) -> [SubjectKind: Int] {
        let first = firstPeople[place]
        return [.person: first, .household: first, .assistanceCase: first, .batch: firstBatch + place]
    }
}
