// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 跟踪回访台账: each follow-up and each visit to an employer or founder, with what was found (17.w1 to 17.w3).
    static let followUps = CaseLedger(
        ledger: Ledger(
            name: .followUps, title: "跟踪回访台账", content: "就业后的每次回访、走访用人单位和创业者的情况",
            clauses: ["17.w1", "17.w2", "17.w3", "17.r2"], span: .days("回访日期"), unit: "次",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("社区（村）", width: 7),
                LedgerHeading("回访日期", .day, width: 6), LedgerHeading("结果", .tag, width: 6),
                LedgerHeading("方式", width: 4), LedgerHeading("就业情况", .long, width: 11),
                LedgerHeading("回访记录", .long, width: 16), LedgerHeading("月收入（元）", .number, width: 4),
                LedgerHeading("参保", width: 3), LedgerHeading("政策落实", .long, width: 8),
                LedgerHeading("情绪", width: 4), LedgerHeading("有离职意向", width: 4),
                LedgerHeading("回访人", width: 5),
            ],
            tags: Stability.allCases.map { LedgerTag($0.rawValue, .stability($0)) } + [employer, founder]),
        concerns: { found in
            let care = found.care
            return care.job != nil || care.registered != nil || care.jobLost != nil || care.number > 1
        },
        readsHistory: { _, _ in true },
        making: .several(followUpLines))

    private static let employer = LedgerTag("employer", .act(.employerVisited))
    private static let founder = LedgerTag("founder", .act(.founderVisited))

    /// The work is that of the time: a journal may tell of several jobs.
    @Sendable private static func followUpLines(_ source: LedgerSource) -> [LedgerLine] {
        var job: Job?
        return source.history.compactMap { entry in
            job = entry.event.jobTold ?? job
            guard source.period.contains(entry.occurred), case .work(let event) = entry.event,
                let made = cells(of: event, job.map { .job($0) } ?? .empty)
            else { return nil }
            let head: [LedgerCell] = [source.name, source.village, .day(entry.occurred), made.tag.cell]
            return LedgerLine(
                opens: .assistanceCase(source.found.id), tag: made.tag,
                cells: head + made.cells + [.words(source.names[entry.by])])
        }
    }

    private static func cells(of event: WorkEvent, _ job: LedgerCell) -> (
        tag: LedgerTag, cells: [LedgerCell]
    )? {
        switch event {
        case .followedUp(let visit):
            return (
                LedgerTag(visit.judged.rawValue, .stability(visit.judged)),
                [
                    .means(visit.means), job, .words(visit.situation),
                    visit.income.map { .number($0) } ?? .empty, visit.isInsured.map { .yes($0) } ?? .empty,
                    .words(visit.policies), visit.mood.map { .mood($0) } ?? .empty, .yes(visit.wantsToLeave),
                ]
            )
        case .employerVisited(let words):
            return (employer, visited(words, job))
        case .founderVisited(let words):
            return (founder, visited(words, job))
        case .employed, .confirmed, .notified, .registered, .fileTransferred, .jobLost: return nil
        }
    }

    private static func visited(_ words: String, _ job: LedgerCell) -> [LedgerCell] {
        [.empty, job, .words(words), .empty, .empty, .empty, .empty, .empty]
    }
}

extension CaseEvent {
    /// The work of which an act tells; `nil` for all others.
    fileprivate var jobTold: Job? {
        switch self {
        case .work(.employed(let job, _)), .work(.confirmed(let job, _)): job
        case .work(.registered(let registration)): registration.job
        case .aid(.recommendationEnded(_, let outcome)): outcome.code == .employed ? outcome.job : nil
        case _: nil
        }
    }
}
