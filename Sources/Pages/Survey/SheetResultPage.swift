// SPDX-License-Identifier: Apache-2.0

/// 问卷已提交: what it means for the person, and who is asked next.
public struct SheetResultPage: Page {
    /// The person.
    public var name: String
    /// The person's file.
    public var file: Link
    /// 第1份答卷, 2026-03-02调查.
    public var sentence: String
    /// Proposed categories, each with its reasons.
    public var categories: [(word: String, reasons: [String])]
    /// What is proposed for visits and why.
    public var visits: String
    /// The page on which a worker confirms; `nil` for those who may not, or when nothing is proposed.
    public var confirm: Link?
    /// What is still to be said: a live case already, not of working age.
    public var remark: String?
    /// Members of the home who are still missing.
    public var household: [(name: String, link: Link)]
    /// The next of the village who is still missing.
    public var next: (name: String, link: Link)?
    /// The round's page.
    public var round: Link

    /// What a sheet means.
    public init(
        _ name: String, file: Link, sentence: String, categories: [(word: String, reasons: [String])],
        visits: String, confirm: Link? = nil, remark: String? = nil,
        household: [(name: String, link: Link)] = [], next: (name: String, link: Link)? = nil, round: Link
    ) {
        self.name = name
        self.file = file
        self.sentence = sentence
        self.categories = categories
        self.visits = visits
        self.confirm = confirm
        self.remark = remark
        self.household = household
        self.next = next
        self.round = round
    }

    /// The page's name.
    public var title: String { "\(name)的问卷已提交" }
    /// Under the round.
    public var trail: [Crumb] { [Crumb("入户调查", "/survey"), Crumb("调查名单", round)] }

    /// The page.
    public var body: HTML {
        .join(
            .h1(title), .notice(sentence, .success), .with(remark) { .notice($0) }, meaning, following)
    }

    private var meaning: HTML {
        let found: HTML =
            categories.isEmpty
            ? .p("从问卷和名册看，没有符合的困难类别。")
            : .each(categories) { category in
                .div(class: "finding", .p(.strong(category.word)), .why(category.reasons))
            }
        return .card(
            "系统建议（由您认定）", found, .p(visits),
            .div(
                class: "buttons",
                .with(confirm) { .buttonLink("去认定困难类别和走访分类", to: $0, isPrimary: true) },
                .buttonLink("查看档案", to: file)))
    }

    private var following: HTML {
        .card(
            "接着访谁",
            .each(household) { person in
                .div(class: "buttons", .buttonLink("同户还有：\(person.name)", to: person.link))
            },
            .with(next) { person in
                .div(class: "buttons", .buttonLink("下一位未访：\(person.name)", to: person.link))
            },
            .when(household.isEmpty && next == nil, .p("应访的人都访到或说明了原因。")),
            .div(class: "buttons", .buttonLink("返回调查名单", to: round)))
    }
}
