// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import HTTPTypes
import Papers
import SamplePeople
import StoreMemory
import Testing
import Web
import Wording

@Suite("文书 on the web: ready or why not, under which number, as PDF", .serialized)
struct PaperPageTests {
    /// `./test` installs the typesetter; without it these tests say so.
    static let canSet = TestSite.papers.pythons.contains { python in
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", "import typst"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private func papers(_ desk: OneCaseDesk) -> String { "/cases/\(desk.id.number)/papers" }

    private func letter(_ desk: OneCaseDesk) async throws -> String {
        let history = try await desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents
        let act = try #require(PaperKind.letter.bases(in: history).first).id.number
        return papers(desk) + "/letter.pdf?act=\(act)"
    }

    @Test func `05.w2 the list says which papers can be had, and of the others when`() async throws {
        let desk = try await OneCaseDesk()
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let before = try await worker.get(papers(desk))
        #expect(before.status == 200)
        #expect(before.text.contains("/papers/application.pdf"))
        #expect(!before.text.contains("/papers/letter.pdf"))
        #expect(before.text.contains(PaperKind.letter.waitingSentence))
        try await desk.recognise()
        try await desk.fail(at: "甲公司")
        let after = try await worker.get(papers(desk)).text
        #expect(after.contains("/papers/letter.pdf"))
        #expect(!after.contains(PaperKind.letter.waitingSentence))
    }

    @Test func `05.w2 another village's case shows no papers`() async throws {
        let desk = try await OneCaseDesk()
        let other = try await desk.site.signedIn(as: Sample.hongsiWorker)
        for path in [papers(desk), papers(desk) + "/application.pdf"] {
            #expect(try await other.get(path).status == 403)
        }
    }

    @Test(.enabled(if: canSet, "typst is not installed: run bin/install"))
    func `05.w2 a letter gets its number when it is first printed and keeps it`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        for employer in ["甲公司", "乙公司"] { try await desk.fail(at: employer) }
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let path = try await letter(desk)
        let look = try await aide.get(path)
        #expect(look.status == 200 && look.headers[.contentType] == "application/pdf")
        #expect(
            look.headers[.contentDisposition]?.hasPrefix("inline; filename*=UTF-8''%E6%8E%A8%E8%8D%90")
                == true)
        #expect(try await desk.site.store.issuedPapers(of: desk.id).isEmpty)
        for _ in 1...2 {
            _ = try await aide.get(papers(desk))
            let printed = try await aide.post(path, form: [:])
            #expect(printed.status == 200 && printed.bytes.starts(with: Array("%PDF".utf8)))
            let issued = try await desk.site.store.issuedPapers(of: desk.id)
            #expect(issued.map(\.number.words) == ["〔2026〕第1号"])
            #expect(issued.map(\.number.unit) == [Sample.shaling])
        }
        #expect(try await aide.get(papers(desk)).text.contains("〔2026〕第1号"))
        let audit = try await desk.site.store.audit(of: .assistanceCase(desk.id), after: nil, limit: 50).rows
        #expect(audit.count { $0.note.action == .printed && $0.note.detail == "推荐介绍信" } == 3)
    }

    @Test(.enabled(if: canSet, "typst is not installed: run bin/install"))
    func `L.05 a form with the whole number is printed by those who may, with its purpose in the audit`()
        async throws
    {
        let desk = try await OneCaseDesk()
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let path = papers(desk) + "/application.pdf"
        _ = try await worker.get(papers(desk))
        #expect(try await worker.get(path).status == 200)
        let looks = try await desk.site.store.audit(of: .person(Sample.wangXiulan.id), after: nil, limit: 50)
        #expect(!looks.rows.contains { $0.note.action == .unmasked })
        #expect(try await worker.post(path, form: [:]).status == 200)
        let audit = try await desk.site.store.audit(of: .person(Sample.wangXiulan.id), after: nil, limit: 50)
        let notes = audit.rows.map(\.note).filter { $0.action == .unmasked }
        #expect(notes.map(\.detail) == ["就业困难人员认定申请登记表"])
    }

    @Test(.enabled(if: canSet, "typst is not installed: run bin/install"))
    func `05.w2 whoever did not recommend prints no letter`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        try await desk.fail(at: "甲公司")
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        _ = try await clerk.get(papers(desk))
        #expect(try await clerk.post(letter(desk), form: [:]).status == 403)
        #expect(try await desk.site.store.issuedPapers(of: desk.id).isEmpty)
    }

    @Test func `without a typesetter the page says what is missing, and no number is drawn`() async throws {
        let bare = TypesettingPlace(templates: TestSite.papers.templates, pythons: [], program: nil)
        let site = try await TestSite { $0.papers = bare }
        let worker = try await site.signedIn(as: Sample.shalingWorker)
        let answer = try await worker.get("/papers/letter.pdf")
        #expect(answer.status == 503)
        #expect(answer.text.contains("bin/install"))
    }

    @Test(.enabled(if: canSet, "typst is not installed: run bin/install"))
    func `every form can be had empty`() async throws {
        let worker = try await TestSite().signedIn(as: Sample.aide)
        let list = try await worker.get("/papers").text
        for kind in PaperKind.allCases {
            #expect(list.contains("/papers/\(kind.rawValue).pdf"))
            let answer = try await worker.get("/papers/\(kind.rawValue).pdf")
            #expect(answer.status == 200 && answer.headers[.contentType] == "application/pdf")
        }
        for path in ["/papers/nothing.pdf", "/papers/letter", "/papers/..%2Fpack.pdf"] {
            #expect(try await worker.get(path).status == 404)
        }
    }
}
