// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import GRDB
import SamplePeople
import Seals
import StoreSQL
import StoreSQLite
import Testing

/// Alterations that somebody with the file in hand could make, each to be found.
@Suite("校验 verify: whatever was altered behind the program's back is found")
struct IntegrityTests {
    private let wang = Subject.person(Sample.wangXiulan.id)

    /// A store with the cast, one case, one round with a sheet and a line of audit, closed again.
    private func shelf() async throws -> Shelf {
        let shelf = try Shelf()
        let store = try await shelf.open()
        try await Sample.fill(store)
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        let person = try #require(try await store.person(Sample.wangXiulan.id))
        _ = try await store.commit(Changes.surveying(person, round: 1, sheet: "s"))
        _ = try await store.commit(Changes.listing(1, person.id, in: Sample.shaling, [.ageBand]))
        let listed = try #require(try await store.assistanceCase(CaseID(1)))
        let aide = Assignment(level: .village, account: Sample.aide.id, name: "宋佳")
        _ = try await store.commit(Changes.acting(.aid(.ownerAssigned(aide)), on: listed))
        try await store.replace([
            DutyList(
                subject: .assistanceCase(CaseID(1)), unit: Sample.shaling, person: person.id, hardness: 1,
                accounts: [.aide: Sample.aide.id],
                obligations: [
                    Changes.duty("a", due: Sample.today, owner: .aide), Changes.duty("b", due: Sample.today),
                ])
        ])
        try await store.note([
            AuditNote(at: Changes.now, by: Sample.aide.id, action: .unmasked, subject: wang, detail: "核对")
        ])
        #expect(try await store.verify() == [])
        try store.close()
        return shelf
    }

    private func faults(after statements: String...) async throws -> [IntegrityFault] {
        let shelf = try await shelf()
        try shelf.alter(statements)
        let store = try await shelf.open()
        defer { try? store.close() }
        return try await store.verify()
    }

    @Test(arguments: [
        "UPDATE journal SET occurred = occurred - 1 WHERE seq = 9",
        "UPDATE journal SET fields = '{\"reason\":\"x\"}' WHERE seq = 9",
        "UPDATE journal SET account = 3 WHERE seq = 9",
        "UPDATE journal SET recorded = recorded + 1 WHERE seq = 9",
    ])
    func `an altered row of the journal breaks the chain`(statement: String) async throws {
        let found = try await faults(after: "DROP TRIGGER journal_no_update", statement)
        #expect(found.contains(.changedRow(chain: "journal", row: 9)))
    }

    @Test func `an altered sealed event does not open`() async throws {
        let found = try await faults(
            after: "DROP TRIGGER journal_no_update",
            "UPDATE journal SET payload = (SELECT payload FROM journal WHERE subject_kind = 'unit' AND subject = 2)"
                + " WHERE subject_kind = 'unit' AND subject = 3")
        #expect(found.contains(.unreadableAct(.unit(UnitID(3)), act: 1)))
    }

    @Test func `a deleted row of the journal leaves a gap`() async throws {
        let found = try await faults(
            after: "DROP TRIGGER journal_no_delete", "DELETE FROM journal WHERE seq = 5")
        #expect(found.contains(.missingRow(chain: "journal", row: 5)))
    }

    @Test func `rows taken off the end are missed`() async throws {
        let found = try await faults(
            after: "DROP TRIGGER audit_no_delete", "DELETE FROM audit WHERE seq = 1")
        #expect(found == [.wrongEnd(chain: "audit", known: 1, found: 0)])
    }

    @Test func `an altered line of the audit breaks its chain`() async throws {
        let found = try await faults(
            after: "DROP TRIGGER audit_no_update", "UPDATE audit SET detail = '查询' WHERE seq = 1")
        #expect(found == [.changedRow(chain: "audit", row: 1)])
    }

