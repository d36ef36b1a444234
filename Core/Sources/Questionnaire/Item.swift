// SPDX-License-Identifier: Apache-2.0

/// One item of a form: what is asked, of whom, and what may be answered.
public struct Item: Hashable, Sendable {
    /// The name in answer sheets.
    public let id: ItemID
    /// The number on the paper, `nil` for basic information and write-ins.
    public let number: String?
    /// The question as it is asked.
    public let label: String
    /// What helps the person who asks or fills in.
    public let hint: String?
    /// The kind of answer.
    public let kind: ItemKind
    /// The population note of the paper ("only … answer"): who is asked, if reached at all.
    public let note: Condition
    /// The item that this one is written in under; it directly follows that item.
    public let parent: ItemID?
    /// When an answer is demanded of whoever is asked.
    public let required: Condition
    /// Whether 无 may be written where nothing applies.
    public let allowsNone: Bool
    /// Whether the answer is a fact of the household, the same for all its members.
    public let isHouseholdFact: Bool

    /// Describes an item.
    public init(
        _ id: ItemID, number: String? = nil, label: String, hint: String? = nil, kind: ItemKind,
        note: Condition = .always, parent: ItemID? = nil, required: Condition = .always,
        allowsNone: Bool = false,
        isHouseholdFact: Bool = false
    ) {
        self.id = id
        self.number = number
        self.label = label
        self.hint = hint
        self.kind = kind
        self.note = note
        self.parent = parent
        self.required = required
        self.allowsNone = allowsNone
        self.isHouseholdFact = isHouseholdFact
    }
}

/// What is written where nothing applies.
public let noneWord = "无"
