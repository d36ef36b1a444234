// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Imports
import Testing

private let head = ["镇（街道）", "村（社区）", "代码"]

@Suite("导入单位和放假安排 · 00.levels")
struct UnitImportTests {
    private func run(_ desk: ImportDesk, _ rows: [[String]]) async throws -> ImportReport {
        try await desk.run(.units, [head] + rows, by: ImportDesk.administrator)
    }

    @Test func `villages are founded, known ones left alone`() async throws {
        let desk = try await ImportDesk()
        let report = try await run(desk, [["杨镇", "沙岭村", "110113006201"], ["杨镇", "东庄户村", "110113006203"]])
        #expect(report.faults.isEmpty && report.counts.added == 1 && report.counts.unchanged == 1)
        let units = try await desk.store.units()
        #expect(
            units.contains { $0.name == "东庄户村" && $0.parent == ImportDesk.yangzhen && $0.level == .village })
    }

    @Test func `the same code under another name renames the village`() async throws {
        let desk = try await ImportDesk()
        let report = try await run(desk, [["杨镇", "沙岭新村", "110113006201"]])
        #expect(report.counts.changed == 1)
        let unit = try await desk.store.units().first { $0.id == ImportDesk.shaling }
        #expect(unit?.name == "沙岭新村" && unit?.formerNames == ["沙岭村"])
    }

    @Test func `a code of another town's village is refused`() async throws {
        let desk = try await ImportDesk()
        let report = try await run(desk, [["南彩镇", "新村", "110113006201"], ["没有镇", "新村", ""]])
        #expect(report.outcome == .refused && report.errors.map(\.title) == ["代码", "镇（街道）"])
    }

    @Test func `the same village twice names the first row`() async throws {
        let desk = try await ImportDesk()
        let report = try await run(desk, [["杨镇", "东庄户村", ""], ["杨镇", "东庄户村", ""]])
        #expect(report.errors.map(\.row) == [3] && report.errors.first?.says.contains("第2行") == true)
    }

    @Test func `undone, founded villages never were and names are what they were`() async throws {
        let desk = try await ImportDesk()
        let rows = [["杨镇", "东庄户村", "110113006203"], ["杨镇", "沙岭新村", "110113006201"]]
        guard case .imported(let batch) = try await run(desk, rows).outcome else {
            Issue.record("not imported")
            return
        }
        _ = try await desk.office.undoImport(batch.id, reason: "名单有误", by: ImportDesk.administrator)
        let later = try await desk.later(ImportDesk.today)
        #expect(later.office.tree[ImportDesk.shaling]?.name == "沙岭村")
        let founded = later.office.tree.all.first { $0.name == "东庄户村" }
        #expect(founded?.exists(on: ImportDesk.today) == false)
        #expect(try await run(later, rows).counts.changed == 2)
    }

    @Test func `villages with a roll are not taken back`() async throws {
        let desk = try await ImportDesk()
        guard case .imported(let batch) = try await run(desk, [["杨镇", "东庄户村", ""]]).outcome else {
            Issue.record("not imported")
            return
        }
        let later = try await desk.later(ImportDesk.today)
        _ = try await later.importRoll([["村", "姓名", "身份证号"], ["东庄户村", "王秀兰", Numbers.id(2)]])
        await #expect(throws: Refusal.batchBuiltOn(count: 1)) {
            _ = try await later.office.undoImport(batch.id, reason: "名单有误", by: ImportDesk.administrator)
        }
    }

    @Test func `a table of holidays becomes the year's calendar`() async throws {
        let desk = try await ImportDesk()
        let rows = [["日期", "放假或上班", "节日"], ["2027/1/1", "放假", "元旦"], ["2027年1月2日", "上班", ""]]
        let report = try await desk.run(.calendar, rows, by: ImportDesk.administrator)
        #expect(report.outcome == .calendarLoaded(year: 2027), "\(report.faults)")
        #expect(try await desk.store.loadedCalendars()[2027]?.contains("2027-01-01") == true)
        let again = try await desk.run(.calendar, rows + [[]], by: ImportDesk.administrator)
        #expect(again.outcome == .nothingChanged)
        let wrong = try await desk.run(
            .calendar, [["2027-01-01", "休息", "元旦"]], by: ImportDesk.administrator)
        #expect(wrong.outcome == .refused && wrong.errors.map(\.row) == [1])
    }
}
