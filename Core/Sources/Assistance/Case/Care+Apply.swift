// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Care {
    mutating func apply(_ event: AidEvent, act: ActID, on day: Day) {
        if event.isHelp { helped = helped ?? day }
        switch event {
        case .ownerAssigned(let assignment): assign(assignment)
        case .contacted(let contact): take(contact, on: day)
        case .recommended(let recommendation):
            recommendations.append(LiveRecommendation(act: act, on: day, recommendation: recommendation))
        case .interviewSet(let of, let interview):
            change(of) { $0.interview = interview }
        case .recommendationMoved(let of, let progress):
            change(of) { $0.take(progress.step, on: day) }
        case .recommendationEnded(let of, let outcome):
            change(of) {
                $0.outcome = outcome
                $0.ended = day
            }
            if outcome.isFailure { kept = nil }
        case .agreementSigned, .agreementRefused: isAgreementSettled = true
        case .townUnsolved:
            unsolved = act
            kept = nil
        case .analysed: analysis = act
        case .wishTold(_, let told): wish = told
        case .guided, .vacancyTold, .assessed, .tested: break
        }
    }

    private mutating func assign(_ assignment: Assignment) {
        assignments.removeAll { $0.level == assignment.level }
        assignments.append(assignment)
        // An agreement is between the person and one specialist.
        guard assignment.level == .town else { return }
        isAgreementSettled = false
        metSpecialist = nil
    }

    private mutating func take(_ contact: Contact, on day: Day) {
        mood = contact.mood ?? mood
        guard contact.wasReached else { return }
        if contact.level == .town, assignment(at: .town)?.isInterim == false {
            metSpecialist = metSpecialist ?? day
        }
        guard let place = contacts.firstIndex(where: { $0.level == contact.level }) else {
            contacts.append(LevelContacts(level: contact.level, count: 1, last: day))
            return
        }
        contacts[place].count += 1
        contacts[place].last = max(contacts[place].last, day)
    }

    private mutating func change(_ act: ActID, _ body: (inout LiveRecommendation) -> Void) {
        guard let place = recommendations.firstIndex(where: { $0.act == act }) else { return }
        body(&recommendations[place])
    }

    mutating func apply(_ event: HandoverEvent, act: ActID, on day: Day) {
        switch event {
        case .handedUp(let handUp):
            self.handUp = handUp
            holder = handUp.to
            since = day
            kept = nil
        case .received(_, let interim):
            handUp = nil
            // No act of the level lies before it received the case.
            since = day
            assign(interim)
        case .handedBack(let from, let to, _):
            handUp = nil
            holder = to
            since = day
            // Whoever helped above no longer does; what a meeting settled there is of that stay.
            assignments.removeAll { $0.level == from }
            unsolved = nil
            kept = nil
            from == .district ? leaveDistrict() : leaveTown()
        case .panelMet: panel = act
        case .handedToWelfare: handedToWelfare = act
        case .consulted: consulted = act
        case .kept: kept = act
        case .fileUploaded: break
        }
    }

    private mutating func leaveDistrict() {
        panel = nil
        analysis = nil
        handedToWelfare = nil
        welfare = nil
    }

    private mutating func leaveTown() {
        consulted = nil
        metSpecialist = nil
        isAgreementSettled = false
    }

    mutating func apply(_ event: PlanEvent, act: ActID, on day: Day) {
        switch event {
        case .adopted(let plan):
            helped = helped ?? day
            let before = self.plan(plan.kind)?.version ?? 0
            plans.removeAll { $0.plan.kind == plan.kind }
            plans.append(LivePlan(plan: plan, adopted: act, on: day, version: before + 1))
        case .progressed(let kind, _): changePlan(kind) { $0.progressed = day }
        case .ended(let kind, _): plans.removeAll { $0.plan.kind == kind }
        case .itemSet(let kind, let item):
            changePlan(kind) { $0.items.append(LiveItem(act: act, words: item.words, by: item.by)) }
        case .itemDone(let kind, let of, _): changeItem(kind, of) { $0.done = day }
        case .itemMoved(let kind, let of, let to, _): changeItem(kind, of) { $0.by = to }
        }
    }

    private mutating func changePlan(_ kind: PlanKind, _ body: (inout LivePlan) -> Void) {
        guard let place = plans.lastIndex(where: { $0.plan.kind == kind }) else { return }
        body(&plans[place])
    }

    private mutating func changeItem(_ kind: PlanKind, _ act: ActID, _ body: (inout LiveItem) -> Void) {
        changePlan(kind) { plan in
            guard let place = plan.items.firstIndex(where: { $0.act == act }) else { return }
            body(&plan.items[place])
        }
    }
}

extension AidEvent {
    /// Whether something was done for the person (00.goal, 帮扶): not an assignment, not a try.
    fileprivate var isHelp: Bool {
        switch self {
        case .contacted(let contact): contact.wasReached
        case .guided, .vacancyTold, .recommended, .assessed, .tested: true
        case .ownerAssigned, .wishTold, .interviewSet, .recommendationMoved, .recommendationEnded,
            .agreementSigned, .agreementRefused,
            .townUnsolved, .analysed:
            false
        }
    }
}
