// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// `yuanzhu export`: what the program knows, for scripts and other systems.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出：台账、待办日历、条款、记录种类、工作日、问卷。",
        subcommands: [
            ExportLedger.self, ExportCalendar.self, ExportClauses.self, ExportActs.self, ExportWorkdays.self,
            ExportQuestionnaire.self,
        ])
}

/// `--out FILE`, in place of standard output.
struct Outlet: ParsableArguments {
    @Option(name: .customLong("out"), help: "写到这个文件；不写时输出到屏幕。")
    var file: String?

    /// Writes the lines.
    ///
    /// - Throws: a complaint when the file cannot be written.
    func write(_ lines: [String]) throws {
        guard let file else {
            lines.forEach { Terminal.say($0) }
            return
        }
        do {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(
                to: URL(filePath: file), options: .atomic)
        } catch {
            throw Complaint("\(file): 写不进去，请检查文件夹是否存在、是否有权限。")
        }
    }
}
