// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 招聘会 for everybody: what is to come, without a login (14.w3).
public struct PublicFairsPage: Page {
    public var district: String
    public var lines: [FairLine]
    public var first: Link?
    public var next: Link?

    public init(district: String, lines: [FairLine], first: Link?, next: Link?) {
        self.district = district
        self.lines = lines
        self.first = first
        self.next = next
    }

    public var title: String { "招聘会" }
    public var trail: [Crumb] { [Crumb("招聘岗位", "/public/jobs")] }
    public var styles: [String] { ["board.css"] }

    public var body: HTML {
        .section(
            .heading("\(district)招聘会"),
            .p(class: "hint", "参加招聘会不收任何费用，没有收到邀请也可以来。"),
            lines.isEmpty ? .nothing("近期没有招聘会。") : list, .pager(previous: first, next: next))
    }

    private var list: HTML {
        .element(
            "ul", [.class("board")],
            lines.map { line in
                let facts = line.fair.facts
                return .element(
                    "li", [],
                    .a(
                        .publicFair(line.fair.id), class: "board-job",
                        .span(
                            class: "board-head", .strong(facts.title),
                            .when(
                                line.standing == .cancelled || line.standing == .today,
                                .tag(line.standing.tag))),
                        .span(class: "board-line", .text("\(facts.time)　\(facts.place)")),
                        .span(
                            class: "board-line hint",
                            .text(
                                "\(facts.kind.word)｜面向\(facts.forWhom)｜\(line.fair.stands.count)家单位｜\(line.unit)"
                            ))))
            })
    }
}

/// One announced fair: day, place, stands with their posts; nothing of persons.
public struct PublicFairPage: Page {
    public var fair: Fair
    public var standing: FairStanding
    public var office: String
    public var stands: [FairStandLine]
    public var places: [UnitID: String]
    /// Event as JSON.
    public var structured: String

    public init(
        fair: Fair, standing: FairStanding, office: String, stands: [FairStandLine],
        places: [UnitID: String], structured: String
    ) {
        self.fair = fair
        self.standing = standing
        self.office = office
        self.stands = stands
        self.places = places
        self.structured = structured
    }

    private var facts: FairFacts { fair.facts }
    public var title: String { facts.title }
    public var trail: [Crumb] { [Crumb("招聘岗位", "/public/jobs"), Crumb("招聘会", "/public/fairs")] }
    public var styles: [String] { ["board.css"] }

    public var body: HTML {
        .section(
            .heading(
                title, .when(standing != .coming, .tag(publicTag)),
                .when(
                    standing == .today,
                    .buttonLink(
                        "我收到邀请，现在签到", to: Link("/public/fairs/\(fair.id.number)/sign-in"), isPrimary: true))),
            .when(standing == .cancelled, .notice("这场招聘会已取消：\(fair.cancelledFor)", .warning)),
            .card(
                "安排",
                .facts([
                    Fact("时间", facts.time), Fact("地点", facts.place), Fact("种类", facts.kind.word),
                    Fact("面向", facts.forWhom), Fact("举办单位", office), Fact("咨询电话", facts.phone),
                    Fact("说明", .text(facts.note), isWide: true),
                ])),
            .card("展位和岗位", list), .dataBlock(structured))
    }

    /// Whether its results are whole is the offices' own matter.
    private var publicTag: Tag {
        switch standing {
        case .planned, .coming, .today, .cancelled: standing.tag
        case .over, .closed: Tag("已结束", .grey)
        }
    }

    private var list: HTML {
        let rows = stands.flatMap { line in
            line.offered.map { vacancy in
                Row([
                    .text("\(line.stand.number)号"), .text(line.employer.facts.name),
                    .text(vacancy.facts.post),
                    .text(vacancy.facts.pay.words),
                    .text(vacancy.facts.placeWords(vacancy.facts.place.unit.flatMap { places[$0] })),
                    .text(vacancy.facts.requirements.words), .text("\(vacancy.seatsLeft)人"),
                ])
            }
        }
        guard !rows.isEmpty else { return .nothing("岗位正在更新。") }
        return DataTable(
            columns: [
                Column("展位", .fixed), Column("用人单位"), Column("岗位", .name), Column("待遇", .fixed),
                Column("工作地点"),
                Column("要求"), Column("人数", .fixed),
            ], rows: rows, caption: "展位和岗位"
        ).html
    }
}

/// 签到 on one's own phone: the code of the invitation, and no name.
public struct FairSignInPage: Page {
    /// What became of a code.
    public enum Answer: Hashable, Sendable {
        /// Signed in, now or before.
        case done
        /// Why not, in a sentence.
        case fault(String)
    }

    public var fair: Fair
    public var isToday: Bool
    /// What stands in the field: from the invitation's own code, or as it was typed.
    public var code: String
    public var answer: Answer?

    public init(fair: Fair, isToday: Bool, code: String, answer: Answer?) {
        self.fair = fair
        self.isToday = isToday
        self.code = code
        self.answer = answer
    }

    public var title: String { "招聘会签到" }
    public var scripts: [Script] { [] }

    public var body: HTML {
        .section(
            class: "card", .h1(title),
            .p(.a(.publicFair(fair.id), fair.facts.title)), .p("\(fair.facts.time)　\(fair.facts.place)"),
            content)
    }

    private var content: HTML {
        if answer == .done {
            return .notice("签到成功，请进场。", .success, .p(.a(.publicFair(fair.id), "看展位和岗位")))
        }
        if fair.cancelledOn != nil { return .notice("这场招聘会已取消：\(fair.cancelledFor)", .warning) }
        guard isToday else { return .notice("只能在招聘会当天（\(fair.facts.day.inDocuments)）签到。", .warning) }
        var fault: String?
        if case .fault(let sentence) = answer { fault = sentence }
        let field = Field(
            "code", "邀请函上的签到码", .text(code, limit: 40), isRequired: true, hint: "8位字母和数字，中间的横线可以不输",
            fault: fault)
        return .element(
            "form",
            [
                .class("entry"), Attribute("method", "post"),
                .action(Link("/public/fairs/\(fair.id.number)/sign-in")), .flag("novalidate"),
            ], .fields([field]), .buttons(Button("签到")))
            + .p(class: "hint", "没有邀请函不用签到，可以直接进场。")
    }
}
