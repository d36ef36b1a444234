// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What is wrong with a text that should be a resident identity number.
///
/// Places are counted from 1 in the text as ``IdentityNumber/normalised(_:)`` gives it. No case carries
/// enough of the number to name a person.
public enum IdentityFault: Error, Hashable, Sendable {
    /// Nothing was written.
    case empty
    /// The number has so many characters, not 18.
    case length(Int)
    /// A character that cannot stand in its place: digits in 1 to 17, a digit or X in 18.
    case character(Character, at: Int)
    /// A number of the first generation with 15 digits; void since 2013, only old files are converted.
    case fifteenDigits
    /// A number of 15 digits with sequence 996 to 999, which was kept for people born before 1900.
    case centenarianSequence
    /// A spreadsheet has rounded the number: `1.10222E+17`, or the last three characters turned to 000.
    case roundedBySpreadsheet
    /// The first two digits are those of no province.
    case unknownProvince(String)
    /// Places 7 to 14 are no day of the calendar.
    case impossibleDate
    /// The birth date lies after the day of entry.
    case bornInFuture
    /// The last character does not follow from the others; it should be this one.
    case checkCharacter(expected: Character)
}

/// What the check of a number needs to know beside the number.
public struct IdentityRules: Hashable, Sendable {
    /// The day of entry, before which everybody was born; `nil` when births are not compared with it.
    public var today: Day?
    /// Beginnings of region codes that belong to no province but are let pass, for made-up people.
    public var testRegions: Set<String>

    /// Rules as of a day, with beginnings of regions reserved for made-up people.
    public init(today: Day? = nil, testRegions: Set<String> = []) {
        self.today = today
        self.testRegions = testRegions
    }

    /// The standard alone.
    public static let standard = IdentityRules()
    /// The standard, and region codes from 99 on, which no province has: demonstration and tests.
    public static let withMadeUpPeople = IdentityRules(testRegions: ["99"])

    /// The same rules with births compared with a day.
    public func asOf(_ today: Day) -> IdentityRules {
        IdentityRules(today: today, testRegions: testRegions)
    }

    /// Whether a number may begin with this region.
    func allows(_ region: String) -> Bool {
        Province(code: String(region.prefix(2))) != nil || testRegions.contains { region.hasPrefix($0) }
    }
}
