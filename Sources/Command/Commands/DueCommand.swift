// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import PolicyFiles
import Wording

/// `yuanzhu due`: when a period ends, and why.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "推算到期日，并说明理由。",
        discussion: "起算当天不算，最后一天算；最后一天遇休息日，顺延到下一个工作日。")

    @Option(help: "起算日，如2026-02-13。")
    var start: Day
    @Option(help: "期限的数目。")
    var period: Int
    @Option(help: "期限的单位：days日、working-days工作日、weeks周、months月、years年。")
    var unit: Unit
    @Flag(help: "输出一行JSON。")
    var json = false
    @OptionGroup var calendar: CalendarOption
    @OptionGroup var policy: PolicyPlace

    /// The words of spec and rule files.
    enum Unit: String, CaseIterable, ExpressibleByArgument {
        case days
        case workingDays = "working-days"
        case weeks, months, years
    }

    func validate() throws {
        guard (0...100_000).contains(period) else { throw ValidationError("--period应是0到100000的整数。") }
    }

    func run() throws {
        let known = try CalendarFolder.read(policy.folder() + "/calendar")
        let calendar = try calendar.laid(over: known)
        guard let limit = TimeLimit(period: period, unit: unit.rawValue) else {
            preconditionFailure("every unit of the option is a unit of limits")
        }
        let result = calendar.due(from: start, within: limit)
        let why = calendar.explain(result).sentence
        if json {
            Terminal.say(
                ["due": .text(result.due.iso), "why": .text(why), "provisional": .bool(result.isProvisional)])
        } else {
            Terminal.say(result.due.withWeekday)
            Terminal.say(why)
        }
    }
}
