// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 找岗位: the vacancies that suit one person, each with its score in parts and every limit (05.w2, 10.w3, 14.w3).
public struct OpeningsPage: Page {
    public var openings: Openings
    /// Town or village of each place of work, by name.
    public var places: [UnitID: String]
    /// Whether the reader may tell and recommend.
    public var mayRecommend: Bool

    public init(_ openings: Openings, places: [UnitID: String], mayRecommend: Bool) {
        self.openings = openings
        self.places = places
        self.mayRecommend = mayRecommend
    }

    private var id: CaseID { openings.found.id }
    public var title: String { "找岗位：\(openings.person.name)" }
    public var trail: [Crumb] {
        [
            Crumb("人员档案", .people), Crumb(openings.person.name, .person(openings.person.id)),
            Crumb("援助", .assistanceCase(id)),
        ]
    }

    public var body: HTML {
        .section(
            .heading(
                title, .when(mayRecommend, .buttonLink("记录求职意向", to: .act(.noteWish, in: id))),
                .buttonLink("招聘会", to: .assistanceCase(id, "fairs")),
                .buttonLink("援助情况", to: .assistanceCase(id))),
            .facts([
                Fact("求职意向", openings.found.care.wish?.line ?? "还没有记录，先按没有要求查找"),
                Fact(
                    "技能",
                    openings.seeker.skills.isEmpty
                        ? "无" : openings.seeker.skills.sorted().joined(separator: "、")),
                Fact("比对范围", "\(openings.looked)个招聘中、核实过的岗位"),
            ]),
            batch, chosen, relaxations, failed)
    }

    /// What the batch had for the person: a mark in the list, or why there is none.
    private var batch: HTML {
        guard let reason = openings.batch?.unserved, proposed.isEmpty else { return .empty }
        return .notice("批量匹配没有为此人安排岗位：\(reason.word)。可以\(reason.remedy)。", .note)
    }

    private var proposed: Set<VacancyID> { Set(openings.batch?.offers.map(\.vacancy) ?? []) }

    private var chosen: HTML {
        guard !openings.list.chosen.isEmpty else {
            return .notice("现在没有完全符合条件的岗位。可以看看放宽哪一项，或联系用人单位。", .warning)
        }
        return .card(
            "合适的岗位", .p(class: "hint", "最合适的和推荐人数少的交替列出，免得大家挤在同一个岗位。"),
            table(openings.list.chosen))
    }

    private var failed: HTML {
        .when(
            !openings.list.failed.isEmpty,
            .disclosure(
                "不符合条件的岗位（\(openings.list.others)个）",
                .p(class: "hint", "列出差得最少的\(openings.list.failed.count)个。仍要推荐的，须写明理由。")
                    + table(openings.list.failed)))
    }

    /// 14.r1: which wish to relax, and how many posts that opens; the person decides.
    private var relaxations: HTML {
        .when(
            !openings.list.relaxations.isEmpty && openings.list.chosen.count < 3,
            .card(
                "可以和本人商量放宽的",
                .ul(
                    openings.list.relaxations.map { relaxation in
                        .strong(relaxation.kind.relaxing)
                            + .text("：可多出\(relaxation.posts)个岗位，招\(relaxation.places)人")
                    }), .p(class: "hint", "是否放宽由本人决定；本人同意后，更新求职意向。")))
    }

    private func table(_ matches: [Shortlist.Match]) -> HTML {
        DataTable(
            columns: [
                Column("岗位", .name), Column("用人单位"), Column("待遇", .fixed), Column("地点"), Column("匹配"),
                Column("条件"), Column("推荐情况", .fixed), Column("办理", .acts),
            ], rows: matches.map(row)
        ).html
    }

    private func row(_ match: Shortlist.Match) -> Row {
        let vacancy = match.vacancy
        let place = vacancy.facts.place.unit.flatMap { places[$0] } ?? vacancy.facts.place.words
        return Row([
            .html(
                .a(.vacancy(vacancy.id), .text(vacancy.facts.post))
                    + .when(proposed.contains(vacancy.id), .text(" ") + .tag(Tag("匹配建议", .green)))),
            .text(openings.employers[vacancy.employer]?.facts.name ?? ""), .text(vacancy.facts.pay.words),
            .text(place), .html(match.fit.scoreWords), .html(match.fit.limitWords),
            .text("招\(vacancy.seatsLeft)人，已推荐\(vacancy.awaited)人"), .html(acts(match)),
        ])
    }

    private func acts(_ match: Shortlist.Match) -> HTML {
        let chosen = [("vacancy", String(match.vacancy.id.number))]
        return .when(
            mayRecommend,
            .a(Link("/cases/\(id.number)/acts/recommend", query: chosen), "推荐")
                + .text(" ") + .a(Link("/cases/\(id.number)/acts/tell-vacancy", query: chosen), "告知"))
    }
}
