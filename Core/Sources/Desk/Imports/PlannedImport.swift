// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// What a file would change: worked out whole before anything is written.
public struct ImportPlan: Sendable {
    public internal(set) var counts = ImportCounts()
    public internal(set) var faults: [RowFault] = []
    public internal(set) var differences: [RowDifference] = []
    var steps: [PlannedStep] = []
    var homes: [NewHome] = []

    init() {}

    /// Notes that a row is left out; a row with several faults counts once.
    mutating func leaveOut(_ found: [RowFault]) {
        counts.bad += 1
        faults += found
    }
}

/// What one row does.
struct PlannedStep: Sendable {
    let subject: Target
    /// What follows after being entered, or at once for somebody known.
    var events: [PlannedEvent]
    let day: Day

    enum Target: Sendable {
        case new(PersonFacts, village: UnitID, home: HomeRef, source: FactSource)
        case known(Person)
        case newUnit(UnitEvent)
        case knownUnit(Unit)
    }
}

/// An event that may wait for the number of a household or of the batch.
enum PlannedEvent: Sendable {
    case returned
    case moved(village: UnitID, home: HomeRef)
    case corrected(PersonFacts)
    /// The sheet's id is made from the batch where the file gives none.
    case surveyed(SurveyResponse, row: Int)
    case unit(UnitEvent)
}

extension ImportPlan {
    /// Counts rows that were not even sound in themselves, so that nobody planned them.
    public mutating func addUnread(_ rows: Int) {
        counts.rows += rows
        counts.bad += rows
    }
}
