// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// 名册变动: what may be done with somebody's place on the roll, each on a page of its own.
public struct ChangesPage: Page {
    public var person: PersonLine
    /// Label, hint, link.
    public var choices: [BigButton]

    public init(person: PersonLine, choices: [BigButton]) {
        self.person = person
        self.choices = choices
    }

    public var title: String { "名册变动：\(person.name)" }
    public var trail: [Crumb] { [Crumb("人员档案", .people), Crumb(person.name, .person(person.id))] }
    public var body: HTML {
        .section(
            .h1(title), choices.isEmpty ? .nothing("您没有可以办理的名册变动。重复登记由督导人员处理。") : .bigButtons(choices))
    }
}

/// 疑似重复: two entries side by side, and why they look like one person.
public struct DuplicatesPage: Page {
    public var pairs: [(first: PersonLine, second: PersonLine, signs: [String])]
    public var next: Link?

    public init(pairs: [(first: PersonLine, second: PersonLine, signs: [String])], next: Link?) {
        self.pairs = pairs
        self.next = next
    }

    public var title: String { "疑似重复登记" }
    public var trail: [Crumb] { [Crumb("人员档案", .people)] }

    public var body: HTML {
        .section(
            .h1(title), .p(class: "hint", "只是疑似：请核对后，打开其中一份，在“名册变动”里处理。"),
            pairs.isEmpty
                ? .nothing("没有发现疑似重复的登记。")
                : DataTable(
                    columns: [
                        Column("姓名", .name), Column("身份证号", .fixed), Column("村（社区）"), Column("另一份", .name),
                        Column("身份证号", .fixed), Column("村（社区）"), Column("相同之处"),
                    ],
                    rows: pairs.map { pair in
                        Row([
                            .link(pair.first.name, .person(pair.first.id)), .text(pair.first.identity),
                            .text(pair.first.village?.name ?? "—"),
                            .link(pair.second.name, .person(pair.second.id)), .text(pair.second.identity),
                            .text(pair.second.village?.name ?? "—"),
                            .text(pair.signs.joined(separator: "、")),
                        ])
                    }
                ).html,
            .pager(previous: nil, next: next))
    }
}
