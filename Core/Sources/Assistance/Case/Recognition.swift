// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What happened on the way to recognition and after it (step 02, L.01 to L.03).
public enum RecognitionEvent: Hashable, Sendable, Codable {
    /// The information pack was handed over, rights and duties were explained (02.w4): which things, and whether
    /// the person signed for them.
    case informed(note: String, items: [String]? = nil, isSigned: Bool? = nil)
    /// 个人信息处理告知: a version of the notice was told (L.10).
    case processingTold(version: String, isSigned: Bool, note: String)
    /// Papers are missing; everything missing at once (02.w1).
    case foundShort(missing: [String])
    /// 一次性告知单: the applicant has the list of everything missing (02.r2).
    case noticeGiven(missing: [String])
    /// 材料核对: the checklist of papers as found at the counter (02.r4).
    case papersChecked(PapersCheck)
    /// 逐项核对: entries held against the papers; corrections go to the registry (02.r3).
    case itemsVerified([VerifiedItem])
    /// 受理: the application is complete and verified item by item (02.r3, 02.r4); five working days run (L.01).
    case accepted(note: String)
    /// 认定: the person is recognised, and the first round of help begins.
    case recognised(number: String, note: String)
    /// 不予认定, only with a legal ground and how it is met (02.r1).
    case refused(reason: String, ground: String? = nil)
    /// 就业动态管理记录单 and 就业援助台账 are open (02.r6); follows from recognition by itself.
    case recordsOpened
    case decisionReceived
    case reviewRequested(note: String)
    /// 复核决定 of the district; the number is that of a recognition by it (L.02).
    case reviewDecided(ReviewOutcome, number: String, words: String)
    /// The applicant knows the result of the review (L.02).
    case reviewTold(note: String)
    /// The facts are no longer those on which the recognition rests: conditions are to be checked again (L.03).
    case recheckRaised([RecheckCause])
    /// 复核认定条件: whether they still hold, and where not, the ground on which help ends (L.03).
    case rechecked(stillHolds: Bool, note: String, ground: String? = nil)
    /// 登记: the person stands in the register of the unemployed, or of those who look for other work (02.w1).
    case registerEntered(note: String, kind: RegisterKind? = nil)
    case certificateIssued(number: String, kind: RegisterKind? = nil)
    /// 补发: a new number, the old one is void and kept.
    case certificateReplaced(number: String, reason: String)
    case certificateVoided(reason: String)
    /// 年检.
    case certificateChecked(note: String)
    case registrationEnded(RegistrationEnd, note: String)
    /// The person stood in the register before the recognition; follows from it by itself.
    case registerStands
    /// The certificate was issued before the recognition; follows from it by itself.
    case certificateStands(number: String)
    /// 入户核实 by the village before the public notice (02.w3).
    case verifiedInVillage(finding: String)
    case noticePosted(place: String)
    /// 异议 while the notice stands (02.w3).
    case objectionReceived(ObjectionWords)
    /// What came of an objection, with the reasons told.
    case objectionSettled(ActID, isUpheld: Bool, words: String)
    /// 公示期满后的反映: too late for an objection, kept for those who supervise.
    case reportReceived(ObjectionWords)
    case noticeEnded(isUpheld: Bool, note: String)
    /// 就业援助卡, only after a notice without upheld objection (02.w3).
    case cardIssued(number: String)
    /// 自愿放弃就业援助, signed (02.r5): the scan of the paper, or why there is none.
    case waived(reason: String, paper: Attachment? = nil, unscanned: String? = nil)
}

/// 认定: how far a person's recognition has come. It stands over all rounds of help.
public struct Recognition: Hashable, Sendable, Codable {
    public var informed: Day?
    /// Papers that the newest notice asked for; empty once the application was accepted.
    public var missing: [String] = []
    /// How often papers were asked for: more than once is a fault of the counter (02.w1).
    public var notices = 0
    /// The newest checklist of an application not yet accepted; `nil` while none was gone through.
    public var papers: PapersCheck?
    /// Items of it that were verified, with the day.
    public var items: [ApplicationItem: Day]?
    /// What earlier notices of the application told.
    public var asked: AskedPapers?
    /// Notices that asked for what could have been asked before (02.w1).
    public var askedLate: [AskedLate]?
    public var accepted: Day?
    public var recognised: Day?
    public var number = ""
    public var refused: Day?
    public var decisionReceived: Day?
    public var reviewRequested: Day?
    /// How many reviews were asked for, over all decisions.
    public var reviews: Int?
    /// The district's answer to the newest request.
    public var review: Review?
    public var rechecked: Day?
    /// The newest check found that the conditions no longer hold; absent where they do.
    public var hasLapsed: Bool?
    /// Changes that wait for a check; the day of the raising.
    public var recheckRaised: Day?
    /// Changes that were raised so far, so that none is raised twice.
    public var recheckCauses: Set<RecheckCause>?
    /// The number that is good now; empty while there is none.
    public var certificate = ""
    /// All certificates, voided ones too, oldest first.
    public var certificates: [LabourCertificate]?
    public var registration: LabourRegistration?
    public var verified: Day?
    public var notice: PublicNotice?
    public var card = ""
    /// The day of the card.
    public var cardIssued: Day?
    /// Recognitions that were left, before the present one.
    public var past: [PastRecognition]?
    /// The version of the notice of processing that was told last, and when (L.10).
    public var processing: ToldProcessing?

