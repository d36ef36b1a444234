// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// What a case's journal says, as the papers of its file: standing records only, of all rounds, by day.
struct CaseFileRecords {
    let file: CaseFile

    var parts: [BoundPart] {
        let records = file.history.standing.sorted { ($0.occurred, $0.id) < ($1.occurred, $1.id) }
        let all: [(String, (Recorded<CaseEvent>) -> BoundRecord?)] = [
            ("联系记录", contact), ("走访记录", visit), ("指导和测评记录", guidance), ("援助方案和协议", plan),
            ("岗位推荐", recommendation), ("会商、会诊", meeting), ("上交、接收和退回", handover),
        ]
        return all.map { heading, record in BoundPart(heading: heading, records: records.compactMap(record)) }
            .filter { !$0.records.isEmpty }.enumerated().map { place, part in
                BoundPart(heading: "\(Self.numerals[place])、\(part.heading)", records: part.records)
            }
    }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七"]

    private func record(
        _ title: String, _ entry: Recorded<CaseEvent>, _ rows: [(term: String, text: String)],
        signature: Signature? = nil
    ) -> BoundRecord {
        BoundRecord(
            title, day: entry.occurred.inDocuments, level: entry.event.step?.level.short ?? "",
            by: file.name(of: entry.by), rows: rows, signature: signature)
    }

    private func contact(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        guard case .aid(.contacted(let contact)) = entry.event else { return nil }
        return record(
            contact.means.word + "联系" + (contact.wasReached ? "" : "，未联系到本人"), entry,
            [
                ("谈话内容", contact.words), ("本人意见", contact.view), ("情绪", contact.mood?.word ?? ""),
                ("约定事项", contact.agreed),
            ])
    }

    private func visit(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        guard case .visited(let visit) = entry.event else { return nil }
        return record(visit.title, entry, [("走访人", visit.visitors)] + visit.told)
    }

    private func guidance(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        switch entry.event {
        case .aid(.guided(let guidance)):
            record(
                "职业指导", entry,
                [
                    ("内容", guidance.topics.map(\.word).joined(separator: "、")), ("谈话要点", guidance.words),
                    ("告知", guidance.told.joined(separator: "、")), ("效果", guidance.result),
                ])
        case .aid(.assessed(let judgement)): record("职业能力评估", entry, [("评估意见", judgement)])
        case .aid(.tested(let instrument, let result)):
            record("职业测评", entry, [("测评工具", instrument), ("结果", result)])
        case .training: record(entry.event.kind.words, entry, [("内容", entry.event.detail)])
        case _: nil
        }
    }

    private func plan(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        switch entry.event {
        case .plan(.adopted(let plan)):
            record(
                plan.kind.word, entry,
                plan.sections + plan.items.map { ("事项", "\($0.words)（\($0.by.inDocuments)前）") })
        case .plan(.progressed), .plan(.ended), .plan(.itemDone), .plan(.itemMoved):
            record(entry.event.kind.words, entry, [("内容", entry.event.detail)])
        case .aid(.agreementSigned(let signature)):
            record(
                "就业援助协议书", entry, [("主要内容", signature.content), ("纸质存放", signature.paper)],
                signature: signature)
        case .aid(.agreementRefused(let reason)): record("未签协议", entry, [("原因", reason)])
        case _: nil
        }
    }

    /// One paper a recommendation, with its interview and its outcome (05.w2 to 05.w4).
    private func recommendation(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        guard case .aid(.recommended(let recommendation)) = entry.event else { return nil }
        let vacancy = recommendation.vacancy
        var rows: [(term: String, text: String)] = [
            ("用人单位", vacancy.employer), ("岗位", vacancy.post), ("地点", vacancy.place), ("待遇", vacancy.pay),
            ("要求", vacancy.requirements),
            ("单位确认", "\(recommendation.confirmed.inDocuments) \(recommendation.confirmedBy)"),
        ]
        for later in file.history.standing {
            switch later.event {
            case .aid(.interviewSet(let act, let interview)) where act == entry.id:
                rows.append(("面试", interview.words))
            case .aid(.recommendationMoved(let act, _)) where act == entry.id:
                rows.append(("进展", "\(later.occurred.inDocuments) \(later.event.detail)"))
            case .aid(.recommendationEnded(let act, let outcome)) where act == entry.id:
                rows += [
                    ("结果", "\(later.occurred.inDocuments) \(outcome.sentence)"), ("说明", outcome.words),
                    ("面试后点评", outcome.comment),
                ]
            case _: continue
            }
        }
        return record("岗位推荐", entry, rows)
    }

    private func meeting(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        switch entry.event {
        case .handover(.consulted(let opinion)), .handover(.panelMet(let opinion)):
            record(
                entry.event.kind.words, entry,
                [("参会人员", opinion.attendants), ("意见", opinion.words), ("决定", opinion.decision)])
        case _: nil
        }
    }

    private func handover(_ entry: Recorded<CaseEvent>) -> BoundRecord? {
        switch entry.event {
        case .handover(.handedUp(let handUp)):
            record(
                "\(handUp.from.short)上交\(handUp.to.short)", entry,
                [("上交原因", handUp.cause.word), ("情况说明", handUp.reason)])
        case .handover(.received), .handover(.handedBack), .handover(.kept), .handover(.handedToWelfare),
            .aid(.townUnsolved):
            record(entry.event.kind.words, entry, [("说明", entry.event.detail)])
        case .aid(.analysed(let analysis)):
            record(
                "个案分析", entry,
                [("援助经过", analysis.course), ("未成功的原因", analysis.causes), ("安置建议", analysis.advice)])
        case _: nil
        }
    }
}
