// SPDX-License-Identifier: Apache-2.0

/// 开始填写问卷: the opening words, who is not to be asked, and the day of the interview.
public struct SheetStartPage: Page {
    /// The person, or 名册外人员.
    public var name: String
    /// Who it is, masked.
    public var about: String
    /// What the interviewer says at the door and asks first.
    public var opening: [String]
    /// Who is not asked.
    public var note: String?
    /// What is said when nobody of the home is to be asked.
    public var farewell: String?
    /// Reasons that end the visit, each leading to the form that records it; none for somebody new.
    public var excuses: [Excuse]
    /// The sheet of the round that there is already.
    public var earlier: String?
    /// The fields, with what was typed.
    public var fields: [Field]
    /// Values sent along.
    public var sent: [(name: String, value: String)]
    /// What was wrong.
    public var faults: [FieldFault]
    /// Where the round is.
    public var back: Link
    /// Where the sheet is begun.
    public var action: Link
    /// The form's tokens.
    public var context: FormContext

    /// A reason that ends the visit.
    public struct Excuse: Hashable, Sendable {
        let words: String
        let link: Link

        /// A reason.
        public init(_ words: String, _ link: Link) {
            self.words = words
            self.link = link
        }
    }

    /// A sheet about to be begun.
    public init(
        _ name: String, about: String, opening: [String], note: String? = nil, farewell: String? = nil,
        excuses: [Excuse] = [], earlier: String? = nil, fields: [Field],
        sent: [(name: String, value: String)], faults: [FieldFault] = [], back: Link, action: Link,
        _ context: FormContext
    ) {
        self.name = name
        self.about = about
        self.opening = opening
        self.note = note
        self.farewell = farewell
        self.excuses = excuses
        self.earlier = earlier
        self.fields = fields
        self.sent = sent
        self.faults = faults
        self.back = back
        self.action = action
        self.context = context
    }

    /// The page's name.
    public var title: String { "填写问卷" }
    /// Under the round.
    public var trail: [Crumb] { [Crumb("入户调查", "/survey"), Crumb("调查名单", back)] }

    /// The page.
    public var body: HTML {
        .join(
            .h1("\(name)：填写问卷"), .p(class: "hint", .text(about)), .faults(faults),
            .with(earlier) { .notice($0, .warning) },
            .card(
                "进门先说", .each(opening) { .p($0) },
                .with(note) { .p(class: "hint", .text($0)) },
                .when(
                    !excuses.isEmpty,
                    .disclosure(
                        "不用调查，或这次没访到",
                        .join(
                            .with(farewell) { .p("告别时说：\($0)") },
                            .div(class: "buttons", .each(excuses) { .buttonLink($0.words, to: $0.link) }))))),
            .form(
                to: action, context, .each(sent) { .hidden($0.name, $0.value) },
                .each(fields.marked(with: faults)) { $0.html },
                .buttons(
                    Button("开始一题一题填", sends: "way", "screen"), Button("照纸质问卷录入", sends: "way", "paper"),
                    back: back)))
    }
}
