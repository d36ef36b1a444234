// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 劳动力: a labourer of the district, as the journal leaves them.
public struct Person: Hashable, Sendable, Codable, Identifiable {
    public let id: PersonID
    public var village: UnitID
    public var household: HouseholdID
    public var facts: PersonFacts
    public var presence: Presence
    public var declarations: [Declaration]
    public var survey: SurveyStanding?
    /// Duplicates that were merged into this person.
    public var absorbed: [PersonID]
    /// How many acts the journal of this person holds; a writer names it, so that stale pages lose.
    public var version: Int

    /// Whether somebody is on the live roll.
    public enum Presence: Hashable, Sendable, Codable {
        case onRoll
        case left(DepartureReason, on: Day)
        case merged(into: PersonID)
    }

    /// Where the person stands in the newest round that touched them.
    public struct SurveyStanding: Hashable, Sendable, Codable {
        public let round: RoundID
        public let state: State
        /// The act that says so.
        public let act: ActID
        public let on: Day
        /// Which sheet of the round it is, 1 for the first; 0 where there is none.
        public let edition: Int

        /// Raw values are the storage format.
        public enum State: String, Hashable, Sendable, Codable { case surveyed, excused }

        public init(round: RoundID, state: State, act: ActID, on: Day, edition: Int) {
            self.round = round
            self.state = state
            self.act = act
            self.on = on
            self.edition = edition
        }
    }

    public var isOnRoll: Bool { presence == .onRoll }
}

extension Person {
    /// The person as their journal leaves them; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<PersonEvent>], id: PersonID) {
        guard let first = journal.first,
            case .entered(let facts, let village, let household, _) = first.event
        else { return nil }
        self.init(entering: facts, id: id, village: village, household: household)
        for recorded in journal.dropFirst() { apply(recorded.event, act: recorded.id, on: recorded.occurred) }
    }

    /// A person just entered on the roll, at version 1.
    public init(entering facts: PersonFacts, id: PersonID, village: UnitID, household: HouseholdID) {
        self.id = id
        self.village = village
        self.household = household
        self.facts = facts
        presence = .onRoll
        declarations = []
        absorbed = []
        version = 1
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: PersonEvent, act: ActID, on day: Day) {
        switch event {
        case .entered: break
        case .corrected(let new, _, _): facts = new
        case .moved(let village, let household, _):
            self.village = village
            self.household = household
        case .left(let reason, _): presence = .left(reason, on: day)
        case .returned, .unmerged: presence = .onRoll
        case .surveyed(let response):
            facts = response.facts
            survey = SurveyStanding(
                round: response.round, state: .surveyed, act: act, on: day, edition: response.edition)
        case .sheetWithdrawn(_, let before, let standing, _):
            facts = before
            survey = standing
        case .excused(let excuse):
            survey = SurveyStanding(round: excuse.round, state: .excused, act: act, on: day, edition: 0)
        case .declared(let declaration):
            declarations.removeAll { $0.category == declaration.category }
            declarations.append(declaration)
        case .declarationWithdrawn(let category, _): declarations.removeAll { $0.category == category }
        case .merged(let target, _): presence = .merged(into: target)
        case .absorbed(let other): absorbed.append(other)
        case .released(let other): absorbed.removeAll { $0 == other }
        }
        version += 1
    }
}
