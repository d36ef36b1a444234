// SPDX-License-Identifier: Apache-2.0

/// Where stylesheet and scripts lie. The version is part of the address, so that browsers may keep
/// them for good and still see a new release at once.
public struct Assets: Hashable, Sendable {
    /// A word that changes with the files.
    public let version: String

    /// Files of a version.
    public init(version: String) { self.version = version }

    /// The site's sign, where a browser asks for it without a page.
    public var icon: Link { link("icon.svg") }

    func link(_ file: String) -> Link { Link("/assets/\(file)", query: [("v", version)]) }

    /// A document's head; `style` is the name of the shell, `isLarge` the reader's choice of 大字版.
    func document(
        title: String, style: String, isLarge: Bool = false, styles: [String] = [], scripts: [Script] = [],
        refreshSeconds: Int? = nil, _ body: HTML
    ) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.bytes.count + 768)
        bytes.append(static: "<!DOCTYPE html>")
        let names = isLarge ? "\(style) large" : style
        bytes.open("html", [Attribute("lang", "zh-CN"), .class(names)])
        bytes.append(
            static: """
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">\
                <meta name="format-detection" content="telephone=no"><meta name="referrer" content="same-origin">
                """)
        bytes.append(contentsOf: HTML.element("title", [], .text("\(title) · 援助")).bytes)
        for file in ["yuanzhu.css"] + styles {
            bytes.open("link", [Attribute("rel", "stylesheet"), .href(link(file))])
        }
        bytes.open("link", [Attribute("rel", "icon"), .href(link("icon.svg"))])
        if let refreshSeconds {
            let refresh = [
                Attribute("http-equiv", "refresh"), Attribute("content", String(refreshSeconds)),
            ]
            bytes.append(contentsOf: HTML.element("noscript", [], .void("meta", refresh)).bytes)
        }
        for script in scripts {
            bytes.open("script", [.src(link("\(script.rawValue).js")), .flag("defer")])
            bytes.close("script")
        }
        bytes.append(static: "</head><body>")
        bytes.append(contentsOf: body.bytes)
        bytes.append(static: "</body></html>\n")
        return HTML(bytes: bytes)
    }
}
