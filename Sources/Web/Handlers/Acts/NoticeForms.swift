// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Step 02: objections to a public notice, its end, the card (02.w3).
enum NoticeForms {
    static let receiveObjection = ActForm.fields(
        { _, shown in said(shown) },
        read: { _, typed in objection(&typed).map { .recognition(.objectionReceived($0)) } }
    ).guided("反映人可以不留姓名；留了姓名的，页面和台账上也只显示隐去的姓名，请为反映人保密。公示期满后提出的，用“登记期满后的反映”。")
        .dayLabel("收到日期").button("登记异议")

    static let receiveReport = ActForm.fields(
        { _, shown in said(shown) },
        read: { _, typed in objection(&typed).map { .recognition(.reportReceived($0)) } }
    ).guided("公示已经期满，不再作为公示异议办理；反映的内容保留，转督导人员核查。查实不符合条件的，由街（镇）复核认定条件。")
        .dayLabel("收到日期").button("登记并转督导")

    private static func said(_ shown: Shown) -> [Field] {
        [
            shown.area("words", "反映的内容", limit: 1000, isRequired: true),
            shown.line("by", "反映人", limit: 30, hint: "不愿留名的不填，按匿名登记"),
        ]
    }

    private static func objection(_ typed: inout FormReading) -> ObjectionWords? {
        let words = typed.words("words", "反映的内容", limit: 1000)
        return words.isEmpty ? nil : ObjectionWords(by: typed.form.text("by"), words: words)
    }

    static let settleObjection = ActForm(
        { desk, shown in
            let open = try await open(desk)
            return [
                ActPage.Part(
                    "",
                    [
                        Field(
                            "objection", "处理哪一件",
                            .radio(
                                open.map { Choice(String($0.act.number), $0.words) },
                                chosen: shown.choice(
                                    "objection",
                                    or: open.count == 1 ? open.first.map { String($0.act.number) } : nil)
                            ), isRequired: true),
                        shown.yesOrNo("upheld", "异议是否成立", hint: "成立的，本次公示不能发放援助卡"),
                        shown.area("words", "核查情况和理由", limit: 1000, isRequired: true),
                    ])
            ]
        },
        read: { _, typed in
            let words = typed.words("words", "核查情况和理由", limit: 1000)
            let act = typed.need("objection", "要处理的异议", typed.form.number("objection"))
            guard let isUpheld = typed.yesOrNo("upheld", "异议是否成立"), let act else { return nil }
            return .recognition(.objectionSettled(ActID(act), isUpheld: isUpheld, words: words))
        }
    ).guided("逐件核查并写明理由，全部处理后才能结束公示。").dayLabel("处理日期").button("保存处理结果")

    /// The open objections with what they say.
    private static func open(_ desk: ActDesk) async throws -> [(act: ActID, words: String)] {
        let acts = Set((desk.found.recognition.notice?.open ?? []).map(\.act))
        guard !acts.isEmpty else { return [] }
        return try await desk.ask.office.store.history(of: .assistanceCase(desk.found.id)).caseEvents
            .filter { acts.contains($0.id) }
            .map { ($0.id, "\($0.occurred.inDocuments)　\($0.event.detail)") }
    }

    static let end = ActForm(
        { desk, shown in
            let notice = desk.found.recognition.notice
            let count = notice?.objections?.count ?? 0
            let result =
                count == 0
                ? "公示期间没有收到异议" : notice?.hasUpheld == true ? "有异议成立，不发放援助卡" : "收到的异议均不成立"
            return [
                ActPage.Part(
                    "",
                    [
                        Field("result", "公示结果", .fixed(result)),
                        shown.area("note", "说明", lines: 2, limit: 500),
                    ])
            ]
        },
        read: { desk, typed in
            .recognition(
                .noticeEnded(
                    isUpheld: desk.found.recognition.notice?.hasUpheld ?? false,
                    note: typed.form.text("note")))
        }
    ).guided("公示期满、异议全部处理后结束。结果按异议的处理得出，不另外填写。").dayLabel("结束日期").button("结束公示")

    static let issueCard = ActForm.fields(
        { _, _ in [Field("card", "援助卡", .fixed("《就业援助卡》，卡号保存后显示"))] },
        read: { _, _ in .recognition(.cardIssued(number: "")) }
    ).guided("卡号由系统按本街（镇）当年的顺序取号。发放后在文书中打印，卡上的二维码可以查验卡号是否有效。").dayLabel("发卡日期").button("发放")
}
