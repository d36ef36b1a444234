// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Makes one labourer: first how things are, then what the roll knows of it.
struct ResidentMaker {
    let member: HomeMember
    let home: HomeTraits
    let day: Day
    var dice: Dice
    var facts: PersonFacts

    init(member: HomeMember, home: HomeTraits, people: String, day: Day, dice: Dice) {
        self.member = member
        self.home = home
        self.day = day
        self.dice = dice
        facts = PersonFacts(name: Sample.name("无名"))
        facts.sex = member.isMan ? .male : .female
        facts.born = member.born
        facts.ethnicity = people
        facts.economy = home.economy
        facts.hasAllowance = home.hasAllowance
        facts.isOnlyChildFamily = home.isOnlyChildFamily
        facts.incomePerHead = home.incomePerHead
        facts.homePhone = home.homePhone
    }

    mutating func name(surname: String) {
        let isDotted = facts.ethnicity == "维吾尔族"
        let name =
            isDotted
            ? dice.dottedName(isMan: member.isMan)
            : surname + dice.givenName(isMan: member.isMan, born: member.born.year)
        facts.name = Sample.name(name)
    }

    mutating func number(_ identity: IdentityNumber, mobile: PhoneNumber, address: String) {
        let village = home.village
        facts.identity = .valid(identity)
        facts.mobile = dice.happens(975) ? mobile : nil
        let isAway = dice.happens(25)
        facts.livesAt =
            isAway ? dice.pick(Self.elsewhere) : "北京市 顺义区 \(village.townName) \(village.name)\(address)"
    }

    private static let elsewhere = [
        "北京市 朝阳区 望京街道 望京小区", "北京市 怀柔区 泉河街道 泉河小区", "北京市 密云区 鼓楼街道 鼓楼小区",
        "北京市 平谷区 滨河街道 滨河小区", "河北省 三河市 燕郊镇 燕郊小区",
    ]

    mutating func resident() -> SampleResident {
        school()
        health()
        if !member.isMan { facts.retirement = member.age >= 50 || dice.happens(150) ? .cadre : .worker }
        if isEmployed() { work() } else { idle() }
        skill()
        facts.isNewLabour = member.age < 24 && dice.happens(350)
        return SampleResident(roll: asOnRoll(), facts: facts, dice: dice)
    }

    /// The younger, the longer at school; nobody has a degree before its time.
    private mutating func school() {
        let age = member.age
        let table = age < 30 ? Self.young : age < 45 ? Self.middle : Self.old
        var education = dice.pick(table)
        if age < 24, education == .postgraduate { education = .bachelor }
        if age < 22, education == .bachelor { education = .college }
        if age < 20, education == .college { education = .senior }
        facts.education = education
        guard age < 30, education.isDegree else { return }
        let usual = education == .college ? 21 : education == .bachelor ? 22 : 25
        let year = min(member.born.year + usual + 1, day.year - 1)
        facts.graduated = Day(year: year, month: 7, day: 1)
    }

    private static let young = Weighted([
        (Education.primary, 5), (.junior, 120), (.senior, 330), (.college, 300), (.bachelor, 220),
        (.postgraduate, 25),
    ])
    private static let middle = Weighted([
        (Education.primary, 25), (.junior, 370), (.senior, 320), (.college, 170), (.bachelor, 105),
        (.postgraduate, 10),
    ])
    private static let old = Weighted([
        (Education.primary, 130), (.junior, 530), (.senior, 255), (.college, 60), (.bachelor, 24),
        (.postgraduate, 1),
    ])

    private mutating func health() {
        if dice.happens(member.age < 35 ? 6 : 14) {
            let grade = dice.pick(Weighted([(1, 5), (2, 15), (3, 35), (4, 45)]))
            facts.health = .disabled
            facts.disability = Disability(grade: grade, canWork: dice.happens(grade > 2 ? 900 : 250))
        } else {
            facts.health = dice.pick(
                member.age < 45
                    ? Weighted([(Health.healthy, 930), (.fair, 60), (.frail, 8), (.other, 2)])
                    : Weighted([(Health.healthy, 780), (.fair, 180), (.frail, 36), (.other, 4)]))
        }
    }

    /// Who works. Hardship gathers in homes: the poor have more without work.
    private mutating func isEmployed() -> Bool {
        if facts.disability?.canWork == false { return false }
        var idle = 22
        if home.economy == .hard { idle += 130 }
        if facts.disability != nil { idle += 200 }
        if facts.health == .frail { idle += 120 }
        if member.age < 25 || member.age >= (member.isMan ? 50 : 42) { idle += 15 }
        return !dice.happens(idle)
    }

    private mutating func skill() {
        guard dice.happens(360) else { return facts.trade = "无" }
        let trade = dice.pick(Self.trades)
        facts.trade = trade
        facts.skillLevel = dice.pick(
            Weighted([
                (SkillLevel.junior, 30), (.middle, 28), (.senior, 14), (.technician, 4),
                (.seniorTechnician, 1), (.ungraded, 23),
            ]))
        facts.skills = dice.happens(300) ? [trade] + [dice.pick(Self.trades.filter { $0 != trade })] : [trade]
    }

    static let trades = [
        "库管", "叉车司机", "汽车驾驶员", "汽车维修工", "焊工", "维修电工", "电工", "钳工", "车工", "智能楼宇", "计算机", "数控",
        "制冷", "物业管理员", "管道工", "保洁员", "中式烹调师", "家政服务员", "人力资源管理", "商品营业员",
    ]
}

extension Education {
    /// 高校.
    fileprivate var isDegree: Bool {
        switch self {
        case .college, .bachelor, .postgraduate: true
        case .primary, .junior, .senior: false
        }
    }
}