    @Test(arguments: [
        ("UPDATE person SET name = '王秀芳' WHERE id = 1", "name"),
        ("UPDATE person SET village = 7 WHERE id = 1", "village"),
        ("UPDATE person SET survey_state = 'excused' WHERE id = 1", "survey_state"),
        ("UPDATE person SET working_until = working_until + 400 WHERE id = 1", "working_until"),
        ("UPDATE person SET identity_key = x'00' WHERE id = 1", "identity_key"),
        ("UPDATE person_text SET terms = 'r1' WHERE rowid = 1", "terms"),
    ])
    func `a changed row of a person is named by its column`(statement: String, column: String) async throws {
        let found = try await faults(after: statement)
        let columns = found.flatMap { fault -> [String] in
            guard case .differentState(wang, let columns) = fault else { return [] }
            return columns
        }
        #expect(columns.contains(column))
    }

    @Test(arguments: [
        ("UPDATE assistance_case SET stage = 'town' WHERE id = 1", "stage"),
        ("UPDATE assistance_case SET goal = 3 WHERE id = 1", "goal"),
        ("UPDATE assistance_case SET counted = 0 WHERE id = 1", "counted"),
        ("UPDATE assistance_case SET helper = 5 WHERE id = 1", "helper"),
        ("UPDATE duty SET account = 6 WHERE subject_kind = 'case' AND rule = 'a'", "duty.account"),
        ("UPDATE duty SET account = 5 WHERE subject_kind = 'case' AND rule = 'b'", "duty.account"),
    ])
    func `where a case stands and whose its duties are follows from its journal`(
        statement: String, column: String
    ) async throws {
        let found = try await faults(after: statement)
        #expect(found == [.differentState(.assistanceCase(CaseID(1)), columns: [column])])
    }

    @Test(arguments: ["card", "state"])
    func `sealed facts of somebody else do not open here`(column: String) async throws {
        let found = try await faults(
            after: "UPDATE person SET \(column) = (SELECT \(column) FROM person WHERE id = 2) WHERE id = 1")
        #expect(found == [.unreadableState(wang)])
    }

    @Test func `a deleted current row is missed and an invented one is found`() async throws {
        let gone = try await faults(after: "DELETE FROM household WHERE id = 1")
        #expect(gone == [.missingState(.household(HouseholdID(1)))])
        let invented = try await faults(
            after:
                "INSERT INTO household SELECT 77, village, number, dissolved, version, state FROM household"
                + " WHERE id = 1")
        #expect(invented == [.missingJournal(.household(HouseholdID(77)))])
    }

    @Test(arguments: [
        ("UPDATE person SET case_id = NULL WHERE id = 1", "person.case_id"),
        ("UPDATE person SET categories = 4096 WHERE id = 1", "person.case_id"),
        ("DELETE FROM sheet", "sheet"), ("DELETE FROM person_text WHERE rowid = 3", "person_text"),
    ])
    func `rows that only repeat others are counted`(statement: String, name: String) async throws {
        let found = try await faults(after: statement)
        let names = found.compactMap { fault -> String? in
            guard case .wrongCount(let name, _, _) = fault else { return nil }
            return name
        }
        #expect(names.contains(name))
    }

    @Test(arguments: ["journal", "audit"], ["UPDATE %@ SET link = x'00'", "DELETE FROM %@"])
    func `the database itself refuses to change what was recorded`(table: String, change: String) async throws
    {
        let shelf = try await shelf()
        let statement = change.replacingOccurrences(of: "%@", with: table)
        let error = #expect(throws: DatabaseError.self) { try shelf.alter([statement]) }
        #expect(error?.message == "\(table) is append-only")
    }

    @Test func `nothing sensitive stands open in the file`() async throws {
        let shelf = try await shelf()
        let bytes = try Foundation.Data(contentsOf: URL(fileURLWithPath: shelf.database))
        for text in Sample.cast.flatMap({ [$0.facts.identity?.full, $0.facts.mobile?.full] }) {
            let needle = try #require(text).data(using: .utf8)
            #expect(bytes.range(of: try #require(needle)) == nil)
        }
        for word in ["c02", "canWork", "健康", "disability"] {
            #expect(bytes.range(of: Foundation.Data(word.utf8)) == nil, "\(word)")
        }
    }
}

extension Shelf {
    /// Changes the closed store's file as any program could.
    func alter(_ statements: [String]) throws {
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        try queue.write { database in
            for statement in statements { try database.execute(sql: statement) }
        }
    }
}
