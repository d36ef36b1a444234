// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 就业援助档案: what goes along with a hand-up, bound with cover, contents and page numbers (06.w1, 11.w1).
public struct CaseFileSheets: Sendable {
    public var file: CaseFile

    public init(file: CaseFile) { self.file = file }

    public var title: String { "就业援助档案：\(file.person.facts.name.full)" }

    /// The sheets in order; the shell numbers them.
    public var sheets: [HTML] {
        let parts = CaseFileRecords(file: file).parts
        let pages = BoundRecords(parts: parts).pages
        let lines = parts.reduce(0) { $0 + $1.records.count }
        let first = 2 + max(1, (lines + Self.linesOfContents - 1) / Self.linesOfContents)
        return [cover(papers: lines)] + contents(firstPage: first, pages)
            + pages.map { .each($0) { $0.html } }
    }

    private static let linesOfContents = 24

    private func cover(papers: Int) -> HTML {
        .div(
            class: "cover", .h1("就业援助档案"),
            .p(.text("\(file.town?.name ?? "")\(file.village?.name ?? "")")),
            .div(class: "record", .facts(facts)),
            .p(.text("共\(papers)份材料，\(file.today.inDocuments)整理")),
            .signatures(["整理人", "负责人"], hasSeal: true))
    }

    /// Who it is, masked, where the case stands, and why it goes up.
    private var facts: [Fact] {
        let found = file.found
        let person = file.person.facts
        let age = person.born.map { "\(Age.years(born: $0, on: file.today))岁" } ?? "—"
        return [
            Fact("姓名", person.name.full), Fact("性别、年龄", "\(person.sex?.word ?? "—")，\(age)"),
            Fact("身份证号", file.identity), Fact("手机", file.mobile),
            Fact("困难类别", .text(found.categories.map(\.shortWord).joined(separator: "、")), isWide: true),
            Fact(
                "认定",
                found.recognition.recognised.map { "\($0.inDocuments) \(found.recognition.number)" } ?? "未认定"),
            Fact("走访分类", found.visitClass?.word ?? "—"),
            Fact("所处环节", found.stage.word), Fact("负责人", found.helper?.name ?? "未确定"),
        ] + reason
    }

    /// The newest hand-up, or the one that is due.
    private var reason: [Fact] {
        let handUp = file.history.standing.reversed().lazy.compactMap { entry -> (Day, HandUp)? in
            guard case .handover(.handedUp(let handUp)) = entry.event else { return nil }
            return (entry.occurred, handUp)
        }.first
        if let (day, handUp) = handUp, file.dueHandUp == nil {
            return [
                Fact(
                    "上交",
                    .text("\(day.inDocuments)\(handUp.from.short)上交\(handUp.to.short)：\(handUp.cause.word)"),
                    isWide: true),
                Fact("情况说明", .text(String(handUp.reason.prefix(Self.coverWords))), isWide: true),
            ]
        }
        return [Fact("上交", .text(file.dueHandUp.map { "拟上交：\($0.word)" } ?? "未上交"), isWide: true)]
    }

    /// What of a long reason fits on the cover; the whole stands with the hand-up.
    private static let coverWords = 200

    private func contents(firstPage: Int, _ pages: [[BoundRecords.Block]]) -> [HTML] {
        var lines: [[String]] = []
        for (page, blocks) in pages.enumerated() {
            for block in blocks where !block.isContinued {
                lines.append([
                    String(lines.count + 1), block.record.title, block.record.level, block.record.day,
                    String(firstPage + page),
                ])
            }
        }
        return stride(from: 0, to: max(1, lines.count), by: Self.linesOfContents).map { start in
            .div(
                class: "contents", .h2("目录"),
                .table(
                    head: ["序号", "材料", "级别", "日期", "页码"],
                    rows: Array(lines.dropFirst(start).prefix(Self.linesOfContents))))
        }
    }
}
