// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// The household of that number in the village; founded in the same change where there is none.
    ///
    /// An empty number founds a household that takes its own id as its number, so that numbers stay unique.
    func household(
        number: String, in village: UnitID, address: String, on day: Day, into change: inout Change
    ) async throws -> HouseholdID {
        if !number.isEmpty, let known = try await store.household(number: number, in: village) {
            return known.id
        }
        let id = HouseholdID(try await store.allocate(.household, count: 1))
        let own = number.isEmpty ? "新\(id.number)" : number
        change.append(
            .household(.founded(village: village, number: own, address: address)), to: .household(id),
            after: 0, on: day)
        change.states.append(
            .household(Household(id: id, village: village, number: own, address: address)))
        return id
    }
}
