// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Pages
import Wording

/// One year of the work calendar as its page shows it.
struct CalendarYearView {
    let calendar: WorkCalendar
    let year: Int
    let today: Day

    func page(context: FormContext, faults: [FieldFault]) -> CalendarPage {
        let notice = calendar.years[year]
        return CalendarPage(
            years: tabs, heading: "\(year)年", facts: facts(notice),
            warning: notice == nil ? "\(year)年的放假安排还没有录入：暂按周末和法定节日推算，涉及这一年的期限都是暂定的。" : nil,
            months: (1...12).map(month), holidays: holidays(notice), context: context, faults: faults)
    }

    /// The last years known, the one shown, and the next, whose notice comes out in November.
    private var tabs: [Tab] {
        let last = (calendar.years.keys.max() ?? today.year)
        let years = Set((last - 6)...max(last, today.year + 1)).union([year])
        return years.sorted().map { other in
            Tab(
                calendar.isKnown(year: other) ? "\(other)年" : "\(other)年（未发布）",
                Link("/calendar", query: [("year", String(other))]), isCurrent: other == year)
        }
    }

    private func facts(_ notice: CalendarYear?) -> [Fact] {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
        else { return [] }
        let workdays = calendar.workdays(between: first.adding(days: -1), and: last)
        let count = Fact("工作日", "\(workdays)天")
        guard let notice else { return [count] }
        return [
            count, Fact("放假", "\(notice.off.count)天"), Fact("调休上班", "\(notice.work.count)天"),
            Fact("发布日期", notice.published?.iso ?? ""), Fact("依据", .text(notice.source), isWide: true),
        ]
    }

    /// Each holiday with its first and last day.
    private func holidays(_ notice: CalendarYear?) -> [[String]] {
        var runs: [(name: String, first: Day, last: Day)] = []
        for off in notice?.off ?? [] {
            if let run = runs.last, run.name == off.name, off.day.days(since: run.last) == 1 {
                runs[runs.count - 1].last = off.day
            } else {
                runs.append((off.name, off.day, off.day))
            }
        }
        return runs.map { run in
            let span =
                run.first == run.last
                ? run.first.withWeekday : "\(run.first.withWeekday)至\(run.last.withWeekday)"
            return [run.name, span, "\(run.last.days(since: run.first) + 1)天"]
        }
    }

    private func month(_ number: Int) -> CalendarPage.Month {
        let month = YearMonth(year: year, month: number)
        var cells: [CalendarPage.DayCell?] = Array(repeating: nil, count: month.firstDay.weekday.rawValue - 1)
        var day = month.firstDay
        while day <= month.lastDay {
            cells.append(cell(day))
            day = day.adding(days: 1)
        }
        while cells.count % 7 != 0 { cells.append(nil) }
        let weeks = stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<$0 + 7]) }
        return CalendarPage.Month(name: "\(number)月", weeks: weeks)
    }

    private func cell(_ day: Day) -> CalendarPage.DayCell {
        let (kind, why): (CalendarPage.DayCell.Kind, String) =
            switch calendar.reasonOff(day) {
            case .holiday(let name): (.off, name)
            case .statutory(let holiday): (.off, "\(holiday.words)（暂定）")
            case .weekend: (.weekend, "")
            case nil: calendar.isMakeUpDay(day) ? (.madeUp, "调休上班") : (.work, "")
            }
        return CalendarPage.DayCell(number: day.parts.day, kind: kind, why: why, isToday: day == today)
    }
}
