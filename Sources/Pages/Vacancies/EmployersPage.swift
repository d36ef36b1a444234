// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 用人单位: the list (14.w2).
public struct EmployersPage: Page {
    public var filter: FilterRow
    public var rows: [Employer]
    /// The offices by number.
    public var units: [UnitID: String]
    /// Whether one is being chosen for a new vacancy.
    public var isChoosing: Bool
    public var mayKeep: Bool
    public var first: Link?
    public var next: Link?

    public init(
        filter: FilterRow, rows: [Employer], units: [UnitID: String], isChoosing: Bool, mayKeep: Bool,
        first: Link?, next: Link?
    ) {
        self.filter = filter
        self.rows = rows
        self.units = units
        self.isChoosing = isChoosing
        self.mayKeep = mayKeep
        self.first = first
        self.next = next
    }

    public var title: String { isChoosing ? "新增岗位：选择用人单位" : "用人单位" }
    public var trail: [Crumb] { [Crumb("岗位信息", "/vacancies")] }

    public var body: HTML {
        .section(
            .heading(title, .when(mayKeep, .buttonLink("新增用人单位", to: "/employers/new", isPrimary: true))),
            .when(isChoosing, .notice("先找到用人单位，再点“新增岗位”；没有登记过的，先新增用人单位。")),
            filter.html, list, .pager(previous: first, next: next))
    }

    private var list: HTML {
        guard !rows.isEmpty else { return .nothing("没有符合条件的用人单位。") }
        return DataTable(
            columns: [
                Column("单位名称", .name), Column("统一社会信用代码", .fixed), Column("行业"), Column("联系人"),
                Column("登记单位"), Column("最近走访", .fixed), Column("空岗报告", .fixed), Column("办理", .acts),
            ], rows: rows.map(row), caption: "用人单位"
        ).html
    }

    private func row(_ employer: Employer) -> Row {
        let facts = employer.facts
        let contact = facts.contacts.first.map { "\($0.name) \($0.phone)" } ?? ""
        let name =
            HTML.a(.employer(employer.id), facts.name)
            + .when(facts.isRegular, .join(.text(" "), .tag(Tag("固定客户", .blue))))
        return Row([
            .html(name), .text(facts.code?.text ?? facts.withoutCode), .text(facts.industry?.word ?? ""),
            .text(contact), .text(units[employer.unit] ?? ""), .text(employer.lastVisit?.iso ?? ""),
            .text(employer.lastReport?.month.iso ?? ""),
            .html(
                .when(
                    mayKeep,
                    .a(
                        Link("/vacancies/new", query: [("employer", String(employer.id.number))]),
                        class: "button small", "新增岗位"))),
        ])
    }
}

/// One employer: facts, vacancies, visits and reports.
public struct EmployerPage: Page {
    public var file: EmployerFile
    public var place: String
    public var lines: [VacancyLine]
    public var tools: [(label: String, link: Link, isPrimary: Bool)]
    /// Where a merged entry went.
    public var successor: (name: String, link: Link)?

    public init(
        file: EmployerFile, place: String, lines: [VacancyLine],
        tools: [(label: String, link: Link, isPrimary: Bool)], successor: (name: String, link: Link)?
    ) {
        self.file = file
        self.place = place
        self.lines = lines
        self.tools = tools
        self.successor = successor
    }

    private var facts: EmployerFacts { file.employer.facts }

    public var title: String { facts.name }
    public var trail: [Crumb] { [Crumb("用人单位", "/employers")] }

    public var body: HTML {
        .section(
            .heading(
                title, .when(facts.isRegular, .tag(Tag("固定客户", .blue))),
                .each(tools) { .buttonLink($0.label, to: $0.link, isPrimary: $0.isPrimary) }),
            .with(successor) { other in
                .notice("这条登记已并入另一条。", .warning, .p(.a(other.link, other.name)))
            },
            .card("基本信息", .facts(shown)), .card("岗位", vacancies),
            .card("走访、空岗报告和变更", .timeline(file.history.map(happening))))
    }

    private var shown: [Fact] {
        let contacts = facts.contacts.map { contact in
            "\(contact.name)\(contact.position.isEmpty ? "" : "（\(contact.position)）") \(contact.phone)"
        }
        return [
            Fact("统一社会信用代码", facts.code?.text ?? facts.withoutCode), Fact("行业", facts.industry?.word ?? ""),
            Fact("地址", facts.address), Fact("所在镇（街）、村", place),
            Fact("联系人", contacts.joined(separator: "；")),
            Fact("来源", facts.sources.map(\.word).joined(separator: "、")),
            Fact("登记单位", file.unit?.name ?? ""), Fact("最近走访", file.employer.lastVisit?.iso ?? ""),
            Fact(
                "最近空岗报告",
                file.employer.lastReport.map { "\($0.month.iso)，空岗\($0.places)人" } ?? ""),
            Fact("备注", .text(facts.note), isWide: true),
        ]
    }

    private var vacancies: HTML {
        guard !lines.isEmpty else { return .nothing("还没有登记过岗位。") }
        return DataTable(columns: VacancyLine.columns, rows: lines.map(\.tableRow), caption: "岗位").html
    }

    private func happening(_ entry: HistoryEntry) -> Happening {
        let detail = if case .employer(let event) = entry.event { event.detail } else { "" }
        return Happening(
            day: entry.occurred.iso, entry.event.kind.words, by: file.names[entry.by] ?? "",
            detail: .text(detail))
    }
}
