// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Sheets
import Wording

/// 上报文件: messages to one system as a table, each told from the journal (10.w4).
public struct MessageFile {
    private let lines: [MessageLine]
    private let units: UnitTree

    public init(lines: [MessageLine], units: UnitTree) {
        self.lines = lines
        self.units = units
    }

    static let titles = [
        "报文号", "事项", "更正的报文号", "姓名", "身份证号", "性别", "发生日期", "就业单位", "岗位", "就业形式", "到岗日期", "登记编号", "登记地点",
        "说明", "街（镇）", "村（社区）", "案件号", "记录号", "录入时间",
    ]

    /// An Excel workbook.
    ///
    /// - Throws: `SheetFault` when the disk does not take it.
    public func workbook() throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "messages-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: place) }
        let writer = try SheetWriter(place.path, title: "数据上报")
        try writer.sheet(
            "数据上报", columns: Self.titles.map { SheetColumn($0, width: $0 == "身份证号" ? 22 : 14) },
            layout: SheetLayout(frozenColumns: 1))
        for line in lines { try writer.row(cells(line)) }
        try writer.finish()
        return [UInt8](try Data(contentsOf: place))
    }

    /// CSV in UTF-8.
    ///
    /// - Throws: `SheetFault`.
    public func text() throws -> [UInt8] {
        try CSVWriter.bytes([Self.titles.map { .text($0) }] + lines.map(cells))
    }

    private func cells(_ line: MessageLine) -> [SheetValue] {
        let (message, facts) = (line.message, line.person.facts)
        let work = Work(line.entry.event)
        let town = units.unit(at: .town, above: message.village)?.name ?? ""
        return [
            .text(String(message.id.number)), .text(message.kind.word),
            .text(message.corrects.map { String($0.number) } ?? ""), .text(facts.name.full),
            .text(facts.identity?.full ?? ""), .text(facts.sex?.word ?? ""), .text(line.entry.occurred.iso),
            .text(work.job?.employer ?? ""), .text(work.job?.post ?? ""), .text(work.job?.form.word ?? ""),
            .text(work.job?.since.iso ?? ""), .text(work.number), .text(work.place), .text(work.words),
            .text(town), .text(units[message.village]?.name ?? ""), .text(String(message.caseID.number)),
            .text(String(message.act.number)), .text(line.entry.recorded.rfc3339),
        ]
    }
}

/// What an act says of somebody's work.
private struct Work {
    var job: Job?
    var number = ""
    var place = ""
    var words = ""

    init(_ event: CaseEvent) {
        guard case .work(let event) = event else { return }
        switch event {
        case .employed(let found, _): job = found
        case .confirmed(let found, let source): (job, words) = (found, source)
        case .registered(let registration):
            (job, number, place) = (registration.job, registration.number, registration.place)
        case .jobLost(let reason): words = reason
        case .notified, .fileTransferred, .followedUp, .employerVisited, .founderVisited: break
        }
    }
}
