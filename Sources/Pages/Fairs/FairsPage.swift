// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

extension Link {
    public static func fair(_ id: FairID) -> Link { Link("/fairs/\(id.number)") }

    /// A page or act beneath a fair.
    public static func fair(_ id: FairID, _ part: String) -> Link { Link("/fairs/\(id.number)/\(part)") }

    /// A leaf of a fair's page.
    public static func fair(_ id: FairID, tab: FairPage.Leaf, from place: Int? = nil) -> Link {
        Link(
            "/fairs/\(id.number)",
            query: [("tab", tab.rawValue)] + (place.map { [("from", String($0))] } ?? []))
    }

    /// A page or act about one person at a fair.
    public static func fair(_ id: FairID, guest: CaseID, _ part: String) -> Link {
        Link("/fairs/\(id.number)/guests/\(guest.number)/\(part)")
    }

    public static func publicFair(_ id: FairID) -> Link { Link("/public/fairs/\(id.number)") }
}

extension FairStanding {
    /// The state as a coloured word.
    var tag: Tag {
        switch self {
        case .planned: Tag(word, .plain)
        case .coming: Tag(word, .blue)
        case .today: Tag(word, .orange)
        case .over: Tag(word, .yellow)
        case .closed: Tag(word, .green)
        case .cancelled: Tag(word, .grey)
        }
    }
}

/// A fair as lists show it.
public struct FairLine: Sendable {
    public var fair: Fair
    public var standing: FairStanding
    /// The office that holds it.
    public var unit: String

    public init(_ fair: Fair, standing: FairStanding, unit: String) {
        self.fair = fair
        self.standing = standing
        self.unit = unit
    }
}

/// 招聘会: the calendar, what is to come first, then what was held with its results (14.w3).
public struct FairsPage: Page {
    public var filter: FilterRow
    public var coming: [FairLine]
    public var past: [FairLine]
    public var mayHold: Bool
    /// More that are to come, more that are past.
    public var later: Link?
    public var earlier: Link?
    /// Back to the first page of both.
    public var first: Link?

    public init(
        filter: FilterRow, coming: [FairLine], past: [FairLine], mayHold: Bool, later: Link?, earlier: Link?,
        first: Link?
    ) {
        self.filter = filter
        self.coming = coming
        self.past = past
        self.mayHold = mayHold
        self.later = later
        self.earlier = earlier
        self.first = first
    }

    public var title: String { "招聘会" }
    public var trail: [Crumb] { [Crumb("岗位信息", "/vacancies")] }

    public var body: HTML {
        .section(
            .heading(
                title, .when(mayHold, .buttonLink("筹备招聘会", to: "/fairs/new", isPrimary: true)),
                .buttonLink("对外公布的页面", to: "/public/fairs")),
            filter.html, months, held,
            .with(first) { .pager(previous: $0, next: nil) })
    }

    /// By month, as a wall calendar has it.
    private var months: HTML {
        guard !coming.isEmpty else {
            return .card("即将举行", .nothing("没有即将举行的招聘会。"))
        }
        let keys = coming.map { YearMonth($0.fair.facts.day) }
        let ordered = keys.enumerated().filter { place, month in keys.firstIndex(of: month) == place }
        return .each(ordered.map(\.element)) { month in
            .card(
                "\(month.year)年\(month.month)月",
                table(coming.filter { YearMonth($0.fair.facts.day) == month }))
        } + .with(later) { .toolbar(.buttonLink("更晚的", to: $0)) }
    }

    private var held: HTML {
        .when(
            !past.isEmpty,
            .card("已举行", table(past, isPast: true), .with(earlier) { .toolbar(.buttonLink("更早的", to: $0)) })
        )
    }

    private func table(_ lines: [FairLine], isPast: Bool = false) -> HTML {
        let shared = [
            Column("招聘会", .name), Column("状态", .state), Column("日期和时间"), Column("地点"), Column("举办单位"),
            Column("展位", .figure), Column("邀请", .figure),
        ]
        let results = [Column("到场", .figure), Column("现场来访", .figure), Column("意向", .figure)]
        return DataTable(
            columns: isPast ? shared + results : shared, rows: lines.map { row($0, isPast) }, caption: "招聘会"
        ).html
    }

    private func row(_ line: FairLine, _ isPast: Bool) -> Row {
        let (fair, facts) = (line.fair, line.fair.facts)
        let kind: HTML = .when(facts.kind == .special, .text(" ") + .tag(Tag("专场", .blue)))
        let shared: [Cell] = [
            .html(.a(.fair(fair.id), facts.title) + kind), .tag(line.standing.tag),
            .text("\(facts.day.iso) \(facts.hours.words)"), .text(facts.place), .text(line.unit),
            .text(String(fair.stands.count)), .text(String(fair.guests.count)),
        ]
        let results: [Cell] = [
            .text(String(fair.guests.count { $0.came != nil })), .text(String(fair.walkIns)),
            .text(String(fair.stands.reduce(0) { $0 + ($1.result?.intents ?? 0) })),
        ]
        return Row(isPast ? shared + results : shared)
    }
}
