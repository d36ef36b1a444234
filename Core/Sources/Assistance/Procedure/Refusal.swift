// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// Why the procedure refuses an act. Every case is a sentence that a clerk can read (worded in `Wording`).
public enum Refusal: Error, Hashable, Sendable {
    case notAllowed(Deed)
    case notFound(SubjectKind)
    /// Dated after today.
    case inTheFuture(Day)
    /// Dated before the act that it follows from.
    case beforeItsCause(Day, cause: Day)
    /// Entered later than the window allows; a supervisor confirms (spec/flow.md, rule 5).
    case tooLate(occurred: Day, window: Int)
    case personNotOnRoll
    case identityOnRoll(PersonID)
    /// The number belongs to somebody in the archive, who returns to the roll instead.
    case identityInArchive(PersonID)
    case nameMissing
    case householdMissing
    case householdTaken(String)
    case notPastWorkingAge
    case villageUnknown
    case unitNotEmpty(people: Int)
    case unitHasUnits(Int)
    case unitNameTaken(String)
    /// Villages are merged within one town only.
    case differentTown
    case unitClosed
    case sameUnit
    case roundNotOpen(year: Int)
    case roundAlreadyOpen(year: Int)
    case sheetIncomplete(open: Int)
    /// The person already has a sheet in this round; a correction must say so.
    case alreadySurveyed(on: Day, edition: Int)
    /// Somebody who is away, refuses or was not found is to be tried again (01.r1).
    case nextTryMissing
    case reasonMissing
    case nothingChanged
    case noCategory
    case proofMissing(HardshipCategory)
    case outsideWorkingAge
    case liveCaseExists(CaseID)
    case caseClosed(CaseEndReason)
    case caseNotClosed
    case cannotReopen(CaseEndReason)
    case differsWithoutReason
    case visitEmpty
    /// The same words already stand under that day: the form was gone back to and sent again.
    case visitRepeated
    case ledgerNotSubmitted
    case ledgerAlreadyReceived
    case alreadyRegistered(on: Day)
    case nothingToWithdraw
    case samePerson
    case notMerged
    case loginTaken(String)
    case loginMalformed(String)
    case passwordWeak([PasswordFault])
    /// The present password was not the one typed.
    case passwordWrong
    case grantsMissing
    case administratorsExclude
    case roleNotAtLevel(Role, Level)
    case ownAccount
    case batchBuiltOn(count: Int)
    case batchAlreadyUndone
    /// The day lies in the worker's own leave: asked back, and taken when confirmed.
    case onLeave(from: Day, through: Day)
    /// An account that still sees to cases is not closed.
    case ownsWork(cases: Int)
    case sameAccount
    /// The account cannot help at that level.
    case cannotHelp(Level)
    case leaveBackwards
    case meetingEmpty
    /// No paper of the list can be printed, or all went out meanwhile.
    case nothingToPrint
    case attachmentTooLarge(bytes: Int)
    /// Neither a PDF nor a photo, whatever its name says.
    case attachmentUnreadable
    case attachmentMissing
    /// What is odd about a vacancy, all at once; where nothing blocks it may be confirmed.
    case vacancyOdd([VacancyFinding])
    /// The steps of the manual do not allow it; the obstacle names its clause.
    case procedure(Obstacle)
}

/// What is wrong with a password that somebody chose. Raw values are stable codes.
public enum PasswordFault: String, CaseIterable, Hashable, Sendable, Codable {
    case tooShort = "too-short"
    case tooLong = "too-long"
    case tooFewKinds = "too-few-kinds"
    case tooCommon = "too-common"
    case containsLogin = "contains-login"
    case sameAsBefore = "same-as-before"
}

extension Refusal {
    /// The clause on which a refusal by the steps of the manual rests.
    public var clause: Clause? {
        if case .procedure(let obstacle) = self { return obstacle.clause }
        if case .vacancyOdd(let findings) = self { return findings.first?.clause }
        return nil
    }
}
