// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What stands in the way of an act: the page says it beside an act that cannot be done, and a refusal says it
/// of one that was tried. Each names its clause.
public enum Obstacle: Hashable, Sendable {
    /// 还没有登记: the town has no registration of the person yet (spec/flow.md, rule 1).
    case noRegistration
    case notAccepted
    case alreadyAccepted(on: Day)
    case alreadyRecognised(on: Day)
    case notRecognised
    case noDecision
    case papersMissing(count: Int)
    /// Nobody has gone through the checklist of papers.
    case papersNotChecked
    /// Entries were not all held against the papers.
    case itemsNotVerified(count: Int)
    /// A notice that does not say everything missing.
    case noticeLeavesOut(count: Int)
    case noCertificate
    /// The village has not verified at the home yet.
    case notVerified
    case noNotice
    case noticeRunning(since: Day)
    case noticeUpheld
    /// Too late for an objection: the notice stood until that day.
    case noticeOver(on: Day)
    case objectionsOpen(count: Int)
    case noOpenObjection
    case noUpheldObjection
    /// Asked for after the last day of the window (L.02).
    case reviewLapsed(received: Day, last: Day)
    case noReview
    /// None of the grounds that the pack lists.
    case groundNotLegal(ActKind)
    /// The person does not belong in the register, for all of these reasons.
    case cannotRegister([RegistrationBar])
    case notInRegister
    /// The pack has no notice of processing in force.
    case nothingToTell
    case alreadyDone(ActKind)
    /// Another level holds the case.
    case heldBy(Level)
    /// Handed up to the level, which has not received it yet.
    case notReceived(by: Level)
    case nothingToReceive
    case nothingAbove
    /// Nobody helps the person at the level yet.
    case noOwner(Level)
    /// The same person already helps at the level.
    case sameOwner
    case noContact(Level)
    case noPlan(PlanKind)
    case noOpenItem
    case noOpenRecommendation
    case handUpNotDue
    /// No meeting of the town has spoken of the case in this stay.
    case noConsultation
    /// A consultation is needed while the town holds cases (06.r2).
    case casesOpen(count: Int)
    case noPanel
    case noAnalysis
    case tooFewFailures(have: Int, need: Int)
    case notHandedToWelfare
    case noPlacement
    case notTrained
    case notBefore(Day)
    case alreadyEmployed
    case notEmployed
    case notNotified
    case notRegistered
    case notOwnBusiness
    case notStableYet(have: Int, need: Int)
    case notUnstable
    case noConcern
    case noGuidanceToFile
    case notAway
    case alreadyAway(until: Day)
    /// Nobody asked the employer within so many days whether the vacancy is open (05.r2).
    case vacancyStale(verified: Day?, days: Int)
    case vacancyFilled
    /// The vacancy demands what the person has not, or the person wants otherwise, and no reason is told (05.r2).
    case limitsFail([FitLimit.Kind])
    case vacancyExpired(on: Day)
    case vacancyClosed(on: Day)
    /// So many places are taken already.
    case vacancySeatsTaken(Int)
    case creditCodeMissing
    case creditCodeTaken(EmployerID)
    case employerMerged(into: EmployerID)
    /// An act on a job fair (14.w3).
    case fair(FairObstacle)
    case sameEmployer
    /// The same record already stands under that day.
    case repeated
    /// A later act rests on the one to be withdrawn.
    case builtOn(ActKind, on: Day)
    /// Words that the act needs are missing.
    case wordsMissing(ActKind, what: Missing)

    /// What was left out. Raw values are stable codes.
    public enum Missing: String, CaseIterable, Hashable, Sendable, Codable {
        case reason, view, direction, items, employer, confirmation, escort, attendants, papers, number, words
        case sections, result, job, signature, place, scan
    }
}

extension Obstacle {
    /// The clause on which it rests.
    public var clause: Clause {
        switch self {
        case .noRegistration: "02.w1"
        case .notAccepted, .alreadyAccepted, .papersMissing, .papersNotChecked: "02.r4"
        case .itemsNotVerified: "02.r3"
        case .noticeLeavesOut: "02.w1"
        case .alreadyRecognised, .notRecognised, .noDecision: "02.w3"
        case .noCertificate, .notVerified, .noNotice, .noticeRunning, .noticeUpheld: "02.w3"
        case .noticeOver, .objectionsOpen, .noOpenObjection, .noUpheldObjection, .notInRegister: "02.w3"
        case .reviewLapsed, .noReview: "L.02"
        case .groundNotLegal(let kind): kind.clause
        case .cannotRegister: "02.w1"
        case .nothingToTell: "L.10"
        case .alreadyDone(let kind): kind.clause
        case .heldBy: "00.levels"
        case .notReceived, .nothingToReceive: "06.w1"
        case .nothingAbove: "00.levels"
        case .noOwner(let level): level.of(village: "03.w1", town: "07.w1", district: "12.w1")
        case .noContact(let level): level.of(village: "03.w2", town: "07.w2", district: "12.w2")
        case .sameOwner: "03.w1"
        case .noPlan(let kind):
            switch kind {
            case .entry: "03.w3"
            case .personal: "06.w2"
            case .professional: "11.w2"
            }
        case .noOpenItem: "07.w3"
        case .noOpenRecommendation, .handUpNotDue: "05.w4"
        case .noConsultation: "07.w1"
        case .casesOpen: "06.r2"
        case .noPanel: "11.w1"
        case .noAnalysis, .tooFewFailures, .notHandedToWelfare: "14.r3"
        case .noPlacement, .notTrained, .notBefore: "15.r1"
        case .alreadyEmployed, .notEmployed: "16.w1"
        case .notNotified: "16.r1"
        case .notRegistered: "17.w1"
        case .notOwnBusiness: "17.w3"
        case .notStableYet, .notUnstable: "17.r2"
        case .noConcern: "18.w1"
        case .noGuidanceToFile: "18.w2"
        case .notAway, .alreadyAway: "01.r1"
        case .repeated, .builtOn: "02.r3"
        case .vacancyStale, .vacancyFilled, .limitsFail, .vacancyExpired, .vacancyClosed, .vacancySeatsTaken,
            .creditCodeMissing:
            "05.r2"
        case .creditCodeTaken, .employerMerged, .sameEmployer: "14.w2"
        case .fair: "14.w3"
        case .wordsMissing(let kind, let what): Self.clause(kind, what)
        }
    }

    private static func clause(_ kind: ActKind, _ what: Missing) -> Clause {
        switch what {
        case .view: kind == .planAdopted ? "03.r3" : "03.w2"
        case .direction: kind == .planAdopted ? "06.r1" : kind.clause
        case .sections: "11.r2"
        case .confirmation: "05.w2"
        case .escort: "05.r3"
        case .job: "16.r3"
        case .papers: "02.w1"
        case .reason, .items, .employer, .attendants, .number, .words, .result, .signature, .place, .scan:
            kind.clause
        }
    }
}
