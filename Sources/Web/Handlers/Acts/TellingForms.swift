// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Step 02: what people are told and handed at the counter (02.w4, L.10).
enum TellingForms {
    static let inform = ActForm(
        { desk, shown in
            let items = items(desk)
            return [
                ActPage.Part(
                    "资料袋",
                    [
                        Field(
                            "items", "已交给本人的资料",
                            .checkboxes(
                                items.enumerated().map { Choice(String($0.offset), $0.element) },
                                chosen: Set(
                                    shown.isFresh ? items.indices.map { String($0) } : shown.all("items"))),
                            isRequired: true, hint: "按本人情况列出；没有交的去掉勾，并在说明里写明"),
                        shown.yesOrNo("signed", "本人是否签收", isRequired: true),
                        shown.area("note", "说明", lines: 2, limit: 200, hint: "没有签收或少发的写明原因"),
                    ])
            ]
        },
        read: { desk, typed in
            let items = items(desk)
            let chosen = typed.form.all("items").compactMap { Int($0) }.filter(items.indices.contains)
            if chosen.isEmpty { typed.fault("items", "请勾选交给本人的资料。") }
            let note = typed.form.text("note")
            guard let isSigned = typed.yesOrNo("signed", "本人是否签收") else { return nil }
            if (!isSigned || chosen.count < items.count) && note.isEmpty {
                typed.fault("note", "没有签收或少发资料的，请写明原因。")
            }
            return .recognition(
                .informed(note: note, items: chosen.sorted().map { items[$0] }, isSigned: isSigned))
        }
    ).guided("当场发放资料袋，讲明享受的待遇、服务内容和定期报告等义务，并由本人签收。").dayLabel("发放日期").button("已告知")

    /// The items for this person's situation.
    private static func items(_ desk: ActDesk) -> [String] {
        desk.ask.office.pack.procedure.telling.items(
            for: desk.file.person.facts.situations(in: desk.found.categories))
    }

    static let tellProcessing = ActForm(
        { desk, shown in
            [
                ActPage.Part(
                    heading(desk),
                    [
                        Field("version", "告知书版本", .fixed(notice(desk)?.version ?? "没有生效的版本")),
                        shown.yesOrNo("signed", "本人是否签名"),
                        shown.line("note", "签名情况", limit: 200, hint: "告知书存放处；没有签名的写明原因"),
                    ])
            ]
        },
        read: { desk, typed in
            let note = typed.form.text("note")
            guard let isSigned = typed.yesOrNo("signed", "本人是否签名") else { return nil }
            if !isSigned, note.isEmpty { typed.fault("note", "没有签名的，请写明原因。") }
            return .recognition(
                .processingTold(version: notice(desk)?.version ?? "", isSigned: isSigned, note: note))
        }
    ).guided(
        "第一次见面时，向本人说明谁在处理、为什么处理、处理哪些信息、保存多久、有什么权利。告知书可以在文书中打印。"
    ).dayLabel("告知日期").button("已告知")

    private static func notice(_ desk: ActDesk) -> ProcessingNotice? {
        desk.ask.office.pack.procedure.telling.notice(on: desk.today)
    }

    private static func heading(_ desk: ActDesk) -> String {
        guard let told = desk.found.recognition.processing else { return "" }
        return "上次告知：\(told.version)，\(told.on.inDocuments)"
    }
}
