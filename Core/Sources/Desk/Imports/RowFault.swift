// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// What the registry has against one row of a file. Worded, and put in its column, by whoever read the file.
public struct RowFault: Hashable, Sendable {
    /// The row as the table software numbers it.
    public let row: Int
    public let place: RowPlace
    public let reason: RowReason

    public init(row: Int, at place: RowPlace, _ reason: RowReason) {
        self.row = row
        self.place = place
        self.reason = reason
    }
}

/// The part of a row that a fault is about.
public enum RowPlace: Hashable, Sendable {
    case village, code, identity, name, household, interviewed, sheet, correction
    case item(ItemID)
    case employer, creditCode, post
}

/// Why a row cannot be taken in.
public enum RowReason: Hashable, Sendable {
    /// The village lies outside what the account may import for.
    case outsideScope(UnitID)
    /// The same ID number stands in an earlier row.
    case sameIdentity(row: Int)
    /// The ID number belongs to somebody on the roll of another village.
    case onRollElsewhere(UnitID)
    /// The ID number belongs to somebody who left the roll for good.
    case departed(DepartureReason, on: Day)
    /// The ID number belongs to an entry that was merged into another, which bears another number.
    case mergedAway
    /// On the roll the bearer of the number has another name, and no word says that the register has it so.
    case nameDiffers(onRoll: PersonName)
    /// The same village stands in an earlier row.
    case sameUnit(row: Int)
    /// The code belongs to another unit.
    case codeTaken(UnitID)
    case noRound(UnitID, year: Int)
    case inTheFuture(Day)
    /// The interview is dated before the round was opened.
    case beforeRound(opened: Day)
    /// Older than the window for late entries; a supervisor's account may import it.
    case tooLate(window: Int)
    /// The person has a sheet in the round, and no reason for a correction is given.
    case alreadySurveyed(on: Day)
    /// The sheet's id was taken in for somebody else, or was withdrawn.
    case sheetTaken
    case sameSheet(row: Int)
    /// The name of somebody new is missing.
    case nameMissing
    /// The same employer stands in an earlier row under another name or code.
    case sameEmployer(row: Int)
    /// The employer is not registered, and neither credit code nor reason for having none is given.
    case employerUnknown
    /// Several entries bear the name; only the credit code tells which.
    case employerAmbiguous
    /// The same post of the employer at the same place stands in an earlier row.
    case sameVacancy(row: Int)
    /// The employer has the same post at the same place open already.
    case vacancyDoubled(VacancyID)
    /// A finding of the questionnaire that is neither mended nor confirmed.
    case finding(Finding)
}

/// What a file changes, counted before anything is written.
public struct ImportCounts: Hashable, Sendable {
    /// Rows read, the bad ones included.
    public var rows = 0
    public var bad = 0
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var householdsFounded = 0
    /// People in changed rows, by field.
    public var fields: [FactField: Int] = [:]
    /// Known people who come into another household.
    public var moved = 0
    /// People who come back onto the roll.
    public var returned = 0
    /// Rows of each village.
    public var villages: [UnitID: Int] = [:]

    public init() {}

    public var changesNothing: Bool { added == 0 && changed == 0 }
}

/// A known person whom a row changes.
public struct RowDifference: Hashable, Sendable {
    public let row: Int
    public let person: PersonID
    public let fields: [FactField]
    public let isMoved: Bool
    public let isReturned: Bool
}

/// The file that an import is made from.
public struct ImportedFile: Hashable, Sendable {
    public let kind: ImportKind
    public let name: String
    /// SHA-256 in hex.
    public let digest: String

    public init(kind: ImportKind, name: String, digest: String) {
        self.kind = kind
        self.name = name
        self.digest = digest
    }
}
