// SPDX-License-Identifier: Apache-2.0

/// 一题一屏: one question of a sheet.
public struct SheetQuestionPage: Page {
    /// The person, or 名册外人员.
    public var name: String
    /// The question with everything around it.
    public var screen: QuestionScreen
    /// What is wrong with the answer.
    public var faults: [FieldFault]
    /// The overview of what was answered.
    public var summary: Link

    /// A question of a sheet.
    public init(_ name: String, _ screen: QuestionScreen, faults: [FieldFault] = [], summary: Link) {
        self.name = name
        self.screen = screen
        self.faults = faults
        self.summary = summary
    }

    /// The page's name.
    public var title: String { "\(name)的问卷" }

    /// Faults first, then the question.
    public var body: HTML {
        .join(
            .h1("\(name)的问卷"), .faults(faults), screen.html,
            .p(class: "hint", .a(summary, "看看已经答了什么"), .text("。每答一题自动保存，随时可以退出再接着填。")))
    }
}

/// 改答案前再问一次: which later answers an earlier one takes off the path.
public struct AnswerChangePage: Page {
    /// The person.
    public var name: String
    /// The question to be asked.
    public var question: String
    /// The answers that would go, with what they say.
    public var leaving: [Fact]
    /// Where the change is sent.
    public var action: Link
    /// What was answered, sent again with the consent.
    public var sent: [(name: String, value: String)]
    /// The question as it stands.
    public var back: Link
    /// The form's tokens.
    public var context: FormContext

    /// A change to consent to.
    public init(
        _ name: String, question: String, leaving: [Fact], action: Link,
        sent: [(name: String, value: String)], back: Link, _ context: FormContext
    ) {
        self.name = name
        self.question = question
        self.leaving = leaving
        self.action = action
        self.sent = sent
        self.back = back
        self.context = context
    }

    /// The page's name.
    public var title: String { "确认修改" }

    /// The page.
    public var body: HTML {
        .section(
            class: "card confirm", .h1("\(name)：确认修改"), .notice(question, .warning), .facts(leaving),
            .form(
                to: action, context, kind: .act, .each(sent) { .hidden($0.name, $0.value) },
                .hidden("agreed", "1"), .buttons(Button("确定修改，清空这些回答"), back: back)))
    }
}
