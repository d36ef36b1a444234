// SPDX-License-Identifier: Apache-2.0

/// One thing that may be ticked.
public struct ItemOption: Hashable, Sendable {
    /// The paper's letter, or its Chinese word where it has no letter; what answer sheets store.
    public let code: String
    /// What is printed beside the box.
    public let label: String
    /// The heading under which it stands, where options are in two tiers.
    public let group: String?
    /// Other spellings taken for the same option.
    public let aliases: [String]
    /// Whether choosing it rules out every other option of the item.
    public let excludesOthers: Bool
    /// Where the paper sends whoever chooses it; `nil` for the next item in order.
    public let goto: Jump?

    /// Describes an option.
    public init(
        _ code: String, label: String? = nil, group: String? = nil, aliases: [String] = [],
        excludesOthers: Bool = false, goto: Jump? = nil
    ) {
        self.code = code
        self.label = label ?? code
        self.group = group
        self.aliases = aliases
        self.excludesOthers = excludesOthers
        self.goto = goto
    }

    /// 是, of a yes-or-no item.
    public static let yes = ItemOption("是")
    /// 否, of a yes-or-no item.
    public static let no = ItemOption("否")
}

/// Where an option leads.
public enum Jump: Hashable, Sendable {
    /// To a later item.
    case item(ItemID)
    /// Out of the form.
    case end
}

/// Which characters a text may have.
public enum TextPattern: String, Hashable, Sendable, CaseIterable {
    /// Anything.
    case any
    /// Letters of any script, rare characters and the middle dot of names.
    case personName = "person-name"
}

/// What kind of answer an item takes, and its limits.
public enum ItemKind: Hashable, Sendable {
    /// A text of so many characters.
    case text(length: ClosedRange<Int>, pattern: TextPattern)
    /// A whole number.
    case number(ClosedRange<Int>)
    /// Exactly one option.
    case single([ItemOption])
    /// One option or several; exactly so many where the paper says so.
    case multi([ItemOption], exactly: Int?)
    /// 是 or 否.
    case yesNo
    /// A day, `YYYY-MM-DD`.
    case day
    /// A month, `YYYY-MM`; not before the month at another item where one is named.
    case yearMonth(notBefore: ItemID?)
    /// A year.
    case year(ClosedRange<Int>)
    /// A place, its parts named from the largest to the smallest.
    case place(parts: [String])
    /// A resident identity number of 18 characters; whether it is sound is for the caller's check.
    case residentID
    /// A mobile number: 11 digits, the first a 1.
    case mobile
    /// A telephone number with or without area code and extension.
    case phone
    /// Nothing itself: a heading over the items written in under it.
    case heading

    /// The options of a choice, none for anything else.
    public var options: [ItemOption] {
        switch self {
        case .single(let options), .multi(let options, _): options
        case .yesNo: [.yes, .no]
        case .text, .number, .day, .yearMonth, .year, .place, .residentID, .mobile, .phone, .heading: []
        }
    }

    /// Whether exactly one of a list is ticked: what a route may hang on.
    public var isSingleChoice: Bool {
        switch self {
        case .single, .yesNo: true
        case .multi, .text, .number, .day, .yearMonth, .year, .place, .residentID, .mobile, .phone, .heading:
            false
        }
    }
}
