// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Matching
import Wording

/// 推荐建议: what the newest batch has for the people of a desk; a worker decides about each (05.w2, 10.w3, 14.w3).
public struct ProposalsPage: Page {
    public var proposals: Proposals
    public var part: ProposalQuery.Part
    public var filter: FilterRow
    /// The two lists with their numbers.
    public var tabs: [Tab]
    /// Town or village of each place of work, by name.
    public var places: [UnitID: String]
    /// Where batches are made; `nil` for whoever makes none.
    public var matching: Link?
    public var first: Link?
    public var next: Link?

    public init(
        _ proposals: Proposals, part: ProposalQuery.Part, filter: FilterRow, tabs: [Tab],
        places: [UnitID: String], matching: Link?, first: Link?, next: Link?
    ) {
        self.proposals = proposals
        self.part = part
        self.filter = filter
        self.tabs = tabs
        self.places = places
        self.matching = matching
        self.first = first
        self.next = next
    }

    public var title: String { "推荐建议" }
    public var trail: [Crumb] { [Crumb("岗位信息", "/vacancies")] }

    public var body: HTML {
        .section(
            .heading(title, .with(matching) { .buttonLink("批量匹配", to: $0) }), note, filter.html,
            .tabs(tabs, label: "推荐建议"), list, .pager(previous: first, next: next))
    }

    private var note: HTML {
        guard let run = proposals.run else {
            return .notice("区里还没有做过批量匹配。可以在援助对象页面点“找岗位”，逐人查找。", .note)
        }
        return .p(
            class: "hint",
            .text("\(run.on.inDocuments)批量匹配（\(run.round.word)）提出。系统不通知任何人：是否推荐，由您和本人商量决定。"))
    }

    private var list: HTML {
        guard !proposals.lines.isEmpty else {
            return .nothing(part == .proposed ? "没有待处理的推荐建议。" : "没有未安排的人。")
        }
        switch part {
        case .proposed: return proposed
        case .unserved: return unserved
        }
    }

    // MARK: 有建议

    private var proposed: HTML {
        DataTable(
            columns: [
                Column("姓名", .name), Column("村（社区）"), Column("走访分类", .state), Column("建议岗位"), Column("匹配"),
                Column("条件"), Column("办理", .acts),
            ], rows: proposals.lines.flatMap { line in line.offers.map { row(line, $0) } },
            caption: "推荐建议"
        ).html
    }

    private func row(_ line: ProposalLine, _ offer: ProposalOffer) -> Row {
        Row([
            .link(line.person.name, .assistanceCase(line.found.id)), .text(line.person.village?.name ?? ""),
            .text(line.found.visitClass?.word ?? ""), .html(post(offer.vacancy)),
            .html(offer.fit.scoreWords), .html(offer.fit.limitWords), .html(acts(line, offer)),
        ])
    }

    private func post(_ vacancy: Vacancy) -> HTML {
        let place = vacancy.facts.place.unit.flatMap { places[$0] } ?? vacancy.facts.place.words
        let about = [
            proposals.employers[vacancy.employer]?.facts.name ?? "", vacancy.facts.pay.words, place,
        ].filter { !$0.isEmpty }.joined(separator: "，")
        return .element(
            "div", [], .a(.vacancy(vacancy.id), .text(vacancy.facts.post)), .div(class: "hint", .text(about)))
    }

    private func acts(_ line: ProposalLine, _ offer: ProposalOffer) -> HTML {
        if line.isOver { return .tag(Tag("现在不需要推荐", .grey)) }
        guard offer.state == .open else { return .tag(Tag(offer.state.word, .grey)) }
        guard line.mayRecommend else { return .text("由\(line.found.care.holder?.helperWord ?? "")办理") }
        let (id, vacancy) = (line.found.id.number, [("vacancy", String(offer.vacancy.id.number))])
        return .a(Link("/cases/\(id)/acts/recommend", query: vacancy), "推荐") + .text(" ")
            + .a(Link("/cases/\(id)/acts/tell-vacancy", query: vacancy), "告知") + .text(" ")
            + .a(Link("/cases/\(id)/set-aside", query: vacancy), "不合适")
    }

    // MARK: 未安排

    private var unserved: HTML {
        .facts(
            UnservedReason.allCases.compactMap { reason in
                proposals.reasons[reason].map { Fact(reason.word, "\($0)人；\(reason.remedy)") }
            })
            + DataTable(
                columns: [
                    Column("姓名", .name), Column("村（社区）"), Column("走访分类", .state), Column("未安排原因"),
                    Column("可以怎么办"), Column("办理", .acts),
                ], rows: proposals.lines.map(unservedRow), caption: "未安排的人"
            ).html
    }

    private func unservedRow(_ line: ProposalLine) -> Row {
        let reason = line.unserved
        let partly = line.offers.isEmpty ? "" : "（已有\(line.offers.count)个建议，还差一个）"
        return Row([
            .link(line.person.name, .assistanceCase(line.found.id)), .text(line.person.village?.name ?? ""),
            .text(line.found.visitClass?.word ?? ""), .text((reason?.word ?? "") + partly),
            .text(reason?.remedy ?? ""),
            .html(.a(Link("/cases/\(line.found.id.number)/openings"), "找岗位")),
        ])
    }
}

/// 不合适: why a proposal is put aside.
public struct SetAsidePage: Page {
    public var found: AssistanceCase
    public var person: PersonLine
    public var post: String
    public var vacancy: VacancyID
    public var fields: [Field]
    public var faults: [FieldFault]
    public var context: FormContext

    public init(
        found: AssistanceCase, person: PersonLine, post: String, vacancy: VacancyID, fields: [Field],
        faults: [FieldFault], context: FormContext
    ) {
        self.found = found
        self.person = person
        self.post = post
        self.vacancy = vacancy
        self.fields = fields
        self.faults = faults
        self.context = context
    }

    public var title: String { "不采用建议：\(person.name)" }
    public var trail: [Crumb] { [Crumb("推荐建议", "/proposals")] }

    public var body: HTML {
        .section(
            class: "card confirm", .h1(title), .faults(faults), .facts([Fact("建议岗位", post)]),
            .form(
                to: Link("/cases/\(found.id.number)/set-aside"), context,
                .hidden("vacancy", String(vacancy.number)),
                .each(fields.marked(with: faults)) { $0.html },
                .p(class: "hint", "以后的批量匹配不再向此人建议这个岗位；在“找岗位”里仍能看到。"),
                .buttons(Button("确定不采用"), back: "/proposals")))
    }
}
