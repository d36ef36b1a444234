// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// What is printed for a fair: the poster with its stands, the sign-in code for the entrance, the invitations.
public struct FairSheets: Sendable {
    public var fair: Fair
    /// The full name of the office that holds it.
    public var office: String
    public var stands: [FairStandLine]
    /// Town or village of each place of work, by name.
    public var places: [UnitID: String]

    public init(fair: Fair, office: String, stands: [FairStandLine], places: [UnitID: String]) {
        self.fair = fair
        self.office = office
        self.stands = stands
        self.places = places
    }

    private var facts: FairFacts { fair.facts }

    // MARK: 海报

    /// Stands and posts, over as many sheets as they need.
    ///
    /// - Parameter code: the rows of a code that opens the public page.
    public func poster(code: [[Bool]]?) -> HTML {
        .div(
            class: "fair-head", .h1(facts.title),
            .p("时间：\(facts.time)"), .p("地点：\(facts.place)"), .p("面向：\(facts.forWhom)"),
            .when(!facts.note.isEmpty, .p(facts.note)))
            + Self.table(
                ["展位", "用人单位", "岗位", "待遇", "工作地点", "要求", "人数"], stands.flatMap(rows))
            + .with(code) { rows in
                .div(
                    class: "fair-foot", .code(rows),
                    .p("扫码看最新的岗位和安排。"), .p("\(office)　咨询电话：\(facts.phone)"))
            }
    }

    private func rows(_ line: FairStandLine) -> [[String]] {
        line.offered.map { vacancy in
            cells(line, vacancy) + [vacancy.facts.requirements.words, "\(vacancy.seatsLeft)人"]
        }
    }

    private func cells(_ line: FairStandLine, _ vacancy: Vacancy) -> [String] {
        [
            "\(line.stand.number)号", line.employer.facts.name, vacancy.facts.post, vacancy.facts.pay.words,
            vacancy.facts.placeWords(vacancy.facts.place.unit.flatMap { places[$0] }),
        ]
    }

    /// A ruled table; its head repeats on each sheet.
    private static func table(_ head: [String], _ rows: [[String]]) -> HTML {
        .element(
            "table", [.class("fair-list")],
            .element(
                "thead", [], .element("tr", [], head.map { .element("th", [], .text($0)) })),
            .element(
                "tbody", [],
                rows.map { row in
                    .element("tr", [], row.map { .element("td", [], .text($0)) })
                }))
    }

    // MARK: 签到二维码

    /// One sheet for the entrance.
    public func signInPoster(code: [[Bool]], address: String) -> HTML {
        .div(
            class: "fair-entrance", .h1(facts.title), .p(class: "fair-big", "签到"),
            .code(code),
            .p("用手机扫码，输入邀请函上的8位签到码。"), .p("没有手机的，请把邀请函交给签到台的工作人员。"),
            .p("没有邀请函也可以直接进场。"), .p(class: "fair-small", .text(address)))
    }

    // MARK: 邀请函

    /// An invitation with what is to be typed at the entrance.
    public struct Invitation: Sendable {
        public var guest: FairGuestLine
        /// `K7QM-2WXP`.
        public var code: String
        public var rows: [[Bool]]

        public init(guest: FairGuestLine, code: String, rows: [[Bool]]) {
            self.guest = guest
            self.code = code
            self.rows = rows
        }
    }

    /// A sheet for one guest.
    public func invitation(_ invitation: Invitation) -> HTML {
        let meant = invitation.guest.guest.vacancies
        let lines = stands.flatMap { line in
            line.offered.filter { meant.contains($0.id) }.map { (line, $0) }
        }
        return .div(
            class: "fair-letter", .h1("招聘会邀请函"),
            .p(class: "fair-to", .text("\(invitation.guest.person.name)：")),
            .p("\(office)举办“\(facts.title)”，邀请您参加。"),
            .p("时间：\(facts.time)"), .p("地点：\(facts.place)"),
            .when(!lines.isEmpty, .p("以下岗位与您的情况比较合适，请到展位了解：") + table(lines)),
            .when(!facts.note.isEmpty, .p(facts.note)),
            .p("参加招聘会不收任何费用，去不去由您自己决定。"),
            .div(
                class: "fair-code", .code(invitation.rows),
                .div(
                    class: "fair-say", .p("签到码"), .p(class: "fair-big", .text(invitation.code)),
                    .p("当天到会场，扫码签到，或者交给签到台。"))),
            .p(class: "fair-sign", .text(office)),
            .p(class: "fair-sign", .text(invitation.guest.guest.on.inDocuments)),
            .when(!facts.phone.isEmpty, .p(class: "fair-small", .text("咨询电话：\(facts.phone)"))))
    }

    private func table(_ lines: [(FairStandLine, Vacancy)]) -> HTML {
        Self.table(["展位", "用人单位", "岗位", "待遇", "工作地点"], lines.map { cells($0, $1) })
    }
}

extension HTML {
    /// 二维码 as an image: dark squares on white with the quiet zone that readers need.
    public static func code(_ rows: [[Bool]]) -> HTML {
        let side = rows.count + 8
        var path = ""
        for (y, row) in rows.enumerated() {
            var x = 0
            while x < row.count {
                let run = row[x...].prefix { $0 }.count
                if run > 0 { path += "M\(x + 4) \(y + 4)h\(run)v1h-\(run)z" }
                x += max(run, 1)
            }
        }
        return .element(
            "svg",
            [
                .class("qr"), Attribute("viewBox", "0 0 \(side) \(side)"), Attribute("role", "img"),
                .aria("label", "二维码"),
            ], .element("path", [Attribute("d", path)]))
    }
}