    /// What was told of the processing of personal information (L.10).
    public struct ToldProcessing: Hashable, Sendable, Codable {
        public let version: String
        public let on: Day
        public let isSigned: Bool
    }

    public init() {}

    /// Takes one event in; history is never refused.
    mutating func apply(_ event: RecognitionEvent, act: ActID, on day: Day) {
        switch event {
        case .informed: informed = day
        case .processingTold(let version, let isSigned, _):
            processing = ToldProcessing(version: version, on: day, isSigned: isSigned)
        case .foundShort(let papers): missing = papers
        case .noticeGiven(let papers):
            missing = papers
            notices += 1
            measureNotice(on: day)
        case .papersChecked(let check): papers = check
        case .itemsVerified(let verified):
            var all = items ?? [:]
            for item in verified { all[item.item] = day }
            items = all
        case .accepted:
            accepted = day
            refused = nil
            missing = []
            endApplication()
        case .recognised(let number, _):
            recognised = day
            refused = nil
            self.number = number
            recheckRaised = nil
            beginDecision(byReview: review?.outcome == .recognised && review?.decided == day)
        case .refused:
            refused = day
            accepted = nil
            endApplication()
            beginDecision()
        case .decisionReceived: decisionReceived = day
        case .reviewRequested:
            reviewRequested = day
            reviews = (reviews ?? 0) + 1
        case .reviewDecided(let outcome, _, let words): decide(outcome, words, on: day)
        case .reviewTold: review?.told = day
        case .recheckRaised(let causes):
            recheckRaised = day
            recheckCauses = (recheckCauses ?? []).union(causes)
        case .rechecked(let stillHolds, _, _):
            rechecked = day
            recheckRaised = nil
            hasLapsed = stillHolds ? nil : true
        case .registerEntered(_, let kind): enter(kind, on: day)
        case .certificateIssued(let number, let kind): issue(number, kind, on: day)
        case .certificateReplaced(let number, let reason):
            let kind = liveCertificate?.kind
            voidCertificate(reason, on: day)
            issue(number, kind, on: day)
        case .certificateVoided(let reason): voidCertificate(reason, on: day)
        case .certificateChecked: checkCertificate(on: day)
        case .registrationEnded(let reason, _): endRegistration(reason, on: day)
        case .verifiedInVillage: verified = day
        case .noticePosted: notice = PublicNotice(posted: day)
        case .objectionReceived:
            let before = notice?.objections ?? []
            notice?.objections = before + [PublicNotice.Objection(act: act, received: day)]
        case .objectionSettled(let objection, let isUpheld, _): settle(objection, isUpheld, on: day)
        case .noticeEnded(let isUpheld, _):
            notice?.ended = day
            notice?.isUpheld = isUpheld
        case .cardIssued(let number):
            card = number
            cardIssued = day
        case .recordsOpened, .registerStands, .certificateStands, .reportReceived, .waived: break
        }
    }

    /// L.02: what the district decided takes effect with its decision; the town decides anew from that day.
    private mutating func decide(_ outcome: ReviewOutcome, _ words: String, on day: Day) {
        review = Review(requested: reviewRequested, outcome: outcome, words: words, decided: day)
        switch outcome {
        case .upheld, .recognised: break
        case .anew:
            refused = nil
            accepted = day
        }
    }

    private mutating func settle(_ act: ActID, _ isUpheld: Bool, on day: Day) {
        guard let place = notice?.objections?.firstIndex(where: { $0.act == act }) else { return }
        notice?.objections?[place].settled = day
        notice?.objections?[place].isUpheld = isUpheld
    }

    /// A recognition that ended because its conditions no longer held is no longer one: who comes back applies
    /// anew (L.03). The register of the unemployed and what was told stay.
    mutating func leave(_ ending: AssistanceCase.Ending) {
        guard let recognised else { return }
        var left = Recognition()
        left.past =
            (past ?? []) + [
                PastRecognition(
                    recognised: recognised, number: number, ending: ending, card: card.isEmpty ? nil : card)
            ]
        left.informed = informed
        left.reviews = reviews
        left.processing = processing
        left.registration = registration
        left.certificate = certificate
        left.certificates = certificates
        self = left
    }

