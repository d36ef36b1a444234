// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 沿革 of a unit, newest first.
struct UnitHistory {
    let ask: Ask

    func happenings(of id: UnitID) async throws -> [Happening] {
        let history = try await ask.site.store.history(of: .unit(id))
        var names: [AccountID: String] = [.system: "系统"]
        for by in Set(history.map(\.by)) where by != .system {
            names[by] = try await ask.site.store.account(by)?.name
        }
        return history.reversed().compactMap { entry in
            guard case .unit(let event) = entry.event else { return nil }
            return Happening(
                day: entry.occurred.iso, words(event), by: names[entry.by] ?? "",
                detail: .with(detail(event)) { .p($0) })
        }
    }

    private func words(_ event: UnitEvent) -> String {
        switch event {
        case .founded(_, _, let name, _): "设立\(name)"
        case .renamed(let name): "更名为\(name)"
        case .codeGiven(let code): "代码定为\(code)"
        case .merged(let target): "并入\(ask.office.tree[target]?.name ?? "")"
        case .dissolved: "撤销"
        case .closed: "登记有误，取消"
        case .met(let minutes): minutes.kind.word
        case .consultationNotNeeded: "记明无须会商"
        case .contributionsReviewed(let month, _): "核查\(month)社保缴费"
        case .roundsOpened(let year, let missing):
            "启动\(year)年入户调查" + (missing > 0 ? "，还有\(missing)个村（社区）未启动" : "")
        case .restored: "恢复"
        }
    }

    private func detail(_ event: UnitEvent) -> String? {
        switch event {
        case .dissolved(let reason), .closed(let reason): "原因：\(reason)"
        case .consultationNotNeeded(let reason): "原因：\(reason)"
        case .contributionsReviewed(_, let note): note
        case .met(let minutes): minutes.items.isEmpty ? minutes.words : "\(minutes.items.count)人"
        case .founded, .renamed, .codeGiven, .merged, .roundsOpened, .restored: nil
        }
    }
}
