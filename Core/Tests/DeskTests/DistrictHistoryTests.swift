// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing

/// Judges no password and keeps none.
private struct OpenKeeper: PasswordKeeper {
    func hash(_ password: String) async throws -> String { "hash of \(password.count)" }
    func verify(_ password: String, against stored: String?) async -> Bool { stored != nil }
    func faults(in password: String, login: String) -> [PasswordFault] { [] }
    func firstPassword() -> String { "first" }
    func token() -> String { "token" }
    func digest(of token: String) -> String { token }
}

/// A made-up district in a store of its own.
private struct Filled {
    let store = MemoryStore()
    let made: DemoMaker.Made

    init(people: Int, seed: UInt64 = 595, today: Day = Sample.day(2026, 6, 10)) async throws {
        made = try await DemoMaker.fill(
            store: store, pack: Sample.pack, keeper: OpenKeeper(), people: people, seed: seed, today: today)
    }

    func histories() async throws -> [[HistoryEntry]] {
        var found: [[HistoryEntry]] = []
        for kind in [SubjectKind.person, .household, .assistanceCase, .round, .unit, .account, .batch] {
            let last = try await store.allocate(kind, count: 1)
            for number in 1..<last {
                found.append(try await store.history(of: Subject(kind: kind, number: number)))
            }
        }
        return found
    }
}

@Suite("A made-up district: its year of work")
struct DistrictHistoryTests {
    /// Four villages, one of each pace, made once for all tests that only look.
    private static let four = Task { try await Filled(people: 2_300) }

    @Test func `the same people, seed and day give the same journal, act for act`() async throws {
        let first = try await Filled(people: 250).histories()
        let second = try await Filled(people: 250).histories()
        #expect(first == second)
        #expect(first != (try await Filled(people: 250, seed: 596).histories()))
    }

    @Test func `every row equals the replay of its journal`() async throws {
        let filled = try await Self.four.value
        let store = filled.store
        for number in 1...2_300 {
            let id = PersonID(number)
            let events = try await store.history(of: .person(id)).personEvents
            let person = try await store.person(id)
            #expect(person == Person(replaying: events, id: id))
            guard let found = try await store.newestCase(of: id) else { continue }
            let acts = try await store.history(of: .assistanceCase(found.id)).caseEvents
            #expect(found == AssistanceCase(replaying: acts, id: found.id))
        }
        let village = try #require(try await store.units().first { $0.level == .village })
        let round = try #require(try await store.round(of: village.id, year: 2026))
        let acts = try await store.history(of: .round(round.id)).compactMap {
            entry -> Recorded<RoundEvent>? in
            guard case .round(let event) = entry.event else { return nil }
            return Recorded(
                id: entry.id, occurred: entry.occurred, recorded: entry.recorded, by: entry.by, event: event)
        }
        #expect(round == SurveyRound(replaying: acts, id: round.id))
    }

    @Test func `the duties kept are those that the journal owes today`() async throws {
        let filled = try await Self.four.value
        let horizon = filled.made.days.today.adding(days: Office.horizonDays)
        var count = 0
        for subject in try await filled.store.dutySubjects(after: nil, limit: 100_000) {
            let owed = obligations(
                of: try await filled.store.journal(of: subject), under: Sample.rules,
                calendar: Sample.calendar,
                through: horizon)
            #expect(Set(try await filled.store.duties(of: subject)) == Set(owed))
            count += owed.count
        }
        #expect(count > 2_000)
    }

    @Test func `there is work of every kind, and nothing happened after the day that is shown`() async throws
    {
        let filled = try await Self.four.value
        let (store, today) = (filled.store, filled.made.days.today)
        let counts = try await store.surveyCounts(.district, year: 2026, on: today)
        #expect(counts.contains { $0.missing == 0 } && counts.contains { $0.missing > 0 })
        #expect(counts.contains { $0.excused > 0 } && counts.contains { $0.enteredLate > 0 })
        let classes = try await store.ledgerCounts(.district).flatMap(\.byClass.keys)
        #expect(Set(classes) == Set(VisitClass.allCases))
        let work = try await store.workCount(
            WorkQuery(scope: .district, owners: [.village, .town, .district]), today: today)
        #expect(work.overdue > 0 && work.all > work.overdue)
        for history in try await filled.histories() {
            for entry in history { #expect(entry.occurred <= today && entry.recorded.day <= today) }
        }
    }

    @Test func `a store that holds anything is left alone`() async throws {
        let filled = try await Filled(people: 5)
        await #expect(throws: DemoMaker.StoreInUse.self) {
            try await DemoMaker.fill(
                store: filled.store, pack: Sample.pack, keeper: OpenKeeper(), people: 5, seed: 1,
                today: Sample.today)
        }
    }

    @Test(arguments: [(2026, 1, 3), (2026, 2, 20), (2026, 3, 2), (2026, 11, 23), (2027, 1, 1)])
    func `whatever the day, the year's round lies a month behind it at least`(year: Int, month: Int, day: Int)
    {
        let today = Sample.day(year, month, day)
        let days = DistrictDays(today: today, calendar: Sample.calendar)
        #expect(days.founded < days.imported && days.imported < days.opened && days.monthEnd <= today)
        #expect((1...3).contains(days.opened.month))
    }
}
