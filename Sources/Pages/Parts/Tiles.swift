// SPDX-License-Identifier: Apache-2.0

/// A number that opens the list behind it.
public struct Tile: Hashable, Sendable {
    /// What is counted.
    public var title: String
    /// The number, already worded.
    public var figure: String
    /// 人, 户, 人次, 元.
    public var unit: String
    /// The list of exactly these.
    public var link: Link
    /// A few words under the number: 较上月 +3.
    public var note: String?
    /// The colour of the edge.
    public var tone: Tag.Tone

    /// A number and its list.
    public init(
        _ title: String, _ figure: String, _ unit: String, _ link: Link, note: String? = nil,
        tone: Tag.Tone = .plain
    ) {
        self.title = title
        self.figure = figure
        self.unit = unit
        self.link = link
        self.note = note
        self.tone = tone
    }

    var html: HTML {
        .a(
            link, class: "tile \(tone.rawValue)", .span(class: "tile-title", .text(title)),
            .span(class: "tile-figure", .strong(figure), .text(" \(unit)")),
            .with(note) { .small($0) })
    }
}

extension HTML {
    /// Numbers beside each other, each a link to its list.
    public static func tiles(_ tiles: [Tile]) -> HTML {
        element("div", [.class("tiles")], tiles.map(\.html))
    }
}
