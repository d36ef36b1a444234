// SPDX-License-Identifier: Apache-2.0

/// A duty with its last day and, one press away, why it is that day.
public struct DeadlineLine: Hashable, Sendable {
    /// What is to be done.
    public var title: String
    /// The last day, `2026-04-01（星期三）`.
    public var day: String
    /// How it stands: 剩2个工作日, 已逾期3天, 已办.
    public var state: Tag
    /// What is counted, and under which clause.
    public var reasons: [String]

    /// A duty.
    public init(_ title: String, day: String, state: Tag, reasons: [String]) {
        self.title = title
        self.day = day
        self.state = state
        self.reasons = reasons
    }

    var html: HTML {
        .div(
            class: "deadline", .p(.strong(title), .text("  \(day)  "), .tag(state)), .why(reasons, "期限怎么算"))
    }
}
