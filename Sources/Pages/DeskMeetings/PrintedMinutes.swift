// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 会议纪要 on paper, with places to sign.
public struct PrintedMinutes: Sendable {
    public var meeting: MeetingMinutes
    public var villages: [CaseID: String]

    public init(_ meeting: MeetingMinutes, villages: [CaseID: String]) {
        self.meeting = meeting
        self.villages = villages
    }

    public var title: String { "\(meeting.unit.name)\(meeting.minutes.kind.minutesTitle)" }

    /// The whole paper; it runs over as many sheets as it needs.
    public var body: HTML {
        let minutes = meeting.minutes
        return .join(
            .element("h1", [.class("paper-title")], .text(title)),
            .element(
                "table", [.class("ruled")],
                .element(
                    "tbody", [],
                    .each(
                        [
                            ("时间", meeting.entry.on.inDocuments), ("地点", minutes.place),
                            ("主持人", minutes.chair), ("参加人员", minutes.attendants), ("会议内容", minutes.words),
                            ("报告的岗位", minutes.vacancies ?? ""), ("议定事项", minutes.resolution ?? ""),
                        ].filter { !$0.1.isEmpty }, head))),
            .when(!minutes.items.isEmpty, items), .signatures(signers))
    }

    private func head(_ line: (String, String)) -> HTML {
        .element(
            "tr", [], .element("th", [Attribute("width", "16%")], .text(line.0)),
            .element("td", [], .text(line.1)))
    }

    private var items: HTML {
        let head = ["序号", "姓名", "村（社区）", "意见", "决定", "确定\(meeting.minutes.kind.level.helperWord)"]
        return .element(
            "table", [.class("ruled")],
            .element("colgroup", [], Self.widths.map { .void("col", [Attribute("width", "\($0)%")]) }),
            .element("thead", [], .element("tr", [], head.map { .element("th", [], .text($0)) })),
            .element(
                "tbody", [],
                .each(meeting.minutes.items.enumerated()) { index, item in
                    .element(
                        "tr", [], .element("td", [.class("middle")], .text(String(index + 1))),
                        .each([
                            meeting.people[item.caseID]?.facts.name.full ?? "", villages[item.caseID] ?? "",
                            item.words, item.decision, item.appointed ?? "",
                        ]) { .element("td", [], .text($0)) })
                }))
    }

    /// Shares of the paper: number, name, village, opinion, decision, who was appointed.
    private static let widths = [7, 11, 14, 27, 27, 14]

    private var signers: [String] { ["主持人", "参加人员", "记录人", "日期"] }
}
