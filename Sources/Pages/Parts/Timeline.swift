// SPDX-License-Identifier: Apache-2.0

/// One thing that happened, as a file tells it.
public struct Happening: Hashable, Sendable {
    /// The day, as 2026-02-13.
    public var day: String
    /// What happened: 上交镇级.
    public var title: String
    /// Who did it, and for which unit.
    public var by: String
    /// What else is to be said.
    public var detail: HTML
    /// The colour of the point: the level's, or grey for what was withdrawn.
    public var tone: Tag.Tone
    /// The step and clause it answers: 步骤06 · 手册第五节4.
    public var source: String?
    /// True for what was withdrawn: struck through.
    public var isStruck: Bool

    /// A thing that happened.
    public init(
        day: String, _ title: String, by: String, detail: HTML = .empty, tone: Tag.Tone = .blue,
        source: String? = nil, isStruck: Bool = false
    ) {
        self.day = day
        self.title = title
        self.by = by
        self.detail = detail
        self.tone = tone
        self.source = source
        self.isStruck = isStruck
    }

    var html: HTML {
        .element(
            "li", [.class(tone.rawValue)],
            .div(class: "when", .time(day, day)),
            .div(
                class: "what", isStruck ? .element("s", [], .text(title)) : .strong(title),
                .span(class: "by", .text(by)),
                .with(source) { .span(class: "source", .text($0)) },
                .when(!detail.isEmpty, .div(class: "detail", detail))))
    }
}

extension HTML {
    /// What happened, in the order given by the caller (usually newest first).
    public static func timeline(_ happenings: [Happening]) -> HTML {
        element("ol", [.class("timeline")], happenings.map(\.html))
    }
}
