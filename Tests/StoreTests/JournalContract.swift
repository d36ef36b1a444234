// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

/// Every driver answers these the same way.
@Suite("日志 journal: one writer after the other, once and whole")
struct JournalContract {
    @Test(arguments: Driver.allCases)
    func `the second of two writers is told to reload`(driver: Driver) async throws {
        let store = try await driver.filled()
        let person = Sample.wangXiulan.person(in: Sample.household(of: Sample.wangXiulan))
        _ = try await store.commit(Changes.acting(.left(.movedOut, note: ""), on: person))
        await #expect(throws: StoreFailure.conflict(.person(person.id))) {
            try await store.commit(Changes.acting(.left(.died, note: ""), on: person))
        }
        #expect(try await store.history(of: .person(person.id)).count == 2)
        #expect(try await store.person(person.id)?.presence == .left(.movedOut, on: Sample.today))
    }

    @Test(arguments: Driver.allCases)
    func `an act that leaves a gap is refused like one that is taken`(driver: Driver) async throws {
        let store = try await driver.filled()
        var change = Changes.blank(.person(Sample.wangXiulan.id))
        change.append(
            .person(.left(.died, note: "")), to: .person(Sample.wangXiulan.id), after: 4, on: Sample.today)
        await #expect(throws: StoreFailure.conflict(.person(Sample.wangXiulan.id))) {
            try await store.commit(change)
        }
    }

    @Test(arguments: Driver.allCases)
    func `a form sent twice is answered twice and written once`(driver: Driver) async throws {
        let store = try await driver.filled()
        let first = Changes.entering(900, "吴新", in: Sample.shaling, once: "token")
        #expect(try await store.commit(first) == Receipt(subject: .person(PersonID(900)), isRepeat: false))
        let again = Changes.entering(901, "吴新", in: Sample.shaling, once: "token")
        #expect(try await store.commit(again) == Receipt(subject: .person(PersonID(900)), isRepeat: true))
        #expect(try await store.person(PersonID(901)) == nil)
    }

    @Test(arguments: Driver.allCases)
    func `a change that fails halfway leaves nothing, not even its token`(driver: Driver) async throws {
        let store = try await driver.filled()
        let taken = Changes.entering(Sample.liJianguo.id.number, "吴新", in: Sample.shaling)
        var change = Changes.entering(902, "吴新", in: Sample.shaling, once: "half")
        change.acts += taken.acts
        change.audit.append(
            AuditNote(at: Changes.now, by: .system, action: .act, subject: nil, detail: "half"))
        let half = change
        await #expect(throws: StoreFailure.conflict(.person(Sample.liJianguo.id))) {
            try await store.commit(half)
        }
        #expect(try await store.person(PersonID(902)) == nil)
        #expect(try await store.history(of: .person(PersonID(902))).isEmpty)
        #expect(try await store.audit(of: nil, after: nil, limit: 10).rows.isEmpty)
        let whole = Changes.entering(902, "吴新", in: Sample.shaling, once: "half")
        #expect(try await store.commit(whole).isRepeat == false)
    }

    @Test(arguments: Driver.allCases)
    func `of many at once each is answered for itself`(driver: Driver) async throws {
        let store = try await driver.filled()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                // Three want each number; one gets it.
                let change = Changes.entering(1000 + number / 3, "吴新", in: Sample.shaling)
                group.addTask { (try? await store.commit(change)) != nil }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 20)
        for number in 1000..<1020 { #expect(try await store.person(PersonID(number)) != nil) }
    }

    @Test(arguments: Driver.allCases)
    func `an import is all or nothing`(driver: Driver) async throws {
        let store = try await driver.filled()
        let good = (0..<3000).map { Changes.entering(2000 + $0, "吴\($0)", in: Sample.hongsi) }
        let bad = Changes.entering(Sample.liJianguo.id.number, "吴新", in: Sample.hongsi)
        await #expect(throws: StoreFailure.conflict(.person(Sample.liJianguo.id))) {
            try await store.commitAll(good + [bad])
        }
        #expect(try await store.person(PersonID(2000)) == nil)
        try await store.commitAll(good)
        #expect(try await store.person(PersonID(4999)) != nil)
    }

    @Test(arguments: Driver.allCases)
    func `numbers are given once, and never one that somebody brought along`(driver: Driver) async throws {
        let store = try await driver.open()
        #expect(try await store.allocate(.person, count: 10) == 1)
        #expect(try await store.allocate(.person, count: 1) == 11)
        #expect(try await store.allocate(.household, count: 1) == 1)
        _ = try await store.commit(Changes.entering(50, "吴新", in: Sample.shaling))
        #expect(try await store.allocate(.person, count: 2) == 51)
        #expect(try await store.allocate(.person, count: 1) == 53)
    }

    @Test(arguments: Driver.allCases)
    func `events come back as they were written, and flat for the rules`(driver: Driver) async throws {
        let store = try await driver.filled()
        let person = try #require(try await store.person(Sample.liJianguo.id))
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        _ = try await store.commit(Changes.surveying(person, round: 1, sheet: "sheet-1"))
        let history = try await store.history(of: .person(person.id))
        #expect(history.map(\.id) == [1, 2])
        #expect(
            history[0].event
                == .person(
                    .entered(
                        person.facts, village: person.village, household: person.household, source: .roll)))
        #expect(history[1].recorded == Changes.now)
        #expect(history[1].by == Sample.shalingWorker.id)
        let journal = try await store.journal(of: .person(person.id))
        #expect(journal.acts.map(\.kind) == [.entered, .surveyed])
        #expect(journal.acts[1].fields[.accepted] == "yes")
        #expect(journal.acts[1].occurred == Sample.today)
    }

    @Test(arguments: Driver.allCases)
    func `acts of a kind under a day are those that stand`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.listing(1, Sample.wangXiulan.id, in: Sample.shaling, [.ageBand]))
        _ = try await store.commit(Changes.listing(2, Sample.liJianguo.id, in: Sample.shaling, [.disabled]))
        let visit = CaseEvent.visited(
            VisitRecord(
                manner: .atHome, wasMet: true, visitors: "张海燕", situation: "", family: "", services: "",
                agreed: "", wish: nil, isUrgent: nil))
        let days = [Sample.day(2026, 2, 3), Sample.day(2026, 2, 4)]
        func act(_ event: CaseEvent, _ id: Int, _ day: Day) async throws {
            let found = try #require(try await store.assistanceCase(CaseID(id)))
            _ = try await store.commit(Changes.acting(event, on: found, day: day))
        }
        for (id, day) in [(1, days[0]), (1, days[0]), (1, days[1]), (2, days[0])] {
            try await act(visit, id, day)
        }
        try await act(.escorted(by: "张海燕", note: ""), 1, days[0])
        try await act(.withdrawn(2, reason: "记错"), 1, Sample.today)
        try await act(.withdrawn(4, reason: "记错"), 2, Sample.today)
        func standing(_ kind: ActKind, _ id: Int, _ day: Day) async throws -> [ActID] {
            try await store.acts(kind, of: .assistanceCase(CaseID(id)), on: day).map(\.id)
        }
        #expect(try await standing(.visited, 1, days[0]) == [3])
        #expect(try await standing(.visited, 1, days[1]) == [4])
        // The fourth act withdrawn in the other case is not this one's.
        #expect(try await standing(.visited, 2, days[0]) == [2])
        #expect(try await standing(.escorted, 1, days[0]) == [5])
        #expect(try await standing(.escorted, 1, days[1]) == [])
        #expect(try await standing(.visited, 3, days[0]) == [])
        let entry = try #require(
            try await store.acts(.visited, of: .assistanceCase(CaseID(1)), on: days[0]).first)
        #expect(entry.event == .assistanceCase(visit) && entry.by == Sample.shalingWorker.id)
    }

    @Test(arguments: Driver.allCases)
    func `an import is found by its file, its scope and what it touched`(driver: Driver) async throws {
        let store = try await driver.filled()
        for (number, unit) in [(1, Sample.shaling), (2, Sample.yangzhen), (3, Sample.nancai)] {
            var batch = ImportBatch(
                id: BatchID(number), kind: .roll, file: "名册.xlsx", digest: "same", rows: 2, added: 2,
                changed: 0, by: Sample.yangzhenClerk.id, unit: unit, on: Sample.today)
            if number == 3 { batch.undone = Sample.today }
            var change = Changes.blank(.batch(batch.id))
            change.append(
                .batch(
                    .applied(kind: .roll, file: batch.file, digest: "same", rows: 2, added: 2, changed: 0)),
                to: .batch(batch.id), after: 0, on: Sample.today)
            change.states.append(.batch(batch))
            _ = try await store.commit(change)
        }
        for number in 0..<5 {
            var change = Changes.entering(700 + number, "吴\(number)", in: Sample.shaling)
            change.batch = BatchID(1)
            _ = try await store.commit(change)
        }
        let built = try #require(try await store.person(PersonID(702)))
        _ = try await store.commit(Changes.acting(.left(.movedOut, note: ""), on: built))
        let first = try await store.touches(of: BatchID(1), after: nil, limit: 3)
        let rest = try await store.touches(of: BatchID(1), after: first.last?.subject, limit: 3)
        #expect((first + rest).map(\.subject.number) == [700, 701, 702, 703, 704])
        #expect((first + rest).filter { $0.newest > $0.act }.map(\.subject.number) == [702])
        #expect(try await store.batch(digest: "same", kind: .roll)?.id == BatchID(2))
        #expect(try await store.batch(digest: "same", kind: .survey) == nil)
        let page = { scope in try await store.batches(scope, after: nil, limit: 9).rows.map(\.id.number) }
        #expect(try await page(.district) == [3, 2, 1])
        #expect(try await page(.town(Sample.yangzhen)) == [2, 1])
        #expect(try await page(.village(Sample.shaling)) == [1])
        #expect(try await page(.nothing) == [])
    }
}
