// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension [Recorded<CaseEvent>] {
    /// The act of this number, unless it is a withdrawal or was withdrawn.
    func standing(_ act: ActID) -> Recorded<CaseEvent>? {
        first { entry in
            guard entry.id == act, Event.assistanceCase(entry.event).withdraws == nil else { return false }
            if case .relocated = entry.event { return false }
            return !contains { Event.assistanceCase($0.event).withdraws == act }
        }
    }
}

extension [Recorded<CaseEvent>] {
    /// What followed from an act by itself: written right after it in the same transaction.
    func consequences(of target: Recorded<CaseEvent>) -> [Recorded<CaseEvent>] {
        guard let place = firstIndex(where: { $0.id == target.id }) else { return [] }
        let kinds = target.event.consequenceKinds
        return Array(
            self[(place + 1)...].prefix {
                kinds.contains($0.event.kind) && !$0.event.isOwnEntry && $0.recorded == target.recorded
                    && $0.by == target.by
            }
        ).filter { standing($0.id) != nil }
    }

    /// The first standing act that rests on another: it belongs to it, or could not have been done without it.
    func resting(
        on target: Recorded<CaseEvent>, but gone: [Recorded<CaseEvent>], in id: CaseID,
        numbers: ProcedureNumbers
    ) -> Recorded<CaseEvent>? {
        let going = Set(gone.map(\.id))
        guard var with = AssistanceCase(replaying: Array(prefix(1)), id: id) else { return nil }
        var without = with
        for entry in dropFirst() where isStanding(entry) {
            if !going.contains(entry.id), entry.id > target.id {
                if let cause = entry.event.refersTo, going.contains(cause) { return entry }
                let given = Given(day: entry.occurred, numbers: numbers)
                if with.allows(entry.event, given), !without.founds(entry.event, given) { return entry }
            }
            with.apply(entry.event, act: entry.id, on: entry.occurred)
            if !going.contains(entry.id) {
                without.apply(entry.event, act: entry.id, on: entry.occurred)
            }
        }
        return nil
    }

    private func isStanding(_ entry: Recorded<CaseEvent>) -> Bool {
        if case .relocated = entry.event { return true }
        return standing(entry.id) != nil
    }
}

extension AssistanceCase {
    fileprivate func allows(_ event: CaseEvent, _ given: Given) -> Bool {
        (try? decide(event, given: given)) != nil
    }

    /// Whether nothing that the act stands on is missing; counts and words that were right then stay so.
    fileprivate func founds(_ event: CaseEvent, _ given: Given) -> Bool {
        do throws(Refusal) {
            _ = try decide(event, given: given)
            return true
        } catch {
            guard case .procedure(let obstacle) = error else { return false }
            return !obstacle.isFoundation
        }
    }
}

extension Obstacle {
    /// Whether something is missing without which the act has no place, rather than a count, a word or a day.
    fileprivate var isFoundation: Bool {
        switch self {
        case .noRegistration, .notAccepted, .notRecognised, .noDecision, .noCertificate, .notVerified,
            .noNotice,
            .heldBy, .notReceived, .nothingToReceive, .noOwner, .noConsultation, .noPanel, .noPlan,
            .noOpenItem, .noOpenRecommendation, .notHandedToWelfare, .noPlacement, .notEmployed, .notNotified,
            .notRegistered, .notUnstable, .noConcern, .noGuidanceToFile, .notAway, .papersNotChecked,
            .papersMissing, .itemsNotVerified, .noReview, .noOpenObjection, .noUpheldObjection,
            .notInRegister:
            true
        case .alreadyAccepted, .alreadyRecognised, .noticeRunning, .noticeUpheld, .noticeOver,
            .objectionsOpen, .reviewLapsed, .groundNotLegal, .cannotRegister, .nothingToTell,
            .alreadyDone, .nothingAbove, .sameOwner, .noContact, .handUpNotDue, .casesOpen, .noAnalysis,
            .tooFewFailures, .notTrained, .notBefore, .alreadyEmployed, .notOwnBusiness, .notStableYet,
            .alreadyAway, .repeated, .builtOn, .wordsMissing, .noticeLeavesOut, .vacancyStale, .vacancyFilled,
            .limitsFail,
            .vacancyExpired, .vacancyClosed, .vacancySeatsTaken, .creditCodeMissing, .creditCodeTaken,
            .employerMerged, .sameEmployer, .fair:
            false
        }
    }
}
