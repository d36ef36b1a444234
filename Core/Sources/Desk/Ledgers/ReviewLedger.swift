// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 复核台账: each request for a review of a decision, with what the district decided (L.02).
    static let reviews = CaseLedger(
        ledger: Ledger(
            name: .reviews, title: "认定复核台账", content: "本人对认定决定的复核申请、区里的复核决定和告知情况",
            clauses: ["L.02"], span: .days("申请日期"), unit: "件",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("社区（村）", width: 7),
                LedgerHeading("原决定", width: 6), LedgerHeading("收到决定", .day, width: 6),
                LedgerHeading("申请日期", .day, width: 6), LedgerHeading("请求和理由", .long, width: 16),
                LedgerHeading("复核结果", .tag, width: 8), LedgerHeading("复核日期", .day, width: 6),
                LedgerHeading("复核意见", .long, width: 16), LedgerHeading("告知本人", .day, width: 6),
            ],
            tags: [pending] + ReviewOutcome.allCases.map { LedgerTag($0.rawValue, .review($0)) }),
        concerns: { ($0.recognition.reviews ?? 0) > 0 },
        readsHistory: { _, _ in true },
        making: .several(reviewLines))

    private static let pending = LedgerTag("pending", .text("待复核"))

    /// What a journal tells of one request.
    private struct Request {
        let asked: Day
        let note: String
        let decision: String
        let received: Day?
        var outcome: ReviewOutcome?
        var decided: Day?
        var words = ""
        var told: Day?
    }

    @Sendable private static func reviewLines(_ source: LedgerSource) -> [LedgerLine] {
        requests(in: source.history).filter { source.period.contains($0.asked) }.map { request in
            let tag = request.outcome.map { LedgerTag($0.rawValue, .review($0)) } ?? pending
            return LedgerLine(
                opens: .assistanceCase(source.found.id), tag: tag,
                cells: [
                    source.name, source.village, .words(request.decision), .day(request.received),
                    .day(request.asked), .words(request.note), tag.cell, .day(request.decided),
                    .words(request.words), .day(request.told),
                ])
        }
    }

    private static func requests(in history: [Recorded<CaseEvent>]) -> [Request] {
        var requests: [Request] = []
        var decision = ""
        var received: Day?
        for entry in history {
            guard case .recognition(let event) = entry.event else { continue }
            switch event {
            case .recognised: (decision, received) = ("认定", nil)
            case .refused: (decision, received) = ("不予认定", nil)
            case .decisionReceived: received = entry.occurred
            case .reviewRequested(let note):
                requests.append(
                    Request(asked: entry.occurred, note: note, decision: decision, received: received))
            case .reviewDecided(let outcome, _, let words):
                guard let last = requests.indices.last else { continue }
                requests[last].outcome = outcome
                requests[last].decided = entry.occurred
                requests[last].words = words
            case .reviewTold: if let last = requests.indices.last { requests[last].told = entry.occurred }
            case _: continue
            }
        }
        return requests
    }
}
