// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 就业困难人员认定申请登记表 (02.w2).
struct ApplicationForm: PaperContent {
    let person: PaperPerson
    let members: [Member]
    let categories: [Category]
    let verified: Said
    let notice: Said
    let review: Said

    struct Member: Encodable { let name, sex, age, work: String }
    struct Category: Encodable { let name, because: String }
    /// Words with their day.
    struct Said: Encodable {
        var words = "", day = ""
    }
}

/// 一次性告知单 (02.w1, 02.r2).
struct OneTimeNoticePaper: PaperContent {
    let person: PaperPerson
    let matter: String
    let applied: String
    let missing: [Row]
    let place: String

    /// What is missing, how many, where to get it and why; the last two empty where only words were told.
    struct Row: Hashable, Encodable { let name, count, from, why: String }
}

/// 受理通知 (L.01).
struct AcceptanceNotice: PaperContent {
    let person: PaperPerson
    let due: String
}

/// 认定决定 (L.01).
struct RecognitionDecision: PaperContent {
    let person: PaperPerson
    let applied, categories, recognition, decided, village, aide: String
}

/// 不予认定决定 (02.r1): only with its reason.
struct RefusalDecision: PaperContent {
    let person: PaperPerson
    let applied, reason: String
}

/// 自愿放弃就业援助声明 (02.r5).
struct WaiverDeclaration: PaperContent {
    let person: PaperPerson
    let reason: String
}

extension PaperCase {
    var applicationForm: ApplicationForm {
        let isWhole = isWhole
        return ApplicationForm(
            person: block(.application), members: members.map(member),
            categories: found.listing.categories.map { entry in
                let because = entry.because.map { $0.onPaper(isWhole: isWhole) }
                return ApplicationForm.Category(
                    name: entry.category.word,
                    because: (because + [entry.reason]).filter { !$0.isEmpty }.joined(separator: "；"))
            }, verified: verified, notice: noticeResult, review: review)
    }

    private func member(_ other: Person) -> ApplicationForm.Member {
        ApplicationForm.Member(
            name: other.facts.name.full, sex: other.facts.sex?.word ?? "",
            age: other.facts.born.map { String(Age.years(born: $0, on: today)) } ?? "",
            work: other.facts.employment.words)
    }

    private var verified: ApplicationForm.Said {
        let found = last {
            if case .recognition(.verifiedInVillage(let finding)) = $0 { finding } else { nil }
        }
        return ApplicationForm.Said(words: found?.value ?? "", day: found?.on.inDocuments ?? "")
    }

    private var noticeResult: ApplicationForm.Said {
        guard let notice = found.recognition.notice else { return ApplicationForm.Said() }
        guard let ended = notice.ended else {
            return ApplicationForm.Said(words: "自\(notice.posted.inDocuments)起公示。")
        }
        return ApplicationForm.Said(
            words: "\(notice.posted.inDocuments)至\(ended.inDocuments)公示，"
                + (notice.isUpheld ? "有异议成立。" : "没有成立的异议。"),
            day: ended.inDocuments)
    }

    private var review: ApplicationForm.Said {
        let standing = found.recognition
        if let day = standing.recognised {
            return ApplicationForm.Said(words: "符合条件，予以认定，编号：\(standing.number)。", day: day.inDocuments)
        }
        guard let day = standing.refused else { return ApplicationForm.Said() }
        let reason = last {
            if case .recognition(.refused(let reason, let ground)) = $0 {
                Self.refusal(ground, reason)
            } else {
                nil
            }
        }
        return ApplicationForm.Said(words: "不予认定：\(reason?.value ?? "")", day: day.inDocuments)
    }

    func oneTimeNotice(_ basis: Recorded<CaseEvent>) -> OneTimeNoticePaper? {
        let told: [String]
        switch basis.event {
        case .recognition(.noticeGiven(let papers)), .recognition(.foundShort(let papers)): told = papers
        case _: return nil
        }
        let short = check(before: basis.id)?.short ?? []
        let isChecked = !short.isEmpty && short.map(\.missingLine) == told
        let rows =
            isChecked
            ? short.map {
                OneTimeNoticePaper.Row(
                    name: $0.paper.name, count: $0.missingCount, from: $0.paper.from, why: $0.paper.why)
            } : told.map { OneTimeNoticePaper.Row(name: $0, count: "", from: "", why: "") }
        return OneTimeNoticePaper(
            person: block(.oneTimeNotice), matter: "就业困难人员认定", applied: basis.occurred.inDocuments,
            missing: rows, place: tree.officeName(unit(of: .oneTimeNotice, nil)))
    }

    /// The checklist on which a notice rests.
    private func check(before act: ActID) -> PapersCheck? {
        for entry in history.reversed() where entry.id < act {
            if case .recognition(.papersChecked(let check)) = entry.event { return check }
        }
        return nil
    }

    var acceptanceNotice: AcceptanceNotice {
        AcceptanceNotice(person: block(.acceptance), due: decisionDue?.inDocuments ?? "")
    }

    private var applied: String {
        last { if case .recognition(.accepted) = $0 { true } else { nil } }?.on.inDocuments ?? ""
    }

    var recognitionDecision: RecognitionDecision {
        RecognitionDecision(
            person: block(.recognition), applied: applied, categories: categories,
            recognition: found.recognition.number, decided: found.recognition.recognised?.inDocuments ?? "",
            village: tree[found.village]?.name ?? "", aide: helper(.village))
    }

    func refusalDecision(_ basis: Recorded<CaseEvent>) -> RefusalDecision? {
        guard case .recognition(.refused(let reason, let ground)) = basis.event else { return nil }
        return RefusalDecision(
            person: block(.refusal), applied: applied, reason: Self.refusal(ground, reason))
    }

    /// The legal ground, and how it is met (02.r1).
    private static func refusal(_ ground: String?, _ reason: String) -> String {
        ground.map { "\($0)。\(reason)" } ?? reason
    }

    var waiverDeclaration: WaiverDeclaration {
        let reason = last { event -> String? in
            switch event {
            case .recognition(.waived(let reason, _, _)), .escortWaived(let reason): reason
            case _: nil
            }
        }
        return WaiverDeclaration(person: block(.waiver), reason: reason?.value ?? "")
    }
}

extension HardshipFact {
    /// The grade of a disability is a health fact (L.05): told only where the form names everything.
    func onPaper(isWhole: Bool) -> String {
        if case .disabledAbleToWork = self, !isWhole { return "残疾，有劳动能力" }
        return words
    }
}
