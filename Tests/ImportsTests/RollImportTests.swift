// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Imports
import Testing

private let head = ["镇（街道）", "村（社区）", "户号", "姓名", "身份证号", "手机号码", "文化程度"]

private func row(
    _ name: String, _ number: String, village: String = "沙岭村", town: String = "杨镇", home: String = "1",
    mobile: String = "13800000001", education: String = "高中"
) -> [String] {
    [town, village, home, name, number, mobile, education]
}

@Suite("导入花名册 · 01.w1 调查的底册")
struct RollImportTests {
    @Test func `people of one household number come into one household`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([
            head, row("王秀兰", Numbers.id(2)), row("李建国", Numbers.id(1)), row("赵敏", Numbers.id(4), home: "2"),
        ])
        #expect(report.faults.isEmpty)
        guard case .imported(let batch) = report.outcome else {
            Issue.record("not imported: \(report.outcome)")
            return
        }
        #expect(batch.rows == 3 && batch.added == 3 && batch.changed == 0 && batch.unit == ImportDesk.shaling)
        let wang = try #require(try await desk.person(Numbers.id(2)))
        let li = try #require(try await desk.person(Numbers.id(1)))
        let zhao = try #require(try await desk.person(Numbers.id(4)))
        #expect(wang.household == li.household && wang.household != zhao.household)
        #expect(wang.facts.sex == .female && wang.facts.education == .senior)
        #expect(report.counts.householdsFounded == 2)
        let history = try await desk.store.history(of: .person(wang.id))
        #expect(history.map(\.batch) == [batch.id])
    }

    @Test func `a dry run says the same and writes nothing`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll(
            [head, row("王秀兰", Numbers.id(2))], options: ImportOptions(dryRun: true))
        #expect(report.outcome == .checked && report.counts.added == 1)
        #expect(try await desk.person(Numbers.id(2)) == nil)
    }

    @Test func `a fault in the last row changes nothing`() async throws {
        let desk = try await ImportDesk()
        var rows = [head]
        for index in 1...40 { rows.append(row("王秀兰", Numbers.id(index))) }
        rows.append(row("李建国", Numbers.wrong(99)))
        let report = try await desk.importRoll(rows)
        #expect(report.outcome == .refused)
        #expect(report.errors.map(\.row) == [42] && report.errors.map(\.title) == ["身份证号"])
        #expect(try await desk.store.people(of: ImportDesk.shaling).isEmpty)
    }

    @Test func `bad rows can be left out`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll(
            [head, row("王秀兰", Numbers.id(2)), row("李建国", Numbers.wrong(1))],
            options: ImportOptions(skipBad: true))
        guard case .imported(let batch) = report.outcome else {
            Issue.record("not imported")
            return
        }
        #expect(batch.rows == 1 && report.counts.bad == 1 && report.counts.rows == 2)
        #expect(try await desk.store.people(of: ImportDesk.shaling).count == 1)
    }

    @Test func `the same file twice changes nothing the second time`() async throws {
        let desk = try await ImportDesk()
        let rows = [head, row("王秀兰", Numbers.id(2))]
        let first = try await desk.importRoll(rows)
        let second = try await desk.importRoll(rows, name: "改了名.csv")
        guard case .imported(let batch) = first.outcome else {
            Issue.record("not imported")
            return
        }
        #expect(second.outcome == .alreadyImported(batch))
        let again = try await desk.importRoll(rows + [["", "", "", "", "", "", ""]])
        #expect(again.outcome == .nothingChanged && again.counts.unchanged == 1)
    }

    @Test func `a known person of the same village is updated where the row says something`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2))])
        let report = try await desk.importRoll([
            head, row("王秀兰", Numbers.id(2), mobile: "13800000009", education: ""),
        ])
        #expect(report.counts.changed == 1 && report.counts.fields == [.mobile: 1])
        #expect(report.differences.map(\.fields) == [[.mobile]])
        let wang = try #require(try await desk.person(Numbers.id(2)))
        #expect(wang.facts.mobile?.full == "13800000009" && wang.facts.education == .senior)
        #expect(wang.version == 2)
    }

    @Test func `another household number moves a known person`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2)), row("李建国", Numbers.id(1))])
        let report = try await desk.importRoll([head, row("王秀兰", Numbers.id(2), home: "7")])
        #expect(report.counts.moved == 1 && report.counts.changed == 1)
        let wang = try #require(try await desk.person(Numbers.id(2)))
        #expect(try await desk.store.household(wang.household)?.number == "7")
    }

    @Test func `an ID number on the roll of another village names the village`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2))])
        let report = try await desk.importRoll([head, row("王秀兰", Numbers.id(2), village: "红寺村")])
        #expect(report.outcome == .refused)
        #expect(report.errors.first?.says.contains("杨镇沙岭村") == true)
    }

    @Test func `the same ID number twice names both rows`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([
            head, row("王秀兰", Numbers.id(2)), row("李建国", Numbers.id(1)), row("王秀兰", Numbers.id(2)),
        ])
        #expect(report.errors.map(\.row) == [4] && report.errors.first?.says.contains("第2行") == true)
    }

    @Test func `an unknown village suggests the nearest name`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([head, row("王秀兰", Numbers.id(2), village: "沙铃村")])
        #expect(report.errors.first?.title == "村（社区）")
        #expect(report.errors.first?.says.contains("“沙岭村”") == true)
    }

    @Test(arguments: ["沙岭村", "沙岭", "沙岭村委会", "沙岭村村民委员会", "110113006201", " 沙岭村 "])
    func `a village is known by its usual spellings`(_ written: String) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([head, row("王秀兰", Numbers.id(2), village: written)])
        #expect(report.faults.isEmpty)
        #expect(try await desk.person(Numbers.id(2))?.village == ImportDesk.shaling)
    }

    @Test func `rows outside the account's villages are refused one by one`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll(
            [head, row("王秀兰", Numbers.id(2)), row("李建国", Numbers.id(1), village: "红寺村")],
            by: ImportDesk.shalingWorker)
        #expect(report.outcome == .refused && report.errors.map(\.row) == [3])
        await #expect(throws: Refusal.notAllowed(.importRoll)) {
            _ = try await desk.importRoll([head], by: ImportDesk.supervisor)
        }
    }

    @Test func `of two imports at once the second is told and nobody is entered twice`() async throws {
        let desk = try await ImportDesk()
        let facts = PersonFacts(name: try #require(PersonName("王秀兰")))
        let rows = [
            RollRow(row: 2, village: ImportDesk.shaling, home: .number("1"), facts: facts)
        ]
        let first = try await desk.office.planRoll(rows, by: ImportDesk.clerk)
        let second = try await desk.office.planRoll(rows, by: ImportDesk.clerk)
        let file = ImportedFile(kind: .roll, name: "一.csv", digest: "1")
        let batch = try await desk.office.commit(first, of: file, by: ImportDesk.clerk)
        await #expect(throws: StoreFailure.conflict(.batch(batch.id))) {
            _ = try await desk.office.commit(second, of: file, by: ImportDesk.clerk)
        }
        #expect(try await desk.store.people(of: ImportDesk.shaling).count == 1)
    }

    @Test func `another name under a known number needs the word that it is so`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.importRoll([head, row("王秀兰", Numbers.id(2))])
        let refused = try await desk.importRoll([head, row("李建国", Numbers.id(2))])
        #expect(refused.errors.map(\.title) == ["姓名"])
        let taken = try await desk.importRoll([
            head + ["证件与户口簿一致"], row("王秀花", Numbers.id(2)) + ["是"],
        ])
        #expect(taken.counts.fields == [.name: 1])
    }

    @Test func `a wrong number that stands so in the register is kept and flagged`() async throws {
        let desk = try await ImportDesk()
        let report = try await desk.importRoll([
            head + ["证件与户口簿一致"], row("王秀兰", Numbers.wrong(2)) + ["√"],
        ])
        #expect(report.errors.isEmpty && report.warnings.map(\.title) == ["身份证号"])
        let wang = try #require(try await desk.person(Numbers.wrong(2)))
        #expect(wang.facts.identity == .asRegistered(Numbers.wrong(2)))
    }

    @Test func `a row without household number joins the one above by its relation`() async throws {
        let desk = try await ImportDesk()
        let head = ["村", "与户主关系", "姓名", "公民身份号码"]
        _ = try await desk.importRoll([
            head, ["沙岭村", "户主", "李建国", Numbers.id(1)], ["沙岭村", "妻", "王秀兰", Numbers.id(2)],
            ["沙岭村", "户主", "赵敏", Numbers.id(4)],
        ])
        let homes = try await [1, 2, 4].asyncMap { try await desk.person(Numbers.id($0))?.household }
        #expect(homes[0] == homes[1] && homes[0] != homes[2])
    }
}

extension Array {
    func asyncMap<Other>(_ body: (Element) async throws -> Other) async rethrows -> [Other] {
        var result: [Other] = []
        for element in self { result.append(try await body(element)) }
        return result
    }
}
