// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 推荐: what was recommended in this round, how it ended, whose reason it was (L.04).
struct CaseRecommendations {
    let file: CaseFile
    let failures: Int

    private var care: Care { file.found.care }

    var html: HTML {
        .toolbar(
            file.buttons(
                [.tellVacancy, .recommend, .setInterview, .moveRecommendation, .endRecommendation],
                tab: .recommendations))
            + counts + list
    }

    /// 本轮 by level: how many, how many without success, how many of these for the person's own reasons.
    private var counts: HTML {
        let levels = [Level.village, .town, .district].filter { level in
            care.recommendations.contains { $0.recommendation.level == level }
        }
        return .when(!levels.isEmpty, .ul(levels.map { .text(count(at: $0)) }))
    }

    private func count(at level: Level) -> String {
        let all = care.recommendations.filter { $0.recommendation.level == level }
        let own = all.count { $0.outcome?.isOwn == true }
        return "\(level.short)：本轮推荐\(all.count)次，未成功\(care.failures(at: level))次"
            + (own > 0 ? "（其中本人原因\(own)次）" : "") + "。" + rule(at: level)
    }

    /// What the count leads to (05.w4, 14.r3).
    private func rule(at level: Level) -> String {
        level == .district
            ? "满\(failures)次未成功的，写个案分析，转公益性岗位安置。" : "满\(failures)次未成功，或因本人原因未成功的，提出上交。"
    }

    private var list: HTML {
        guard !care.recommendations.isEmpty else { return .nothing("本轮还没有推荐岗位。") }
        return DataTable(
            columns: [
                Column("推荐日期", .fixed), Column("级别", .state), Column("岗位"), Column("单位确认"),
                Column("进展和面试"), Column("结果"), Column("面试后点评"),
            ],
            rows: care.recommendations.reversed().map(row), caption: "岗位推荐"
        ).html
    }

    private func row(_ live: Care.LiveRecommendation) -> Row {
        let level = live.recommendation.level
        return Row([
            .text(live.on.inDocuments), .tag(Tag(level.short, level.tone)),
            .text(live.recommendation.vacancy.line),
            .text("\(live.recommendation.confirmed.inDocuments) \(live.recommendation.confirmedBy)"),
            .text(progress(live)), .html(outcome(live.outcome)),
            .text(live.outcome?.comment ?? ""),
        ])
    }

    private func progress(_ live: Care.LiveRecommendation) -> String {
        [live.stageWords, live.interview?.words ?? ""].filter { !$0.isEmpty }.joined(separator: "；")
    }

    private func outcome(_ outcome: RecommendationOutcome?) -> HTML {
        guard let outcome else { return .tag(Tag("待反馈", .blue)) }
        return .tag(
            Tag(outcome.sentence, outcome.code == .employed ? .green : outcome.isOwn ? .red : .orange))
            + .when(!outcome.words.isEmpty, .text(" \(outcome.words)"))
    }
}

extension Interview {
    /// Day, place and who went along.
    var words: String {
        "\(day.inDocuments) \(place)，" + (escort.isEmpty ? "无人陪同：\(whyAlone)" : "陪同：\(escort)")
    }
}
