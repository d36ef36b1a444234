// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Job {
    /// The work in one line.
    public var line: String {
        CaseEvent.line("\(employer)　\(post)", ("", form.word), ("起始", since.iso))
    }
}

extension WorkEvent {
    var detail: String {
        switch self {
        case .employed(let job, _): job.line
        case .confirmed(let job, let source): CaseEvent.line(job.line, ("来源", source))
        case .notified(let means, let words): CaseEvent.line(means.word, ("", words))
        case .registered(let registration):
            CaseEvent.line(
                registration.job.line, ("编号", registration.number), ("地点", registration.place),
                ("", registration.isUnstable ? "已知不稳定" : ""))
        case .fileTransferred(let note): note
        case .followedUp(let followUp): followUp.line
        case .employerVisited(let words), .founderVisited(let words), .jobLost(let words): words
        }
    }
}

extension FollowUp {
    /// The follow-up in one line.
    public var line: String {
        CaseEvent.line(
            "\(means.word)，\(judged.word)", ("", situation),
            ("月收入", income.map { "\($0)元" } ?? ""),
            ("社会保险", isInsured.map { $0 ? "已缴" : "未缴" } ?? ""), ("政策落实", policies),
            ("情绪", mood?.word ?? ""), ("", wantsToLeave ? "有离职念头" : ""))
    }
}

extension RetentionEvent {
    var detail: String {
        switch self {
        case .concernRaised(let words): words
        case .guided(let isGroup, let words): CaseEvent.line(isGroup ? "集体指导" : "单独指导", ("", words))
        case .closed(let result): result
        case .filed(_, let words): words
        }
    }
}

extension TrainingEvent {
    var detail: String {
        switch self {
        case .enrolled(let course, let school): CaseEvent.line(course, ("学校", school))
        case .trained(let course, let result): CaseEvent.line(course, ("结果", result))
        case .needRegistered(let trade, let tier): CaseEvent.line(trade, ("等级", tier))
        case .claimDateSet(let day): day.iso
        case .claimPapersHanded(let note): note
        }
    }
}

extension WelfareEvent {
    var detail: String {
        switch self {
        case .agreed(let organisation, let post, let starts):
            CaseEvent.line("\(organisation)　\(post)", ("计划上岗", starts.iso))
        case .started: ""
        case .appraised(let period, let result): CaseEvent.line(period, ("考核", result))
        case .extended(let reason), .ended(let reason): reason
        }
    }
}

extension DutyEvent {
    var detail: String {
        switch self {
        case .suspended(let until, let reason): CaseEvent.line("到\(until.iso)再看", ("原因", reason))
        case .resumed(let reason): reason
        case .waived(_, _, _, let reason, let approvedBy): CaseEvent.line(reason, ("批准", approvedBy))
        case .noted(let words): words
        case .attached(let attachment): attachment.title
        }
    }
}
