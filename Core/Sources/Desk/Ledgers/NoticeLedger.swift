// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 一次性告知台账: each notice with what it asked for, whether it was brought, and whether it came too late
    /// (02.w1, 02.r2).
    static let notices = CaseLedger(
        ledger: Ledger(
            name: .notices, title: "一次性告知台账", content: "每次告知的材料、补齐情况，以及第一次没有说全的差错",
            clauses: ["02.w1", "02.r2"], span: .days("告知日期"), unit: "次",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("身份证号", width: 11),
                LedgerHeading("社区（村）", width: 7), LedgerHeading("告知日期", .day, width: 6),
                LedgerHeading("补交情况", .tag, width: 6), LedgerHeading("第几次", .number, width: 3),
                LedgerHeading("缺少的材料", .long, width: 20), LedgerHeading("第一次漏告的", .long, width: 10),
                LedgerHeading("受理日期", .day, width: 6), LedgerHeading("经办人", width: 5),
            ], tags: NoticeOutcome.allCases.map(\.tag)),
        concerns: { $0.recognition.notices > 0 },
        readsHistory: { _, _ in true },
        making: .several(noticeLines))

    @Sendable private static func noticeLines(_ source: LedgerSource) -> [LedgerLine] {
        var number = 0
        return source.history.indices.compactMap { (index) -> LedgerLine? in
            let entry = source.history[index]
            guard case .recognition(let event) = entry.event else { return nil }
            if case .accepted = event { number = 0 }
            guard case .noticeGiven(let missing) = event else { return nil }
            number += 1
            guard source.period.contains(entry.occurred) else { return nil }
            let accepted = source.history[index...].first(where: { $0.event.kind == .applicationAccepted })?
                .occurred
            let late = source.found.recognition.askedLate?.filter { $0.on == entry.occurred }.flatMap(
                \.papers)
            let outcome = NoticeOutcome(late: late ?? [], accepted: accepted, isLive: source.found.isLive)
            let cells: [LedgerCell] = [
                source.name, source.identity, source.village, .day(entry.occurred), outcome.tag.cell,
                .number(number), .list(missing.map { .text($0) }), .list((late ?? []).map { .text($0) }),
                .day(accepted), .words(source.names[entry.by]),
            ]
            return LedgerLine(opens: .assistanceCase(source.found.id), tag: outcome.tag, cells: cells)
        }
    }
}

/// What became of a notice; each is in exactly one.
private enum NoticeOutcome: String, CaseIterable {
    /// It asked for what an earlier one could have asked for: a fault of the counter (02.w1).
    case late
    case supplied, waiting, dropped

    init(late: [String], accepted: Day?, isLive: Bool) {
        if !late.isEmpty {
            self = .late
        } else if accepted != nil {
            self = .supplied
        } else {
            self = isLive ? .waiting : .dropped
        }
    }

    var tag: LedgerTag {
        let words =
            switch self {
            case .late: "窗口差错"
            case .supplied: "已补齐受理"
            case .waiting: "待补材料"
            case .dropped: "未再申请"
            }
        return LedgerTag(rawValue, .text(words))
    }
}
