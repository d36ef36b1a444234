// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 认定和退出台账: who was recognised and who left, with date and reason, as it stood on a day (L.03).
    static let register = CaseLedger(
        ledger: Ledger(
            name: .register, title: "就业困难人员认定和退出台账", content: "认定和退出的日期与原因；可查某一天的在册情况",
            clauses: ["L.03"], span: .asOf, unit: "人",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("身份证号", width: 11),
                LedgerHeading("社区（村）", width: 7), LedgerHeading("困难类别", width: 9),
                LedgerHeading("认定日期", .day, width: 6), LedgerHeading("认定编号", width: 8),
                LedgerHeading("条件复核", .day, width: 6), LedgerHeading("在册情况", .tag, width: 7),
                LedgerHeading("退出日期", .day, width: 6), LedgerHeading("退出原因", width: 7),
                LedgerHeading("说明", .long, width: 16),
            ],
            tags: [onRegister] + reasons.map { LedgerTag($0.rawValue, .ending($0)) }),
        concerns: { $0.recognition.recognised != nil || $0.recognition.past != nil },
        // Today's register is what the cases are; an earlier day's is replayed.
        readsHistory: { period, today in period.through.map { $0 < today } ?? false },
        making: .several(registerLines))

    private static let onRegister = LedgerTag("on", .text("在册"))
    /// A case closed as a duplicate never was somebody of its own.
    private static let reasons = CaseEndReason.allCases.filter { $0 != .duplicate }

    @Sendable private static func registerLines(_ source: LedgerSource) -> [LedgerLine] {
        guard let found = source.asItStood, found.ended?.reason != .duplicate else { return [] }
        let left = (found.recognition.past ?? []).map {
            line($0.recognised, $0.number, checked: nil, $0.ending, of: found, source)
        }
        guard let recognised = found.recognition.recognised else { return left }
        return left + [
            line(
                recognised, found.recognition.number, checked: found.recognition.rechecked, found.ended,
                of: found, source)
        ]
    }

    /// One recognition; who came back after leaving has a line of each.
    private static func line(
        _ recognised: Day, _ number: String, checked: Day?, _ ending: AssistanceCase.Ending?,
        of found: AssistanceCase, _ source: LedgerSource
    ) -> LedgerLine {
        let tag = ending.map { LedgerTag($0.reason.rawValue, .ending($0.reason)) } ?? onRegister
        let cells: [LedgerCell] = [
            source.name, source.identity, .words(source.tree[found.village]?.name),
            .categories(found.categories), .day(recognised), .words(number),
            .day(checked), .text(ending == nil ? "在册" : "退出"), .day(ending?.on),
            ending.map { .ending($0.reason) } ?? .empty, .words(ending?.note),
        ]
        return LedgerLine(opens: .assistanceCase(found.id), tag: tag, cells: cells)
    }
}

extension LedgerSource {
    /// The case at the end of the period's last day: acts of later days left out, whenever they were entered.
    fileprivate var asItStood: AssistanceCase? {
        guard let last = period.through, last < today else { return found }
        return AssistanceCase(replaying: history.filter { $0.occurred <= last }, id: found.id)
    }
}
