// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// What offices owe beside their cases: weekly consultations, monthly checks, quarterly meetings (06.r2, 16.w2,
/// 11.c), done week by week until the day that is shown.
struct DistrictMeetings {
    let setting: DistrictSetting
    let store: any Store
    var dice: Dice

    /// - Throws: ``Refusal`` or ``StoreFailure``.
    mutating func write() async throws {
        var monday = Grid.week.period(containing: setting.days.founded, anchor: setting.days.founded).first
        while monday <= setting.days.today {
            for (town, clerk) in setting.clerks.sorted(by: { $0.key < $1.key }) {
                try await consult(town, clerk, inWeekOf: monday)
                if monday.day <= 7 { try await check(town, clerk, before: monday) }
            }
            monday = monday.adding(days: 7)
        }
        try await meetEmployers()
    }

    /// One consultation in forty is missed.
    private mutating func consult(_ town: UnitID, _ clerk: Actor, inWeekOf monday: Day) async throws {
        let day = setting.pack.calendar.nextWorkday(onOrAfter: monday.adding(days: dice.roll(1...3)))
        let isThisWeek = day.days(since: monday) < 7
        guard day <= setting.days.today, isThisWeek, day >= setting.days.founded, !dice.happens(25) else {
            return
        }
        let minutes = Minutes(
            kind: .consultation, place: "镇社会保障事务所会议室", chair: clerk.name,
            attendants: "所长、职业指导、培训、社保各一人", words: "逐一通报援助对象进展，明确下周安排", items: [])
        _ = try await office(on: day).hold(minutes, in: town, decisions: [], on: day, by: clerk)
    }

    private mutating func check(_ town: UnitID, _ clerk: Actor, before day: Day) async throws {
        let month = YearMonth(day.adding(days: -10))
        let done = setting.pack.calendar.nextWorkday(onOrAfter: day)
        guard done <= setting.days.today, month >= YearMonth(setting.days.founded) else { return }
        _ = try await office(on: done).reviewContributions(
            of: month, in: town, note: "比对缴费名单，连续缴费的已电话核实", on: done, by: clerk)
    }

    private func meetEmployers() async throws {
        guard let district = setting.tree.district else { return }
        let clerk = setting.helpers.districtClerk
        for month in [3, 6, 9, 12] {
            guard let day = Day(year: setting.days.opened.year, month: month, day: 18) else { continue }
            let met = setting.pack.calendar.nextWorkday(onOrAfter: day)
            guard met <= setting.days.today, met >= setting.days.founded else { continue }
            let minutes = Minutes(
                kind: .joint, place: "区人力社保局", chair: clerk.name, attendants: "重点用工企业12家，各镇街道",
                words: "企业通报用工需求，登记空岗86个", items: [])
            _ = try await office(on: met).hold(minutes, in: district.id, decisions: [], on: met, by: clerk)
        }
    }

    private func office(on day: Day) -> Office {
        Office(
            store: store, pack: setting.pack, tree: setting.tree,
            now: Instant(startOf: day).adding(seconds: 16 * 3600), today: day)
    }
}
