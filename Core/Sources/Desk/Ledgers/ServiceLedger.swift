// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 就业困难人员服务台帐: everyone for whom the town's counter did something, from registration to card (02.w2).
    static let service = CaseLedger(
        ledger: Ledger(
            name: .service, title: "就业困难人员服务台帐", content: "登记、申请、告知、认定、发证、公示和援助卡的办理情况",
            clauses: ["02.w1", "02.w2", "02.w3", "02.r1"], span: .days("办理日期"), unit: "人",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("身份证号", width: 11),
                LedgerHeading("联系电话", width: 8), LedgerHeading("社区（村）", width: 7),
                LedgerHeading("办理进度", .tag, width: 6), LedgerHeading("登记日期", .day, width: 6),
                LedgerHeading("告知政策", .day, width: 6), LedgerHeading("一次性告知", .number, width: 4),
                LedgerHeading("尚缺材料", .long, width: 8), LedgerHeading("受理日期", .day, width: 6),
                LedgerHeading("认定日期", .day, width: 6), LedgerHeading("等候天数", .number, width: 4),
                LedgerHeading("认定编号", width: 7),
                LedgerHeading("证书编号", width: 7), LedgerHeading("入户核实", .day, width: 6),
                LedgerHeading("公示", .day, width: 6), LedgerHeading("公示结束", .day, width: 6),
                LedgerHeading("援助卡编号", width: 7),
            ], tags: ServiceProgress.allCases.map(\.tag)),
        concerns: {
            !$0.serviceDays.isEmpty || $0.recognition.notices > 0 || !$0.recognition.missing.isEmpty
        },
        readsHistory: { _, _ in false },
        making: .one(
            tag: { found, period in
                // Missing papers are kept without their day: only a ledger without a period shows those alone.
                let isInside = period == LedgerPeriod() || found.serviceDays.contains { period.contains($0) }
                return isInside ? found.serviceProgress.tag : nil
            },
            cells: { source in
                let recognition = source.found.recognition
                return [
                    source.name, source.identity, source.phone, source.village,
                    source.found.serviceProgress.tag.cell, .day(source.found.registered),
                    .day(recognition.informed),
                    recognition.notices > 0 ? .number(recognition.notices) : .empty,
                    .list(recognition.missing.map { .text($0) }), .day(recognition.accepted),
                    .day(recognition.recognised),
                    source.found.daysWaited(through: source.today).map { .number($0) } ?? .empty,
                    .words(recognition.number),
                    .words(recognition.certificate), .day(recognition.verified),
                    .day(recognition.notice?.posted), .day(recognition.notice?.ended),
                    .words(recognition.card),
                ]
            }))
}

/// How far the counter's service came; each case is in exactly one.
private enum ServiceProgress: String, CaseIterable {
    case registered, short, accepted, recognised, card, refused

    var tag: LedgerTag {
        let words =
            switch self {
            case .registered: "已登记"
            case .short: "待补材料"
            case .accepted: "已受理"
            case .recognised: "已认定"
            case .card: "已发援助卡"
            case .refused: "不予认定"
            }
        return LedgerTag(rawValue, .text(words))
    }
}

extension AssistanceCase {
    /// 等候天数: from the registration at the counter to the decision, or to a day while there is none (02.r1).
    public func daysWaited(through day: Day) -> Int? {
        guard let registered else { return nil }
        let decided = recognition.recognised ?? recognition.refused ?? ended?.on ?? day
        return max(0, decided.days(since: registered))
    }

    /// The days on which the counter did something for the person; empty before it did.
    fileprivate var serviceDays: [Day] {
        [
            registered, recognition.informed, recognition.accepted, recognition.recognised,
            recognition.refused, recognition.verified, recognition.notice?.posted,
            recognition.notice?.ended,
        ].compactMap(\.self)
    }

    fileprivate var serviceProgress: ServiceProgress {
        if !recognition.card.isEmpty { return .card }
        // A refusal after an earlier recognition stands, and the other way round: the later one tells.
        if let refused = recognition.refused, refused >= recognition.recognised ?? .earliest {
            return .refused
        }
        if recognition.recognised != nil { return .recognised }
        if recognition.accepted != nil { return .accepted }
        return recognition.missing.isEmpty ? .registered : .short
    }
}
