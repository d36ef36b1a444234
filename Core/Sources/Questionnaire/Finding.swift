// SPDX-License-Identifier: Apache-2.0

/// What the form has to say about one place of an answer sheet.
public struct Finding: Hashable, Sendable {
    /// The stable code: the rule's, the contradiction's, or that of the caller's check.
    public let code: String
    /// The rule behind it.
    public let rule: FindingRule
    /// Where it stands.
    public let item: ItemID
    /// The other item it rests on: for an answer off the path the one that leads elsewhere.
    public let other: ItemID?
    /// Whether it must be mended or may be confirmed.
    public let severity: Severity
    /// Whether a person's reason settles it. True of every warning, and of the few errors that a document
    /// may bear out (an identity number that stands so in the household register).
    public let isConfirmable: Bool
    /// What the sentence needs: limits, the text found. Never more than the sheet itself holds.
    public let values: [String]

    /// How much weight it has.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        /// The sheet is not accepted so.
        case error
        /// Odd: accepted once a person confirms it with a reason.
        case warning
    }

    /// States a finding.
    public init(
        _ rule: FindingRule, code: String? = nil, at item: ItemID, other: ItemID? = nil,
        severity: Severity = .error, isConfirmable: Bool = false, values: [String] = []
    ) {
        self.rule = rule
        self.code = code ?? rule.rawValue
        self.item = item
        self.other = other
        self.severity = severity
        self.isConfirmable = isConfirmable || severity == .warning
        self.values = values
    }
}

/// The rules that any form enforces. Raw values are the stable codes of findings and of stored confirmations.
public enum FindingRule: String, Hashable, Sendable, CaseIterable {
    /// Asked, and nothing written.
    case required = "Q-REQ"
    /// Written, and not to be asked on this path.
    case offPath = "Q-OFFPATH"
    /// No such item in the form. Values: the name.
    case unknownItem = "Q-UNKNOWN"
    /// No such option. Values: the code found.
    case unknownOption = "Q-OPTION"
    /// Several options where one is wanted. Values: the codes.
    case several = "Q-SINGLE"
    /// The same option twice. Values: the code.
    case repeated = "Q-TWICE"
    /// An option that rules out all others, with others. Values: the code.
    case exclusive = "Q-ONLY"
    /// Another number of options than the paper demands. Values: wanted, found.
    case exactly = "Q-COUNT"
    /// 无 where something must be written.
    case noneNotAllowed = "Q-NONE"
    /// Too short or too long. Values: least, most, found.
    case length = "Q-LENGTH"
    /// Characters that do not belong. Values: the first one.
    case characters = "Q-CHARS"
    /// Not a whole number. Values: what is written.
    case number = "Q-NUMBER"
    /// A number outside its limits. Values: least, most.
    case range = "Q-RANGE"
    /// Not a day or month of the calendar. Values: what is written.
    case date = "Q-DATE"
    /// A month before the one it must follow.
    case order = "Q-ORDER"
    /// Parts of a place missing. Values: the parts wanted.
    case place = "Q-PLACE"
    /// Not a telephone number.
    case phone = "Q-PHONE"
    /// Not 17 digits and a digit or X.
    case residentID = "Q-ID"
    /// The caller's check does not pass; the code is the check's.
    case checked = "Q-CHECK"
    /// Answers that do not go together; the code is the contradiction's.
    case contradiction = "Q-CONTRA"
    /// A fact of the household told differently by its members; the code of ``HouseholdDifference``.
    case household = "Q-HOUSE"
}

/// A person's word that a finding is as written, with the reason: 户口本如此.
public struct Confirmation: Hashable, Sendable, Codable {
    /// The code of the finding.
    public let code: String
    /// The item of the finding; `nil` covers the code wherever it stands.
    public let item: ItemID?
    /// Why it is so; a blank reason confirms nothing.
    public let reason: String

    /// Confirms a finding.
    public init(_ code: String, item: ItemID? = nil, reason: String) {
        self.code = code
        self.item = item
        self.reason = reason
    }

    /// Whether it settles the finding.
    public func settles(_ finding: Finding) -> Bool {
        finding.isConfirmable && code == finding.code && (item == nil || item == finding.item)
            && !reason.isBlank
    }
}
