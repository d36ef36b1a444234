// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 城乡劳动力精细化就业服务和援助手册: cover, who it is, and the whole history by the manual's steps (08.w4, 12.w3).
struct HandbookPaper: PaperContent {
    let person: PaperPerson
    let opened, categories, recognition, decided, card, aide, specialist, expert, round: String
    let steps: [Step]

    /// One of the nineteen steps, or what belongs to none.
    struct Step: Encodable {
        let number, title, level: String
        let rows: [Row]
    }

    struct Row: Encodable { let day, what, words, by: String }
}

extension PaperCase {
    var handbook: HandbookPaper {
        let standing = found.recognition
        return HandbookPaper(
            person: block(.handbook), opened: standing.recognised?.inDocuments ?? "",
            categories: shortCategories, recognition: standing.number,
            decided: standing.recognised?.inDocuments ?? "", card: standing.card, aide: helper(.village),
            specialist: helper(.town), expert: helper(.district), round: "第\(found.care.number)轮",
            steps: steps)
    }

    /// The steps that have records, in the manual's order.
    private var steps: [HandbookPaper.Step] {
        let acts = Dictionary(grouping: history.filter { $0.event.isOfHandbook }) { $0.event.step }
        let all: [ProcedureStep?] = ProcedureStep.allCases + [nil]
        return all.compactMap { step in
            guard let entries = acts[step] else { return nil }
            return HandbookPaper.Step(
                number: step?.number ?? "", title: step?.word ?? "其他记录", level: step?.level.word ?? "",
                rows: entries.sorted { ($0.occurred, $0.id) < ($1.occurred, $1.id) }.map(row))
        }
    }

    private func row(_ entry: Recorded<CaseEvent>) -> HandbookPaper.Row {
        HandbookPaper.Row(
            day: entry.occurred.inDocuments, what: Event.assistanceCase(entry.event).kind.words,
            words: entry.event.wordsInHandbook, by: names[entry.by] ?? "")
    }
}

extension CaseEvent {
    /// Follows from another by itself, or is of the desk alone.
    fileprivate var isOfHandbook: Bool {
        switch self {
        case .recognition(.recordsOpened), .recognition(.papersChecked), .recognition(.itemsVerified): false
        case _: true
        }
    }

    /// What was done and said; words about somebody's mind are kept elsewhere (13.w2, L.05).
    fileprivate var wordsInHandbook: String {
        switch self {
        case .visited(let visit):
            ([visit.title] + visit.told.map { "\($0.term)：\($0.text)" }).joined(separator: "；")
        case .aid(.guided(let guidance)) where guidance.topics.contains(.psychology):
            guidance.topics.map(\.word).joined(separator: "、") + "；内容另行保管"
        case _: detail.replacing("。；", with: "；")
        }
    }
}
