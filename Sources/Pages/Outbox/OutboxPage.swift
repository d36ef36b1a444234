// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 数据上报: what other systems are to be told, and how far each message came (10.w4).
public struct OutboxPage: Page {
    public var outbox: Outbox
    public var system: String?
    public var state: MessageState
    public var units: [UnitID: String]
    /// A file just made, to be fetched.
    public var file: String?
    public var faults: [FieldFault]
    public var first: Link?
    public var next: Link?
    public var context: FormContext

    public init(
        outbox: Outbox, system: String?, state: MessageState, units: [UnitID: String], file: String?,
        faults: [FieldFault], first: Link?, next: Link?,
        context: FormContext
    ) {
        self.outbox = outbox
        self.system = system
        self.state = state
        self.units = units
        self.file = file
        self.faults = faults
        self.first = first
        self.next = next
        self.context = context
    }

    public var title: String { "数据上报" }

    public var body: HTML {
        guard let system else {
            return .section(.heading(title), .nothing("政策设置里没有要变更就业状态的系统。"))
        }
        return .section(
            .heading(title),
            .p(
                class: "hint",
                "就业、登记、离岗记录保存时自动生成报文。导出文件后到对方系统录入或导入，再登记对方是否接收；本系统不联网传送。"),
            .tabs(
                outbox.systems.map { one in
                    Tab(one, Self.link(one, .waiting), isCurrent: one == system, count: count(one, .waiting))
                }, label: "接收系统"), .faults(faults), fetched,
            .when(state == .waiting && count(system, .waiting) > 0, export(system)),
            .tabs(
                MessageState.allCases.map { one in
                    Tab(one.word, Self.link(system, one), isCurrent: one == state, count: count(system, one))
                }, label: "报文状态"), list(system),
            .pager(previous: first, next: next, total: "共\(count(system, state))条"))
    }

    /// The list of one system and state.
    public static func link(_ system: String?, _ state: MessageState) -> Link {
        Link("/outbox", query: (system.map { [("system", $0)] } ?? []) + [("state", state.rawValue)])
    }

    private func count(_ system: String, _ state: MessageState) -> Int {
        outbox.counts.first { $0.system == system && $0.state == state }?.count ?? 0
    }

    /// The file of the latest export, in both shapes.
    private var fetched: HTML {
        .with(file) { file in
            .card(
                "导出的文件", .p("文件内有完整的身份证号，只能用于上报，用后删除。"),
                .p(
                    .buttonLink("下载Excel", to: Self.file(file, "xlsx"), isPrimary: true), .text(" "),
                    .buttonLink("下载CSV", to: Self.file(file, "csv"))))
        }
    }

    static func file(_ name: String, _ ending: String) -> Link {
        Link("/outbox/file", query: [("name", name), ("as", ending)])
    }

    private func export(_ system: String) -> HTML {
        .form(
            to: "/outbox/export", context, kind: .act, .hidden("system", system),
            .buttons(Button("导出待传送的报文，登记为已传送")))
    }

    private func list(_ system: String) -> HTML {
        guard !outbox.lines.isEmpty else { return .nothing("没有\(state.word)的报文。") }
        let isSettled = state == .handedOver || state == .failed
        let table = DataTable(
            columns: (isSettled ? [Column("选择", .acts)] : []) + [
                Column("报文号", .figure), Column("事项", .state), Column("姓名", .name), Column("内容"),
                Column("发生日期", .fixed), Column("村（社区）"), Column("办理"),
            ], rows: outbox.lines.map { row($0, isSettled) }, isNumbered: false, caption: state.word
        ).html
        guard isSettled else { return table }
        return .form(
            to: "/outbox/results", context, kind: .act, .hidden("system", system),
            .hidden("from", state.rawValue), table, answers)
    }

    private var answers: HTML {
        if state == .failed {
            return .buttons(Button("重新传送所选", sends: "to", MessageState.waiting.rawValue))
        }
        return Field("reason", "没有接收的原因", .text(""), hint: "登记“没有接收”时填写").html
            + .buttons(
                Button("所选的对方已接收", sends: "to", MessageState.confirmed.rawValue),
                Button("所选的没有接收", sends: "to", MessageState.failed.rawValue))
    }

    private func row(_ line: MessageLine, _ isSettled: Bool) -> Row {
        let message = line.message
        let number = String(message.id.number)
        let pick: [Cell] = isSettled ? [.pick(name: "message", value: number, label: "报文\(number)")] : []
        return Row(
            pick + [
                .text(number), .tag(Tag(message.kind.word, message.kind == .correction ? .orange : .blue)),
                .link(line.person.facts.name.full, .assistanceCase(message.caseID)),
                .text(content(line)), .text(line.entry.occurred.iso), .text(units[message.village] ?? ""),
                .html(settled(message)),
            ])
    }

    private func content(_ line: MessageLine) -> String {
        let words = line.entry.event.detail
        guard let corrected = line.message.corrects else { return words }
        return "报文\(corrected.number)作废：\(words)"
    }

    private func settled(_ message: OutgoingMessage) -> HTML {
        let who = message.by.flatMap { outbox.names[$0] } ?? ""
        let when = message.at?.day.iso ?? ""
        let file: HTML = .with(message.file) { .a(Self.file($0, "xlsx"), .text($0)) }
        return .element(
            "span", [], .text("\(who) \(when) "), file,
            .when(!message.reason.isEmpty, .text("　\(message.reason)")))
    }
}
