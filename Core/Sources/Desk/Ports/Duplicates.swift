// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Why two entries may be one person. Raw values stand in addresses.
public enum DuplicateSign: String, CaseIterable, Hashable, Sendable {
    /// The same name and birth date.
    case nameAndBirth = "name-birth"
    /// The same mobile number in different households; within one a family shares it.
    case phone
    /// The same ID number, kept although somebody bore it already.
    case identity
}

/// Two people on the roll who may be one.
public struct DuplicatePair: Hashable, Sendable {
    /// The one entered first.
    public let first: PersonRow
    public let second: PersonRow
    public let signs: Set<DuplicateSign>

    public init(first: PersonRow, second: PersonRow, signs: Set<DuplicateSign>) {
        self.first = first
        self.second = second
        self.signs = signs
    }
}
