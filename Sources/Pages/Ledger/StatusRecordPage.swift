// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 就业动态管理记录单 of one person, on the screen and on paper (02.r6).
public struct StatusRecordPage: Page {
    /// The record.
    public var record: StatusRecord

    /// A record.
    public init(_ record: StatusRecord) { self.record = record }

    /// The page's name.
    public var title: String { "就业动态管理记录单" }
    /// Under the ledger of these records.
    public var trail: [Crumb] { [Crumb("各类台账", "/ledgers"), Crumb(title, "/ledgers/status")] }

    private var person: PersonLine { record.person }
    private var opened: String { record.found.recognition.recognised?.iso ?? "" }

    /// Who it is, then every change.
    public var body: HTML {
        .join(
            .heading(
                "\(person.name)：\(title)",
                .buttonLink("打印", to: .assistanceCase(record.found.id, "status/paper")),
                .buttonLink("援助档案", to: .assistanceCase(record.found.id))),
            .facts([
                Fact("身份证号", person.identity), Fact("联系电话", person.mobile),
                Fact("社区（村）", person.village?.name ?? ""), Fact("建单日期", opened),
                Fact("目前环节", record.found.stage.word),
            ]),
            DataTable(
                columns: [
                    Column("日期", .name), Column("变动"), Column("说明"), Column("经办人"), Column("记录日期", .fixed),
                ],
                rows: lines.map { Row($0.map { Cell.text($0) }) }, caption: title
            ).html)
    }

    private var lines: [[String]] {
        record.changes.map { entry in
            [
                entry.occurred.iso, entry.event.kind.words, entry.event.detail,
                record.names[entry.by] ?? "", entry.recorded.day.iso,
            ]
        }
    }

    /// The record as an office files it.
    public var paper: PrintedLedger {
        PrintedLedger(
            title: title,
            unit: "姓名：\(person.name)　身份证号：\(person.identity)　\(person.village?.name ?? "")",
            period: "建单日期：\(opened)　目前环节：\(record.found.stage.word)",
            columns: [
                .init("日期", width: 8), .init("变动", width: 14), .init("说明", width: 34), .init("经办人", width: 8),
                .init("记录日期", width: 8),
            ], rows: lines, signers: ["经办人", "审核人", "日期"])
    }
}
