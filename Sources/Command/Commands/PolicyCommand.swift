// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import PolicyFiles
import Questionnaire

/// `yuanzhu policy`: is a policy pack sound, and what would another one change?
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "检查、比较政策包。", subcommands: [Check.self, Diff.self])

    /// `policy check DIR`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "检查政策包是否可用，逐条指出文件和行。")

        @Argument(help: "政策包文件夹；不写时与其他命令找法相同。")
        var folder: String?
        @Flag(help: "每个问题输出一行JSON。")
        var json = false
        @OptionGroup var policy: PolicyPlace

        func run() throws {
            let folder = try folder ?? policy.folder()
            do throws(PolicyFaults) {
                let pack = try PackFolder.read(folder)
                if !json { Terminal.say(Self.summary(of: pack)) }
            } catch {
                for fault in error.list {
                    if json {
                        Terminal.say([
                            "file": .text(fault.file), "line": .number(fault.line), "says": .text(fault.says),
                        ])
                    } else {
                        Terminal.say(fault.description)
                    }
                }
                throw ExitCode(1)
            }
        }

        private static func summary(of pack: PolicyPack) -> String {
            let years = pack.calendar.years.keys.sorted()
            let span = years.first.flatMap { first in years.last.map { "\(first)至\($0)年" } } ?? "没有"
            return "政策包\(pack.name)没有问题：单位\(pack.units.count)个，期限规则\(pack.rules.rules.count)条，"
                + "问卷\(pack.form.items.count)项，放假安排\(span)。\n指纹 \(pack.digest)"
        }
    }
}
