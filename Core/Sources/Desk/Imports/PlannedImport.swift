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
    /// Rounds that open with the file: the survey was held, and nobody had opened it here.
    public internal(set) var rounds: [SurveyRound] = []
    /// The district as it is, and what is said of it for each year whose rounds open.
    var district: Unit?
    var openings: [UnitEvent] = []
    /// The newest import when the planning began: another one since may have entered the same people.
    let after: BatchID

    init(after: BatchID) { self.after = after }

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
        case newEmployer(EmployerFacts, unit: UnitID)
        case knownEmployer(Employer)
        case newVacancy(PlannedVacancy)
    }
}

extension PlannedStep {
    /// The village into which a known person comes.
    fileprivate var destination: UnitID? {
        for case .moved(let village, _) in events { return village }
        return nil
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
    case employer(EmployerEvent)
}

extension Office {
    /// The newest import of all; 0 before the first.
    func newestBatch() async throws -> BatchID {
        try await store.batches(.district, after: nil, limit: 1).rows.first?.id ?? BatchID(0)
    }
}

extension ImportPlan {
    /// The villages, or for new villages the towns, that the plan writes to.
    var units: Set<UnitID> {
        Set(
            steps.compactMap { step in
                switch step.subject {
                case .new(_, let village, _, _): village
                case .known(let person): step.destination ?? person.village
                case .newUnit(.founded(_, let town, _, _)): town
                case .newUnit: nil
                case .knownUnit(let unit): unit.parent ?? unit.id
                case .newEmployer(_, let unit): unit
                case .knownEmployer(let employer): employer.unit
                case .newVacancy(let vacancy): vacancy.unit
                }
            })
    }

    /// Counts rows that were not even sound in themselves, so that nobody planned them.
    public mutating func addUnread(_ rows: Int) {
        counts.rows += rows
        counts.bad += rows
    }
}
