// SPDX-License-Identifier: Apache-2.0

/// 上报统计台账: what would be sent, what has changed since the last time, who is still missing (01.w3).
public struct LedgerSubmissionPage: Page {
    /// The village and year.
    public var round: String
    /// The round's page.
    public var back: Link
    /// One line for each number: its name, what was sent last, what would be sent now.
    public var lines: [Line]
    /// Whether the ledger was sent before, so that there is something to compare.
    public var wasSent: Bool
    /// How many people are still missing.
    public var missing: Int
    /// The list of those who are missing.
    public var missingList: Link
    /// Where the ledger is sent.
    public var action: Link
    /// The day of submission, as typed.
    public var day: String
    /// The version of the round that the page shows.
    public var version: Int
    /// What was wrong.
    public var faults: [FieldFault]
    /// The form's tokens.
    public var context: FormContext

    /// A number of the ledger, then and now.
    public struct Line: Hashable, Sendable {
        let name: String
        let before: Int?
        let now: Int

        /// A number; `before` is `nil` when nothing was sent yet.
        public init(_ name: String, before: Int?, now: Int) {
            self.name = name
            self.before = before
            self.now = now
        }

        func cells(_ wasSent: Bool) -> [Cell] {
            guard wasSent else { return [.text(name), .text(String(now))] }
            let change = now - (before ?? 0)
            let words = change == 0 ? "不变" : change > 0 ? "增加\(change)" : "减少\(-change)"
            return [.text(name), .text(String(before ?? 0)), .text(String(now)), .text(words)]
        }
    }

    /// A ledger about to be sent.
    public init(
        round: String, back: Link, lines: [Line], wasSent: Bool, missing: Int, missingList: Link,
        action: Link, day: String, version: Int, faults: [FieldFault] = [], _ context: FormContext
    ) {
        self.round = round
        self.back = back
        self.lines = lines
        self.wasSent = wasSent
        self.missing = missing
        self.missingList = missingList
        self.action = action
        self.day = day
        self.version = version
        self.faults = faults
        self.context = context
    }

    /// The page's name.
    public var title: String { "上报统计台账" }
    /// Under the round.
    public var trail: [Crumb] { [Crumb("入户调查", "/survey"), Crumb(round, back)] }

    /// The numbers and the button.
    public var body: HTML {
        let head = wasSent ? ["项目", "上次上报", "现在", "变化"] : ["项目", "现在"]
        return .join(
            .h1("\(round)：上报统计台账"), .faults(faults),
            missing > 0
                ? .notice(
                    "还有\(missing)人既没有访到，也没有说明原因。现在可以上报，但一个月的期限要等一个不漏的台账上报后才算完成。", .warning,
                    .p(.a(missingList, "查看这\(missing)人")))
                : .notice("应访的人都访到或说明了原因，可以上报。", .success),
            .card("上报内容", .table(head: head, rows: lines.map { $0.cells(wasSent) })),
            .form(
                to: action, context, .hidden("version", String(version)),
                .fields(
                    [
                        Field("day", "上报日期", .day(day), isRequired: true, hint: "默认今天；补录的填实际上报的日期。")
                    ].marked(with: faults)),
                .buttons(Button("确认上报"), back: back)))
    }
}
