// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Foundation
import Papers
import Testing
import Wording

@Suite(
    "文书 02.w2 02.w3 02.w4 02.r2 02.r5 02.r6 03.w3 05.w2 06.w2 07.w2 08.w4 08.w5 11.w2 12.w3 L.10",
    .enabled(if: Judges.canSet && Judges.canRead, Judges.reason))
struct PaperGoldenTests {
    @Test(arguments: PaperKind.allCases)
    func `a filled paper reads as recorded`(kind: PaperKind) async throws {
        let paper = try #require(PaperSample.paper(kind))
        let pdf = try await Judges.typesetter.pdf(of: [paper], isForArchive: true, stamp: PaperSample.stamp)
        try show(pdf, kind.rawValue)
        try expectGolden(Judges.text(pdf), kind.rawValue)
        try expectOfficePaper(pdf, kind)
        #expect(String(decoding: pdf, as: UTF8.self).contains("<pdfaid:part>2</pdfaid:part>"))
        #expect(String(decoding: pdf, as: UTF8.self).contains("<pdfaid:conformance>B</pdfaid:conformance>"))
    }

    @Test(arguments: PaperKind.allCases)
    func `a blank form names no unit, person or number and fits as many pages`(kind: PaperKind) async throws {
        let pdf = try await Judges.typesetter.pdf(of: [.blank(kind)], stamp: PaperSample.stamp)
        let text = try Judges.text(pdf)
        try show(pdf, kind.rawValue + ".blank")
        try expectOfficePaper(pdf, kind, isBlank: true)
        for word in ["王秀兰", "杨镇", "沙岭村", "2026年3月", "第12号", "张春生"] {
            #expect(!text.contains(word), "\(word)")
        }
        try expectGolden(text, kind.rawValue + ".blank")
    }

    /// Puts the PDF into the folder that YUANZHU_PAPERS names, for somebody to look at.
    private func show(_ pdf: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["YUANZHU_PAPERS"] else { return }
        try Data(pdf).write(to: URL(filePath: "\(folder)/\(name).pdf"))
    }

    /// A4, every face embedded, the pages that its form has.
    private func expectOfficePaper(_ pdf: [UInt8], _ kind: PaperKind, isBlank: Bool = false) throws {
        let told = try Judges.told(by: "pdfinfo", pdf)
        let pages = told.split(separator: "\n").first { $0.hasPrefix("Pages:") }?.filter(\.isNumber)
        #expect(pages == (kind == .handbook ? (isBlank ? "2" : "4") : "1"))
        #expect(told.contains("(A4)"))
        let faces = try Judges.told(by: "pdffonts", pdf).split(separator: "\n").dropFirst(2)
        #expect(!faces.isEmpty)
        for face in faces { #expect(face.contains(" yes yes yes ") || face.contains(" yes yes "), "\(face)") }
        if kind == .statusRecord {
            #expect(told.contains("841.89 x 595.276") || told.contains("841.89 x 595.28"))
        }
    }

    @Test func `the letter's stub, letter and slip bear one number (05.w2)`() async throws {
        let paper = try #require(PaperSample.paper(.letter))
        let text = try Judges.text(try await Judges.typesetter.pdf(of: [paper], stamp: PaperSample.stamp))
        #expect(text.components(separatedBy: "〔2026〕第12号").count == 4)
    }

    @Test func `a reprint says so`() async throws {
        var paper = try #require(PaperSample.paper(.recognition))
        let first = try Judges.text(try await Judges.typesetter.pdf(of: [paper], stamp: PaperSample.stamp))
        paper.head.mark = "补打"
        let again = try Judges.text(try await Judges.typesetter.pdf(of: [paper], stamp: PaperSample.stamp))
        #expect(!first.contains("补打"))
        #expect(again.contains("补打"))
        #expect(again.contains("〔2026〕第12号"))
    }

    @Test func `08.w4 12.w3 the handbook tells the whole history by the manual's steps, in their order`()
        async throws
    {
        let paper = try #require(PaperSample.paper(.handbook))
        let text = try Judges.text(try await Judges.typesetter.pdf(of: [paper], stamp: PaperSample.stamp))
        let titles = ["认定登记申请", "指派援助人员", "村级岗位推荐", "组织会商研讨", "指派助理专员", "开展一般指导", "专家会诊研讨"]
        for title in titles { #expect(text.contains(title)) }
        let value = paper.sheetful.value
        let places = titles.compactMap { value.range(of: "\"title\":\"\($0)\"")?.lowerBound }
        #expect(places.count == titles.count && places == places.sorted())
        #expect(text.contains("顺鑫便民服务有限公司") && text.contains("技能够用，时间受限"))
    }

    @Test func `a ledger's head stands on every page, numbered x of y`() async throws {
        let ledger = LedgerPaper(
            title: "就业困难人员服务台账", unit: "杨镇", period: "截至2026年3月2日　共120人", officer: "李敏",
            day: "2026年3月2日", columns: ["姓名", "身份证号", "困难类别", "情况"],
            rows: (1...120).map { ["王秀兰\($0)", "990000********0021", "3545、长期失业", "入户走访，说明政策；约定下周再谈。"] })
        let pdf = try await Judges.typesetter.pdf(
            TypesettingOrder([ledger.sheetful], stamp: PaperSample.stamp))
        try show(pdf, "ledger")
        let pages = try Judges.text(pdf).split(separator: "\u{0C}")
        #expect(pages.count > 2)
        for (place, page) in pages.enumerated() {
            for word in ["身份证号", "困难类别", "第\(place + 1)页", "共\(pages.count)页"] {
                #expect(page.contains(word), "\(word)")
            }
        }
        #expect(pages.last?.contains("制表人：李敏") == true)
        #expect(try Judges.told(by: "pdfinfo", pdf).contains("841.89 x 595.2"))
    }

    @Test func `a ledger of many columns keeps each number in its cell`() async throws {
        let heads = (1...17).map { "第\($0)列名称" }
        let row = (1...17).map {
            $0 % 3 == 0 ? "2026-03-\(10 + $0)" : $0 % 3 == 1 ? "990001********0037" : "已认定"
        }
        let ledger = LedgerPaper(
            title: "就业困难人员服务台账", unit: "杨镇", period: "截至2026年3月2日", officer: "李敏", day: "2026年3月2日",
            columns: heads, rows: [row, row])
        let pdf = try await Judges.typesetter.pdf(
            TypesettingOrder([ledger.sheetful], stamp: PaperSample.stamp))
        try show(pdf, "ledger-wide")
        // Words that stand over each other are read as one, or in pieces.
        let words = try Judges.words(of: pdf)
        for text in Set(row) {
            #expect(words.count { $0 == text } == row.count { $0 == text } * 2, "\(text)")
        }
    }

    @Test func `papers of a pile number their pages each for itself`() async throws {
        let papers = [PaperKind.application, .handUp, .application, .statusRecord].compactMap {
            PaperSample.paper($0)
        }
        let pages = try Judges.text(try await Judges.typesetter.pdf(of: papers, stamp: PaperSample.stamp))
            .split(separator: "\u{0C}")
        #expect(pages.count == 4)
        for page in pages {
            for number in ["第1页", "共1页"] { #expect(page.contains(number), "\(page.suffix(40))") }
        }
    }
}

/// Compares a text with a file in Golden; records it instead when YUANZHU_RECORD is 1.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: Judges.root + "/Tests/PapersTests/Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["YUANZHU_RECORD"] == "1" {
        return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
    #expect(
        text == golden, "\(name): \(difference.map { "\($0), recorded: \($1)" } ?? "lengths differ")",
        sourceLocation: sourceLocation)
}
