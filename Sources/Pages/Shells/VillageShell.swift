// SPDX-License-Identifier: Apache-2.0

/// The frame for village workers: large type, few entries, which stand at the foot of a phone.
public struct VillageShell: Shell {
    /// Who looks.
    public var reader: Reader
    /// At most five entries; on a phone they stand at the foot.
    public var menu: [MenuItem]
    /// The page of 我的待办.
    public var worklist: Link
    /// The reader's switches.
    public var acts: ReaderActs
    /// Whether the reader chose 大字版.
    public var isLarge: Bool
    /// What the last act answered.
    public var flash: Flash?
    /// Where styles and scripts lie.
    public var assets: Assets

    /// A frame for one reader.
    public init(
        reader: Reader, menu: [MenuItem], worklist: Link, acts: ReaderActs, isLarge: Bool = false,
        flash: Flash? = nil, assets: Assets
    ) {
        self.reader = reader
        self.menu = menu
        self.worklist = worklist
        self.acts = acts
        self.isLarge = isLarge
        self.flash = flash
        self.assets = assets
    }

    /// The document.
    public func document(_ page: some Page) -> HTML {
        let main = HTML.element(
            "main", [.id("main"), Attribute("tabindex", "-1")],
            .trail(page.trail, page.title), .flash(flash), page.body)
        return assets.document(
            title: page.title, style: "village", isLarge: isLarge, styles: page.styles, scripts: page.scripts,
            refreshSeconds: page.refreshSeconds,
            .skipLink + bar + entries + main)
    }

    private var bar: HTML {
        .element(
            "header", [.class("bar")],
            .a(worklist, class: "system", .brand, .text("援助")),
            .span(class: "unit", .text(reader.unit)),
            .div(class: "reader", reader.html(withRole: false), acts.html(isLarge: isLarge)))
    }

    private var entries: HTML {
        .element("nav", [.class("entries"), .aria("label", "主菜单")], menu.map(\.anchor))
    }
}

/// A large button of the village's first page.
public struct BigButton: Hashable, Sendable {
    /// The work in two to four signs.
    public var title: String
    /// What it is for, in a few words.
    public var hint: String
    /// Where it leads.
    public var link: Link
    /// How many things wait there.
    public var waiting: Int

    /// A large button.
    public init(_ title: String, _ hint: String, _ link: Link, waiting: Int = 0) {
        self.title = title
        self.hint = hint
        self.link = link
        self.waiting = waiting
    }
}

extension HTML {
    /// The few large buttons of a first page.
    public static func bigButtons(_ buttons: [BigButton]) -> HTML {
        element(
            "nav", [.class("big-buttons"), .aria("label", "常用工作")],
            buttons.map { .a($0.link, .strong($0.title), .small($0.hint), MenuItem.badge($0.waiting)) })
    }
}
