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
    public var body: HTML { .section(.h1(title), .bigButtons(choices)) }
}
