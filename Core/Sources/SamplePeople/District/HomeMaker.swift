// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Makes the homes of one village, one after another.
struct HomeMaker {
    let village: DistrictPlan.Village
    let seed: UInt64
    let day: Day
    var dice: Dice
    /// Sequences given, by birth and sex.
    private var sequences: [Int: Int] = [:]
    private var made = 0

    init(village: DistrictPlan.Village, seed: UInt64, day: Day) {
        self.village = village
        self.seed = seed
        self.day = day
        dice = Dice(seed: seed, stream: UInt64(village.place + 1) << 20)
    }

    /// A home of one to five labourers, never more than `atMost`.
    mutating func home(atMost: Int, number: Int) -> SampleHome {
        let members = Array(self.members().prefix(atMost))
        let traits = HomeTraits(village: village, dice: &dice)
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let address =
            village.isCommunity
            ? "\(dice.roll(1...30))号楼\(dice.roll(1...6))单元\(dice.roll(1...6))0\(dice.roll(1...4))室"
            : "\(number)号"
        let people = dice.pick(NameStock.peoples)
        let father = dice.pick(NameStock.surnames)
        let mother = dice.pick(NameStock.surnames)
        let residents = members.map { member in
            var person = ResidentMaker(
                member: member, home: traits, people: people, day: day, dice: nextDice())
            person.name(surname: member.kin == .wife || member.kin == .inLaw ? mother : father)
            person.number(identity(member), mobile: mobile(), address: address)
            return person.resident()
        }
        return SampleHome(number: padded, address: address, residents: residents)
    }

    private mutating func nextDice() -> Dice {
        made += 1
        return .person(made, village: village.place, seed: seed)
    }

    /// Who of a family is on the roll: those between sixteen and retirement.
    private mutating func members() -> [HomeMember] {
        let size = dice.pick(Self.sizes)
        let hasGrownChild = size >= 3 || dice.happens(250)
        let wife = hasGrownChild ? dice.roll(40...55) : dice.roll(23...49)
        let husband = min(59, max(22, wife + dice.roll(-2...5)))
        if size == 1 { return [single()] }
        var family = [member(.head, isMan: true, age: husband)]
        if size > 2 || !hasGrownChild { family += roll(woman: .wife, age: wife) }
        guard hasGrownChild else { return family }
        let child = max(18, wife - dice.roll(21...29))
        family.append(member(.child, isMan: dice.happens(520), age: child))
        if size > 3 {
            family.append(member(.child, isMan: dice.happens(500), age: max(18, child - dice.roll(1...6))))
        }
        if size > 4 { family += roll(woman: .inLaw, age: max(20, child - dice.roll(0...3))) }
        return family
    }

    private static let sizes = Weighted([(1, 17), (2, 33), (3, 31), (4, 13), (5, 6)])

    private mutating func single() -> HomeMember {
        let isMan = dice.happens(600)
        return member(.head, isMan: isMan, age: dice.roll(isMan ? 22...59 : 22...49))
    }

    /// A woman past fifty stays on the roll only where her post lets her work to fifty-five.
    private mutating func roll(woman kin: HomeMember.Kin, age: Int) -> [HomeMember] {
        if age < 50 { return [member(kin, isMan: false, age: age)] }
        return age < 55 && dice.happens(400) ? [member(kin, isMan: false, age: age)] : []
    }

    private mutating func member(_ kin: HomeMember.Kin, isMan: Bool, age: Int) -> HomeMember {
        let born = day.adding(years: -age).adding(days: -dice.roll(0...364))
        return HomeMember(kin: kin, isMan: isMan, age: Age.years(born: born, on: day), born: born)
    }

    /// A right number under the village's own region; everybody of one birthday and sex has another sequence.
    private mutating func identity(_ member: HomeMember) -> IdentityNumber {
        let key = Int(member.born.daysSince1970) * 2 + (member.isMan ? 1 : 0)
        let place = sequences[key, default: 0]
        sequences[key] = place + 1
        let sequence = (1 + 7 * place) % 500 * 2 + (member.isMan ? 1 : 0)
        return .madeUp(region: 990_001 + village.place, born: member.born, sequence: sequence)
    }

    private mutating func mobile() -> PhoneNumber {
        .madeUp(12_000_000_000 + (village.place + 1) * 100_000 + made)
    }
}

/// A member of a home before anything else is known.
struct HomeMember {
    enum Kin { case head, wife, child, inLaw }
    let kin: Kin
    let isMan: Bool
    /// Full years.
    let age: Int
    let born: Day
}

/// What all members of a home have in common.
struct HomeTraits {
    let village: DistrictPlan.Village
    let isRural: Bool
    let economy: Economy
    let hasAllowance: Bool
    let isOnlyChildFamily: Bool
    /// Everybody who works in this home farms.
    let farmsOnly: Bool
    let incomePerHead: Int?
    let homePhone: PhoneNumber?

    init(village: DistrictPlan.Village, dice: inout Dice) {
        self.village = village
        isRural = dice.happens(village.isCommunity ? 40 : 820)
        economy = dice.pick(Weighted([(Economy.good, 300), (.fair, 615), (.hard, 85)]))
        hasAllowance = economy == .hard && dice.happens(230)
        isOnlyChildFamily = dice.happens(420)
        farmsOnly = isRural && !village.isCommunity && dice.happens(20)
        let low = isRural ? 5712 : 8772
        incomePerHead = economy == .hard && dice.happens(400) ? dice.roll(low / 4...low - 1) : nil
        homePhone = dice.happens(120) ? .madeUp(fixed: 20_000_000 + dice.roll(0...9_999_999)) : nil
    }
}
