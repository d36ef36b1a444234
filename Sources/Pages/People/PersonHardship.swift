// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 困难认定与走访: what is proposed and why, what was confirmed, the visits.
struct PersonHardship {
    let file: PersonFile
    let today: Day
    let context: FormContext
    let may: PersonPage.Rights

    var html: HTML { proposal + listing + visits }

    private var proposal: HTML {
        let district = file.proposal.district
        let city = file.proposal.city
        return .card(
            "系统建议（仅供参考，由工作人员确认）",
            tools: .when(
                may.confirm && file.person.isOnRoll && file.proposal.isOfWorkingAge,
                .buttonLink(
                    isLive ? "调整类别" : "确认困难类别", to: .person(file.person.id, "hardship"),
                    isPrimary: !isLive && !district.isEmpty)),
            .when(!file.proposal.isOfWorkingAge, .p("不在劳动年龄内，不列入就业困难人员。")),
            district.isEmpty
                ? .p("按区定标准，目前没有符合的困难类别。")
                : .ul(district.map { .strong($0.category.word) + .why($0.because.map(\.sentence)) }),
            .when(
                !city.isEmpty,
                .disclosure(
                    "按市规定同时符合的类别",
                    .ul(city.map { .text($0.category.word) + .why($0.because.map(\.sentence)) }))),
            .p(
                .text("建议走访分类："),
                .strong(file.proposal.visitClass.proposed.map(\.word) ?? "依现有情况不能确定，由工作人员选择"),
                .why(file.proposal.visitClass.because.map(\.sentence))))
    }

    private var isLive: Bool { file.newestCase?.isLive ?? false }

    private var listing: HTML {
        guard let found = file.newestCase else { return .empty }
        let entries = found.listing.categories.map { entry -> HTML in
            .strong(entry.category.word)
                + .when(!entry.reason.isEmpty, .text("（理由：\(entry.reason)）"))
                + .why(entry.because.map(\.sentence))
        }
        return .card(
            found.isLive ? "已确认" : "已退出",
            tools: .buttonLink("援助情况", to: .assistanceCase(found.id)) + acts(found),
            .with(found.ended) {
                .notice("\($0.on.inDocuments)退出：\($0.reason.word)。\($0.note)", .warning)
            },
            .ul(entries),
            .facts([
                Fact("走访分类", found.visitClass.map(\.word) ?? "—"),
                Fact("有劳动能力和求职意愿", found.listing.isAbleAndWilling ? "是" : "否"),
                Fact("到镇登记", found.registered.map(\.inDocuments) ?? "未登记"),
            ]))
    }

    private func acts(_ found: AssistanceCase) -> HTML {
        guard found.isLive else {
            return .when(
                may.confirm && (found.ended?.reason.canBeReopened ?? false),
                .buttonLink("恢复援助", to: .assistanceCase(found.id, "reopening")))
        }
        return .when(
            may.escort && found.registered == nil,
            .buttonLink("登记带领", to: .assistanceCase(found.id, "escorts")))
            + .when(
                may.receive && found.registered == nil,
                .buttonLink("收到登记申请", to: .assistanceCase(found.id, "registration")))
            + .when(may.confirm, .buttonLink("退出", to: .assistanceCase(found.id, "ending")))
    }

    private var visits: HTML {
        let withdrawn = Set(file.history.compactMap(\.event.withdraws))
        let found = file.history.compactMap { entry -> (HistoryEntry, VisitRecord)? in
            guard case .assistanceCase(.visited(let visit)) = entry.event else { return nil }
            return (entry, visit)
        }
        guard !found.isEmpty else { return .when(file.newestCase != nil, .card("走访记录", .p("还没有走访记录。"))) }
        return .card(
            "走访记录",
            .timeline(
                found.map { entry, visit in
                    let isGone = withdrawn.contains(entry.id)
                    return Happening(
                        day: entry.occurred.inDocuments, visit.title + (isGone ? "（已撤销）" : ""),
                        by: visit.visitors, detail: detail(entry, visit, isGone: isGone),
                        tone: isGone ? .grey : .green)
                }))
    }

    private func detail(_ entry: HistoryEntry, _ visit: VisitRecord, isGone: Bool) -> HTML {
        .facts(visit.facts)
            + .when(
                may.visit && !isGone && isLive,
                .with(file.newestCase) {
                    .a(
                        Link("/cases/\($0.id.number)/withdrawal", query: [("act", String(entry.id.number))]),
                        "撤销这条记录")
                })
    }
}

extension VisitRecord {
    /// What was told as facts of a page.
    var facts: [Fact] { told.map { Fact($0.term, $0.text) } }
}
