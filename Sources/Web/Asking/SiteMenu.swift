// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages

/// The menu by work: an entry stands here only if its page exists and the person may open it.
struct SiteMenu {
    let actor: Actor
    let address: String
    let waiting: WorkCount

    /// Every entry.
    var items: [MenuItem] { open.map(item) }

    /// The five that stand at the foot of a village's phone.
    var mainItems: [MenuItem] { open.filter(\.isMain).map(item) }

    /// What a village does more rarely.
    var rarerItems: [MenuItem] { open.filter { !$0.isMain }.map(item) }

    /// The large buttons of a village's first page.
    var buttons: [BigButton] {
        open.filter(\.isMain).map { entry in
            BigButton(
                entry.title, entry.hint, Link(entry.address),
                waiting: entry.address == "/work" ? waiting.all : 0)
        }
    }

    /// Whether the site answers at an address.
    static func exists(_ address: String) -> Bool {
        Routes.signedIn.contains { $0.address == address }
    }

    private var open: [Entry] {
        Self.entries.filter { entry in
            (actor.may(entry.deed) || entry.also.contains { actor.may($0) })
                && Routes.pages.contains(entry.address)
        }
    }

    private func item(_ entry: Entry) -> MenuItem {
        MenuItem(
            entry.title, Link(entry.address), waiting: entry.address == "/work" ? waiting.all : 0,
            isCurrent: address == entry.address || address.hasPrefix(entry.address + "/"))
    }

    private struct Entry {
        let title: String
        let hint: String
        let address: String
        let deed: Deed
        /// Others whose holders may open it as well.
        var also: Set<Deed> = []
        var isMain = false
    }

    private static let entries = [
        Entry(title: "我的待办", hint: "今天该办的事", address: "/work", deed: .seePeople, isMain: true),
        Entry(title: "窗口办理", hint: "凭身份证办理登记和认定", address: "/counter", deed: .recognise),
        Entry(title: "入户调查", hint: "逐户逐人填问卷", address: "/survey", deed: .seePeople, isMain: true),
        Entry(title: "人员档案", hint: "查人、改信息", address: "/people", deed: .seePeople, isMain: true),
        Entry(title: "援助对象", hint: "正在帮扶的人", address: "/cases", deed: .seePeople, isMain: true),
        Entry(title: "岗位信息", hint: "找岗位、核实、登记", address: "/vacancies", deed: .seeVacancies),
        Entry(title: "推荐建议", hint: "为援助对象匹配到的岗位", address: "/proposals", deed: .seeVacancies),
        Entry(title: "用人单位", hint: "走访、空岗报告", address: "/employers", deed: .keepVacancies),
        Entry(title: "推荐跟踪", hint: "约面试、问结果、查在岗", address: "/recommendations", deed: .seePeople),
        Entry(title: "本周面试", hint: "谁、何时、到哪里面试", address: "/interviews", deed: .seePeople),
        Entry(title: "招聘会", hint: "筹备、邀请、签到、结果", address: "/fairs", deed: .seeVacancies),
        Entry(title: "供求信息", hint: "岗位和求职的分布", address: "/market", deed: .seeVacancies),
        Entry(title: "走访记录", hint: "查看、打印走访记录", address: "/visits", deed: .seePeople),
        Entry(
            title: "会议", hint: "会商、会诊、联席会议", address: "/meetings", deed: .convene,
            also: [.assistTown, .assistDistrict, .waiveDuty]),
        Entry(title: "文书", hint: "批量打印、空白表", address: "/papers", deed: .seePeople),
        Entry(title: "统计台账", hint: "汇总、打印、上报", address: "/ledger", deed: .seeLedgers, isMain: true),
        Entry(title: "各类台账", hint: "服务、援助、回访、会议", address: "/ledgers", deed: .seeLedgers),
        Entry(title: "数据上报", hint: "就业状态报其他系统", address: "/outbox", deed: .sendMessages),
        Entry(title: "督办", hint: "应办未办和超期", address: "/supervision", deed: .handOver),
        Entry(title: "四个一", hint: "出现、认定、帮扶、稳定", address: "/goal", deed: .seeFigures),
        Entry(title: "移交与请假", hint: "移交援助对象", address: "/handover", deed: .handOver),
        Entry(
            title: "请假代办", hint: "外出时由同事代办", address: "/leave", deed: .assistVillage,
            also: [.assistTown, .assistDistrict, .placeWelfare]),
        Entry(title: "紧急查看", hint: "凭身份证号看一份档案", address: "/passes", deed: .breakGlass),
        Entry(title: "数据导入", hint: "从Excel导入", address: "/imports", deed: .importRoll),
        Entry(title: "账号", hint: "开通、调整、停用", address: "/accounts", deed: .changeAccounts),
        Entry(title: "单位", hint: "街镇、社区和村", address: "/units", deed: .changeUnits),
        Entry(title: "工作日历", hint: "放假和调休", address: "/calendar", deed: .changeCalendar),
        Entry(title: "政策设置", hint: "正在执行的规定", address: "/policy", deed: .seePolicy),
        Entry(title: "审计记录", hint: "谁在何时做了什么", address: "/audit", deed: .readAudit),
    ]
}
