// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

private typealias Random = ObligationsRandom

extension ObligationsRandom {
    /// A journal of step 01 with up to 20 acts between January 2026 and March 2027, entered up to ten days late.
    fileprivate mutating func journal() throws -> Journal {
        let first = try Sample.day("2026-01-01")
        let count = Int.random(in: 1...20, using: &self)
        return Journal(
            acts: (1...count).map { id in
                let day = first.adding(days: Int.random(in: 0..<450, using: &self))
                return act(id, on: day, entered: day.adding(days: Int.random(in: 0..<10, using: &self)))
            })
    }

    fileprivate mutating func act(_ id: Int, on day: Day, entered: Day) -> Act {
        let number = String(Int.random(in: 1...4, using: &self))
        let yes = Bool.random(using: &self) ? "yes" : "no"
        let kinds: [(ActKind, Act.Fields)] = [
            (.classified, [.visitClass: number]), (.visited, [:]), (.visited, [:]),
            (.surveyed, [.accepted: yes]), (.inLedger, [.able: "yes", .willing: yes]),
            (.registrationReceived, [:]), (.surveyOpened, [:]), (.ledgerSubmitted, [.missing: "0"]),
            (.caseClosed, [:]), (.caseReopened, [:]), (.suspended, [:]), (.resumed, [:]),
        ]
        let (kind, fields) = kinds[Int.random(in: 0..<kinds.count, using: &self)]
        return Act(
            id: ActID(id), kind: kind, occurred: day, recorded: Instant(startOf: entered), fields: fields)
    }
}

@Suite("What holds for every journal · research 6 · 01.r1 01.w2 01.w4 01.r4")
struct ObligationsPropertyTests {
    private static let horizon = Day(daysSince1970: 20_880)
    private static let seed = UInt64.random(in: 1...1_000_000)

    private func derive(_ journal: Journal, _ calendar: WorkCalendar = Sample.calendar) -> [Obligation] {
        obligations(of: journal, under: Sample.step01, calendar: calendar, through: Self.horizon)
    }

    /// Runs a claim on 300 journals; the seed of a failure is printed with it.
    private func holds(_ claim: (Journal, inout Random) throws -> Bool) throws {
        for number in 0..<300 {
            let seed = Self.seed + UInt64(number)
            var random = Random(state: seed)
            let journal = try random.journal()
            #expect(try claim(journal, &random), "seed \(seed)")
        }
    }

    @Test func `evaluating twice is equal, and ids are unique`() throws {
        try holds { journal, _ in
            let found = derive(journal)
            return found == derive(journal) && Set(found.map(\.id)).count == found.count
        }
    }

    /// Acts are named by their ids, so the order of the list says nothing.
    @Test func `the order in which acts are listed is irrelevant`() throws {
        try holds { journal, random in
            derive(Journal(acts: journal.acts.shuffled(using: &random))) == derive(journal)
        }
    }

