// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Imports
import Testing

private let head = ["村", "户号", "姓名", "身份证号", "手机号码"]

private func row(_ name: String, _ number: String, home: String = "1", mobile: String = "") -> [String] {
    ["沙岭村", home, name, number, mobile]
}

@Suite("撤销导入 · 01.w1")
struct UndoImportTests {
    private func batch(_ report: ImportReport) throws -> ImportBatch {
        guard case .imported(let batch) = report.outcome else { throw report.faults.first ?? NotImported() }
        return batch
    }

    private struct NotImported: Error {}

    @Test func `people who were entered leave as entered in error and households are dissolved`() async throws
    {
        let desk = try await ImportDesk()
        let batch = try batch(try await desk.importRoll([head, row("王秀兰", Numbers.id(2))]))
        let undone = try await desk.office.undoImport(batch.id, reason: "传错文件", by: ImportDesk.clerk)
        #expect(undone.undone == ImportDesk.today)
        let wang = try #require(try await desk.person(Numbers.id(2)))
        #expect(wang.presence == .left(.enteredInError, on: ImportDesk.today))
        #expect(try await desk.store.household(wang.household)?.isDissolved == true)
        await #expect(throws: Refusal.batchAlreadyUndone) {
            _ = try await desk.office.undoImport(batch.id, reason: "再来", by: ImportDesk.clerk)
        }
    }

    @Test func `changed facts and moves go back to what they were`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2), mobile: "13800000001")])
        let before = try #require(try await desk.person(Numbers.id(2)))
        let batch = try batch(
            try await desk.importRoll([head, row("王秀兰", Numbers.id(2), home: "9", mobile: "13800000009")]))
        _ = try await desk.office.undoImport(batch.id, reason: "传错文件", by: ImportDesk.clerk)
        let after = try #require(try await desk.person(Numbers.id(2)))
        #expect(after.facts == before.facts && after.household == before.household && after.isOnRoll)
    }

    @Test func `the file can be imported again after it was undone`() async throws {
        let desk = try await ImportDesk()
        let rows = [head, row("王秀兰", Numbers.id(2))]
        let first = try batch(try await desk.importRoll(rows))
        _ = try await desk.office.undoImport(first.id, reason: "传早了", by: ImportDesk.clerk)
        let again = try await desk.importRoll(rows)
        #expect(again.counts.returned == 1 && again.counts.added == 0)
        #expect(try await desk.person(Numbers.id(2))?.isOnRoll == true)
        let second = try batch(again)
        _ = try await desk.office.undoImport(second.id, reason: "又传早了", by: ImportDesk.clerk)
        #expect(try await desk.person(Numbers.id(2))?.isOnRoll == false)
    }

    @Test func `what was built on forbids it and says how much`() async throws {
        let desk = try await ImportDesk()
        let first = try batch(
            try await desk.importRoll([head, row("王秀兰", Numbers.id(2)), row("李建国", Numbers.id(1))]))
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2), mobile: "13800000009")])
        await #expect(throws: Refusal.batchBuiltOn(count: 1)) {
            _ = try await desk.office.undoImport(first.id, reason: "传错文件", by: ImportDesk.clerk)
        }
        #expect(try await desk.store.people(of: ImportDesk.shaling).count == 2)
    }

    @Test func `somebody put into a household of the import forbids it`() async throws {
        let desk = try await ImportDesk()
        let first = try batch(try await desk.importRoll([head, row("王秀兰", Numbers.id(2))]))
        _ = try await desk.importRoll([head, row("李建国", Numbers.id(1))])
        await #expect(throws: Refusal.batchBuiltOn(count: 1)) {
            _ = try await desk.office.undoImport(first.id, reason: "传错文件", by: ImportDesk.clerk)
        }
    }

    @Test func `only whoever may import may undo, and only with a reason`() async throws {
        let desk = try await ImportDesk()
        let first = try batch(try await desk.importRoll([head, row("王秀兰", Numbers.id(2))]))
        await #expect(throws: Refusal.notAllowed(.importRoll)) {
            _ = try await desk.office.undoImport(first.id, reason: "传错文件", by: ImportDesk.supervisor)
        }
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await desk.office.undoImport(first.id, reason: "", by: ImportDesk.clerk)
        }
    }

    @Test func `01.w2 sheets count as never taken in and nothing is owed for them`() async throws {
        let desk = try await ImportDesk()
        try await desk.openRounds()
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2))])
        let before = try #require(try await desk.person(Numbers.id(2)))
        let sheet = [
            [
                "village", "interviewed", "interviewer", "id_number", "name", "ethnicity", "mobile",
                "home_phone",
                "education", "health", "new_labour", "only_child", "registration", "economy", "dibao",
                "lives_at",
                "top_trade", "q1", "q10", "q11",
            ],
            [
                "沙岭村", "2026-02-27", "张海燕", Numbers.id(2), "王秀兰", "汉族", "13800000001", "无", "高中", "健康", "否",
                "否", "农村富余劳动力", "一般", "否", "北京市 顺义区 杨镇 沙岭村", "无", "B", "B", "B",
            ],
        ]
        let batch = try batch(try await desk.run(.survey, sheet))
        let surveyed = try #require(try await desk.person(Numbers.id(2)))
        #expect(surveyed.survey != nil && surveyed.facts != before.facts)
        _ = try await desk.office.undoImport(batch.id, reason: "传错文件", by: ImportDesk.clerk)
        let after = try #require(try await desk.person(Numbers.id(2)))
        #expect(after.survey == nil && after.facts == before.facts && after.isOnRoll)
        #expect(try await desk.store.duties(of: .person(after.id)).isEmpty)
        let history = try await desk.store.history(of: .person(after.id))
        #expect(Person(replaying: history.personEvents, id: after.id) == after)
        #expect(try await desk.run(.survey, sheet).counts.changed == 1)
    }
}
