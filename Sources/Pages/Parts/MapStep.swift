// SPDX-License-Identifier: Apache-2.0

/// One of the manual's steps as a case's map shows it.
public struct MapStep: Hashable, Sendable {
    /// The manual's number: 06.
    public var number: String
    /// What is done in it.
    public var title: String
    /// The level whose step it is.
    public var level: Level
    /// Where the case stands with it.
    public var state: State
    /// A few words: 2026-02-13 完成, 剩2个工作日.
    public var note: String?
    /// Where its work is done or shown.
    public var link: Link?

    /// The three colours of the manual's map.
    public enum Level: Hashable, Sendable {
        /// 村级, green.
        case village
        /// 镇级, yellow.
        case town
        /// 区级, red.
        case district

        var tag: Tag {
            switch self {
            case .village: .village
            case .town: .town
            case .district: .district
            }
        }
    }

    /// Where a case stands with a step.
    public enum State: Hashable, Sendable {
        /// Done.
        case done
        /// Being worked on.
        case current
        /// Not begun.
        case ahead
        /// Not needed on this case's way.
        case spared

        var style: String {
            switch self {
            case .done: "done"
            case .current: "now"
            case .ahead: "ahead"
            case .spared: "spared"
            }
        }

        var word: String {
            switch self {
            case .done: "已完成"
            case .current: "进行中"
            case .ahead: "未开始"
            case .spared: "不需要"
            }
        }
    }

    /// A step.
    public init(
        _ number: String, _ title: String, _ level: Level, _ state: State, note: String? = nil,
        link: Link? = nil
    ) {
        self.number = number
        self.title = title
        self.level = level
        self.state = state
        self.note = note
        self.link = link
    }

    var html: HTML {
        let name = HTML.strong(title)
        let mark: [Attribute] = state == .current ? [.aria("current", "step")] : []
        return .element(
            "li", [.class("step \(level.tag.tone.rawValue) \(state.style)")] + mark,
            .span(class: "step-number", .text(number)),
            .span(
                class: "step-words", link.map { .a($0, name) } ?? name,
                .small("\(level.tag.word) · \(note ?? state.word)")))
    }
}

extension HTML {
    /// 流程图: the steps of the manual in its three colours, done, present and to come.
    public static func stepMap(_ steps: [MapStep]) -> HTML {
        let key = HTML.p(
            class: "step-key", .tag(.village), .text(" "), .tag(.town), .text(" "), .tag(.district))
        return div(class: "step-map", key, element("ol", [.class("steps")], steps.map(\.html)))
    }
}
