// SPDX-License-Identifier: Apache-2.0
import Assistance
import Wording

/// 安排展位, first: which employer, of those that have vacancies on the day of the fair (14.w3).
public struct StandChoicePage: Page {
    /// An employer that may be given a stand.
    public struct Line: Sendable {
        public var employer: Employer
        public var vacancies: [Vacancy]

        public init(employer: Employer, vacancies: [Vacancy]) {
            self.employer = employer
            self.vacancies = vacancies
        }
    }

    public var fair: Fair
    public var filter: FilterRow
    public var lines: [Line]

    public init(fair: Fair, filter: FilterRow, lines: [Line]) {
        self.fair = fair
        self.filter = filter
        self.lines = lines
    }

    public var title: String { "安排展位：选择用人单位" }
    public var trail: [Crumb] { [Crumb("招聘会", "/fairs"), Crumb(fair.facts.title, .fair(fair.id))] }

    public var body: HTML {
        .section(
            .h1(title), .notice("只列出到招聘会当天还有岗位、还没有展位的单位。没有的，先在岗位信息中登记岗位。"), filter.html,
            lines.isEmpty
                ? .nothing("没有符合条件的用人单位。", next: "登记岗位", "/vacancies")
                : DataTable(
                    columns: [Column("用人单位", .name), Column("岗位"), Column("办理", .acts)],
                    rows: lines.map(row), caption: "用人单位"
                ).html)
    }

    private func row(_ line: Line) -> Row {
        let posts = line.vacancies.map { "\($0.facts.post)（招\($0.seatsLeft)人）" }.joined(separator: "、")
        let link = Link(
            "/fairs/\(fair.id.number)/stands/new",
            query: [("employer", String(line.employer.id.number))])
        return Row([
            .link(line.employer.facts.name, .employer(line.employer.id)), .text(posts),
            .html(.a(link, class: "button small", "安排展位")),
        ])
    }
}
