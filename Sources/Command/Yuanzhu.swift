// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The root command: every subcommand on one screen.
struct Yuanzhu: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yuanzhu",
        abstract: "援助：区、街（镇）、社区（村）三级的就业援助系统。",
        discussion: "成功时退出码为0；答案是否定的或输入有错时为1，逐条指出文件、行或单元格；用法不对时为2。",
        subcommands: [
            ServeCommand.self, DailyCommand.self, DemoCommand.self, UserCommand.self, ImportCommand.self,
            TemplateCommand.self, ExportCommand.self, IDCommand.self, DueCommand.self, SurveyCommand.self,
            ObligationsCommand.self, MatchCommand.self, PolicyCommand.self, VerifyCommand.self,
            BackupCommand.self,
            RestoreCommand.self,
        ])
}
