// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One vacancy as a line of a list.
public struct VacancyLine: Sendable {
    public var row: VacancyRow
    public var standing: VacancyStanding
    /// Where the work is, in words.
    public var place: String
    /// The office that keeps it.
    public var unit: String

    public init(_ row: VacancyRow, standing: VacancyStanding, place: String, unit: String) {
        self.row = row
        self.standing = standing
        self.place = place
        self.unit = unit
    }

    var tableRow: Row {
        let (vacancy, facts) = (row.vacancy, row.vacancy.facts)
        return Row(
            [
                .link(facts.post, .vacancy(vacancy.id)), .tag(standing.tag),
                .link(row.employer.facts.name, .employer(row.employer.id)), .text(facts.pay.words),
                .text(place), .text("\(vacancy.seatsLeft)/\(facts.headcount)"),
                .text(facts.requirements.leastEducation?.word ?? "不限"), .text(facts.shift?.word ?? ""),
                .text(vacancy.verifiedOn?.iso ?? "未核实"), .text(facts.validThrough.iso),
            ], tone: standing == .stale ? .orange : nil)
    }

    static let columns = [
        Column("岗位", .name), Column("状态", .state), Column("用人单位"), Column("待遇", .fixed), Column("工作地点"),
        Column("剩余/招聘", .figure), Column("学历"), Column("班次"), Column("核实日期", .fixed),
        Column("有效期至", .fixed),
    ]
}

extension VacancyStanding {
    /// The state as a coloured word.
    public var tag: Tag {
        switch self {
        case .open: Tag(word, .green)
        case .stale: Tag(word, .orange)
        case .filled: Tag(word, .blue)
        case .expired, .closed: Tag(word, .grey)
        }
    }
}

extension Link {
    public static func vacancy(_ id: VacancyID) -> Link { Link("/vacancies/\(id.number)") }
    public static func vacancy(_ id: VacancyID, _ part: String) -> Link {
        Link("/vacancies/\(id.number)/\(part)")
    }
    public static func employer(_ id: EmployerID) -> Link { Link("/employers/\(id.number)") }
    public static func employer(_ id: EmployerID, _ part: String) -> Link {
        Link("/employers/\(id.number)/\(part)")
    }
}

/// 岗位信息: the list of vacancies (05.w2, 10.w2, 14.w2).
public struct VacanciesPage: Page {
    public var filter: FilterRow
    public var lines: [VacancyLine]
    public var count: VacancyCount
    /// How many wait for a confirmation; `nil` where the list shows those anyway.
    public var stale: Int?
    public var tools: [(label: String, link: Link, isPrimary: Bool)]
    public var first: Link?
    public var next: Link?

    public init(
        filter: FilterRow, lines: [VacancyLine], count: VacancyCount, stale: Int?,
        tools: [(label: String, link: Link, isPrimary: Bool)], first: Link?, next: Link?
    ) {
        self.filter = filter
        self.lines = lines
        self.count = count
        self.stale = stale
        self.tools = tools
        self.first = first
        self.next = next
    }

    public var title: String { "岗位信息" }

    public var body: HTML {
        .section(
            .heading(
                title, .each(tools) { .buttonLink($0.label, to: $0.link, isPrimary: $0.isPrimary) }),
            .with(stale) { count in
                .when(
                    count > 0,
                    .notice(
                        "有\(count)个岗位待核实：推荐前先问单位还招不招、要求变没变。", .warning,
                        .p(.a("/vacancies?standing=stale", "查看待核实的岗位"))))
            },
            filter.html, .p(class: "hint", .text("共\(count.posts)个岗位，还招\(count.places)人。")), list,
            .pager(previous: first, next: next))
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("没有符合条件的岗位。") }
        return DataTable(
            columns: VacancyLine.columns, rows: lines.map(\.tableRow), caption: "岗位信息"
        ).html
    }
}
