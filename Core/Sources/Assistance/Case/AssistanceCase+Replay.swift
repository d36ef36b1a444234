// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// The case as its journal leaves it, withdrawn acts left out; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<CaseEvent>], id: CaseID) {
        guard let first = journal.first, case .listed(let person, let village, let listing) = first.event
        else { return nil }
        self.init(listing: listing, person: person, village: village, id: id)
        let gone = Set(
            journal.compactMap { entry in
                if case .withdrawn(let act, _) = entry.event { act } else { nil }
            })
        for entry in journal.dropFirst() {
            if gone.contains(entry.id) {
                version += 1
            } else {
                apply(entry.event, act: entry.id, on: entry.occurred)
            }
        }
    }

    /// A case just opened, at version 1.
    public init(listing: Listing, person: PersonID, village: UnitID, id: CaseID) {
        self.id = id
        self.person = person
        self.village = village
        self.listing = listing
        ledgers = []
        visits = []
        recognition = Recognition()
        care = Care()
        version = 1
    }

    /// Takes one event in; history is never refused. A withdrawal needs the whole journal: replay then.
    public mutating func apply(_ event: CaseEvent, act: ActID, on day: Day) {
        switch event {
        case .listed, .escorted, .escortWaived, .withdrawn: break
        case .relisted(let new): listing = new
        case .classified(let new): visitClass = new.visitClass
        case .visited: visits.append(act)
        case .enteredInLedger(let entry): ledgers.append(entry)
        case .registrationReceived: registered = day
        case .relocated(let new): village = new
        case .recognition(let event): apply(event, act: act, on: day)
        case .aid(let event): care.apply(event, act: act, on: day)
        case .handover(let event): care.apply(event, act: act, on: day)
        case .plan(let event): care.apply(event, act: act, on: day)
        case .training(let event): care.apply(event)
        case .welfare(let event): care.apply(event, on: day)
        case .work(let event):
            care.apply(event, on: day)
            if case .registered(let registration) = event {
                recognition.endRegistration(registration.registrationEnd, on: day)
            }
        case .retention(let event): care.apply(event, act: act)
        case .duty(let event): care.apply(event)
        case .ended(let reason, let note):
            ended = Ending(reason: reason, note: note, on: day)
            if let end = reason.registrationEnd { recognition.endRegistration(end, on: day) }
        case .reopened(_, let level): reopen(at: level, on: day)
        }
        version += 1
    }

    private mutating func apply(_ event: RecognitionEvent, act: ActID, on day: Day) {
        recognition.apply(event, act: act, on: day)
        // Recognition starts the first round, which the village holds (spec/flow.md, "When a case opens").
        guard case .recognised = event, care.holder == nil else { return }
        care.holder = .village
        care.since = day
    }

    /// History stays; counts, owners and plans are those of the new round.
    private mutating func reopen(at level: Level?, on day: Day) {
        if let ended, recognition.hasLapsed == true { recognition.leave(ended) }
        ended = nil
        let helped = care.hasHelp ? care.helped ?? care.since : nil
        let wish = care.wish
        let past = care.roundsWithRecommendations
        care = Care(
            number: care.number + 1, holder: recognition.recognised == nil ? nil : level ?? .village)
        care.since = day
        care.helped = helped
        care.wish = wish
        care.past = past
    }
}
