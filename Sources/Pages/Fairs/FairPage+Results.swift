// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 结果: the figures, what each employer told, and what came of it for each guest.
extension FairPage {
    var results: HTML {
        .card("成果", .facts(figures)) + standResults + guestResults
    }

    private var figures: [Fact] {
        let figures = file.figures
        return [
            Fact("展位", "\(figures.stands)个"), Fact("岗位", "\(figures.posts)个，招\(figures.places)人"),
            Fact("邀请", "\(figures.invited)人"), Fact("到场", "\(figures.came)人"),
            Fact("现场来访", "\(figures.walkIns)人"), Fact("洽谈", "\(figures.talked)人"),
            Fact("达成意向", "\(figures.intents)人"), Fact("现场录用", "\(figures.hired)人"),
            Fact("会后推荐", "\(figures.recommended)人次"),
        ]
    }

    private var mayNote: Bool { [.today, .over].contains(file.standing) }

    private var standResults: HTML {
        .card(
            "展位成果", .p(class: "hint", "由用人单位报数，只记人数。"),
            file.stands.isEmpty
                ? .nothing("没有展位。")
                : DataTable(
                    columns: [
                        Column("展位", .fixed), Column("用人单位", .name), Column("洽谈", .figure),
                        Column("意向", .figure), Column("录用", .figure), Column("办理", .acts),
                    ], rows: file.stands.map(row), caption: "展位成果"
                ).html)
    }

    private func row(_ line: FairStandLine) -> Row {
        let result = line.stand.result
        let link = Link("/fairs/\(id.number)/stands/\(line.stand.number)/result")
        return Row([
            .text("\(line.stand.number)号"), .text(line.employer.facts.name),
            .text(result.map { String($0.talked) } ?? ""), .text(result.map { String($0.intents) } ?? ""),
            .text(result.map { String($0.hired) } ?? ""),
            .html(.when(file.mayHold && mayNote, .a(link, result == nil ? "登记" : "更改"))),
        ])
    }

    private var guestResults: HTML {
        guard let guests else { return .empty }
        let others: HTML = .when(
            guests.others > 0, .p(class: "hint", .text("另有\(guests.others)人由其他单位邀请，不在您的管辖范围内。")))
        guard !guests.rows.isEmpty else { return .card("受邀人员", .nothing("没有本单位的受邀人员。"), others) }
        return .card(
            "受邀人员",
            DataTable(
                columns: [
                    Column("姓名", .name), Column("结果", .state), Column("村（社区）"), Column("洽谈的岗位"),
                    Column("说明"), Column("办理", .acts),
                ], rows: guests.rows.map(row), caption: "受邀人员的结果"
            ).html, others,
            .pager(previous: nil, next: guests.next.map { .fair(id, tab: leaf, from: $0) }))
    }

    private func row(_ line: FairGuestLine) -> Row {
        let result = line.guest.result
        let talked = result?.vacancy.flatMap { file.vacancy($0) }.map { line, vacancy in
            "\(line.stand.number)号 \(line.employer.facts.name) \(vacancy.facts.post)"
        }
        return Row([
            .link(line.person.name, .assistanceCase(line.guest.caseID)),
            .tag(result.map { $0.outcome.tag } ?? (line.guest.came == nil ? Tag("待登记") : Tag("已到场", .green))),
            .text(line.person.village?.name ?? ""), .text(talked ?? ""), .text(result?.words ?? ""),
            .html(acts(line)),
        ])
    }

    /// Who met understanding is recommended by the ordinary form, so that the outcome is followed up.
    private func acts(_ line: FairGuestLine) -> HTML {
        let guest = line.guest.caseID
        let note: HTML = .when(
            mayNote && (line.isMine || file.mayHold),
            .a(.fair(id, guest: guest, "result"), line.guest.result == nil ? "登记结果" : "更改") + .text(" "))
        guard let result = line.guest.result, result.outcome.wantsRecommendation else { return note }
        if line.recommended != nil { return note + .tag(Tag("已推荐", .green)) }
        guard line.mayRecommend else { return note + .tag(Tag("待推荐", .yellow)) }
        let chosen = result.vacancy.map { [("vacancy", String($0.number))] } ?? []
        return note
            + .a(Link("/cases/\(guest.number)/acts/recommend", query: chosen), class: "button small", "推荐")
    }
}

extension GuestOutcome {
    /// The outcome as a coloured word.
    var tag: Tag {
        switch self {
        case .intent: Tag(word, .blue)
        case .hired: Tag(word, .green)
        case .talked, .looked: Tag(word, .plain)
        case .absent: Tag(word, .grey)
        }
    }
}
