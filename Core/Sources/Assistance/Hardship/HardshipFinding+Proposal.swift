// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Person {
    /// Every category that applies on `day` by either standard, with the facts; empty outside the working age
    /// (00.age) and off the roll. The manual does not rank categories, so neither do we.
    ///
    /// What is not known never speaks for a category: without a birth date nobody has an age, and a household
    /// with a member of unknown employment is not said to have none in work. Only the ability to work is
    /// presumed where no disability record denies it.
    public func hardshipFindings(
        in household: HouseholdSituation, under rules: HardshipRules, on day: Day
    ) -> [HardshipFinding] {
        guard isOnRoll, let look = HardshipLook(self, household: household, rules: rules, day: day) else {
            return []
        }
        return HardshipCategory.allCases.flatMap { category in
            HardshipStandard.allCases.compactMap { standard in
                reasons(for: category, by: standard, look).map {
                    HardshipFinding(category: category, standard: standard, because: $0 + look.circumstances)
                }
            }
        }
    }

    /// The facts that put the person in a category by a standard, or `nil` when they are not in it.
    private func reasons(
        for category: HardshipCategory, by standard: HardshipStandard, _ look: HardshipLook
    ) -> [HardshipFact]? {
        guard category.counts(by: standard) else { return nil }
        switch category {
        case .allowance: return look.allowance
        case .disabled: return look.disabledAbleToWork
        case .ageBand: return look.ageBand(of: standard)
        case .longUnemployed: return look.longUnemployed
        case .graduate: return look.graduateWithoutWork
        case .zeroEmployment: return look.zeroEmployment
        case .farmingOnly: return look.farmingOnly
        case .militaryFamily, .conservation, .greenPost, .greenShift, .landTaken, .other:
            return declarations.last { $0.category == category }?.facts
        }
    }
}

extension HardshipCategory {
    /// Whether a standard has the category. The district's manual has all thirteen; the city's regulation of
    /// 2011 (article 2) has five of them, and leaves the rest to lists that the city sets.
    func counts(by standard: HardshipStandard) -> Bool {
        switch standard {
        case .district: true
        case .city:
            switch self {
            case .allowance, .disabled, .ageBand, .longUnemployed, .zeroEmployment: true
            case .graduate, .militaryFamily, .farmingOnly, .conservation, .greenPost, .greenShift,
                .landTaken, .other:
                false
            }
        }
    }
}
