// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 拟邀请名单: whom the matching proposes, for a person to decide (14.w3).
public struct FairProposalsPage: Page {
    public var fair: Fair
    /// `nil` as long as no town is chosen.
    public var proposals: FairProposals?
    /// The town or village to narrow to, where the reader has several.
    public var filter: FilterRow?
    public var faults: [FieldFault]
    /// The vacancies of somebody that are ticked, by case; all of them when the page is opened.
    public var ticked: Set<String>?
    /// Where the ticked ones are sent; it leads back to this page of the list.
    public var action: Link
    public var next: Link?
    public var first: Link?
    public var context: FormContext

    public init(
        fair: Fair, proposals: FairProposals?, filter: FilterRow?, faults: [FieldFault], ticked: Set<String>?,
        action: Link, next: Link?, first: Link?, context: FormContext
    ) {
        self.fair = fair
        self.proposals = proposals
        self.filter = filter
        self.faults = faults
        self.ticked = ticked
        self.action = action
        self.next = next
        self.first = first
        self.context = context
    }

    public var title: String { "拟邀请名单" }
    public var trail: [Crumb] { [Crumb("招聘会", "/fairs"), Crumb(fair.facts.title, .fair(fair.id))] }

    public var body: HTML {
        .section(
            .h1(title), .faults(faults),
            .notice(sentence),
            .with(filter) { $0.html }, list, .pager(previous: first, next: next))
    }

    private var sentence: String {
        guard let proposals else { return "请先选择镇（街），再看拟邀请名单。" }
        return "正在找工作的\(proposals.looked)人中，\(proposals.count)人有合适的岗位，最困难的排在前面。"
            + "请逐人确认，勾选要邀请的人和岗位；没有勾选的不邀请。"
    }

    private var list: HTML {
        guard let proposals else { return .empty }
        guard !proposals.rows.isEmpty else {
            return .nothing("没有可以邀请的人。", next: "返回招聘会", .fair(fair.id, tab: .guests))
        }
        return .form(
            to: action, context,
            DataTable(
                columns: [
                    Column("邀请"), Column("姓名", .name), Column("村（社区）"), Column("走访分类", .fixed),
                    Column("展位上合适的岗位"),
                ], rows: proposals.rows.map(row), caption: title
            ).html, .buttons(Button("邀请勾选的人"), back: .fair(fair.id, tab: .guests)))
    }

    private func row(_ proposal: FairProposal) -> Row {
        let id = proposal.found.id
        return Row([
            .html(
                box(
                    "case", String(id.number), "邀请\(proposal.person.name)",
                    isTicked: isTicked("case", id.number))),
            .link(proposal.person.name, .assistanceCase(id)),
            .text(proposal.person.village?.name ?? ""),
            .text(proposal.found.visitClass?.word ?? ""),
            .html(.div(class: "picks", .each(proposal.matches) { choice($0, of: id) })),
        ])
    }

    private func choice(_ match: FairProposal.Match, of id: CaseID) -> HTML {
        let name = "vacancy\(id.number)"
        let words =
            "\(match.stand)号 \(match.employer) \(match.vacancy.facts.post)，\(match.vacancy.facts.pay.words)"
        return .div(
            class: "pick",
            .element(
                "label", [],
                box(
                    name, String(match.vacancy.id.number), nil,
                    isTicked: ticked == nil || isTicked(name, match.vacancy.id.number)), .text(" \(words)")),
            .text(" "),
            .why(
                match.fit.parts.map { part in
                    "\(part.key.word)\(part.points)分（满分\(part.most)）：本人\(part.person.words)，岗位\(part.vacancy.words)"
                } + match.fit.unknown.map { "邀请前问清：\($0.sentence)" }, "匹配度\(match.fit.score)"))
    }

    private func isTicked(_ name: String, _ number: Int) -> Bool {
        ticked?.contains("\(name)=\(number)") ?? false
    }

    private func box(_ name: String, _ value: String, _ label: String?, isTicked: Bool) -> HTML {
        var attributes: [Attribute] = [.type("checkbox"), .name(name), .value(value)]
        if let label { attributes.append(.aria("label", label)) }
        if isTicked { attributes.append(.flag("checked")) }
        return .void("input", attributes)
    }
}
