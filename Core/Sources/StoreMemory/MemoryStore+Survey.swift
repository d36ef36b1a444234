// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: SurveyStore {
    public func round(_ id: RoundID) async throws -> SurveyRound? { read { $0.rounds[id] } }

    public func round(of village: UnitID, year: Int) async throws -> SurveyRound? {
        read { $0.round(of: village, year: year) }
    }

    public func surveyCounts(_ scope: Scope, year: Int, on day: Day) async throws -> [SurveyCount] {
        read { state in
            let villages = state.units.values.filter {
                $0.level == .village && $0.exists(on: day) && state.contains($0.id, scope)
            }
            let rolls = Dictionary(grouping: state.people.values.filter { $0.counts(on: day) }, by: \.village)
            return villages.sorted { ($0.code ?? "~", $0.id) < ($1.code ?? "~", $1.id) }
                .map { state.count(of: $0.id, year: year, roll: rolls[$0.id] ?? []) }
        }
    }

    public func roll(
        of round: RoundID, part: RollPart, on day: Day, after: Cursor?, limit: Int
    ) async throws -> Slice<PersonRow> {
        read { state in
            guard let round = state.rounds[round] else { return Slice(rows: [], next: nil) }
            let people = state.people.values.filter {
                $0.village == round.village && $0.counts(on: day)
                    && state.part(of: $0, year: round.year) == part
            }
            return state.lines(of: people, after: after, limit: limit)
        }
    }

    public func place(ofSheet sheet: String) async throws -> SheetPlace? { read { $0.sheets[sheet] } }

    public func save(_ draft: SheetDraft) async throws { write { $0.drafts[draft.sheet] = draft } }

    public func draft(_ sheet: String) async throws -> SheetDraft? { read { $0.drafts[sheet] } }

    public func drafts(of account: AccountID) async throws -> [SheetDraft] {
        read { state in
            state.drafts.values.filter { $0.account == account }.sorted {
                ($0.interviewed, $0.sheet) < ($1.interviewed, $1.sheet)
            }
        }
    }

    public func discardDraft(_ sheet: String) async throws { write { $0.drafts[sheet] = nil } }
}

extension Person {
    /// On the roll and of working age: one of those whom a survey must not miss.
    fileprivate func counts(on day: Day) -> Bool { isOnRoll && facts.workingSpan().contains(day) }
}

extension MemoryState {
    func round(of village: UnitID, year: Int) -> SurveyRound? {
        rounds.values.filter { $0.village == village && $0.year == year }.min { $0.id < $1.id }
    }

    /// Where a person stands in the survey of a year, in whichever village they were asked.
    func part(of person: Person, year: Int) -> RollPart {
        guard let standing = person.survey, rounds[standing.round]?.year == year else { return .missing }
        return standing.state == .surveyed ? .surveyed : .excused
    }

    func count(of village: UnitID, year: Int, roll: [Person]) -> SurveyCount {
        let parts = Dictionary(grouping: roll) { part(of: $0, year: year) }
        let surveyed = parts[.surveyed] ?? []
        return SurveyCount(
            village: village, round: round(of: village, year: year), roll: roll.count,
            surveyed: surveyed.count, excused: parts[.excused]?.count ?? 0,
            enteredLate: surveyed.count(where: wasEnteredLate))
    }

    /// Whether the sheet that counts came into the system after the last day of 01.w2.
    private func wasEnteredLate(_ person: Person) -> Bool {
        guard let act = person.survey?.act else { return false }
        let duties = self.duties[.person(person.id)]?.obligations ?? []
        return duties.contains { duty in
            duty.clause == "01.w2" && duty.anchor == act && duty.enteredOn.map { $0 > duty.due } ?? false
        }
    }
}
