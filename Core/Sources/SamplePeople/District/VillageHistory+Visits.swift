// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// Visits by class (01.w4), with a record of each (01.r2).
extension VillageHistory {
    /// Puts a visit into every period of the class to come, but for those that are missed.
    mutating func planVisits(_ id: CaseID, _ visitClass: VisitClass) {
        let grid = visitClass.grid
        var period = grid.period(containing: day, anchor: day)
        var earliest = day.adding(days: 1)
        while period.first <= setting.days.today {
            let made = visitDay(in: period, from: earliest)
            if let made, !dice.happens(pace.visitsMissed) {
                let lag = dice.happens(700) ? 0 : dice.roll(1...3)
                plan(.visit(id, visitClass, on: made), on: workday(onOrAfter: made.adding(days: lag)))
                earliest = made.adding(days: 6)
            }
            period = grid.period(containing: period.last.adding(days: 1), anchor: day)
        }
    }

    /// A working day in the first two thirds of what is left of the period; none where hardly anything is left
    /// (spec/flow.md: fewer than a third of its days). Class 4 counts two visits only if five days lie between.
    private mutating func visitDay(in period: GridPeriod, from earliest: Day) -> Day? {
        let first = max(period.first, earliest)
        let left = period.last.days(since: first)
        guard left * 3 >= period.length else { return nil }
        let made = workday(onOrAfter: first.adding(days: dice.roll(0...left * 2 / 3)))
        return made <= period.last ? made : nil
    }

    mutating func visit(_ id: CaseID, _ visitClass: VisitClass, on made: Day) async throws {
        guard let found = try await liveCase(id), found.visitClass == visitClass,
            let person = try await store.person(found.person)
        else { return }
        let wasMet = dice.happens(955)
        let record = wasMet ? met(person.facts) : notMet()
        _ = try await office().recordVisit(record, in: id, version: found.version, on: made, by: worker)
        if !wasMet {
            let again = workday(onOrAfter: made.adding(days: dice.roll(2...4)))
            plan(.visit(id, visitClass, on: again), on: again)
        }
    }

    private mutating func met(_ facts: PersonFacts) -> VisitRecord {
        let isPoor = facts.economy == .hard
        return VisitRecord(
            manner: dice.pick(Weighted([(VisitManner.atHome, 82), (.byTelephone, 13), (.atOffice, 5)])),
            wasMet: true, visitors: worker.name,
            situation: dice.pick(facts.wish == .wanted ? Self.looking : Self.content),
            family: dice.pick(isPoor ? Self.poor : Self.fair),
            services: facts.wish == .wanted ? dice.pick(Self.services) : "",
            agreed: dice.happens(500) ? dice.pick(Self.agreed) : "", wish: nil,
            isUrgent: isPoor && facts.wish == .wanted && dice.happens(20) ? true : nil)
    }

    private mutating func notMet() -> VisitRecord {
        VisitRecord(
            manner: .atHome, wasMet: false, visitors: worker.name, situation: "", family: "", services: "",
            agreed: dice.pick(["家中无人，已留联系卡", "邻居说去赶集了，改天再来", "电话未接"]), wish: nil, isUrgent: nil)
    }

    private static let looking = [
        "最近去过一次招聘会，没有合适的", "还在找工作，愿意做保洁或食堂帮工", "打零工，一个月干十来天", "想学一门手艺再找工作",
        "面试过一家物流公司，在等消息",
    ]
    private static let content = ["目前不想找工作，在家照看孩子", "身体一般，在家休养", "在家帮忙种地", "有固定收入，暂无变化"]
    private static let poor = ["老人常年吃药，开销大", "孩子上学，家里只有一人有收入", "低保金按时到账，生活仍紧", "房子漏雨，村里已登记"]
    private static let fair = ["家里一切正常", "爱人有工作，收入稳定", "儿子今年工作了", "老人身体好"]
    private static let services = ["希望介绍离家近的岗位", "想参加电工培训", "想了解灵活就业社保补贴", "希望有岗位信息及时通知", "想做公益性岗位"]
    private static let agreed = ["有合适的岗位先打电话", "下次带招聘信息来", "月底前报名参加培训", "帮忙问镇里的政策"]
}

extension VisitClass {
    /// The grid on which the manual's visits of the class stand.
    fileprivate var grid: Grid {
        switch self {
        case .one: .halfYear
        case .two: .quarter
        case .three: .month
        case .four: .halfMonth
        }
    }
}
