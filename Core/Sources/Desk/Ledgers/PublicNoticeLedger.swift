// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 公示和异议台账: notices, what was said against them, and what came in too late and went to supervision
    /// (02.w3).
    static let publicNotices = CaseLedger(
        ledger: Ledger(
            name: .publicNotices, title: "公示和异议台账", content: "公示的起止、收到的异议和处理结果，以及期满后转督导的反映",
            clauses: ["02.w3", "L.05"], span: .days("日期"), unit: "条",
            headings: [
                LedgerHeading("公示对象", .name, width: 5), LedgerHeading("社区（村）", width: 7),
                LedgerHeading("日期", .day, width: 6), LedgerHeading("情况", .tag, width: 8),
                LedgerHeading("反映人", width: 5), LedgerHeading("内容", .long, width: 18),
                LedgerHeading("办结日期", .day, width: 6), LedgerHeading("处理结果和理由", .long, width: 18),
                LedgerHeading("登记人", width: 5),
            ], tags: PublicNoticeLineKind.allCases.map(\.tag)),
        concerns: { $0.recognition.notice != nil || $0.recognition.past != nil },
        readsHistory: { _, _ in true },
        making: .several(publicNoticeLines))

    @Sendable private static func publicNoticeLines(_ source: LedgerSource) -> [LedgerLine] {
        source.history.compactMap { entry in
            guard source.period.contains(entry.occurred), case .recognition(let event) = entry.event,
                let told = told(event, entry, source)
            else { return nil }
            let head: [LedgerCell] = [source.name, source.village, .day(entry.occurred), told.line.tag.cell]
            return LedgerLine(
                opens: .assistanceCase(source.found.id), tag: told.line.tag,
                cells: head + told.cells + [.words(source.names[entry.by])])
        }
    }

    private static func told(
        _ event: RecognitionEvent, _ entry: Recorded<CaseEvent>, _ source: LedgerSource
    ) -> (line: PublicNoticeLineKind, cells: [LedgerCell])? {
        switch event {
        case .noticePosted(let place):
            let end = end(of: entry, in: source.history)
            let line: PublicNoticeLineKind = end.map { $0.isUpheld ? .upheld : .over } ?? .running
            return (line, [.empty, .words(place), .day(end?.on), .words(end?.note)])
        case .objectionReceived(let objection):
            let settled = source.history.lazy.compactMap { later -> (Day, Bool, String)? in
                guard case .recognition(.objectionSettled(entry.id, let isUpheld, let words)) = later.event
                else { return nil }
                return (later.occurred, isUpheld, words)
            }.first
            let result = settled.map { ($0.1 ? "成立：" : "不成立：") + $0.2 }
            return (
                settled == nil ? .open : .settled,
                [by(objection), .words(objection.words), .day(settled?.0), .words(result)]
            )
        case .reportReceived(let report):
            return (.report, [by(report), .words(report.words), .empty, .text("公示期满，转督导人员处理")])
        case _: return nil
        }
    }

    /// Who objects is not written out: they are promised silence.
    private static func by(_ words: ObjectionWords) -> LedgerCell {
        .text(words.isAnonymous ? "匿名" : PersonName(words.by)?.masked ?? "匿名")
    }

    private static func end(
        of posted: Recorded<CaseEvent>, in history: [Recorded<CaseEvent>]
    ) -> (on: Day, isUpheld: Bool, note: String)? {
        for later in history where later.id > posted.id {
            switch later.event {
            case .recognition(.noticeEnded(let isUpheld, let note)): return (later.occurred, isUpheld, note)
            case .recognition(.noticePosted): return nil
            case _: continue
            }
        }
        return nil
    }
}

/// What a line tells of.
private enum PublicNoticeLineKind: String, CaseIterable {
    case running, over, upheld, open, settled, report

    var tag: LedgerTag {
        let words =
            switch self {
            case .running: "公示中"
            case .over: "公示结束"
            case .upheld: "有异议成立"
            case .open: "异议待处理"
            case .settled: "异议已处理"
            case .report: "期满后反映"
            }
        return LedgerTag(rawValue, .text(words))
    }
}
