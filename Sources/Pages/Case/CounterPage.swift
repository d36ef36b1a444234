// SPDX-License-Identifier: Apache-2.0

/// 窗口办理: where the work with whoever stands at the town's counter begins (02.w1).
public struct CounterPage: Page {
    public var field: Field
    public var faults: [FieldFault]
    /// Whether the ledger with the applications under way may be opened.
    public var mayOpenLedger: Bool
    public var context: FormContext

    public init(field: Field, faults: [FieldFault], mayOpenLedger: Bool, context: FormContext) {
        self.field = field
        self.faults = faults
        self.mayOpenLedger = mayOpenLedger
        self.context = context
    }

    public var title: String { "窗口办理" }
    public var scripts: [Script] { [.form, .keys, .counter] }

    public var body: HTML {
        .section(
            .heading(title),
            .section(
                class: "card confirm", .faults(faults),
                .form(
                    to: "/counter", context, .each([field].marked(with: faults)) { $0.html },
                    .buttons(Button("办理"), back: "/"))),
            .card(
                "一次办完",
                .ol([
                    .text("核对材料：清单按困难类别列出，勾选收齐的；缺的自动写进一次性告知单。"),
                    .text("与证件逐项核对：名册内容已经填好，不一致的当场更正。"),
                    .text("受理，或交付一次性告知单。登记申请同时收下，不用另填。"),
                ]),
                .p(class: "hint", "核对时按空格或回车勾选并跳到下一项，全部核对完跳到“受理”。"),
                .when(
                    mayOpenLedger,
                    .p(
                        .a("/ledgers/service?tag=short", "等待本人补材料的"), .text(" · "),
                        .a("/ledgers/service?tag=accepted", "已受理、等待决定的")))))
    }
}
