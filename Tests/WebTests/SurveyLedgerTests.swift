// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import SamplePeople
import Sheets
import StoreMemory
import Testing
import Web

@Suite("统计台账的查看、打印与导出 · 01.w3 01.r3 L.05")
struct SurveyLedgerTests {
    /// A desk on which 王秀兰 stands in the ledger.
    private func desk() async throws -> SurveyTestDesk {
        let desk = try await SurveyTestDesk()
        _ = try await desk.take(Sample.wangXiulan)
        let office = desk.site.site.office()
        let person = try await desk.person(Sample.wangXiulan)
        let proposal = try await office.proposal(for: person, on: Sample.today)
        let taken = Dictionary(
            proposal.district.map { ($0.category, "") }, uniquingKeysWith: { first, _ in first })
        let decision = HardshipDecision(
            taken: taken, isAbleAndWilling: true, visitClass: proposal.visitClass.proposed ?? .two)
        _ = try await office.confirmHardship(
            of: person.id, version: person.version, decision: decision, on: Sample.today,
            by: Sample.shalingWorker.actor)
        return desk
    }

    private static let number = Sample.wangXiulan.facts.identity?.full ?? "?"

    @Test func `the ledger shows each category with its people, numbers masked`() async throws {
        let desk = try await desk()
        let all = try await desk.village.get("/ledger")
        #expect(all.text.contains("王秀兰") && all.text.contains("990000********"))
        #expect(!all.text.contains(Self.number))
        #expect(try await desk.village.get("/ledger?category=c03").text.contains("王秀兰"))
        #expect(!(try await desk.village.get("/ledger?category=c01").text.contains("王秀兰")))
    }

    @Test func `a whole export asks for a purpose, which L.05 keeps on the audit`() async throws {
        let desk = try await desk()
        let mute = try await desk.village.post(
            "/ledger/export", form: ["format": "xlsx", "content": "whole", "purpose": ""])
        #expect(mute.status == 422)
        let csv = try await desk.village.post(
            "/ledger/export", form: ["format": "utf8", "content": "whole", "purpose": "报区里核对"])
        #expect(csv.status == 200)
        #expect(csv.text.contains(Self.number))
        let audit = try await desk.site.store.audit(of: .unit(Sample.shaling), after: nil, limit: 20)
        #expect(
            audit.rows.contains { $0.note.action == .unmasked && $0.note.detail.contains("报区里核对") })
    }

    @Test(arguments: ["utf8", "gb18030"])
    func `a masked table holds no number and opens in its encoding`(format: String) async throws {
        let desk = try await desk()
        let file = try await desk.village.post(
            "/ledger/export", form: ["format": format, "content": "masked"])
        #expect(file.status == 200)
        let rows = try SheetFile.open(bytes: file.bytes, name: "ledger.csv").rows()
        let head = try #require(try rows.next())
        let first = try #require(try rows.next())
        #expect(head.cells.contains(.text("困难类别")))
        #expect(first.cells.contains(.text("王秀兰")))
        #expect(!first.cells.contains(.text(Self.number)))
    }

    @Test func `the workbook has a sheet for all and one for each category`() async throws {
        let desk = try await desk()
        let file = try await desk.village.post(
            "/ledger/export", form: ["format": "xlsx", "content": "masked"])
        #expect(file.status == 200 && file.bytes.starts(with: [0x50, 0x4B]))
        #expect(try SheetFile.open(bytes: file.bytes, name: "ledger.xlsx").sheetName == "全部")
    }

    @Test func `the ledger prints with its unit and signers`() async throws {
        let paper = try await desk().village.get("/ledger/print?category=c03")
        #expect(paper.text.contains("单位：沙岭村") && paper.text.contains("制表人"))
    }
}

@Suite("数据导入的页面")
struct SurveyImportTests {
    /// Somebody without a name, under the template's own heads.
    private func roll(_ desk: SurveyTestDesk) async throws -> [UInt8] {
        let template = try await desk.village.get("/imports/templates/roll")
        let rows = try SheetFile.open(bytes: template.bytes, name: "roll.xlsx").rows()
        let heads = try #require(try rows.next()).cells.compactMap { cell -> String? in
            if case .text(let text) = cell { text } else { nil }
        }
        let row = heads.map { head in
            SheetValue.text(
                head.contains("村") ? "沙岭村" : head.contains("镇") ? "杨镇" : head.contains("户号") ? "90" : "")
        }
        return try CSVWriter.bytes([heads.map { .text($0) }, row])
    }

    @Test func `a file is tried first, its faults shown with the place, and nothing is written`() async throws
    {
        let desk = try await SurveyTestDesk()
        let file = UploadedFile(field: "file", name: "名册.csv", bytes: try await roll(desk))
        let tried = try await desk.village.upload("/imports/trials", form: ["kind": "roll"], file: file)
        #expect(tried.status == 200)
        #expect(tried.text.contains("写入任何内容") && tried.text.contains("第2行"))
        #expect(tried.text.contains("下载标注了错误的文件"))
        #expect(try await desk.site.store.batches(.district, after: nil, limit: 5).rows.isEmpty)
    }

    @Test func `a template comes as a workbook, and only whoever imports sees the page`() async throws {
        let desk = try await SurveyTestDesk()
        let template = try await desk.village.get("/imports/templates/roll")
        #expect(template.status == 200 && template.bytes.starts(with: [0x50, 0x4B]))
        // An aide collects vacancies and takes in nothing else; who supervises takes in nothing at all.
        let aide = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await aide.get("/imports").text.contains("岗位信息模板"))
        #expect(try await aide.get("/imports/templates/roll").status == 404)
        let supervisor = try await desk.site.signedIn(as: .supervisor)
        #expect(try await supervisor.get("/imports").status == 403)
    }

    @Test func `without a file the form says so`() async throws {
        let desk = try await SurveyTestDesk()
        let answer = try await desk.village.post("/imports/trials", form: ["kind": "roll"])
        #expect(answer.status == 422)
        #expect(answer.text.contains("请选择要导入的文件"))
    }
}
