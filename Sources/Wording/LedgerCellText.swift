// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk

extension LedgerCell {
    /// The cell in words: the same on screen, paper and in files; empty where nothing is known.
    public var words: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .day(let day): day.iso
        case .number(let number): String(number)
        case .yes(let isSo): isSo ? "是" : "否"
        case .categories(let categories): categories.map(\.shortWord).joined(separator: "、")
        case .visitClass(let visits): visits.word
        case .stage(let stage): stage.word
        case .means(let means): means.word
        case .stability(let judged): judged.word
        case .mood(let mood): mood.word
        case .ending(let reason): reason.word
        case .registrationEnd(let reason): reason.word
        case .review(let outcome): outcome.word
        case .meeting(let kind): kind.word
        case .standing(let standing): standing.word
        case .level(let level): level.word
        case .source(let source): source.word
        case .vacancyEnd(let end): end.word
        case .act(let kind): kind.words
        case .detail(let event): event.detail
        case .job(let job): "\(job.form.word)：\(job.employer) \(job.post)（\(job.since.iso)起）"
        case .plan(let kind, let day): "\(kind.word)（\(day.iso)）"
        case .recommendation(let made): Self.words(of: made)
        case .handUp(let handUp, let day):
            "\(day.iso) \(handUp.from.short)→\(handUp.to.short)：\(handUp.cause.word)"
        case .lines(let cells): cells.map(\.words).filter { !$0.isEmpty }.joined(separator: "；")
        }
    }

    private static func words(of made: Care.LiveRecommendation) -> String {
        let vacancy = made.recommendation.vacancy
        let parts = [made.progressWords, made.outcome?.sentence ?? "尚无结果"]
        let progress = parts.filter { !$0.isEmpty }.joined(separator: "，")
        return "\(made.on.iso) \(vacancy.employer) \(vacancy.post)：\(progress)"
    }
}

extension LedgerView {
    /// `2026-01-01至2026-03-02`, or the day of which the ledger tells.
    public var periodWords: String { filter.period.words(ledger.span, on: day) }
}

extension LedgerPeriod {
    /// The period as it stands under the title.
    func words(_ span: Ledger.Span, on today: Day) -> String {
        switch (span, from, through) {
        case (.asOf, _, let day): "截至\((day ?? today).inDocuments)"
        case (.days, nil, nil): "截至\(today.inDocuments)"
        case (.days(let what), let from?, let through?): "\(what)：\(from.iso)至\(through.iso)"
        case (.days(let what), let from?, nil): "\(what)：\(from.iso)起"
        case (.days(let what), nil, let through?): "\(what)：\(through.iso)止"
        }
    }
}
