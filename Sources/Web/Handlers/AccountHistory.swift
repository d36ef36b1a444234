// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// What happened to an account, newest first.
struct AccountHistory {
    let ask: Ask

    func happenings(of id: AccountID) async throws -> [Happening] {
        let history = try await ask.site.store.history(of: .account(id))
        let names = Dictionary(
            try await ask.site.store.accounts().map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        return history.reversed().compactMap { entry in
            guard case .account(let event) = entry.event else { return nil }
            let by = entry.by == .system ? "系统" : names[entry.by] ?? ""
            return Happening(
                day: entry.occurred.iso, title(event), by: "\(by) \(entry.recorded.clockWords)",
                detail: .with(detail(event)) { .p($0) }, tone: tone(event))
        }
    }

    private func title(_ event: AccountEvent) -> String {
        switch event {
        case .created: "新建账号"
        case .renamed: "更改姓名"
        case .granted: "调整岗位"
        case .passwordReset: "重置密码"
        case .passwordChosen: "本人修改密码"
        case .disabled: "停用"
        case .enabled: "启用"
        case .leaveSet: "请假代办"
        case .leaveEnded: "销假"
        case .passOpened: "紧急查看"
        case .feedOpened: "开通日历订阅"
        case .feedClosed: "停用日历订阅"
        }
    }

    private func detail(_ event: AccountEvent) -> String? {
        switch event {
        case .created(_, _, let grants), .granted(let grants):
            grants.map { $0.words(in: ask.office.tree) }.joined(separator: "、")
        case .renamed(let name): name
        case .disabled(let reason): "原因：\(reason)"
        case .leaveSet(let leave): "\(leave.from.iso)至\(leave.through.iso)，\(leave.reason)"
        case .passOpened(let pass): "原因：\(pass.reason)"
        case .passwordReset, .passwordChosen, .enabled, .leaveEnded, .feedOpened, .feedClosed: nil
        }
    }

    private func tone(_ event: AccountEvent) -> Tag.Tone {
        switch event {
        case .created, .enabled: .green
        case .disabled, .feedClosed: .grey
        case .passOpened: .orange
        case .leaveSet, .leaveEnded, .feedOpened, .renamed, .granted, .passwordReset, .passwordChosen: .blue
        }
    }
}
