// SPDX-License-Identifier: Apache-2.0

/// The frame for town and district offices: bar above, menu by work at the left, crumbs, page.
public struct BackOfficeShell: Shell {
    /// Who looks.
    public var reader: Reader
    /// What they may open.
    public var menu: [MenuItem]
    /// How much waits in 我的待办; `nil` for those who have none.
    public var waiting: Int?
    /// The page of 我的待办.
    public var worklist: Link
    /// Where a name or number is looked for; `nil` leaves the box out.
    public var search: Link?
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
        reader: Reader, menu: [MenuItem], waiting: Int?, worklist: Link, search: Link? = nil,
        acts: ReaderActs, isLarge: Bool = false, flash: Flash? = nil, assets: Assets
    ) {
        self.reader = reader
        self.menu = menu
        self.waiting = waiting
        self.worklist = worklist
        self.search = search
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
            title: page.title, style: "office", isLarge: isLarge, styles: page.styles, scripts: page.scripts,
            refreshSeconds: page.refreshSeconds,
            .skipLink + bar + .div(class: "frame", sideMenu, main))
    }

    private var bar: HTML {
        .element(
            "header", [.class("bar")],
            .a(worklist, class: "system", .brand, .text("援助")),
            .span(class: "unit", .text(reader.unit)),
            .with(search) { .quickSearch($0, acts.context) },
            .div(
                class: "reader", .with(waiting) { .a(worklist, class: "waiting", "待办", MenuItem.badge($0)) },
                reader.html(withRole: true),
                acts.html(isLarge: isLarge)))
    }

    /// On a narrow screen the menu becomes a strip under the bar that scrolls sideways.
    private var sideMenu: HTML {
        .element(
            "nav", [.class("menu"), .aria("label", "主菜单")],
            .element("ul", [], menu.map(\.html)))
    }
}
