// SPDX-License-Identifier: Apache-2.0

/// 核对提交: the whole sheet once more, all that is missing or odd, and what differs from the roll.
public struct SheetSummaryPage: Page {
    /// The person, or 名册外人员.
    public var name: String
    /// The village and year.
    public var round: String
    /// The round's page.
    public var roundLink: Link
    /// What must be mended, each with its question.
    public var errors: [FieldFault]
    /// The oddities that a reason settles.
    public var oddities: [SheetOddity]
    /// What the sheet changes of the roll's facts.
    public var differences: [SheetDifference]
    /// The answers, part by part.
    public var parts: [Part]
    /// Day, household number, reason of a correction: what is said about the sheet as a whole.
    public var fields: [Field]
    /// What was wrong with the last attempt.
    public var faults: [FieldFault]
    /// Whether everything is answered, so that it may be sent.
    public var isAnswered: Bool
    /// The way back to the first question without an answer.
    public var nextQuestion: Link?
    /// What the interviewer says at the end.
    public var closing: String?
    /// Where the sheet is sent.
    public var action: Link
    /// Where the draft is discarded.
    public var discard: Link
    /// The version of the roll that the differences are against.
    public var version: Int
    /// The form's tokens.
    public var context: FormContext

    /// A part of the paper with its answers.
    public struct Part: Sendable {
        let title: String
        let answers: [Answered]

        /// A part.
        public init(_ title: String, _ answers: [Answered]) {
            self.title = title
            self.answers = answers
        }
    }

    /// An answer with the way to change it.
    public struct Answered: Hashable, Sendable {
        let question: String
        let words: String
        let link: Link

        /// An answer.
        public init(_ question: String, _ words: String, _ link: Link) {
            self.question = question
            self.words = words
            self.link = link
        }
    }

    /// A sheet to look over.
    public init(
        _ name: String, round: String, roundLink: Link, errors: [FieldFault], oddities: [SheetOddity],
        differences: [SheetDifference], parts: [Part], fields: [Field], faults: [FieldFault] = [],
        isAnswered: Bool, nextQuestion: Link? = nil, closing: String? = nil, action: Link, discard: Link,
        version: Int, _ context: FormContext
    ) {
        self.name = name
        self.round = round
        self.roundLink = roundLink
        self.errors = errors
        self.oddities = oddities
        self.differences = differences
        self.parts = parts
        self.fields = fields
        self.faults = faults
        self.isAnswered = isAnswered
        self.nextQuestion = nextQuestion
        self.closing = closing
        self.action = action
        self.discard = discard
        self.version = version
        self.context = context
    }

    /// The page's name.
    public var title: String { "\(name)的问卷：核对提交" }
    /// Under the round.
    public var trail: [Crumb] { [Crumb("入户调查", "/survey"), Crumb(round, roundLink)] }

    /// What is wrong, what is odd, what changes, everything said.
    public var body: HTML {
        .join(
            .h1("\(name)的问卷：核对提交"), .faults(faults), state,
            .form(
                to: action, context, .hidden("version", String(version)),
                .when(!oddities.isEmpty, oddityCard), .when(!differences.isEmpty, differenceCard),
                .with(closing) { .notice("最后对他（她）说：\($0)") },
                .each(fields.marked(with: faults)) { $0.html }, foot),
            .each(parts) { part in
                .card(
                    part.title,
                    .facts(
                        part.answers.map {
                            Fact($0.question, .html(.text($0.words + "  ") + .a($0.link, "改")), isWide: true)
                        }))
            },
            .p(class: "hint", .a(discard, "不要这份草稿了")))
    }

    private var state: HTML {
        if let nextQuestion {
            return .notice(
                "还有题没有答，先答完再提交。", .warning,
                .div(class: "buttons", .buttonLink("接着答", to: nextQuestion, isPrimary: true)))
        }
        guard !errors.isEmpty else { return .empty }
        let list = errors.map { fault -> HTML in
            fault.field.map { .a(Link($0), fault.sentence) } ?? .text(fault.sentence)
        }
        return .notice("有\(errors.count)处必须改正。", .fault, .ul(list))
    }

    private var oddityCard: HTML {
        .card(
            "请核实（\(oddities.count)处）",
            .p(class: "hint", "填错的请改正；情况确实如此的写明原因，照样可以提交。"),
            .each(oddities) { $0.html(faults) })
    }

    private var differenceCard: HTML {
        .card(
            "与名册不同（\(differences.count)处）", .p(class: "hint", "提交后名册按问卷更新，旧的资料仍留在档案里。"),
            .table(
                head: ["项目", "名册原来", "问卷现在"],
                rows: differences.map { [.link($0.item, $0.link), .text($0.before), .text($0.after)] }))
    }

    private var foot: HTML {
        isAnswered
            ? .buttons(Button("提交", sends: "then", "submit"), Button("暂存退出", sends: "then", "keep"))
            : .buttons(Button("暂存退出", sends: "then", "keep"))
    }
}

/// An oddity of a sheet: settled by a reason, or mended.
public struct SheetOddity: Hashable, Sendable {
    /// What is odd.
    public var sentence: String
    /// The field in which the reason is given.
    public var field: Field
    /// Where the answer is changed; `nil` where everything stands on one page.
    public var link: Link?

    /// An oddity.
    public init(_ sentence: String, _ field: Field, link: Link? = nil) {
        self.sentence = sentence
        self.field = field
        self.link = link
    }

    func html(_ faults: [FieldFault]) -> HTML {
        .div(
            class: "oddity",
            .p(.text(sentence), .with(link) { .text(" ") + .a($0, "去改") }),
            .each([field].marked(with: faults)) { $0.html })
    }
}

/// A fact of the roll that a sheet changes.
public struct SheetDifference: Hashable, Sendable {
    /// The item.
    public var item: String
    /// What the roll says.
    public var before: String
    /// What the sheet says.
    public var after: String
    /// The item's question.
    public var link: Link

    /// A difference.
    public init(_ item: String, before: String, after: String, _ link: Link) {
        self.item = item
        self.before = before
        self.after = after
        self.link = link
    }
}
