// SPDX-License-Identifier: Apache-2.0

/// A state as a coloured word. The word says it all; the colour only helps the eye.
public struct Tag: Hashable, Sendable {
    /// The word shown.
    public var word: String
    /// The colour behind it.
    public var tone: Tone

    /// A word in a colour.
    public init(_ word: String, _ tone: Tone = .plain) {
        self.word = word
        self.tone = tone
    }

    /// What a colour stands for. Raw values are the names of the styles.
    public enum Tone: String, Hashable, Sendable {
        /// Nothing to see to.
        case plain
        /// In hand.
        case blue
        /// Done, or the village's level.
        case green
        /// Waiting, or the town's level.
        case yellow
        /// Due today or tomorrow.
        case orange
        /// Overdue, or the district's level.
        case red
        /// Closed, withdrawn, no longer counted.
        case grey
    }

    /// 已超期, with the number of days or the words of the caller.
    public static func overdue(_ words: String = "已超期") -> Tag { Tag(words, .red) }
    /// 今明到期: due today or tomorrow.
    public static func dueSoon(_ words: String = "今明到期") -> Tag { Tag(words, .orange) }
    /// 本周: due this week.
    public static func dueThisWeek(_ words: String = "本周到期") -> Tag { Tag(words, .blue) }
    /// 村级 (green): the village holds it.
    public static let village = Tag("村级", .green)
    /// 镇级 (yellow): the town holds it.
    public static let town = Tag("镇级", .yellow)
    /// 区级 (red): the district holds it.
    public static let district = Tag("区级", .red)
}

extension [UInt8] {
    mutating func append(_ tag: Tag) {
        append(static: "<span class=\"tag ")
        append(plain: tag.tone.rawValue)
        append(static: "\">")
        appendEscaped(tag.word)
        append(static: "</span>")
    }
}

extension HTML {
    /// A state as a coloured word.
    public static func tag(_ tag: Tag) -> HTML {
        var bytes: [UInt8] = []
        bytes.append(tag)
        return HTML(bytes: bytes)
    }
}
