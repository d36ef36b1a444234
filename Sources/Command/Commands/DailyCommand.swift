// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Desk

/// `yuanzhu daily`: the acts nobody clicks; the server runs them itself.
struct DailyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daily", abstract: "办理每天自动进行的工作；服务运行时会自己办，重复运行不会重复办。")

    @Option(help: "按哪一天办，不写时为今天。")
    var date: Day?
    @Flag(help: "每项工作输出一行JSON。")
    var json = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var policy: PolicyPlace

    func run() async throws {
        try await Premises.use(store, policy, today: date) { premises in
            for report in try await premises.office.runDaily() {
                if json {
                    Terminal.say([
                        "act": .text(report.act.rawValue), "done": .number(report.done),
                        "differences": .number(report.differences.count),
                    ])
                } else {
                    Terminal.say(report.sentence)
                }
            }
        }
    }
}

extension DailyReport {
    /// What was done, in a sentence.
    fileprivate var sentence: String {
        switch act {
        case .ageOut: "超过劳动年龄、移出名册：\(done)人。"
        case .raiseRechecks: "情况有变化、提醒复核认定条件：\(done)人。"
        case .rederiveDuties:
            "重新推算应办事项：写入\(done)份" + (differences.isEmpty ? "，与记录一致。" : "，其中与记录不符\(differences.count)份，已改正。")
        }
    }
}
