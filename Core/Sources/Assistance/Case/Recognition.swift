// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What happened on the way to recognition and after it (step 02, L.01 to L.03).
public enum RecognitionEvent: Hashable, Sendable, Codable {
    /// The information pack was handed over, rights and duties were explained (02.w4).
    case informed(note: String)
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
    /// 不予认定, only with a legal reason (02.r1).
    case refused(reason: String)
    /// 就业动态管理记录单 and 就业援助台账 are open (02.r6); follows from recognition by itself.
    case recordsOpened
    case decisionReceived
    case reviewRequested(note: String)
    /// 年度复核: whether the conditions still hold (L.03).
    case rechecked(stillHolds: Bool, note: String)
    case registerEntered(note: String)
    case certificateIssued(number: String)
    /// 入户核实 by the village before the public notice (02.w3).
    case verifiedInVillage(finding: String)
    case noticePosted(place: String)
    case noticeEnded(isUpheld: Bool, note: String)
    /// 就业援助卡, only after a notice without upheld objection (02.w3).
    case cardIssued(number: String)
    /// 自愿放弃就业援助, signed (02.r5).
    case waived(reason: String)
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
    public var rechecked: Day?
    public var certificate = ""
    public var verified: Day?
    public var notice: Notice?
    public var card = ""

    /// 公示: from its posting to its end.
    public struct Notice: Hashable, Sendable, Codable {
        public let posted: Day
        public var ended: Day?
        /// Whether an objection was upheld, which forbids the card.
        public var isUpheld = false
    }

    public init() {}

    /// Takes one event in; history is never refused.
    mutating func apply(_ event: RecognitionEvent, on day: Day) {
        switch event {
        case .informed: informed = day
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
            self.number = number
            beginDecision()
        case .refused:
            refused = day
            accepted = nil
            endApplication()
            beginDecision()
        case .decisionReceived: decisionReceived = day
        case .reviewRequested: reviewRequested = day
        case .rechecked: rechecked = day
        case .certificateIssued(let number): certificate = number
        case .verifiedInVillage: verified = day
        case .noticePosted: notice = Notice(posted: day)
        case .noticeEnded(let isUpheld, _):
            notice?.ended = day
            notice?.isUpheld = isUpheld
        case .cardIssued(let number): card = number
        case .recordsOpened, .registerEntered, .waived: break
        }
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
    private mutating func beginDecision() {
        decisionReceived = nil
        reviewRequested = nil
    }
}

extension RecognitionEvent {
    /// The kind of act, as rules and the journal name it.
    var kind: ActKind {
        switch self {
        case .informed: .informed
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
        case .rechecked: .conditionsRechecked
        case .registerEntered: .registerEntered
        case .certificateIssued: .certificateIssued
        case .verifiedInVillage: .villageVerified
        case .noticePosted: .noticePosted
        case .noticeEnded: .noticeEnded
        case .cardIssued: .cardIssued
        case .waived: .waived
        }
    }

    /// What rules may test of the act.
    var fields: Act.Fields {
        switch self {
        case .noticeEnded(let isUpheld, _): [.upheld: isUpheld ? "yes" : "no"]
        case .refused(let reason), .waived(let reason): [.reason: reason]
        case .informed, .foundShort, .noticeGiven, .papersChecked, .itemsVerified, .accepted, .recognised,
            .recordsOpened, .decisionReceived, .reviewRequested, .rechecked, .registerEntered,
            .certificateIssued, .verifiedInVillage,
            .noticePosted, .cardIssued:
            [:]
        }
    }

    /// The level whose own act it is, whoever holds the case.
    var level: Level {
        switch self {
        case .verifiedInVillage, .noticePosted, .noticeEnded: .village
        case .reviewRequested: .district
        case .informed, .foundShort, .noticeGiven, .papersChecked, .itemsVerified, .accepted, .recognised,
            .refused, .recordsOpened,
            .decisionReceived, .rechecked, .registerEntered, .certificateIssued, .cardIssued, .waived:
            .town
        }
    }
}
