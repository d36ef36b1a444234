// SPDX-License-Identifier: Apache-2.0

/// A form as it is written down, not yet checked. ``Form/init(_:)`` checks it.
public struct FormDefinition: Hashable, Sendable {
    /// The instrument's name, ASCII.
    public var id: String
    /// Which edition of it.
    public var edition: Int
    /// The heading of the paper.
    public var title: String
    /// What the interviewer says, in the order of the visit.
    public var passages: [Passage]
    /// The parts of the paper, in its order, with the items of each in order.
    public var sections: [FormSection]
    /// Answers that do not go together.
    public var contradictions: [Contradiction]

    /// Writes a form down.
    public init(
        id: String, edition: Int, title: String, passages: [Passage] = [], sections: [FormSection],
        contradictions: [Contradiction] = []
    ) {
        self.id = id
        self.edition = edition
        self.title = title
        self.passages = passages
        self.sections = sections
        self.contradictions = contradictions
    }

    /// Every item in the order of the paper.
    public var items: [Item] { sections.flatMap(\.items) }
}

/// Words that the interviewer says at one moment of the visit.
public struct Passage: Hashable, Sendable {
    /// The moment: `opening`, `screening`, `screened-out`, `closing` …
    public let id: String
    /// The words.
    public let says: String

    /// Writes a passage.
    public init(_ id: String, says: String) {
        self.id = id
        self.says = says
    }
}

/// A part of the paper: what paper typing shows as one page.
public struct FormSection: Hashable, Sendable {
    /// Its name, ASCII.
    public let id: String
    /// Its heading.
    public let title: String
    /// Its items in the paper's order.
    public let items: [Item]

    /// Writes a section.
    public init(_ id: String, title: String, items: [Item]) {
        self.id = id
        self.title = title
        self.items = items
    }
}

/// Answers that do not go together: confirmed with a reason, never refused, since the paper is the record.
public struct Contradiction: Hashable, Sendable {
    /// The stable code of its finding.
    public let code: String
    /// When it is there.
    public let when: Condition
    /// The items to look at, the doubtful one first.
    public let items: [ItemID]
    /// What is odd, in a sentence for the person who asks.
    public let says: String

    /// Writes a contradiction.
    public init(_ code: String, when: Condition, items: [ItemID], says: String) {
        self.code = code
        self.when = when
        self.items = items
        self.says = says
    }
}
