// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One vacancy: what the employer said, whether it still holds, to whom it was told.
public struct VacancyPage: Page {
    public var file: VacancyFile
    public var place: String
    public var today: Day
    /// How many days a confirmation is good (05.r2).
    public var verifiedDays: Int
    /// The form of 再次核实, filled in.
    public var confirming: [Field]
    public var tools: [(label: String, link: Link, isPrimary: Bool)]
    public var context: FormContext

    public init(
        file: VacancyFile, place: String, today: Day, verifiedDays: Int, confirming: [Field],
        tools: [(label: String, link: Link, isPrimary: Bool)], context: FormContext
    ) {
        self.file = file
        self.place = place
        self.today = today
        self.verifiedDays = verifiedDays
        self.confirming = confirming
        self.tools = tools
        self.context = context
    }

    private var vacancy: Vacancy { file.vacancy }
    private var facts: VacancyFacts { file.vacancy.facts }

    public var title: String { facts.post }
    public var trail: [Crumb] { [Crumb("岗位信息", "/vacancies")] }

    public var body: HTML {
        .section(
            .heading(
                title, .tag(file.standing.tag),
                .each(tools) { .buttonLink($0.label, to: $0.link, isPrimary: $0.isPrimary) }),
            .each(file.findings) { .notice($0.sentence, $0.blocks ? .fault : .warning) },
            verification, .card("岗位", .facts(offer)), .card("要求", requirements),
            .card("推荐情况", candidates), .card("记录", .timeline(file.history.map(happening))))
    }

    // MARK: 核实

    private var verification: HTML {
        let said = vacancy.verified.map { verified in
            let day = vacancy.verifiedOn?.inDocuments ?? ""
            return "\(day)由\(verified.confirmedBy)确认（\(verified.means.word)）"
                + (verified.words.isEmpty ? "。" : "：\(verified.words)。")
        }
        let sentence =
            switch file.standing {
            case .open: until
            case .stale: "超过\(verifiedDays)天没有核实，再次核实后才能推荐。"
            case .filled: "已招满。"
            case .expired: "有效期到\(facts.validThrough.inDocuments)，已过期。"
            case .closed: "已关闭。"
            }
        return .card(
            "核实", .p((said ?? "还没有向单位核实过。") + sentence),
            .when(
                file.mayConfirm && file.standing.isOffered,
                .form(
                    to: .vacancy(vacancy.id, "confirmations"), context,
                    .hidden("version", String(vacancy.version)), .fields(confirming),
                    .buttons(Button("再次核实")))))
    }

    private var until: String {
        let day = vacancy.verifiedOn?.adding(days: verifiedDays) ?? today
        return "有效到\(min(day, facts.validThrough).inDocuments)，到期前可以推荐。"
    }

    // MARK: What is offered

    private var offer: [Fact] {
        let employer = file.employer
        let contacts = employer.facts.contacts.map { contact in
            "\(contact.name)\(contact.position.isEmpty ? "" : "（\(contact.position)）") \(contact.phone)"
        }
        return [
            Fact("用人单位", .link(employer.facts.name, .employer(employer.id))),
            Fact("联系人", contacts.joined(separator: "；")), Fact("工种", facts.occupation),
            Fact("招聘人数", "\(facts.headcount)人，已录用\(vacancy.hired)人，还招\(vacancy.seatsLeft)人"),
            Fact("待遇", facts.pay.words), Fact("工作地点", place), Fact("班次和工时", facts.hours),
            Fact("社会保险", facts.insurance?.word ?? ""), Fact("用工形式", facts.term?.word ?? ""),
            Fact("级别", facts.level.word), Fact("来源", facts.source.word),
            Fact("登记", "\(vacancy.posted.iso) \(file.unit?.name ?? "")"),
            Fact("有效期至", facts.validThrough.iso),
            Fact("介绍", .text(facts.description), isWide: true),
        ] + ageStatement
    }

    private var ageStatement: [Fact] {
        facts.ageStatement.isEmpty
            ? [] : [Fact("单位的年龄说法", .text("\(facts.ageStatement)（不对外公布，不影响推荐）"), isWide: true)]
    }

    private var requirements: HTML {
        guard !facts.requirements.isEmpty else { return .p("没有特别要求。") }
        return .ul(
            facts.requirements.map { asked in
                .join(
                    .tag(Tag(asked.weightWord, asked.weight == .must ? .red : .blue)),
                    .text(" \(asked.ability.words)"))
            })
    }

    // MARK: Who was told

    private var candidates: HTML {
        let others = file.others > 0 ? "另有\(file.others)人由其他单位推荐，不在您的管辖范围内。" : nil
        let awaited = vacancy.awaited > vacancy.seatsLeft && vacancy.seatsLeft > 0
        return .when(
            awaited,
            .notice("已推荐、等待结果的有\(vacancy.awaited)人，多于剩余的\(vacancy.seatsLeft)个名额，再推荐前请告诉本人。", .warning))
            + (file.candidates.isEmpty ? .nothing("还没有推荐过。") : table)
            + .with(others) { .p(class: "hint", .text($0)) }
    }

    private var table: HTML {
        DataTable(
            columns: [
                Column("姓名", .name), Column("状态", .state), Column("告知日期", .fixed), Column("面试", .fixed),
                Column("结果"),
            ],
            rows: file.candidates.map { told in
                Row([
                    .link(
                        told.person.facts.name.full,
                        .assistanceCase(told.candidate.caseID, tab: "recommendations")),
                    .tag(told.candidate.stage.tag), .text(told.candidate.on.iso),
                    .text(told.recommendation?.interview?.day.iso ?? ""),
                    .text(told.recommendation?.outcome?.sentence ?? ""),
                ])
            }, caption: "推荐情况"
        ).html
    }

    private func happening(_ entry: HistoryEntry) -> Happening {
        let detail = if case .vacancy(let event) = entry.event { event.detail } else { "" }
        return Happening(
            day: entry.occurred.iso, entry.event.kind.words, by: file.names[entry.by] ?? "",
            detail: .text(detail))
    }
}

extension Requirement {
    /// 必须, 优先, 加分.
    var weightWord: String {
        switch weight {
        case .must: "必须"
        case .nice: "优先"
        case .points(let points): "加\(points)分"
        }
    }
}

extension CandidateStage {
    /// The state as a coloured word.
    var tag: Tag {
        switch self {
        case .told: Tag(word, .plain)
        case .recommended: Tag(word, .blue)
        case .ended: Tag(word, .grey)
        case .hired: Tag(word, .green)
        }
    }
}
