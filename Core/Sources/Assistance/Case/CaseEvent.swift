// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What happened in a case. The nineteen steps are told in groups, each in its own file.
public enum CaseEvent: Hashable, Sendable, Codable {
    case listed(person: PersonID, village: UnitID, Listing)
    case relisted(Listing)
    case classified(Classification)
    case visited(VisitRecord)
    case enteredInLedger(LedgerEntry)
    /// The worker brought the person to the town's counter (01.w5).
    case escorted(by: String, note: String)
    /// The town has the registration application (01.r4 is met).
    case registrationReceived(note: String)
    /// The person does not want to be registered; signed (02.r5).
    case escortWaived(reason: String)
    /// The home moved to another village of the district.
    case relocated(village: UnitID)
    /// Step 02.
    case recognition(RecognitionEvent)
    /// Help by the level that holds the case: steps 03 to 05, 07, 08, 10, 12 to 14.
    case aid(AidEvent)
    /// Movements between the levels and what meetings said: steps 05, 06, 10, 11.
    case handover(HandoverEvent)
    /// Steps 03, 06, 07, 11.
    case plan(PlanEvent)
    /// Steps 09 and 19.
    case training(TrainingEvent)
    /// Step 15.
    case welfare(WelfareEvent)
    /// Steps 16 and 17.
    case work(WorkEvent)
    /// Step 18.
    case retention(RetentionEvent)
    case duty(DutyEvent)
    case ended(CaseEndReason, note: String)
    /// 第二轮: a new round of help, at the level that a person confirmed (17.r2); the village where none is told.
    case reopened(reason: String, level: Level?)
    /// An earlier act of this journal never happened.
    case withdrawn(ActID, reason: String)
}
