// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 失业登记台账 (02.w1, 02.w3).
    static let unemployment = seekers(.unemployment, .unemployed, "失业登记台账", "失业登记、证件发放、年检、作废和注销的情况")
    /// 农村劳动力转移就业求职登记台账 (02.w1, 02.w3).
    static let transfer = seekers(
        .transfer, .transferred, "农村劳动力转移就业求职登记台账", "求职登记、证件发放、年检、作废和注销的情况")

    private static func seekers(
        _ kind: RegisterKind, _ name: LedgerName, _ title: String, _ content: String
    ) -> CaseLedger {
        CaseLedger(
            ledger: Ledger(
                name: name, title: title, content: content, clauses: ["02.w1", "02.w3"], span: .days("登记日期"),
                unit: "人",
                headings: [
                    LedgerHeading("姓名", .name, width: 5), LedgerHeading("身份证号", width: 11),
                    LedgerHeading("联系电话", width: 8), LedgerHeading("社区（村）", width: 7),
                    LedgerHeading("登记日期", .day, width: 6), LedgerHeading("登记状态", .tag, width: 6),
                    LedgerHeading("证件编号", width: 12), LedgerHeading("发证日期", .day, width: 6),
                    LedgerHeading("最近年检", .day, width: 6), LedgerHeading("作废的证件", .long, width: 14),
                    LedgerHeading("注销日期", .day, width: 6), LedgerHeading("注销原因", width: 9),
                ], tags: SeekerStanding.allCases.map(\.tag)),
            concerns: { $0.recognition.registration != nil },
            readsHistory: { _, _ in false },
            making: .several { seekerLines($0, of: kind) })
    }

    @Sendable private static func seekerLines(_ source: LedgerSource, of kind: RegisterKind) -> [LedgerLine] {
        let recognition = source.found.recognition
        guard let registration = recognition.registration, source.period.contains(registration.entered),
            // A record of before the registers were told apart stands where the person's household does.
            (registration.kind ?? RegisterKind(source.person.facts.registration) ?? .unemployment) == kind
        else { return [] }
        let tag = SeekerStanding(recognition, on: source.today).tag
        let voided = (recognition.certificates ?? []).filter { $0.voided != nil }
        let certificate = recognition.liveCertificate
        let cells: [LedgerCell] = [
            source.name, source.identity, source.phone, source.village, .day(registration.entered), tag.cell,
            .words(recognition.certificate), .day(certificate?.issued), .day(certificate?.checked),
            .list(
                voided.map { .text("\($0.number)（\($0.voided.map(\.iso) ?? "")，\($0.reason ?? "")）") }),
            .day(registration.ended), registration.reason.map { .registrationEnd($0) } ?? .empty,
        ]
        return [LedgerLine(opens: .assistanceCase(source.found.id), tag: tag, cells: cells)]
    }
}

/// 登记状态: each registration is in exactly one.
private enum SeekerStanding: String, CaseIterable {
    case entered, certified
    case checkDue = "check-due"
    case ended

    init(_ recognition: Recognition, on day: Day) {
        self =
            if recognition.liveRegistration == nil {
                .ended
            } else if recognition.isCheckDue(on: day) {
                .checkDue
            } else {
                recognition.liveCertificate == nil ? .entered : .certified
            }
    }

    var tag: LedgerTag {
        let words =
            switch self {
            case .entered: "已登记，未发证"
            case .certified: "已发证"
            case .checkDue: "应年检"
            case .ended: "已注销"
            }
        return LedgerTag(rawValue, .text(words))
    }
}
