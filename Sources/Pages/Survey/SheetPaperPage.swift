// SPDX-License-Identifier: Apache-2.0

/// 照纸质问卷录入: the whole sheet on one page, in the paper's order, typed by keyboard.
public struct SheetPaperPage: Page {
    /// The person, or 名册外人员.
    public var name: String
    /// The village and year.
    public var round: String
    /// The round's page.
    public var roundLink: Link
    /// Day, household number, reason of a correction.
    public var fields: [PaperQuestion]
    /// The paper's questions.
    public var questions: [PaperQuestion]
    /// The oddities that a reason settles.
    public var oddities: [SheetOddity]
    /// What the sheet changes of the roll's facts.
    public var differences: [SheetDifference]
    /// What was wrong with the last attempt.
    public var faults: [FieldFault]
    /// Where the sheet is sent.
    public var action: Link
    /// The same sheet one question a screen.
    public var screens: Link
    /// Where the draft is discarded.
    public var discard: Link
    /// The version of the roll that the sheet was compared with.
    public var version: Int
    /// The form's tokens.
    public var context: FormContext

    /// A sheet to type.
    public init(
        _ name: String, round: String, roundLink: Link, fields: [PaperQuestion], questions: [PaperQuestion],
        oddities: [SheetOddity] = [], differences: [SheetDifference] = [], faults: [FieldFault] = [],
        action: Link, screens: Link, discard: Link, version: Int, _ context: FormContext
    ) {
        self.name = name
        self.round = round
        self.roundLink = roundLink
        self.fields = fields
        self.questions = questions
        self.oddities = oddities
        self.differences = differences
        self.faults = faults
        self.action = action
        self.screens = screens
        self.discard = discard
        self.version = version
        self.context = context
    }

    /// The page's name.
    public var title: String { "\(name)的问卷：录入" }
    /// Under the round.
    public var trail: [Crumb] { [Crumb("入户调查", "/survey"), Crumb(round, roundLink)] }
    /// Typing by keyboard, and keeping what is typed.
    public var scripts: [Script] { [.form, .paper, .sheet] }

    /// The page.
    public var body: HTML {
        .join(
            .heading("\(name)的问卷：照纸录入", .buttonLink("改为一题一屏", to: screens)), .faults(faults),
            .paperForm(to: action, context, fields + questions, foot),
            .p(class: "hint", .a(discard, "不要这份草稿了")))
    }

    private var foot: HTML {
        .join(
            .hidden("version", String(version)),
            .when(
                !oddities.isEmpty,
                .card(
                    "请核实（\(oddities.count)处）", .p(class: "hint", "录错的请改正；纸上确实如此的写明原因。"),
                    .each(oddities) { $0.html(faults) })),
            .when(
                !differences.isEmpty,
                .disclosure(
                    "与名册不同（\(differences.count)处）",
                    .table(
                        head: ["项目", "名册原来", "问卷现在"],
                        rows: differences.map { [$0.item, $0.before, $0.after] }))),
            .buttons(Button("提交", sends: "then", "submit"), Button("暂存退出", sends: "then", "keep")))
    }
}
