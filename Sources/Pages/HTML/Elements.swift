// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// An element with its attributes around its children.
    public static func element(_ tag: StaticString, _ attributes: [Attribute] = [], _ children: HTML...)
        -> HTML
    {
        element(tag, attributes, children)
    }

    /// An element with its attributes around its children.
    public static func element(_ tag: StaticString, _ attributes: [Attribute], _ children: [HTML]) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(children.reduce(64) { $0 + $1.bytes.count })
        bytes.open(tag, attributes)
        for child in children { bytes.append(contentsOf: child.bytes) }
        bytes.close(tag)
        return HTML(bytes: bytes)
    }

    /// An element that never has children, such as `input` or `br`.
    public static func void(_ tag: StaticString, _ attributes: [Attribute] = []) -> HTML {
        var bytes: [UInt8] = []
        bytes.open(tag, attributes)
        return HTML(bytes: bytes)
    }

    /// A part of the page with a heading of its own.
    public static func section(_ children: HTML...) -> HTML { element("section", [], children) }
    /// A part of the page with a heading of its own, in a style.
    public static func section(class names: String, _ children: HTML...) -> HTML {
        element("section", [.class(names)], children)
    }
    /// A box in a style.
    public static func div(class names: String, _ children: HTML...) -> HTML {
        element("div", [.class(names)], children)
    }
    /// Words in a style.
    public static func span(class names: String, _ children: HTML...) -> HTML {
        element("span", [.class(names)], children)
    }
    /// A paragraph.
    public static func p(_ children: HTML...) -> HTML { element("p", [], children) }
    /// A paragraph in a style.
    public static func p(class names: String, _ children: HTML...) -> HTML {
        element("p", [.class(names)], children)
    }
    /// The heading of the page.
    public static func h1(_ children: HTML...) -> HTML { element("h1", [], children) }
    /// The heading of a part.
    public static func h2(_ children: HTML...) -> HTML { element("h2", [], children) }
    /// The heading of a part of a part.
    public static func h3(_ children: HTML...) -> HTML { element("h3", [], children) }
    /// Words that weigh more.
    public static func strong(_ children: HTML...) -> HTML { element("strong", [], children) }
    /// Words that weigh less.
    public static func small(_ children: HTML...) -> HTML { element("small", [], children) }
    /// A list without order.
    public static func ul(_ items: [HTML]) -> HTML { element("ul", [], items.map { element("li", [], $0) }) }
    /// A list in order.
    public static func ol(_ items: [HTML]) -> HTML { element("ol", [], items.map { element("li", [], $0) }) }
    /// A link.
    public static func a(_ link: Link, _ children: HTML...) -> HTML { element("a", [.href(link)], children) }
    /// A link in a style.
    public static func a(_ link: Link, class names: String, _ children: HTML...) -> HTML {
        element("a", [.class(names), .href(link)], children)
    }
    /// A day a program can read behind the words: `day` is written as 2026-02-13.
    public static func time(_ day: String, _ words: String) -> HTML {
        element("time", [Attribute("datetime", day)], .text(words))
    }
    /// A new line.
    public static let br = HTML.raw("<br>")

    /// A heading from a computed text.
    public static func h1(_ text: String) -> HTML { element("h1", [], .text(text)) }
    /// A heading from a computed text.
    public static func h2(_ text: String) -> HTML { element("h2", [], .text(text)) }
    /// A heading from a computed text.
    public static func h3(_ text: String) -> HTML { element("h3", [], .text(text)) }
    /// A paragraph from a computed text.
    public static func p(_ text: String) -> HTML { element("p", [], .text(text)) }
    /// Weighty words from a computed text.
    public static func strong(_ text: String) -> HTML { element("strong", [], .text(text)) }
    /// Light words from a computed text.
    public static func small(_ text: String) -> HTML { element("small", [], .text(text)) }
    /// A link from a computed text.
    public static func a(_ link: Link, _ text: String) -> HTML { element("a", [.href(link)], .text(text)) }
}

extension [UInt8] {
    mutating func open(_ tag: StaticString, _ attributes: [Attribute] = []) {
        append(UInt8(ascii: "<"))
        append(static: tag)
        for attribute in attributes { append(attribute) }
        append(UInt8(ascii: ">"))
    }

    mutating func close(_ tag: StaticString) {
        append(static: "</")
        append(static: tag)
        append(UInt8(ascii: ">"))
    }
}
