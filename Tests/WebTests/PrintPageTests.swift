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

@Suite("批量打印 on the web: counted, numbered once, set in the background", .serialized)
struct PrintPageTests {
    /// A desk with letters of two employers to be printed, and its aide.
    private func letters() async throws -> (desk: OneCaseDesk, aide: TestClient) {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        for employer in ["甲公司", "乙公司"] { try await desk.fail(at: employer) }
        return (desk, try await desk.site.signedIn(as: Sample.aide))
    }

    /// Asks for the pile's page until it is set or cannot be.
    private func settled(_ path: String, _ client: TestClient) async throws -> String {
        while true {
            let text = try await client.get(path).text
            if !text.contains("data-live=\"on\"") { return text }
            await Task.yield()
        }
    }

    private func boxes(_ text: String) -> [String] {
        text.components(separatedBy: "name=\"paper\" value=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }

    @Test func `05.w2 the page counts what can be printed and says what is lacking`() async throws {
        let (desk, aide) = try await letters()
        let text = try await aide.get("/papers/bulk?kind=letter").text
        #expect(text.contains("推荐介绍信可以打印2份"))
        #expect(boxes(text).count == 2)
        let card = try await aide.get("/papers/bulk?kind=card").text
        #expect(card.contains("就业援助卡可以打印0份"))
        #expect(card.contains("1人还不能打印：王秀兰"))
        #expect(card.contains(PaperKind.card.waitingSentence))
        #expect(!card.contains("打印全部"))
        let other = try await desk.site.signedIn(as: Sample.hongsiWorker)
        #expect(try await other.get("/papers/bulk?kind=letter").text.contains("可以打印0份"))
        let outside = try await other.get("/papers/bulk?kind=letter&unit=\(Sample.shaling.number)")
        #expect(outside.status == 403)
    }

    @Test func `05.w2 whoever did not recommend prints none of the letters`() async throws {
        let (desk, _) = try await letters()
        let clerk = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let text = try await clerk.get("/papers/bulk?kind=letter").text
        #expect(text.contains("可以打印0份") && text.contains("2份由经办的一级打印"))
        let answer = try await clerk.post("/papers/prints", form: ["kind": "letter", "which": "all"])
        #expect(answer.status == 409)
        #expect(try await desk.site.store.issuedPapers(of: desk.id).isEmpty)
    }

    @Test(.enabled(if: PaperPageTests.canSet, "typst is not installed: run bin/install"))
    func `05.w2 a pile is numbered once, however often and from how many pages it is asked for`()
        async throws
    {
        let (desk, aide) = try await letters()
        let page = try await aide.get("/papers/bulk?kind=letter")
        let once = try #require(page.hidden("once"))
        let form: KeyValuePairs = ["kind": "letter", "which": "all", "shape": "pile", "once": once]
        let first = try await aide.post("/papers/prints", form: form)
        let path = try #require(first.location)
        #expect(first.status == 303 && path == "/papers/prints/1")
        #expect(try await aide.post("/papers/prints", form: form).location == path)
        // A second tab, opened before the first was sent, asks for the same papers.
        let second = try await aide.post("/papers/prints", form: ["kind": "letter", "which": "all"])
        #expect(second.status == 409 && second.text.contains("可能刚刚由您或同事打印过"))
        let text = try await settled(path, aide)
        #expect(text.contains("第1号至第2号") && text.contains("打开文件"))
        let file = try await aide.get(path + "/file")
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.bytes.starts(with: Array("%PDF".utf8)))
        let issued = try await desk.site.store.issuedPapers(of: desk.id)
        #expect(issued.map(\.number.number) == [1, 2])
        let audit = try await desk.site.store.audit(of: .unit(Sample.shaling), after: nil, limit: 50).rows
        #expect(
            audit.map(\.note.detail).filter { $0.contains("批量") } == [
                "推荐介绍信（批量，取走文件）2份", "推荐介绍信（批量）2份",
            ])
        let other = try await desk.site.signedIn(as: Sample.shalingWorker)
        #expect(try await other.get(path).status == 404)
        #expect(try await other.get(path + "/file").status == 404)
    }

