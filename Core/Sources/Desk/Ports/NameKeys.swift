// SPDX-License-Identifier: Apache-2.0

/// How a name is found and ordered: by pinyin, with surnames read right.
public struct NameKeys: Hashable, Sendable {
    /// Full pinyin by which lists are ordered: `wangxiulan`.
    public let order: String
    /// First letters, in every likely reading: `["wxl"]`.
    public let initials: [String]
    public let full: [String]

    public init(order: String, initials: [String], full: [String]) {
        self.order = order
        self.initials = initials
        self.full = full
    }
}

/// Reads names; given to a store when it is opened, since pinyin needs a library that the core does without.
public typealias NameReader = @Sendable (String) -> NameKeys
