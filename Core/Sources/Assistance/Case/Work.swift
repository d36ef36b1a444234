// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// How somebody works. Raw values are the storage format and the words of deadlines.yaml.
public enum JobForm: String, CaseIterable, Hashable, Sendable, Codable {
    case hired
    case ownBusiness = "own-business"
    case flexible, welfare
}

/// The work that somebody found.
public struct Job: Hashable, Sendable, Codable {
    public let form: JobForm
    public let employer: String
    public let post: String
    public let since: Day

    public init(form: JobForm, employer: String, post: String, since: Day) {
        self.form = form
        self.employer = employer
        self.post = post
        self.since = since
    }
}

/// 就业登记 with what 16.r3 asks for: person, type, place, time.
public struct WorkRegistration: Hashable, Sendable, Codable {
    public let job: Job
    /// 招聘备案, 就业登记 or 转移就业登记 with its number.
    public let number: String
    public let place: String
    /// Known to be unstable before the first follow-up (17.r2).
    public let isUnstable: Bool

    public init(job: Job, number: String, place: String, isUnstable: Bool) {
        self.job = job
        self.number = number
        self.place = place
        self.isUnstable = isUnstable
    }
}

/// What a follow-up judged (17.r2). Raw values are the storage format and the words of deadlines.yaml.
public enum Stability: String, CaseIterable, Hashable, Sendable, Codable {
    case stable, unstable
    /// 家庭十分困难，因家庭原因不稳定或须就近就业.
    case hardship
}

/// 回访记录 (17.w1, 17.r2).
public struct FollowUp: Hashable, Sendable, Codable {
    public let means: ContactMeans
    public let judged: Stability
    public let situation: String
    /// Yuan a month, where told.
    public let income: Int?
    public let isInsured: Bool?
    /// 政策落实情况.
    public let policies: String
    public let mood: Mood?
    /// A wish to leave (18.w1).
    public let wantsToLeave: Bool

    public init(
        means: ContactMeans, judged: Stability, situation: String, income: Int?, isInsured: Bool?,
        policies: String, mood: Mood?, wantsToLeave: Bool
    ) {
        self.means = means
        self.judged = judged
        self.situation = situation
        self.income = income
        self.isInsured = isInsured
        self.policies = policies
        self.mood = mood
        self.wantsToLeave = wantsToLeave
    }
}

/// From the job to staying in it (steps 16 and 17).
public enum WorkEvent: Hashable, Sendable, Codable {
    /// Job became known to a level (10.w4, 14.w4).
    case employed(Job, at: Level)
    /// Verified as working, as from three months of contributions (16.w2).
    case confirmed(Job, source: String)
    case notified(means: ContactMeans, words: String)
    case registered(WorkRegistration)
    case fileTransferred(note: String)
    case followedUp(FollowUp)
    case employerVisited(words: String)
    case founderVisited(words: String)
    case jobLost(reason: String)
}

/// Step 18.
public enum RetentionEvent: Hashable, Sendable, Codable {
    /// 发现稳岗问题: a wish to leave or a worsening mood, seen in any record (18.w1).
    case concernRaised(words: String)
    case guided(isGroup: Bool, words: String)
    case closed(result: String)
    /// The guidance stands in the case library (18.w2).
    case filed(of: ActID, words: String)
}

/// Steps 09 and 19.
public enum TrainingEvent: Hashable, Sendable, Codable {
    case enrolled(course: String, school: String)
    case trained(course: String, result: String)
    case needRegistered(trade: String, tier: String)
    case claimDateSet(Day)
    case claimPapersHanded(note: String)
}

/// Step 15 and L.08.
public enum WelfareEvent: Hashable, Sendable, Codable {
    case agreed(organisation: String, post: String, starts: Day)
    case started
    case appraised(period: String, result: String)
    case extended(reason: String)
    case ended(reason: String)
}

/// What concerns the duties themselves.
public enum DutyEvent: Hashable, Sendable, Codable {
    /// Away, in hospital, in prison, refused for now: with the day to look again.
    case suspended(until: Day, reason: String)
    case resumed(reason: String)
    /// One duty is let off, with who approved it.
    case waived(rule: String, anchor: ActID, period: String?, reason: String, approvedBy: String)
    case noted(words: String)
    /// 附件: the scan of a paper that belongs to the case (02.r4, 02.r5).
    case attached(Attachment)
}
