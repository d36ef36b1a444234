// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("What a store promises")
struct MemoryStoreTests {
    @Test func `the rows of the cast are what their journals say`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.survey(Sample.sunGuifang, in: round)
        let found = try await stage.list(Sample.sunGuifang)
        try await stage.visit(found, on: Sample.today, .told(wish: .unwanted))
        for member in Sample.cast {
            let history = try await stage.store.history(of: .person(member.id))
            #expect(
                Person(replaying: history.personEvents, id: member.id) == (try await stage.person(member)))
        }
        let history = try await stage.store.history(of: .assistanceCase(found.id))
        #expect(
            AssistanceCase(replaying: history.caseEvents, id: found.id)
                == (try await stage.liveCase(Sample.sunGuifang)))
    }

    @Test(arguments: [0, 1, 3])
    func `the second of two writers is told to reload, and nothing of theirs stays`(version: Int) async throws
    {
        let stage = try await Stage.set()
        var person = try await stage.person(Sample.chenJing)
        var change = Change(by: .system, recorded: Instant(startOf: Sample.today), answer: .person(person.id))
        change.append(
            .person(.returned(reason: "")), to: .person(person.id), after: version, on: Sample.today)
        person.facts.name = Sample.name("陈二")
        change.states = [.person(person)]
        if version == 1 {
            _ = try await stage.store.commit(change)
        } else {
            await #expect(throws: StoreFailure.conflict(.person(person.id))) {
                _ = try await stage.store.commit(change)
            }
            #expect(try await stage.person(Sample.chenJing).facts.name.full == "陈静")
        }
    }

    @Test func `of changes written together, one that fails takes all with it`() async throws {
        let stage = try await Stage.set()
        func change(_ member: CastMember, after version: Int) -> Change {
            var change = Change(
                by: .system, recorded: Instant(startOf: Sample.today), answer: .person(member.id))
            change.append(
                .person(.left(.died, note: "")), to: .person(member.id), after: version, on: Sample.today)
            return change
        }
        await #expect(throws: StoreFailure.conflict(.person(Sample.liJianguo.id))) {
            try await stage.store.commitAll([
                change(Sample.chenJing, after: 1), change(Sample.liJianguo, after: 5),
            ])
        }
        #expect(try await stage.store.history(of: .person(Sample.chenJing.id)).count == 1)
    }

    @Test func `numbers are given once and never again`() async throws {
        let stage = try await Stage.set()
        let first = try await stage.store.allocate(.person, count: 3)
        let next = try await stage.store.allocate(.person, count: 1)
        #expect(first == Sample.cast.count + 1)
        #expect(next == first + 3)
        #expect(try await stage.store.allocate(.assistanceCase, count: 1) == 1)
    }

    @Test func `the audit is read newest first, page by page`() async throws {
        let stage = try await Stage.set()
        let notes = (1...5).map {
            AuditNote(
                at: Instant(startOf: Sample.today), by: AccountID($0), action: .signedIn,
                subject: .account(AccountID($0)), detail: "")
        }
        try await stage.store.note(notes)
        let first = try await stage.store.audit(of: nil, after: nil, limit: 2)
        let second = try await stage.store.audit(of: nil, after: first.next, limit: 9)
        #expect((first.rows + second.rows).map(\.note.by.number) == [5, 4, 3, 2, 1])
        #expect(second.next == nil)
        #expect(try await stage.store.audit(of: .account(AccountID(3)), after: nil, limit: 9).rows.count == 1)
    }
}
