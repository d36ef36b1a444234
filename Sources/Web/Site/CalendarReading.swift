// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A notice read from a file, with the text under which the store keeps it.
public struct CalendarNotice: Sendable {
    public let year: CalendarYear
    public let text: String

    public init(year: CalendarYear, text: String) {
        self.year = year
        self.text = text
    }
}

/// Everything that is wrong with a calendar file, one sentence each with its line.
public struct CalendarFaults: Error, Hashable, Sendable {
    public let sentences: [String]
    public init(_ sentences: [String]) { self.sentences = sentences }
}

/// Reads the file of one year; given to the site when it is wired, since pages know no file formats of packs.
///
/// - Throws: ``CalendarFaults``.
public typealias CalendarReader = @Sendable (_ bytes: [UInt8], _ name: String) throws -> CalendarNotice
