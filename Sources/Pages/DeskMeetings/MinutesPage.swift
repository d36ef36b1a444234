// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 会议纪要 on the screen.
public struct MinutesPage: Page {
    public var meeting: MeetingMinutes
    public var villages: [CaseID: String]
    public var paper: Link
    public var pdf: Link
    public var book: Link

    public init(_ meeting: MeetingMinutes, villages: [CaseID: String], paper: Link, pdf: Link, book: Link) {
        self.meeting = meeting
        self.villages = villages
        self.paper = paper
        self.pdf = pdf
        self.book = book
    }

    public var title: String { "\(meeting.unit.name)\(meeting.minutes.kind.minutesTitle)" }
    public var trail: [Crumb] { [Crumb("会议", book)] }

    public var body: HTML {
        let minutes = meeting.minutes
        return .section(
            .heading(title, .buttonLink("纪要PDF", to: pdf, isPrimary: true) + .buttonLink("网页打印", to: paper)),
            .card(
                "会议情况",
                .facts(
                    [
                        Fact("日期", meeting.entry.on.inDocuments), Fact("地点", minutes.place),
                        Fact("主持人", minutes.chair), Fact("记录人", meeting.recorder),
                        Fact("参加人员", .text(minutes.attendants), isWide: true),
                    ] + wide)),
            items)
    }

    private var wide: [Fact] {
        [
            ("会议内容", meeting.minutes.words), ("报告的岗位", meeting.minutes.vacancies ?? ""),
            ("议定事项", meeting.minutes.resolution ?? ""),
        ].filter { !$0.1.isEmpty }.map { Fact($0.0, .text($0.1), isWide: true) }
    }

    private var items: HTML {
        guard !meeting.minutes.items.isEmpty else { return .empty }
        return .div(class: "heading", .h2("援助对象（\(meeting.minutes.items.count)人）"))
            + DataTable(
                columns: [
                    Column("姓名", .name), Column("村（社区）"), Column("意见"), Column("决定"),
                    Column("确定\(meeting.minutes.kind.level.helperWord)"),
                ],
                rows: meeting.minutes.items.map { item in
                    Row([
                        .link(
                            meeting.people[item.caseID]?.facts.name.full ?? "档案\(item.caseID.number)号",
                            .assistanceCase(item.caseID)),
                        .text(villages[item.caseID] ?? ""), .text(item.words), .text(item.decision),
                        .text(item.appointed ?? ""),
                    ])
                }
            ).html
    }
}
