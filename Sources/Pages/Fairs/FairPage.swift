// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One fair: what it is, and a leaf for its stands, those invited, the sign-in, the results, the record (14.w3).
public struct FairPage: Page {
    /// A leaf of the page. Raw values stand in addresses.
    public enum Leaf: String, CaseIterable, Hashable, Sendable {
        case stands, guests, arrivals, results, record

        var title: String {
            switch self {
            case .stands: "展位"
            case .guests: "邀请"
            case .arrivals: "签到"
            case .results: "结果"
            case .record: "记录"
            }
        }
    }

    public var file: FairFile
    public var leaf: Leaf
    /// Town or village of each place of work, by name.
    public var places: [UnitID: String]
    /// Those invited, where the leaf shows them.
    public var guests: FairGuests?
    public var happenings: [Happening]
    public var tools: [(label: String, link: Link, isPrimary: Bool)]
    /// What was wrong with a code typed at the desk.
    public var fault: String?
    public var context: FormContext

    public init(
        file: FairFile, leaf: Leaf, places: [UnitID: String], guests: FairGuests?, happenings: [Happening],
        tools: [(label: String, link: Link, isPrimary: Bool)], fault: String?, context: FormContext
    ) {
        self.file = file
        self.leaf = leaf
        self.places = places
        self.guests = guests
        self.happenings = happenings
        self.tools = tools
        self.fault = fault
        self.context = context
    }

    var fair: Fair { file.fair }
    var id: FairID { file.fair.id }
    private var facts: FairFacts { file.fair.facts }

    public var title: String { facts.title }
    public var trail: [Crumb] { [Crumb("招聘会", "/fairs")] }

    public var body: HTML {
        .section(
            .heading(
                title, .tag(file.standing.tag),
                .each(tools) { .buttonLink($0.label, to: $0.link, isPrimary: $0.isPrimary) }),
            notices, .facts(shown), .tabs(tabs, label: "招聘会内容"), content)
    }

    private var notices: HTML {
        let cancelled: HTML = .with(fair.cancelledOn) { day in
            .notice("已于\(day.inDocuments)取消：\(fair.cancelledFor)", .warning)
        }
        let told: HTML = .when(
            file.toBeTold > 0,
            .notice(
                fair.cancelledOn == nil
                    ? "时间或地点有变，还有\(file.toBeTold)名受邀人员要通知。" : "招聘会取消，还有\(file.toBeTold)名受邀人员要通知。", .warning,
                .p(.a(.fair(id, tab: .guests), "看名单"))))
        return cancelled + told
    }

    private var shown: [Fact] {
        [
            Fact("种类", facts.kind.word), Fact("面向", facts.forWhom), Fact("时间", facts.time),
            Fact("地点", facts.place), Fact("举办单位", file.unit?.name ?? ""), Fact("咨询电话", facts.phone),
            Fact("说明", .text(facts.note), isWide: true),
        ]
    }

    private var tabs: [Tab] {
        Leaf.allCases.map { leaf in
            let count: Int? =
                switch leaf {
                case .stands: fair.stands.count
                case .guests: fair.guests.count
                case .arrivals: file.figures.came
                case .results, .record: nil
                }
            return Tab(leaf.title, .fair(id, tab: leaf), isCurrent: leaf == self.leaf, count: count)
        }
    }

    private var content: HTML {
        switch leaf {
        case .stands: stands
        case .guests: invitations
        case .arrivals: arrivals
        case .results: results
        case .record: .card("记录", .timeline(happenings))
        }
    }

    // MARK: 展位

    private var isOpen: Bool { fair.cancelledOn == nil && fair.closedOn == nil }

    private var stands: HTML {
        let offered = file.stands.flatMap(\.offered)
        let places = offered.reduce(0) { $0 + $1.seatsLeft }
        let mayChange = file.mayHold && isOpen
        return .card(
            "展位",
            tools: .when(
                mayChange, .buttonLink("安排展位", to: .fair(id, "stands/new"), isPrimary: fair.stands.isEmpty)),
            file.stands.isEmpty
                ? .nothing("还没有安排展位。")
                : .p(class: "hint", .text("共\(file.stands.count)个展位，当天可提供\(offered.count)个岗位，招\(places)人。"))
                    + DataTable(
                        columns: [
                            Column("展位", .fixed), Column("用人单位", .name), Column("岗位"),
                        ] + (mayChange ? [Column("办理", .acts)] : []),
                        rows: file.stands.map { row($0, mayChange) }, caption: "展位"
                    ).html)
    }

    private func row(_ line: FairStandLine, _ mayChange: Bool) -> Row {
        let number = line.stand.number
        let acts: HTML =
            .a(Link("/fairs/\(id.number)/stands/\(number)"), "更改")
            + .text(" ") + .a(Link("/fairs/\(id.number)/stands/\(number)/removal"), "撤销")
        return Row(
            [
                .text("\(number)号"), .link(line.employer.facts.name, .employer(line.employer.id)),
                .html(.ul(line.vacancies.map { offer($0, on: line.day) })),
            ] + (mayChange ? [.html(acts)] : []))
    }

    private func offer(_ vacancy: Vacancy, on day: Day) -> HTML {
        let place = vacancy.facts.placeWords(vacancy.facts.place.unit.flatMap { places[$0] })
        let words = "｜\(vacancy.facts.pay.words)｜\(place)｜招\(vacancy.seatsLeft)人"
        return .a(.vacancy(vacancy.id), vacancy.facts.post) + .text(words)
            + .when(
                !vacancy.isOffered(on: day),
                .text(" ") + .tag(Tag(vacancy.whyNotOffered(on: day), .grey)))
    }
}

extension Vacancy {
    /// Why nobody can be sent to it on the day of a fair.
    func whyNotOffered(on day: Day) -> String {
        closed != nil ? "已关闭" : seatsLeft == 0 ? "已招满" : facts.validThrough < day ? "当天已过期" : ""
    }
}
