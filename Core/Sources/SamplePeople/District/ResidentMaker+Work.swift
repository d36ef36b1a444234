// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Work, want of it, and what the roll knows.
extension ResidentMaker {
    /// Nine in ten work in the second and third sector (manual, introduction).
    mutating func work() {
        let farms = home.farmsOnly || (home.isRural && dice.happens(home.village.isCommunity ? 5 : 26))
        let sector: Sector = farms ? .primary : dice.happens(430) ? .secondary : .tertiary
        let form: EmploymentForm
        switch sector {
        case .primary: form = .flexible
        case .secondary:
            form = dice.pick(
                Weighted([(EmploymentForm.formal, 87), (.welfare, 0), (.flexible, 3), (.informal, 10)]))
        case .tertiary:
            form = dice.pick(
                Weighted([(EmploymentForm.formal, 70), (.welfare, 4), (.flexible, 15), (.informal, 11)]))
        }
        facts.employment = .employed(sector: sector, form: form)
        guard home.isRural else { return facts.registration = dice.happens(850) ? .employed : .otherEmployed }
        switch sector {
        case .primary: facts.registration = .ruralPrimary
        case .secondary: facts.registration = .ruralSecondary
        case .tertiary: facts.registration = .ruralTertiary
        }
    }

    mutating func idle() {
        let months = dice.pick(Weighted([(1...5, 40), (6...11, 25), (12...23, 20), (24...70, 15)]))
        facts.employment = .unemployed(since: day.adding(days: -30 * dice.roll(months)))
        let isNew = member.age < 27 && dice.happens(600)
        facts.registration =
            home.isRural
            ? (isNew ? .ruralNew : .ruralSurplus)
            : isNew ? .youngUnemployed : dice.happens(700) ? .lostWork : .otherUnemployed
        let canWork = facts.disability?.canWork ?? true
        facts.wish = canWork && dice.happens(home.economy == .hard ? 780 : 640) ? .wanted : .unwanted
        guard facts.wish == .wanted else { return }
        var reasons = dice.pick(dice.roll(1...2), of: ["A", "B", "C", "E"])
        if isNew, facts.graduated.map({ $0.year >= day.year - 1 }) ?? false { reasons.append("D") }
        if facts.disability != nil || facts.health == .frail { reasons.append("G") }
        facts.reasonsNotWorking = reasons.sorted()
    }

    /// What the register, the pay office and the civil affairs office knew of the person in January.
    mutating func asOnRoll() -> PersonFacts {
        var roll = facts
        roll.wish = .unasked
        roll.reasonsNotWorking = []
        roll.economy = nil
        roll.isOnlyChildFamily = nil
        roll.isNewLabour = nil
        roll.homePhone = nil
        roll.skills = []
        roll.skillLevel = nil
        roll.trade = nil
        roll.health = facts.disability == nil ? nil : .disabled
        if !dice.happens(720) { roll.mobile = nil }
        if !dice.happens(850) { roll.education = nil }
        if !dice.happens(900) { roll.livesAt = nil }
        if member.age < 50, !dice.happens(500) { roll.retirement = nil }
        switch facts.employment {
        case .unemployed: if !dice.happens(650) { roll.employment = .unknown }
        case .employed, .unknown: roll.employment = .unknown
        }
        if roll.employment == .unknown { roll.registration = nil }
        return roll
    }
}
