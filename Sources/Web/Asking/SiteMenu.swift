// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages

/// The menu by work: an entry stands here only if its page exists and the person may open it.
struct SiteMenu {
    let actor: Actor
    let address: String
    let waiting: WorkCount

    var items: [MenuItem] {
        Self.entries.filter { actor.may($0.deed) }.map { entry in
            MenuItem(
                entry.title, Link(entry.address), waiting: entry.address == "/work" ? waiting.all : 0,
                isCurrent: address == entry.address || address.hasPrefix(entry.address + "/"))
        }
    }

    private struct Entry {
        let title: String
        let address: String
        let deed: Deed
    }

    private static let entries = [
        Entry(title: "我的待办", address: "/work", deed: .seePeople),
        Entry(title: "入户调查", address: "/survey", deed: .seePeople),
        Entry(title: "人员档案", address: "/people", deed: .seePeople),
        Entry(title: "统计台账", address: "/ledger", deed: .seeLedgers),
        Entry(title: "走访记录", address: "/visits", deed: .seePeople),
        Entry(title: "数据导入", address: "/imports", deed: .importRoll),
        Entry(title: "账号", address: "/accounts", deed: .changeAccounts),
        Entry(title: "单位", address: "/units", deed: .changeUnits),
        Entry(title: "工作日历", address: "/calendar", deed: .changeCalendar),
        Entry(title: "政策包", address: "/policy", deed: .seePolicy),
        Entry(title: "审计", address: "/audit", deed: .readAudit),
    ]
}
