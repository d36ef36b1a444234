// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Care {
    mutating func apply(_ event: WorkEvent, on day: Day) {
        switch event {
        case .employed(let found, _), .confirmed(let found, _):
            job = found
            jobLost = nil
            helped = helped ?? day
        case .notified: notified = day
        case .registered(let registration):
            registered = registration
            registeredOn = day
            job = registration.job
            followUp = nil
        case .followedUp(let followUp):
            take(followUp, on: day)
            changeHired { $0.check(followUp.judged, on: day) }
        case .jobLost:
            job = nil
            registered = nil
            registeredOn = nil
            notified = nil
            followUp = nil
            concern = nil
            jobLost = day
            changeHired { $0.left = day }
        case .fileTransferred, .employerVisited, .founderVisited: break
        }
    }

    /// Those recommended into the present job.
    private mutating func changeHired(_ body: (inout LiveRecommendation) -> Void) {
        for place in recommendations.indices where recommendations[place].isInWork {
            body(&recommendations[place])
        }
    }

    private mutating func take(_ new: FollowUp, on day: Day) {
        mood = new.mood ?? mood
        if followUp == nil {
            followUp = FollowUpState(new.judged, on: day)
        } else {
            followUp?.take(new.judged, on: day)
        }
    }

    mutating func apply(_ event: RetentionEvent, act: ActID) {
        switch event {
        case .concernRaised: concern = act
        case .guided: retentionGuided.append(act)
        case .closed: concern = nil
        case .filed(let guided, _): retentionGuided.removeAll { $0 == guided }
        }
    }

    mutating func apply(_ event: TrainingEvent) {
        switch event {
        case .trained: isTrained = true
        case .enrolled, .needRegistered, .claimDateSet, .claimPapersHanded: break
        }
    }

    mutating func apply(_ event: WelfareEvent, on day: Day) {
        switch event {
        case .agreed(let organisation, let post, let starts):
            welfare = WelfarePlacement(organisation: organisation, post: post, starts: starts)
        case .started: welfare?.started = day
        case .ended: welfare = nil
        case .appraised, .extended: break
        }
    }

    mutating func apply(_ event: DutyEvent) {
        switch event {
        case .suspended(let until, _): pausedUntil = until
        case .resumed: pausedUntil = nil
        case .waived, .noted, .attached: break
        }
    }
}
