// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// 02.w3: posted after the village's verification; objections inside the notice, each answered before it may
    /// end; the card only after a notice without an upheld one.
    func obstacleToPublishing(_ event: RecognitionEvent, _ given: Given) -> Obstacle? {
        switch event {
        case .noticePosted: obstacleToNotice
        case .objectionReceived(let objection): obstacleToObjecting(objection.words, given)
        case .objectionSettled(let act, _, let words): obstacleToSettling(act, words)
        case .reportReceived(let report): obstacleToReporting(report.words, given)
        case .noticeEnded(let isUpheld, _): obstacleToEndingNotice(isUpheld, given)
        case .cardIssued(let number):
            obstacleToCard ?? (number.isEmpty ? .wordsMissing(.cardIssued, what: .number) : nil)
        case _: nil
        }
    }

    private var obstacleToNotice: Obstacle? {
        if let obstacle = needsRecognition { return obstacle }
        if let notice = recognition.notice, notice.ended == nil {
            return .noticeRunning(since: notice.posted)
        }
        return recognition.verified == nil ? .notVerified : nil
    }

    /// The day after which an objection comes too late: the notice's last, or that of its end.
    private func lastForObjections(_ notice: PublicNotice, _ given: Given) -> Day {
        notice.last(days: given.numbers.noticeDays)
    }

    private func obstacleToObjecting(_ words: String, _ given: Given) -> Obstacle? {
        guard let notice = recognition.notice else { return .noNotice }
        let last = lastForObjections(notice, given)
        if notice.ended != nil || given.day > last { return .noticeOver(on: last) }
        return words.isEmpty ? .wordsMissing(.objectionReceived, what: .words) : nil
    }

    private func obstacleToSettling(_ act: ActID, _ words: String) -> Obstacle? {
        guard let notice = recognition.notice, notice.open.contains(where: { $0.act == act }) else {
            return .noOpenObjection
        }
        return words.isEmpty ? .wordsMissing(.objectionSettled, what: .reason) : nil
    }

    private func obstacleToReporting(_ words: String, _ given: Given) -> Obstacle? {
        guard let notice = recognition.notice else { return .noNotice }
        let last = lastForObjections(notice, given)
        if notice.ended == nil, given.day <= last { return .noticeRunning(since: notice.posted) }
        return words.isEmpty ? .wordsMissing(.reportReceived, what: .words) : nil
    }

    private func obstacleToEndingNotice(_ isUpheld: Bool, _ given: Given) -> Obstacle? {
        guard let notice = recognition.notice, notice.ended == nil else { return .noNotice }
        // The day of the posting does not count (spec/flow.md, counting days).
        let last = notice.last(days: given.numbers.noticeDays)
        if given.day < last { return .notBefore(last) }
        if !notice.open.isEmpty { return .objectionsOpen(count: notice.open.count) }
        if isUpheld == notice.hasUpheld { return nil }
        return isUpheld ? .noUpheldObjection : .noticeUpheld
    }

    private var obstacleToCard: Obstacle? {
        if let obstacle = needsRecognition { return obstacle }
        guard let notice = recognition.notice else { return .noNotice }
        guard notice.ended != nil else { return .noticeRunning(since: notice.posted) }
        if notice.isUpheld { return .noticeUpheld }
        return recognition.card.isEmpty ? nil : .alreadyDone(.cardIssued)
    }
}