    @Test(.enabled(if: PaperPageTests.canSet, "typst is not installed: run bin/install"))
    func `a chosen paper whose act was withdrawn meanwhile is left out and said so`() async throws {
        let (desk, aide) = try await letters()
        let page = try await aide.get("/papers/bulk?kind=letter").text
        let keys = boxes(page)
        try #require(keys.count == 2)
        let history = try await desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents
        let outcome = try #require(
            history.last { if case .aid(.recommendationEnded) = $0.event { true } else { false } })
        for act in [outcome.id, try #require(PaperKind.letter.bases(in: history).first).id] {
            _ = try await desk.site.site.office().withdraw(
                act, in: desk.id, version: desk.found.version, reason: "录入错误", by: Sample.aide.actor)
        }
        let answer = try await aide.post(
            "/papers/prints",
            pairs: [("kind", "letter"), ("which", "chosen"), ("shape", "files")] + keys.map { ("paper", $0) })
        #expect(answer.status == 303)
        let path = try #require(answer.location)
        #expect(try await aide.get(path).text.contains("有1份没有打印"))
        _ = try await settled(path, aide)
        let file = try await aide.get(path + "/file")
        #expect(file.headers[.contentType] == "application/zip")
        #expect(file.bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(try await desk.site.store.issuedPapers(of: desk.id).map(\.number.number) == [1])
        let none = try await aide.post("/papers/prints", form: ["kind": "letter", "which": "chosen"])
        #expect(none.status == 422 && none.text.contains("还没有勾选"))
    }

    @Test(.enabled(if: PaperPageTests.canSet, "typst is not installed: run bin/install"))
    func `a pile whose worker is killed is set all the same, and its numbers stay`() async throws {
        let (desk, aide) = try await letters()
        let path = try #require(
            try await aide.post("/papers/prints", form: ["kind": "letter", "which": "all"]).location)
        for _ in 0..<2 {
            if let process = await desk.site.site.printingProcess { kill(process, SIGKILL) }
            await Task.yield()
        }
        var text = try await settled(path, aide)
        if !text.contains("打开文件") {
            // Killed twice over the same papers: told in words, and set again on request under the same numbers.
            #expect(text.contains("排版程序中断"))
            _ = try await aide.post(path, form: [:])
            text = try await settled(path, aide)
        }
        #expect(text.contains("打开文件"))
        #expect(try await desk.site.store.issuedPapers(of: desk.id).map(\.number.number) == [1, 2])
    }

    @Test(.enabled(if: PaperPageTests.canSet, "typst is not installed: run bin/install"))
    func `a server started anew sets an old pile again, with the same marks`() async throws {
        let (desk, aide) = try await letters()
        let path = try #require(
            try await aide.post("/papers/prints", form: ["kind": "letter", "which": "all"]).location)
        _ = try await settled(path, aide)
        let restarted = try await desk.site.restarted()
        let again = try await restarted.signedIn(as: Sample.aide)
        #expect(try await again.get(path).text.contains("按原样重新排版"))
        #expect(try await again.get(path + "/file").status == 303)
        #expect(try await again.post(path, form: [:]).location == path)
        let text = try await settled(path, again)
        #expect(text.contains("打开文件") && text.contains("第1号至第2号"))
        #expect(try await desk.site.store.issuedPapers(of: desk.id).count == 2)
    }

    @Test(arguments: [true, false])
    func `without a typesetter or fonts a pile draws no number and says what is missing`(
        hasTypesetter: Bool
    ) async throws {
        guard !hasTypesetter || PaperPageTests.canSet else { return }
        let (desk, _) = try await letters()
        let found = TestSite.papers
        let lacking = TypesettingPlace(
            templates: found.templates, pythons: hasTypesetter ? found.pythons : [], program: nil,
            families: hasTypesetter ? ["Noto Serif CJK XX"] : found.families)
        let bare = try await desk.site.restarted { $0.papers = lacking }
        let aide = try await bare.signedIn(as: Sample.aide)
        let answer = try await aide.post("/papers/prints", form: ["kind": "letter", "which": "all"])
        #expect(answer.status == 503)
        #expect(answer.text.contains(hasTypesetter ? "缺少字体Noto Serif CJK XX" : "缺少排版程序"))
        #expect(answer.text.contains("没有取用文号"))
        #expect(try await desk.site.store.issuedPapers(of: desk.id).isEmpty)
        #expect(try await desk.site.store.printRuns(of: Sample.aide.id, limit: 5).isEmpty)
    }

    @Test(.enabled(if: PaperPageTests.canSet, "typst is not installed: run bin/install"))
    func `L.05 whole numbers in a pile are on the audit, person by person`() async throws {
        let (desk, _) = try await letters()
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let answer = try await worker.post(
            "/papers/prints", form: ["kind": "application", "which": "all", "shape": "pile"])
        #expect(answer.status == 303)
        let audit = try await desk.site.store.audit(of: .person(Sample.wangXiulan.id), after: nil, limit: 50)
        #expect(
            audit.rows.map(\.note).filter { $0.action == .unmasked }.map(\.detail) == ["就业困难人员认定申请登记表（批量）"])
    }
}
