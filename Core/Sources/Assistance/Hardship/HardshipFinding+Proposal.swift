// OPEN: people
// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Person {
    /// Every category that applies on `day` by either standard, with the facts; empty outside the working age
    /// (00.age). The manual does not rank categories, so neither do we.
    public func hardshipFindings(
        in household: HouseholdSituation, under rules: HardshipRules, on day: Day
    ) -> [HardshipFinding] {
        fatalError("open")
    }
}
