// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// L.02: whoever received a decision may ask the district for a review while the window is open; the district
    /// answers once, with words.
    func obstacleToReviewing(_ event: RecognitionEvent, _ given: Given) -> Obstacle? {
        switch event {
        case .decisionReceived: obstacleToReceiving
        case .reviewRequested(let note): obstacleToRequesting(note, given)
        case .reviewDecided(let outcome, _, let words): obstacleToReviewDecision(outcome, words)
        case .reviewTold:
            if let review = recognition.review {
                review.told == nil ? nil : .alreadyDone(.reviewTold)
            } else {
                .noReview
            }
        case _: nil
        }
    }

    private var hasDecision: Bool { recognition.recognised != nil || recognition.refused != nil }

    private var obstacleToReceiving: Obstacle? {
        guard hasDecision else { return .noDecision }
        return recognition.decisionReceived == nil ? nil : .alreadyDone(.decisionReceived)
    }

    private func obstacleToRequesting(_ note: String, _ given: Given) -> Obstacle? {
        guard let received = recognition.decisionReceived else { return .noDecision }
        if recognition.reviewRequested != nil { return .alreadyDone(.reviewRequested) }
        if let last = given.numbers.review?.last(from: received), given.day > last {
            return .reviewLapsed(received: received, last: last)
        }
        return note.isEmpty ? .wordsMissing(.reviewRequested, what: .reason) : nil
    }

    private func obstacleToReviewDecision(_ outcome: ReviewOutcome, _ words: String) -> Obstacle? {
        guard recognition.reviewRequested != nil else { return .noReview }
        if recognition.review != nil { return .alreadyDone(.reviewDecided) }
        if let day = recognition.recognised, outcome != .upheld { return .alreadyRecognised(on: day) }
        return words.isEmpty ? .wordsMissing(.reviewDecided, what: .words) : nil
    }
}
