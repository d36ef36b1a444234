// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import PolicyFiles

/// `yuanzhu export workdays`: every day of the known years, 1 worked, 0 free.
struct ExportWorkdays: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workdays", abstract: "逐日列出工作日（1）和休息日（0），只列已有放假安排的年份。")

    @Flag(help: "每天输出一行JSON。")
    var json = false
    @OptionGroup var outlet: Outlet
    @OptionGroup var policy: PolicyPlace
    @OptionGroup var calendar: CalendarOption

    func run() throws {
        let known = try CalendarFolder.read(policy.folder() + "/calendar")
        let calendar = try calendar.laid(over: known)
        let days = calendar.years.keys.sorted().flatMap(Self.days)
        try outlet.write(
            days.map { day in
                let isWorked = calendar.isWorkday(day)
                return json
                    ? JSONValue.object([.init("day", .text(day.iso)), .init("worked", .bool(isWorked))]).text
                    : "\(day.iso) \(isWorked ? 1 : 0)"
            })
    }

    private static func days(of year: Int) -> [Day] {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
        else { return [] }
        return Array(stride(from: first, through: last, by: 1))
    }
}
