// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Foundation

/// `yuanzhu survey`: answer sheets outside the store.
struct SurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "核对调查问卷。", subcommands: [Check.self])

    /// `survey check FILE.jsonl`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "逐份核对答卷：走到哪些题、有哪些错误和待核实之处、能推出什么。",
            discussion: """
                每行一份答卷（JSON）：题名与问卷一致，选项用纸面字母或中文词。另可写interviewed（调查日期）、\
                confirmations（已核实的事项，每项有code、item、reason）。有一处错误没有改正或核实，退出码就是1。
                """)

        @Argument(help: "答卷文件，每行一份；“-”为标准输入。")
        var file: String
        @Flag(help: "每份答卷输出一行JSON。")
        var json = false
        @Option(help: "没有写调查日期的答卷按哪天算，不写时为今天。")
        var date: Day?
        @OptionGroup var policy: PolicyPlace

        func run() throws {
            let pack = try policy.pack()
            let today = date ?? Instant.now.day
            var progress = Progress("已核对答卷")
            var isSound = true
            for (count, line) in try TextFile.lines(of: file).enumerated() {
                let report = SheetReport(line.text, line: line.number, pack: pack, today: today)
                isSound = isSound && report.isSound
                if json {
                    Terminal.say(report.json)
                } else {
                    report.lines.forEach { Terminal.say($0) }
                }
                progress.tell(count + 1)
            }
            progress.end()
            if !isSound { throw ExitCode(1) }
        }
    }
}