    /// Two acts of one day that concern different rules may be entered in either order.
    @Test func `the order of entry of unrelated acts of one day is irrelevant`() throws {
        let lines = [
            "2026-03-02 in-ledger able=yes willing=yes", "2026-03-02 visited",
            "2026-03-02 surveyed accepted=yes",
        ]
        let reference = Set(try Sample.found(lines).map(withoutIDs))
        #expect(reference.count == 2)
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(Set(try Sample.found(order.map { lines[$0] }).map(withoutIDs)) == reference)
        }
    }

    private func withoutIDs(_ obligation: Obligation) -> String {
        "\(obligation.rule) \(obligation.due) \(obligation.metOn?.iso ?? "-") \(obligation.have)"
    }

    @Test func `an unrelated act changes nothing`() throws {
        try holds { journal, random in
            let day = journal.acts[0].occurred.adding(days: Int.random(in: -30..<30, using: &random))
            let noted = Act(id: ActID(journal.acts.count + 1), kind: .noted, occurred: day)
            return derive(Journal(acts: journal.acts + [noted])) == derive(journal)
        }
    }

    @Test func `an act withdrawn is as never done, and added again it is as before`() throws {
        try holds { journal, random in
            guard let act = journal.acts.randomElement(using: &random) else { return true }
            let next = ActID(journal.acts.count + 1)
            let taken = Act(id: next, kind: .withdrawn, occurred: act.occurred, withdraws: act.id)
            let back = Act(
                id: ActID(next.number + 1), kind: .withdrawn, occurred: act.occurred, withdraws: next)
            return derive(Journal(acts: journal.acts + [taken]))
                == derive(Journal(acts: journal.acts.filter { $0.id != act.id }))
                && derive(Journal(acts: journal.acts + [taken, back])) == derive(journal)
        }
    }

    /// Done again under a new number: the same duties on the same days.
    @Test func `an act withdrawn and entered anew gives the same days and states`() throws {
        try holds { journal, random in
            guard let act = journal.acts.randomElement(using: &random), isAlone(act, in: journal) else {
                return true
            }
            let next = journal.acts.count + 1
            let taken = Act(id: ActID(next), kind: .withdrawn, occurred: act.occurred, withdraws: act.id)
            let again = Act(
                id: ActID(next + 1), kind: act.kind, occurred: act.occurred, recorded: act.recorded,
                fields: act.fields)
            let anew = derive(Journal(acts: journal.acts + [taken, again])).map(withoutIDs)
            return anew.sorted() == derive(journal).map(withoutIDs).sorted()
        }
    }

    private func isAlone(_ act: Act, in journal: Journal) -> Bool {
        journal.acts.filter { $0.occurred == act.occurred }.count == 1
    }

    @Test(arguments: [
        "survey-opened", "surveyed accepted=no", "in-ledger able=yes willing=yes", "classified class=3",
    ])
    func `due days never go back when the start goes on`(start: String) throws {
        var last = Day.earliest
        for offset in 0..<800 {
            let day = try Sample.day("2025-12-01").adding(days: offset)
            let first = try #require(
                Sample.found(["\(day) \(start)"], through: day.adding(days: 60).iso).first)
            #expect(first.due >= last, "start \(day)")
            #expect(first.due >= day)
            last = first.due
        }
    }

    /// The calendar of 2027 is loaded when everything is over; whatever was met stays so.
    @Test func `loading a year later never turns met into met late`() throws {
        try holds { journal, random in
            let work = (0..<8).compactMap { _ in
                let day = Day(year: 2027, month: 1, day: 1)?.adding(
                    days: Int.random(in: 0..<90, using: &random))
                return day?.weekday.isWeekend == true ? day?.iso : nil
            }
            let off = (0..<4).compactMap { _ in
                Day(year: 2027, month: 1, day: 1)?.adding(days: Int.random(in: 0..<90, using: &random)).iso
            }
            let news = Sample.year(
                2027, published: Bool.random(using: &random) ? nil : "2027-12-01",
                off: off.map { ($0, 1) }, work: work)
            let later = derive(
                journal, WorkCalendar(years: Array(Sample.calendar.years.values) + [news]))
            let before = derive(journal)
            let states = Dictionary(uniqueKeysWithValues: later.map { ($0.id, $0.standing(on: .latest)) })
            return before.count == later.count
                && before.allSatisfy { $0.standing(on: .latest) != .met || states[$0.id] == .met }
        }
    }

    /// A duty is in one state on each day, and once settled it stays settled.
    @Test func `what is settled stays settled`() throws {
        try holds { journal, _ in
            derive(journal).allSatisfy { obligation in
                var settled: Standing?
                for offset in stride(from: 0, to: 600, by: 7) {
                    let day = Day(daysSince1970: 20_454 + offset)
                    let state = obligation.standing(on: day)
                    if let settled, settled != state { return false }
                    if !state.isPending, state != .suspended { settled = state }
                }
                return true
            }
        }
    }
}
