// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 个性化应聘指导方案 (08.w4).
struct InterviewPlan: PaperContent {
    let person: PaperPerson
    let categories, reasons, assessed, topics, words, told, result, helper: String
    /// What earlier interviews ended in.
    let interviews: [Row]
    let next: Meeting

    struct Row: Encodable { let day, employer, post, result: String }
    struct Meeting: Encodable {
        var day = "", place = "", employer = "", escort = ""
    }
}

/// 服务对象满意度调查表 (08.w5): filled in by the person, by hand.
struct SatisfactionForm: PaperContent {
    let person: PaperPerson
    let helper: String
}

/// 效果评估报告 (08.w5): what the record counts; the judgement is written by hand.
struct EvaluationReport: PaperContent {
    let person: PaperPerson
    let categories, recognition, from, through, helper, plan: String
    let contacts, guidances, recommendations, interviews, ended, employed, rate: String
    let rows: [Row]
    let outcome: String

    struct Row: Encodable { let day, topics, words, result: String }
}

extension PaperCase {
    func interviewPlan(_ basis: Recorded<CaseEvent>) -> InterviewPlan? {
        guard case .aid(.guided(let guidance)) = basis.event else { return nil }
        let before = history.filter { $0.id <= basis.id }
        let assessed = before.compactMap { entry in
            if case .aid(.assessed(let judgement)) = entry.event { judgement } else { nil }
        }
        return InterviewPlan(
            person: block(.interviewPlan), categories: shortCategories,
            reasons: block(.interviewPlan).reasons,
            assessed: assessed.last ?? "", topics: guidance.topics.map(\.word).joined(separator: "、"),
            words: guidance.words, told: guidance.told.joined(separator: "、"), result: guidance.result,
            helper: helper(guidance.level), interviews: before.compactMap { interview($0) },
            next: nextInterview(after: basis))
    }

    /// A recommendation with its end.
    private func interview(_ entry: Recorded<CaseEvent>) -> InterviewPlan.Row? {
        guard case .aid(.recommended(let recommendation)) = entry.event else { return nil }
        let outcome = history.lazy.compactMap { other -> RecommendationOutcome? in
            if case .aid(.recommendationEnded(entry.id, let outcome)) = other.event { outcome } else { nil }
        }.first
        return InterviewPlan.Row(
            day: entry.occurred.inDocuments, employer: recommendation.vacancy.employer,
            post: recommendation.vacancy.post,
            result: outcome.map { CaseEvent.aid(.recommendationEnded(of: entry.id, $0)).detail } ?? "尚无结果")
    }

    /// The interview that is still ahead when the plan is made.
    private func nextInterview(after basis: Recorded<CaseEvent>) -> InterviewPlan.Meeting {
        let ahead = history.last { entry in
            if case .aid(.interviewSet(_, let interview)) = entry.event {
                interview.day >= basis.occurred
            } else {
                false
            }
        }
        guard case .aid(.interviewSet(let act, let interview))? = ahead?.event else {
            return InterviewPlan.Meeting()
        }
        let employer = history.lazy.compactMap { entry -> String? in
            guard entry.id == act, case .aid(.recommended(let told)) = entry.event else { return nil }
            return told.vacancy.employer
        }.first
        return InterviewPlan.Meeting(
            day: interview.day.inDocuments, place: interview.place, employer: employer ?? "",
            escort: interview.escort)
    }

    var evaluationReport: EvaluationReport {
        let outcomes = history.compactMap { entry -> RecommendationOutcome? in
            if case .aid(.recommendationEnded(_, let outcome)) = entry.event { outcome } else { nil }
        }
        let employed = outcomes.count { $0.code == .employed }
        let guided = history.filter { if case .aid(.guided) = $0.event { true } else { false } }
        return EvaluationReport(
            person: block(.evaluation), categories: shortCategories, recognition: found.recognition.number,
            from: found.recognition.recognised?.inDocuments ?? "", through: today.inDocuments,
            helper: helper(.town), plan: found.care.plan(.personal)?.plan.direction ?? "",
            contacts: String(history.count { $0.event.isContact }), guidances: String(guided.count),
            recommendations: String(
                history.count { if case .aid(.recommended) = $0.event { true } else { false } }),
            interviews: String(
                history.count { if case .aid(.interviewSet) = $0.event { true } else { false } }),
            ended: String(outcomes.count), employed: String(employed),
            rate: outcomes.isEmpty ? "—" : "\(employed * 100 / outcomes.count)%",
            rows: guided.compactMap(row),
            outcome: found.stage.word)
    }

    private func row(_ entry: Recorded<CaseEvent>) -> EvaluationReport.Row? {
        guard case .aid(.guided(let guidance)) = entry.event else { return nil }
        let isKeptElsewhere = guidance.topics.contains(.psychology)
        return EvaluationReport.Row(
            day: entry.occurred.inDocuments, topics: guidance.topics.map(\.word).joined(separator: "、"),
            words: isKeptElsewhere ? "内容另行保管" : guidance.words,
            result: isKeptElsewhere ? "" : guidance.result)
    }
}
