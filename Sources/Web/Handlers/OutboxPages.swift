// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Papers
import Wording

/// 数据上报: messages to the systems that are told of a change of status (10.w4).
enum OutboxPages {
    static let routes: [Routes.Entry] = [
        .get("/outbox", .sendMessages) { .page(try await page($0, .fresh)) },
        .post("/outbox/export", .sendMessages, export),
        .post("/outbox/results", .sendMessages, settle),
        .get("/outbox/file", .sendMessages, file),
    ]

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> OutboxPage {
        let fields = shown.isFresh ? ask.query : ask.form
        let system = fields["system"] ?? ask.office.pack.statusSystems.first
        let named = fields["state"] ?? fields["from"]
        let state = named.flatMap(MessageState.init) ?? .waiting
        let found = try await ask.office.outbox(
            system: system, state: state, after: ask.after, by: ask.actor)
        let villages = Set(found.lines.map(\.message.village))
        let link = OutboxPage.link(system, state)
        return OutboxPage(
            outbox: found, system: system, state: state,
            units: villages.reduce(into: [:]) { $0[$1] = ask.office.tree[$1]?.name },
            file: ask.query["file"], faults: shown.faults, first: ask.after == nil ? nil : link,
            next: found.next.map { Link(link.address + "&after=" + Link.encoded($0.text)) },
            context: ask.formContext)
    }

    /// The file is made and the messages are marked in one act; then it can be fetched, in either shape.
    static func export(_ ask: Ask) async throws -> Reply {
        guard let system = ask.form["system"] else { throw FormBroken() }
        guard let file = try await ask.office.handOverMessages(to: system, by: ask.actor) else {
            return .done(OutboxPage.link(system, .waiting), "没有待传送的报文。")
        }
        let link = OutboxPage.link(system, .handedOver)
        return .done(
            Link(link.address + "&file=" + Link.encoded(file)), "已导出并登记为已传送，请下载文件。")
    }

    static func settle(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let ids = ask.form.all("message").compactMap { Int($0) }.map { MessageID($0) }
            if ids.isEmpty { typed.fault("message", "请选择报文。") }
            let state = ask.form["to"].flatMap(MessageState.init)
            let reason = ask.form.text("reason")
            if state == .failed, reason.isEmpty { typed.fault("reason", "请填写没有接收的原因。") }
            try typed.finish()
            guard let state else { throw FormBroken() }
            try await ask.office.settleMessages(ids, as: state, reason: reason, by: ask.actor)
            return .done(
                OutboxPage.link(ask.form["system"], state), "已登记\(ids.count)条报文：\(state.word)。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    static func file(_ ask: Ask) async throws -> Reply {
        guard let name = ask.query["name"] else { throw PageMissing() }
        let file = MessageFile(
            lines: try await ask.office.messageFile(name, by: ask.actor), units: ask.office.tree)
        let isText = ask.query["as"] == "csv"
        return .file(
            isText ? try file.text() : try file.workbook(), name: name + (isText ? ".csv" : ".xlsx"),
            type: isText ? .csv : .workbook)
    }
}
