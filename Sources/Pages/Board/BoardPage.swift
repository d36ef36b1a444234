// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// A vacancy as everybody may read it: no contact, no candidate, no age.
public struct BoardJob: Sendable {
    public var id: VacancyID
    public var facts: VacancyFacts
    public var employer: String
    public var place: String
    public var seatsLeft: Int
    public var posted: Day
    public var verified: Day?
    /// The office where one asks.
    public var office: String

    public init(_ row: VacancyRow, place: String, office: String) {
        id = row.vacancy.id
        facts = row.vacancy.facts
        employer = row.employer.facts.name
        self.place = place
        seatsLeft = row.vacancy.seatsLeft
        posted = row.vacancy.posted
        verified = row.vacancy.verifiedOn
        self.office = office
    }

    var link: Link { Link("/public/jobs/\(id.number)") }

    /// Words under the name in lists.
    var short: String {
        [
            facts.requirements.leastEducation.map { "\($0.word)及以上" } ?? "学历不限", facts.shift?.word,
            facts.insurance == .full ? "缴社会保险" : nil, facts.term?.word,
        ].compactMap(\.self).joined(separator: "｜")
    }
}

/// 岗位信息公开: the board without a login (14.r1).
public struct BoardPage: Page {
    public var district: String
    public var filter: FilterRow
    public var jobs: [BoardJob]
    public var count: VacancyCount
    public var first: Link?
    public var next: Link?
    /// The printable notice of what is chosen.
    public var notice: Link

    public init(
        district: String, filter: FilterRow, jobs: [BoardJob], count: VacancyCount, first: Link?, next: Link?,
        notice: Link
    ) {
        self.district = district
        self.filter = filter
        self.jobs = jobs
        self.count = count
        self.first = first
        self.next = next
        self.notice = notice
    }

    public var title: String { "招聘岗位" }
    public var styles: [String] { ["board.css"] }

    public var body: HTML {
        .section(
            .heading("\(district)招聘岗位"),
            .element(
                "details", [.class("board-filter")], .element("summary", [], "筛选岗位"), filter.html),
            .p(
                class: "hint",
                .text("共\(count.posts)个岗位，还招\(count.places)人，都向单位核实过。不收任何费用。")), list,
            .pager(previous: first, next: next),
            .toolbar(
                .buttonLink("近期招聘会", to: "/public/fairs"), .buttonLink("打印招聘启事", to: notice),
                .buttonLink("订阅更新", to: "/public/jobs.atom")))
    }

    private var list: HTML {
        guard !jobs.isEmpty else { return .nothing("没有符合条件的岗位，请放宽条件再找。") }
        return .element(
            "ul", [.class("board")],
            jobs.map { job in
                .element(
                    "li", [],
                    .a(
                        job.link, class: "board-job",
                        .span(
                            class: "board-head", .strong(job.facts.post),
                            .span(class: "board-pay", .text(job.facts.pay.words))),
                        .span(class: "board-line", .text("\(job.employer)　\(job.place)")),
                        .span(class: "board-line hint", .text("\(job.short)｜还招\(job.seatsLeft)人"))))
            })
    }
}

/// One vacancy of the board, with structured data for search engines.
public struct BoardJobPage: Page {
    public var job: BoardJob
    /// JobPosting as JSON.
    public var structured: String

    public init(job: BoardJob, structured: String) {
        self.job = job
        self.structured = structured
    }

    public var title: String { "\(job.facts.post)（\(job.employer)）" }
    public var trail: [Crumb] { [Crumb("招聘岗位", "/public/jobs")] }
    public var styles: [String] { ["board.css"] }

    public var body: HTML {
        let facts = job.facts
        return .section(
            .heading(facts.post), .p(class: "board-price", .text(facts.pay.words)),
            .card(
                "岗位",
                .facts([
                    Fact("用人单位", job.employer), Fact("工种", facts.occupation), Fact("还招", "\(job.seatsLeft)人"),
                    Fact("工作地点", job.place), Fact("班次和工时", facts.hours),
                    Fact("社会保险", facts.insurance?.word ?? "请询问"), Fact("用工形式", facts.term?.word ?? "请询问"),
                    Fact("有效期至", facts.validThrough.inDocuments),
                    Fact("核实日期", job.verified?.inDocuments ?? ""),
                    Fact("介绍", .text(facts.description), isWide: true),
                ])),
            .card(
                "要求",
                facts.requirements.isEmpty
                    ? .p("没有特别要求。") : .ul(facts.requirements.map { .text($0.words) })),
            .card("怎么报名", .p(.text("请到\(job.office)，或您所在的村（社区）、镇（街道）公共就业服务窗口报名，由工作人员推荐并陪同面试。不收任何费用。"))),
            .dataBlock(structured))
    }
}

extension HTML {
    /// Data for programs that read the page; browsers run none of it.
    ///
    /// `<` is written as an escape of JSON, so that nothing in the data can end the block.
    static func dataBlock(_ json: String) -> HTML {
        var bytes: [UInt8] = []
        bytes.append(static: "<script type=\"application/ld+json\">")
        for byte in json.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(static: "\\u003c")
            case UInt8(ascii: ">"): bytes.append(static: "\\u003e")
            case UInt8(ascii: "&"): bytes.append(static: "\\u0026")
            case _: bytes.append(byte)
            }
        }
        bytes.append(static: "</script>")
        return HTML(bytes: bytes)
    }
}
