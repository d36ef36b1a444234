// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The categories that rest on facts of the person alone: 00.c01 to 00.c05.
extension HardshipLook {
    /// 00.c01 享受城乡低保人员.
    var allowance: [HardshipFact]? { facts.hasAllowance == true ? [.receivesAllowance] : nil }

    /// 00.c02 有劳动能力的残疾人: a grade and the ability to work, both on record.
    var disabledAbleToWork: [HardshipFact]? {
        guard let disability = facts.disability, disability.canWork else { return nil }
        return [.disabledAbleToWork(grade: disability.grade)]
    }

    /// 00.c03 "3545"人员, able and willing; both ends of the band are full years and included. Where
    /// retirement comes first it has already ended the working age.
    func ageBand(of standard: HardshipStandard) -> [HardshipFact]? {
        guard let band = (sex == .female ? rules.women : rules.men)[standard], facts.wish == .wanted,
            facts.isAbleToWork
        else { return nil }
        let age = Age.years(born: born, on: day)
        guard age >= band.from, band.through.map({ age <= $0 }) ?? true else { return nil }
        return [.ageInBand(age: age, from: band.from, through: band.through), .ableToWork, .wantsWork]
    }

    /// 00.c04 连续失业一年以上: the day a year after the first day without work is in it.
    var longUnemployed: [HardshipFact]? {
        guard case .unemployed(let since?) = facts.employment,
            since.adding(months: rules.unemployedMonths) <= day
        else { return nil }
        return [.unemployedSince(since, days: day.days(since: since))]
    }

    /// 00.c05 毕业一年以上未就业的高校毕业生: a year since graduation and, where the first day without work is
    /// known, a year since then too. Whoever is registered as having lost a job has had one since.
    var graduateWithoutWork: [HardshipFact]? {
        guard case .unemployed(let since) = facts.employment, let graduated = facts.graduated,
            facts.registration != .lostWork, facts.education.map(\.isTertiary) ?? true,
            max(graduated, since ?? graduated).adding(months: rules.graduateMonths) <= day
        else { return nil }
        return [.graduatedOn(graduated), .withoutWork]
    }
}

extension Education {
    /// 高校: college, university or more.
    var isTertiary: Bool {
        switch self {
        case .college, .bachelor, .postgraduate: true
        case .primary, .junior, .senior: false
        }
    }
}
