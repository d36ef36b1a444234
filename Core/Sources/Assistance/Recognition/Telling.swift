// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 个人信息处理告知书: one version of its text, with the day from which it is told (L.10).
public struct ProcessingNotice: Hashable, Sendable {
    /// 版本: 2026年第1版.
    public let version: String
    public let from: Day
    public let sections: [Section]

    /// A heading with its paragraphs.
    public struct Section: Hashable, Sendable {
        public let title: String
        public let paragraphs: [String]

        public init(title: String, paragraphs: [String]) {
            self.title = title
            self.paragraphs = paragraphs
        }
    }

    public init(version: String, from: Day, sections: [Section]) {
        self.version = version
        self.from = from
        self.sections = sections
    }
}

/// For whom an item of the information pack is (02.w4). Raw values are words of telling.yaml.
public enum Situation: String, CaseIterable, Hashable, Sendable, Codable {
    case urban, rural, disabled, graduate, allowance
}

extension PersonFacts {
    /// What of a person's situation the information pack goes by (02.w4).
    public func situations(in categories: [HardshipCategory]) -> Set<Situation> {
        var found: Set<Situation> = []
        if let registration { found.insert(registration.isRural ? .rural : .urban) }
        if disability != nil || categories.contains(.disabled) { found.insert(.disabled) }
        if categories.contains(.graduate) { found.insert(.graduate) }
        if categories.contains(.allowance) { found.insert(.allowance) }
        return found
    }
}

/// 资料袋: a thing that is handed over, to everybody or to those in a situation.
public struct PackItem: Hashable, Sendable {
    public let name: String
    /// Everybody where empty.
    public let situations: Set<Situation>

    public init(_ name: String, for situations: Set<Situation> = []) {
        self.name = name
        self.situations = situations
    }
}

/// 告知: what people are told and handed (02.w4, L.10).
public struct TellingRules: Hashable, Sendable {
    /// Oldest first.
    public let notices: [ProcessingNotice]
    public let items: [PackItem]

    public init(notices: [ProcessingNotice], items: [PackItem]) {
        self.notices = notices.sorted { $0.from < $1.from }
        self.items = items
    }

    /// The notice that is told on a day; `nil` before the first.
    public func notice(on day: Day) -> ProcessingNotice? { notices.last { $0.from <= day } }

    /// The items for somebody in these situations, in the order of the list.
    public func items(for situations: Set<Situation>) -> [String] {
        items.filter { $0.situations.isEmpty || !$0.situations.isDisjoint(with: situations) }.map(\.name)
    }

    /// A pack without telling.yaml: the information pack alone, and no notice to be told.
    public static let minimum = TellingRules(
        notices: [],
        items: [PackItem("就业援助内容和联系人说明"), PackItem("本区促进就业政策汇编")])
}
