// SPDX-License-Identifier: Apache-2.0

/// A page that says what went wrong, where, and what to do.
public struct FaultPage: Page {
    public var title: String
    /// What happened, and what became of the work.
    public var sentence: String
    /// What to do next; empty where the sentence says it.
    public var advice: String
    public var back: Link

    /// A fault in words.
    public init(title: String, sentence: String, advice: String, back: Link) {
        self.title = title
        self.sentence = sentence
        self.advice = advice
        self.back = back
    }

    public var body: HTML {
        .section(
            class: "card confirm", .h1(title), .notice(sentence, .fault),
            .when(!advice.isEmpty, .p(advice)),
            .div(class: "buttons", .buttonLink("返回", to: back, isPrimary: true)))
    }
}
