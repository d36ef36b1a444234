// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// How far the survey of a year has come in one village. Counted over people of working age on the roll.
///
/// Whoever was surveyed or excused in a round of the same year counts so, in whichever village they then lived:
/// a move or a merger of villages makes nobody missing.
public struct SurveyCount: Hashable, Sendable {
    public let village: UnitID
    public let round: SurveyRound?
    public let roll: Int
    public let surveyed: Int
    public let excused: Int
    /// Sheets whose entry came later than the days of 01.w2.
    public let enteredLate: Int

    public var missing: Int { roll - surveyed - excused }

    public init(
        village: UnitID, round: SurveyRound?, roll: Int, surveyed: Int, excused: Int, enteredLate: Int
    ) {
        self.village = village
        self.round = round
        self.roll = roll
        self.surveyed = surveyed
        self.excused = excused
        self.enteredLate = enteredLate
    }
}

/// Which part of a round's roll a list shows. Raw values stand in addresses.
public enum RollPart: String, CaseIterable, Hashable, Sendable {
    case missing, surveyed, excused
}

/// A sheet begun and not yet sent, kept for its worker (spec/questionnaire.md: drafts).
public struct SheetDraft: Hashable, Sendable {
    /// The sheet's id, which it keeps when it is sent.
    public let sheet: String
    public let round: RoundID
    /// `nil` for somebody who is not on the roll yet.
    public let person: PersonID?
    /// The version of the person that its worker was last shown.
    public var personVersion: Int
    public let account: AccountID
    public var answers: Answers
    public var confirmations: [Confirmation]
    public var interviewed: Day
    public var source: SheetSource
    public var saved: Instant
    /// 户号 for somebody who is not on the roll yet.
    public var householdNumber: String
    /// Why an earlier sheet of the round is corrected; empty where none is, or until it is said.
    public var correction: String

    public init(
        sheet: String, round: RoundID, person: PersonID?, personVersion: Int, account: AccountID,
        answers: Answers, confirmations: [Confirmation], interviewed: Day, source: SheetSource,
        saved: Instant, householdNumber: String = "", correction: String = ""
    ) {
        self.sheet = sheet
        self.round = round
        self.person = person
        self.personVersion = personVersion
        self.account = account
        self.answers = answers
        self.confirmations = confirmations
        self.interviewed = interviewed
        self.source = source
        self.saved = saved
        self.householdNumber = householdNumber
        self.correction = correction
    }
}

/// Where an accepted sheet stands.
public struct SheetPlace: Hashable, Sendable {
    public let person: PersonID
    public let act: ActID

    public init(person: PersonID, act: ActID) {
        self.person = person
        self.act = act
    }
}

/// Rounds, sheets and drafts.
public protocol SurveyStore: Sendable {
    func round(_ id: RoundID) async throws -> SurveyRound?
    func round(of village: UnitID, year: Int) async throws -> SurveyRound?
    /// One row for each village in scope that exists on `day`, also those without a round, by code and then
    /// number; working age judged on `day`.
    func surveyCounts(_ scope: Scope, year: Int, on day: Day) async throws -> [SurveyCount]
    /// People of working age on the roll of the round's village, by name; parts as in ``SurveyCount``.
    func roll(
        of round: RoundID, part: RollPart, on day: Day, after: Cursor?, limit: Int
    ) async throws -> Slice<PersonRow>
    /// Where the sheet with this id was taken in, if it was.
    func place(ofSheet sheet: String) async throws -> SheetPlace?
    func save(_ draft: SheetDraft) async throws
    func draft(_ sheet: String) async throws -> SheetDraft?
    /// Drafts of the account, oldest interview first.
    func drafts(of account: AccountID) async throws -> [SheetDraft]
    func discardDraft(_ sheet: String) async throws
}
