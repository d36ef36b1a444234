// SPDX-License-Identifier: Apache-2.0

/// One entry of the menu. The caller lists only what has a page and what this person may open.
public struct MenuItem: Hashable, Sendable {
    /// The work it leads to.
    public var title: String
    /// The first page of that work.
    public var link: Link
    /// How many things wait there; shown when above zero.
    public var waiting: Int
    /// True when the page shown belongs to it.
    public var isCurrent: Bool
    /// Entries beneath it, shown while it is current. No third level.
    public var children: [MenuItem]

    /// An entry.
    public init(
        _ title: String, _ link: Link, waiting: Int = 0, isCurrent: Bool = false, children: [MenuItem] = []
    ) {
        self.title = title
        self.link = link
        self.waiting = waiting
        self.isCurrent = isCurrent
        self.children = children
    }

    var html: HTML {
        let isOpen = isCurrent && !children.isEmpty
        return .element(
            "li", [.class(isCurrent ? "current" : "")], anchor,
            .when(isOpen, .element("ul", [], children.map(\.html))))
    }

    var anchor: HTML {
        let mark: [Attribute] = isCurrent ? [.aria("current", "page")] : []
        return .element("a", [.href(link)] + mark, .text(title), Self.badge(waiting))
    }

    /// The number that waits, or nothing when none does.
    static func badge(_ waiting: Int) -> HTML {
        .when(
            waiting > 0, .element("span", [.class("badge")], .text(waiting > 999 ? "999+" : String(waiting))))
    }
}

/// Who looks at the page.
public struct Reader: Hashable, Sendable {
    /// The person's name.
    public var name: String
    /// The unit they act for now: 某某镇社会保障事务所.
    public var unit: String
    /// What they are in that unit: 就业助理专员.
    public var role: String
    /// The page of the person's own account; without one the name leads nowhere.
    public var account: Link?

    /// A person at work.
    public init(name: String, unit: String, role: String = "", account: Link? = nil) {
        self.name = name
        self.unit = unit
        self.role = role
        self.account = account
    }

    func html(withRole: Bool) -> HTML {
        let words = HTML.text(name) + .when(withRole && !role.isEmpty, .small(role))
        return account.map { .a($0, class: "who", words) } ?? .span(class: "who", words)
    }
}

/// What the last act answered, shown once at the top of the next page.
public struct Flash: Hashable, Sendable {
    /// What kind of answer.
    public var kind: NoticeKind
    /// The answer.
    public var sentence: String

    /// An answer to show.
    public init(_ kind: NoticeKind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }
}

/// The switches every shell with a signed-in reader carries. Each changes something, so each is a form.
public struct ReaderActs: Hashable, Sendable {
    /// Where 大字版 is switched; sends `large` as 1 or 0 and `back` with the page to return to.
    public var typeSize: Link
    /// Where 退出 is sent.
    public var logout: Link
    /// The page shown, to come back to.
    public var here: Link
    /// The forms' tokens.
    public var context: FormContext

    /// The reader's switches.
    public init(typeSize: Link, logout: Link, here: Link, _ context: FormContext) {
        self.typeSize = typeSize
        self.logout = logout
        self.here = here
        self.context = context
    }

    func html(isLarge: Bool) -> HTML {
        let hidden = [(name: "large", value: isLarge ? "0" : "1"), (name: "back", value: here.address)]
        return .act(isLarge ? "标准版" : "大字版", to: typeSize, context, hidden: hidden)
            + .act("退出", to: logout, context)
    }
}
