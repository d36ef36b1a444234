// SPDX-License-Identifier: Apache-2.0

/// A question as it is typed from paper: number and words at the left, answer at the right.
///
/// `paper.js` lets a typist do the whole sheet by keyboard; its first lines are the contract of the
/// data attributes written here. Without script it is an ordinary form.
public struct PaperQuestion: Hashable, Sendable {
    /// The number printed on paper.
    public var number: String
    /// The question and its control; letters of choices are their place: A, B, C.
    public var field: Field
    /// When the question applies, as far as the browser can tell; the server decides.
    public var condition: PaperCondition

    /// A question on paper.
    public init(_ number: String, _ field: Field, when condition: PaperCondition = .always) {
        self.number = number
        self.field = field
        self.condition = condition
    }

    /// The question's row.
    public var html: HTML {
        .element(
            "fieldset", [.class("paper-question"), .data("question", field.name)] + condition.attributes,
            .span(class: "paper-number", .text(number)), field.html)
    }
}

extension HTML {
    /// The sheet to type: questions in the order of the paper, and the buttons at its foot.
    public static func paperForm(
        to action: Link, _ context: FormContext, _ questions: [PaperQuestion], _ foot: HTML
    ) -> HTML {
        div(
            class: "paper",
            .p(
                class: "hint paper-keys", .text("键盘录入：按选项字母选择，回车到下一题，Shift+回车到上一题，Ctrl+回车保存。")),
            element(
                "div", [.data("paper", "")], form(to: action, context, .each(questions) { $0.html }, foot)))
    }
}
