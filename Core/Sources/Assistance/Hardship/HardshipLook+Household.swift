// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The categories that look across the household: 00.c07 and 00.c08.
extension HardshipLook {
    /// 00.c07 零就业家庭劳动力: of those of working age and able, the person among them, all are known to be
    /// out of work.
    var zeroEmployment: [HardshipFact]? {
        let able = members.filter(countsAsLabour)
        guard facts.isAbleToWork, facts.employment.isUnemployed,
            able.allSatisfy(\.employment.isUnemployed)
        else { return nil }
        return [.nobodyEmployed(ofAble: able.count)]
    }

    /// 00.c08 纯农就业家庭劳动力: at least one member is in work, and everybody in work is known to farm.
    /// Somebody past the working age who works elsewhere makes the household no longer a farming-only one.
    var farmingOnly: [HardshipFact]? {
        let employed = members.filter(\.employment.isEmployed)
        let unknown = members.contains { $0.employment == .unknown && countsAsLabour($0) }
        guard !employed.isEmpty, !unknown, employed.allSatisfy(\.farms) else { return nil }
        return [.allEmployedInFarming(employed.count)]
    }

    /// Everybody in the household, the person as this look sees them even where the list is behind.
    private var members: [PersonFacts] {
        let others = household.members.filter { $0.person != person }
        return [facts] + others.map(\.facts)
    }

    /// Of working age and able to work. Somebody of unknown age counts, since they may be.
    private func countsAsLabour(_ member: PersonFacts) -> Bool {
        guard member.employment.isEmployed || member.isAbleToWork else { return false }
        guard let born = member.knownBirth, let sex = member.knownSex else { return true }
        return WorkingAge(schedule: rules.schedule)
            .standing(born: born, sex: sex, kind: member.retirement, on: day).isWithin
    }
}

extension PersonFacts {
    /// Works in the primary sector.
    var farms: Bool {
        guard case .employed(let sector, _) = employment else { return false }
        return sector == .primary
    }
}
