// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 就业援助台账: open from the day of recognition (02.r6), with names, number and progress of help (10.r3).
    static let help = CaseLedger(
        ledger: Ledger(
            name: .help, title: "就业援助台账", content: "援助人员、联系和推荐的次数及进展、上交情况和就业情况",
            clauses: ["02.r6", "10.r3"], span: .days("认定日期"), unit: "人",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("社区（村）", width: 6),
                LedgerHeading("困难类别", width: 7), LedgerHeading("走访类别", width: 4),
                LedgerHeading("认定日期", .day, width: 6), LedgerHeading("轮次", .number, width: 2),
                LedgerHeading("所处环节", .tag, width: 5), LedgerHeading("援助员", width: 5),
                LedgerHeading("助理专员", width: 5), LedgerHeading("服务专家", width: 5),
                LedgerHeading("联系次数", .number, width: 3), LedgerHeading("最近联系", .day, width: 6),
                LedgerHeading("援助方案", .long, width: 7), LedgerHeading("推荐次数", .number, width: 3),
                LedgerHeading("推荐及结果", .long, width: 14), LedgerHeading("上交情况", .long, width: 10),
                LedgerHeading("就业情况", .long, width: 9),
            ], tags: stages.map { LedgerTag($0.rawValue, .stage($0)) }),
        stages: Self.recognised,
        concerns: { $0.recognition.recognised != nil },
        readsHistory: { _, _ in true },
        making: .one(
            tag: { found, period in
                guard let day = found.recognition.recognised, period.contains(day) else { return nil }
                return LedgerTag(found.stage.rawValue, .stage(found.stage))
            }, cells: helpCells))

    /// Whoever is recognised is past being listed only.
    private static let stages = CaseStage.allCases.filter { $0 != .listed }

    @Sendable private static func helpCells(_ source: LedgerSource) -> [LedgerCell] {
        let found = source.found
        let care = found.care
        // Whoever is helped anew keeps what was tried before (10.r3: kept).
        let told = found.trackedRecommendations
        func helper(_ level: Level) -> LedgerCell { .words(care.assignment(at: level)?.name) }
        let handUps = source.history.compactMap { entry -> LedgerCell? in
            guard case .handover(.handedUp(let handUp)) = entry.event else { return nil }
            return .handUp(handUp, on: entry.occurred)
        }
        return [
            source.name, source.village, .categories(found.categories),
            found.visitClass.map { .visitClass($0) } ?? .empty, .day(found.recognition.recognised),
            .number(care.number), .stage(found.stage), helper(.village), helper(.town), helper(.district),
            .number(care.contacts.reduce(0) { $0 + $1.count }), .day(care.contacts.map(\.last).max()),
            .list(care.plans.map { .plan($0.plan.kind, on: $0.on) }), .number(told.count),
            .list(told.map { .recommendation($0.recommendation) }), .list(handUps),
            care.job.map { .job($0) } ?? .empty,
        ]
    }
}
