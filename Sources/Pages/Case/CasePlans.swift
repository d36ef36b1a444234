// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 方案: plans in force with their items, the agreement, earlier versions.
struct CasePlans {
    let file: CaseFile

    var html: HTML {
        .toolbar(
            file.buttons(
                [.adoptPlan, .addItem, .finishItem, .moveItem, .reportProgress, .endPlan], tab: .plans))
            + current + agreement + earlier
    }

    private var current: HTML {
        guard !file.found.care.plans.isEmpty else { return .nothing("本轮还没有制定方案。") }
        return .each(file.found.care.plans) { live in
            .card(
                "\(live.plan.kind.word)（第\(live.version)版，\(live.on.inDocuments)）",
                .facts(live.plan.facts + [Fact("最近通报", live.progressed?.inDocuments ?? "未通报")]),
                items(live.items))
        }
    }

    private func items(_ items: [LiveItem]) -> HTML {
        guard !items.isEmpty else { return .p("没有列出事项。") }
        return DataTable(
            columns: [Column("事项"), Column("状态", .state), Column("完成期限", .fixed)],
            rows: items.map { item in
                Row([
                    .text(item.words), .tag(item.tag(on: file.today, isNeeded: isNeeded)),
                    .text(item.by.inDocuments),
                ])
            }
        ).html
    }

    /// Work ends the items of every plan, and so does the case's end.
    private var isNeeded: Bool { file.found.isLive && file.found.care.job == nil }

    /// 就业援助协议书 (07.w2) as it was signed.
    private var agreement: HTML {
        let signed = file.history.standing.last {
            if case .aid(.agreementSigned) = $0.event { true } else { false }
        }
        guard let signed, case .aid(.agreementSigned(let signature)) = signed.event else { return .empty }
        return .card(
            "就业援助协议书（\(signed.occurred.inDocuments)）", .p(signature.content), .signature(signature))
    }

    private var earlier: HTML {
        let inForce = Set(file.found.care.plans.map(\.adopted))
        let old = file.history.standing.reversed().compactMap { entry -> (Recorded<CaseEvent>, Plan)? in
            guard case .plan(.adopted(let plan)) = entry.event, !inForce.contains(entry.id) else {
                return nil
            }
            return (entry, plan)
        }
        return .when(
            !old.isEmpty,
            .disclosure(
                "以前的方案（\(old.count)份）",
                .each(old) { entry, plan in
                    .h3("\(plan.kind.word)（\(entry.occurred.inDocuments)，\(file.name(of: entry.by))）")
                        + .facts(plan.facts)
                        + .ul(plan.items.map { .text("\($0.words)（\($0.by.inDocuments)前）") })
                }))
    }
}

extension LiveItem {
    /// Done, no longer needed, overdue or open, as a word.
    func tag(on today: Day, isNeeded: Bool) -> Tag {
        if let done { return Tag("\(done.iso)完成", .green) }
        guard isNeeded else { return Tag("不再需要", .grey) }
        return by < today ? .overdue() : Tag("待办", .blue)
    }
}

extension Plan {
    /// Its sections in words, empty ones left out.
    var sections: [(term: String, text: String)] {
        [
            ("主攻方向", direction), ("未就业原因", reasons.joined(separator: "、")), ("共性措施", common),
            ("个性措施", individual), ("心理调适", psychology), ("面试辅导", interviewTraining), ("本人意见", view),
        ].filter { !$0.1.isEmpty }.map { (term: $0.0, text: $0.1) }
    }

    var facts: [Fact] { sections.map { Fact($0.term, .text($0.text), isWide: true) } }
}

extension HTML {
    /// 本人签名: the strokes as they were drawn, or where the signed paper lies.
    static func signature(_ signature: Signature) -> HTML {
        guard signature.isPath else {
            return .when(!signature.paper.isEmpty, .p("纸质签署，存放：\(signature.paper)"))
        }
        return .p(
            .text("本人签名："),
            .element(
                "svg",
                [
                    Attribute("viewBox", "0 0 600 200"), .class("ink"), Attribute("role", "img"),
                    .aria("label", "本人签名"),
                ], .element("path", [Attribute("d", signature.strokes)])))
    }
}

extension Signature {
    /// Whether the strokes are moves and lines and nothing else: whatever else came in is not drawn.
    public var isPath: Bool {
        !strokes.isEmpty
            && strokes.utf8.allSatisfy {
                ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || Array("ML .".utf8).contains($0)
            }
    }
}
