// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import Desk
import Foundation
import Papers

/// `yuanzhu export ics`: a worker's open duties as a calendar file, names masked (L.05).
struct ExportCalendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ics", abstract: "导出一个账号的待办日历（.ics）：已超期和60天内到期的事项。",
        discussion: "只写事项、隐去一字的姓名和村名，不含证件号码、电话和困难类别。导出记入审计。")

    @Option(help: "账号的登录名。")
    var account: String
    @Option(name: .customLong("out"), help: "写到这个文件；不写时输出到屏幕。")
    var file: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var policy: PolicyPlace

    func run() async throws {
        let text = try await Premises.use(store, policy) { premises in
            let account = try await premises.account(account)
            let office = premises.office
            let duties = try await office.calendarDuties(of: account)
            let note = AuditNote(
                at: office.now, by: try premises.operatorActor().account, action: .exported,
                subject: .account(account.id), detail: "calendar")
            try await office.store.note([note])
            return CalendarFeed(of: duties, for: account, office: office).text
        }
        guard let file else {
            FileHandle.standardOutput.write(Data(text.utf8))
            return
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch { throw Complaint("\(file): 写不进去，请检查文件夹是否存在、是否有权限。") }
        Terminal.say("\(account)的待办日历已写到\(file)。")
    }
}
