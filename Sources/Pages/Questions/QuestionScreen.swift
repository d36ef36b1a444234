// SPDX-License-Identifier: Apache-2.0

/// One question a screen, for phones: what is asked, large answers, one button onward.
public struct QuestionScreen: Hashable, Sendable {
    /// The part of the form it belongs to: 一、家庭基本情况.
    public var part: String
    /// Its place among the questions that apply, from 1.
    public var place: Int
    /// How many questions apply as far as is known.
    public var outOf: Int
    /// The question itself.
    public var field: Field
    /// Words above the answers: how to ask, what counts.
    public var guidance: String?
    /// Where the answer goes.
    public var action: Link
    /// The question before; `nil` on the first.
    public var back: Link?
    /// The form's tokens.
    public var context: FormContext
    /// What is written in under the question.
    public var writeIns: [Field] = []
    /// What stands above the question: faults, a question over several write-ins.
    public var above: HTML = .empty
    /// Values sent along unseen.
    public var sent: HTML = .empty
    /// Another way onward, such as leaving the question for later.
    public var other: Button?

    /// A question on a screen of its own.
    public init(
        part: String, place: Int, outOf: Int, _ field: Field, guidance: String? = nil, action: Link,
        back: Link? = nil, _ context: FormContext
    ) {
        self.part = part
        self.place = place
        self.outOf = outOf
        self.field = field
        self.guidance = guidance
        self.action = action
        self.back = back
        self.context = context
    }

    /// The screen.
    public var html: HTML {
        .section(
            class: "question", .p(class: "question-part", .text(part)),
            .place(place, of: max(outOf, place), unit: "题"), above,
            .form(
                to: action, context, sent, field.html, .each(writeIns) { $0.html },
                .with(guidance) { .disclosure("怎么问", .p($0)) },
                .div(
                    class: "buttons steps-foot", .with(back) { .a($0, class: "button", "上一题") },
                    Button("下一题", sends: "then", "next").html(class: "button primary"),
                    .with(other) { $0.html(class: "button") },
                    Button("暂存退出", sends: "then", "pause").html(class: "button quiet"))))
    }
}
