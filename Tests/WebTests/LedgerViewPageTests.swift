// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Sheets
import StoreMemory
import Testing
import Web

@Suite("各类台账的查看、打印与导出 · 02.w2 02.r6 10.r3 L.03 L.05")
struct LedgerViewPageTests {
    private static let number = Sample.wangXiulan.facts.identity?.full ?? "?"
    private static let masked = Sample.wangXiulan.facts.identity?.masked ?? "?"

    @Test func `the list leads to every ledger, the statistics ledger among them`() async throws {
        let desk = try await CaseTestDesk()
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let list = try await clerk.get("/ledgers").text
        #expect(list.contains("href=\"/ledger\""))
        for name in LedgerName.allCases {
            #expect(list.contains("/ledgers/\(name.rawValue)\""))
            let page = try await clerk.get("/ledgers/\(name.rawValue)")
            #expect(page.status == 200 && page.text.contains("没有符合条件的记录"))
        }
        #expect(try await clerk.get("/ledgers/nonsense").status == 404)
    }

    @Test(arguments: [LedgerName.service, .help, .status, .register])
    func `L.05: a ledger shows the own people, masked, and another town nobody`(name: LedgerName) async throws
    {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/ledgers/\(name.rawValue)").text
        #expect(page.contains("王秀兰") && !page.contains(Self.number))
        #expect(name == .help || page.contains(Self.masked))
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(!(try await other.get("/ledgers/\(name.rawValue)").text.contains("王秀兰")))
        #expect(
            try await other.get("/ledgers/\(name.rawValue)?unit=\(Sample.yangzhen.number)").status == 403)
    }

    @Test func `10.r3: a total opens exactly the lines that it counts`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        _ = try await desk.atTown(Sample.liJianguo)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let all = try await clerk.get("/ledgers/help").text
        #expect(all.contains("/ledgers/help?tag=village") && all.contains("/ledgers/help?tag=town"))
        let village = try await clerk.get("/ledgers/help?tag=village").text
        #expect(village.contains("王秀兰") && !village.contains("李建国") && village.contains("共1人"))
        let later = try await clerk.get("/ledgers/help?from=2026-03-03").text
        #expect(later.contains("没有符合条件的记录"))
    }

    @Test func `L.03: an address asks for the register of a day`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let today = Sample.today
        #expect(try await clerk.get("/ledgers/register?through=\(today.iso)").text.contains("王秀兰"))
        let before = today.adding(days: -1).iso
        #expect(!(try await clerk.get("/ledgers/register?through=\(before)").text.contains("王秀兰")))
    }

    @Test func `a ledger prints across with unit, period, compiler and numbered pages`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let paper = try await clerk.get("/ledgers/register/print?tag=on").text
        #expect(paper.contains("单位：杨镇") && paper.contains("（在册）") && paper.contains("共1人"))
        #expect(paper.contains("第1页 共1页") && paper.contains("制表人：韩雪梅"))
        #expect(!paper.contains(Self.number))
        let aide = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await aide.get("/ledgers/register").status == 200)
        #expect(try await aide.get("/ledgers/register/print").status == 403)
        #expect(try await aide.post("/ledgers/register/export", form: ["format": "xlsx"]).status == 403)
    }

    @Test(.enabled(if: PaperPageTests.canSet, "typst is not installed: run bin/install"))
    func `02.w2: a ledger is had as PDF, with the same line of the audit`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        for path in ["/ledgers/service/export", "/ledger/export"] {
            #expect(try await clerk.get(path).text.contains("PDF（A4横排）"))
            let file = try await clerk.post(path, form: ["format": "pdf", "content": "masked"])
            #expect(file.status == 200 && file.bytes.starts(with: Array("%PDF".utf8)))
        }
        let audit = try await desk.site.store.audit(of: nil, after: nil, limit: 50).rows
        #expect(audit.contains { $0.note.action == .exported && $0.note.detail == "ledger service" })
    }

    @Test(arguments: ["xlsx", "utf8", "gb18030"])
    func `02.w2: a file holds the head and the lines of the list, masked`(format: String) async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let form = try await clerk.get("/ledgers/service/export?format=\(format)").text
        #expect(form.contains("共1人") && form.contains("用途"))
        let file = try await clerk.post(
            "/ledgers/service/export", form: ["format": format, "content": "masked"])
        #expect(file.status == 200)
        if format == "utf8" { #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF])) }
        let rows = try SheetFile.open(bytes: file.bytes, name: format == "xlsx" ? "l.xlsx" : "l.csv").rows()
        var all: [[SheetCell]] = []
        while let row = try rows.next() { all.append(row.cells) }
        let head = try #require(all.first { $0.contains(.text("办理进度")) })
        let line = try #require(all.first { $0.contains(.text("王秀兰")) })
        let place = try #require(head.firstIndex(of: .text("办理进度")))
        #expect(line[place] == .text("已认定"))
        #expect(line.contains(.text(Self.masked)))
        #expect(all.count { $0.contains(.text("王秀兰")) } == 1)
    }

    @Test func `L.05: whole numbers need a purpose, which stands on the audit`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atVillage(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let mute = try await clerk.post(
            "/ledgers/service/export", form: ["format": "utf8", "content": "whole", "purpose": ""])
        #expect(mute.status == 422)
        let whole = try await clerk.post(
            "/ledgers/service/export", form: ["format": "utf8", "content": "whole", "purpose": "报区里核对"])
        #expect(whole.status == 200 && whole.text.contains(Self.number))
        let audit = try await desk.site.store.audit(of: .unit(Sample.yangzhen), after: nil, limit: 20).rows
        #expect(audit.contains { $0.note.action == .unmasked && $0.note.detail.contains("报区里核对") })
        #expect(audit.contains { $0.note.action == .exported && $0.note.detail == "ledger service" })
    }

    @Test func `02.r6: one person's status record on the screen and on paper`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTown(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        #expect(try await clerk.get("/ledgers/status").text.contains("/cases/\(id.number)/status\""))
        let page = try await clerk.get("/cases/\(id.number)/status")
        #expect(page.status == 200 && page.text.contains("村级→镇级") && !page.text.contains(Self.number))
        let paper = try await clerk.get("/cases/\(id.number)/status/paper").text
        #expect(paper.contains("姓名：王秀兰") && paper.contains("第1页 共1页"))
        let audit = try await desk.site.store.audit(of: .assistanceCase(id), after: nil, limit: 20).rows
        #expect(audit.contains { $0.note.action == .printed })
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await other.get("/cases/\(id.number)/status").status == 403)
    }
}
