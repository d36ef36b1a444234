// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Questionnaire

/// A draft as it is sealed in its row.
struct DraftText: Codable {
    let round: RoundID
    let person: PersonID?
    let personVersion: Int
    let answers: Answers
    let confirmations: [Confirmation]
    let source: SheetSource
    let saved: Int64
    let householdNumber: String?
    let correction: String?

    init(_ draft: SheetDraft) {
        round = draft.round
        person = draft.person
        personVersion = draft.personVersion
        answers = draft.answers
        confirmations = draft.confirmations
        source = draft.source
        saved = draft.saved.millisecondsSince1970
        householdNumber = draft.householdNumber
        correction = draft.correction
    }

    func draft(sheet: String, account: AccountID, interviewed: Day) -> SheetDraft {
        SheetDraft(
            sheet: sheet, round: round, person: person, personVersion: personVersion, account: account,
            answers: answers, confirmations: confirmations, interviewed: interviewed, source: source,
            saved: Instant(millisecondsSince1970: saved), householdNumber: householdNumber ?? "",
            correction: correction ?? "")
    }
}
