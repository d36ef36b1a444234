// SPDX-License-Identifier: Apache-2.0

/// The frame for those who are not signed in: 登录, faults of the site, pages anybody may read.
public struct PlainShell: Shell {
    /// The office that runs the system, under the name.
    public var office: String
    /// Whether the page is one small card (登录) or a text of normal width.
    public var isNarrow: Bool
    /// Whether the reader chose 大字版.
    public var isLarge: Bool
    /// What the last act answered.
    public var flash: Flash?
    /// Where styles and scripts lie.
    public var assets: Assets

    /// A frame without a reader.
    public init(
        office: String, isNarrow: Bool = false, isLarge: Bool = false, flash: Flash? = nil, assets: Assets
    ) {
        self.office = office
        self.isNarrow = isNarrow
        self.isLarge = isLarge
        self.flash = flash
        self.assets = assets
    }

    /// The document.
    public func document(_ page: some Page) -> HTML {
        let bar = HTML.element(
            "header", [.class("bar")], .a("/", class: "system", .brand, .text("援助")),
            .span(class: "unit", .text(office)))
        let main = HTML.element(
            "main", [.id("main"), .class(isNarrow ? "narrow" : ""), Attribute("tabindex", "-1")],
            .trail(page.trail, page.title), .flash(flash), page.body)
        return assets.document(
            title: page.title, style: "plain", isLarge: isLarge, styles: page.styles, scripts: page.scripts,
            refreshSeconds: page.refreshSeconds,
            .skipLink + bar + main
        )
    }
}