    /// 02.w1: what is asked for now although it was known to be needed at an earlier notice, which did not say it.
    private mutating func measureNotice(on day: Day) {
        guard let papers else { return }
        if let asked {
            let late = papers.short.map(\.paper).filter {
                asked.known.contains($0.id) && !asked.listed.contains($0.id)
            }
            if !late.isEmpty {
                askedLate = (askedLate ?? []) + [AskedLate(on: day, papers: late.map(\.name))]
            }
        }
        var told = asked ?? AskedPapers()
        told.listed.formUnion(papers.short.map(\.paper.id))
        told.known.formUnion(papers.papers.map(\.paper.id))
        asked = told
    }

    /// The next application is checked anew; what was checked stays in the journal.
    private mutating func endApplication() {
        papers = nil
        items = nil
        asked = nil
    }

    /// Items that nobody has held against the papers yet (02.r3).
    public var unverified: [ApplicationItem] {
        ApplicationItem.allCases.filter { items?[$0] == nil }
    }

    /// Each decision is received, and may be asked to be reviewed, anew (L.02).
    private mutating func beginDecision(byReview: Bool = false) {
        decisionReceived = nil
        reviewRequested = nil
        if !byReview { review = nil }
    }
}

extension RecognitionEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .informed: .informed
        case .processingTold: .processingTold
        case .foundShort: .applicationShort
        case .noticeGiven: .noticeGiven
        case .papersChecked: .papersChecked
        case .itemsVerified: .itemsVerified
        case .accepted: .applicationAccepted
        case .recognised: .recognised
        case .refused: .recognitionRefused
        case .recordsOpened: .recordsOpened
        case .decisionReceived: .decisionReceived
        case .reviewRequested: .reviewRequested
        case .reviewDecided: .reviewDecided
        case .reviewTold: .reviewTold
        case .recheckRaised: .recheckRaised
        case .rechecked: .conditionsRechecked
        case .registerEntered, .registerStands: .registerEntered
        case .certificateIssued, .certificateStands: .certificateIssued
        case .certificateReplaced: .certificateReplaced
        case .certificateVoided: .certificateVoided
        case .certificateChecked: .certificateChecked
        case .registrationEnded: .registrationEnded
        case .verifiedInVillage: .villageVerified
        case .noticePosted: .noticePosted
        case .objectionReceived: .objectionReceived
        case .objectionSettled: .objectionSettled
        case .reportReceived: .reportReceived
        case .noticeEnded: .noticeEnded
        case .cardIssued: .cardIssued
        case .waived: .waived
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .noticeEnded(let isUpheld, _): [.upheld: isUpheld ? "yes" : "no"]
        case .objectionSettled(_, let isUpheld, _): [.upheld: isUpheld ? "yes" : "no"]
        case .refused(let reason, let ground):
            [.reason: [ground, reason].compactMap(\.self).joined(separator: "：")]
        case .waived(let reason, _, _): [.reason: reason]
        case .registrationEnded(let reason, _): [.reason: reason.rawValue]
        case .certificateReplaced(_, let reason), .certificateVoided(let reason): [.reason: reason]
        case .reviewDecided(let outcome, _, _): [.outcome: outcome.rawValue]
        case .informed, .processingTold, .foundShort, .noticeGiven, .papersChecked, .itemsVerified, .accepted,
            .recognised, .recordsOpened, .decisionReceived, .reviewRequested, .reviewTold, .recheckRaised,
            .rechecked, .registerEntered, .registerStands, .certificateIssued, .certificateStands,
            .certificateChecked, .verifiedInVillage, .noticePosted, .objectionReceived, .reportReceived,
            .cardIssued:
            [:]
        }
    }

    /// The level whose own act it is, whoever holds the case.
    var level: Level {
        switch self {
        case .verifiedInVillage, .noticePosted, .objectionReceived, .reportReceived, .noticeEnded: .village
        case .reviewRequested, .reviewDecided, .reviewTold: .district
        case .informed, .processingTold, .foundShort, .noticeGiven, .papersChecked, .itemsVerified, .accepted,
            .recognised, .refused, .recordsOpened, .decisionReceived, .recheckRaised, .rechecked,
            .registerEntered, .registerStands, .certificateIssued, .certificateReplaced, .certificateVoided,
            .certificateChecked, .certificateStands, .registrationEnded, .objectionSettled, .cardIssued,
            .waived:
            .town
        }
    }
}
