// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 推荐结果 (L.04, spec/flow.md, rule 3). Raw values are the storage format.
public enum OutcomeCode: String, CaseIterable, Hashable, Sendable, Codable {
    case employed
    /// The post is gone or has changed: the post's reason.
    case postGone = "post-gone"
    /// The employer said no; whose reason it was is told beside it.
    case employerRejected = "employer-rejected"
    /// 面试未通过: the person's own reason.
    case failedInterview = "failed-interview"
    /// 未到场: the person's own reason, unless excused.
    case noShow = "no-show"
    case refusedWithoutCause = "refused-without-cause"
    /// Counts neither as own nor as a failure.
    case refusedWithCause = "refused-with-cause"
}

/// How a recommendation ended (05.w4, 10.r1, 14.r3).
public struct RecommendationOutcome: Hashable, Sendable, Codable {
    public let level: Level
    public let code: OutcomeCode
    /// Whether an employer's refusal lay with the person; asked for with that code alone.
    public let isPersonsReason: Bool
    /// Whether somebody who did not come had a good reason.
    public let isExcused: Bool
    public let words: String
    /// 面试后点评 (07.r2).
    public let comment: String
    /// The work found, with ``OutcomeCode/employed``.
    public let job: Job?

    public init(
        level: Level, code: OutcomeCode, isPersonsReason: Bool = false, isExcused: Bool = false,
        words: String = "", comment: String = "", job: Job? = nil
    ) {
        self.level = level
        self.code = code
        self.isPersonsReason = isPersonsReason
        self.isExcused = isExcused
        self.words = words
        self.comment = comment
        self.job = job
    }

    /// The work that ends the search; a job told beside any other code is none.
    var found: Job? { code == .employed ? job : nil }

    /// 未成功: ended without a job and counts towards the third (L.04).
    public var isFailure: Bool {
        switch code {
        case .employed, .refusedWithCause: false
        case .postGone, .employerRejected, .failedInterview, .noShow, .refusedWithoutCause: true
        }
    }

    /// 因本人原因: makes the hand-up due at once.
    public var isOwn: Bool {
        switch code {
        case .failedInterview, .refusedWithoutCause: true
        case .employerRejected: isPersonsReason
        case .noShow: !isExcused
        case .employed, .postGone, .refusedWithCause: false
        }
    }
}
