// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 就业援助方案 of each level (03.w3, 06.w2, 11.w2).
struct PlanPaper: PaperContent {
    let person: PaperPerson
    let title, kind, version, categories, reasons, direction, common, individual, psychology: String
    let interviewTraining, view, told, owner: String
    let items: [Item]
    let progress: [Progress]

    struct Item: Encodable { let words, by, done: String }
    struct Progress: Encodable { let day, words: String }
}

/// 推荐介绍信 (05.w2).
struct LetterPaper: PaperContent {
    let person: PaperPerson
    let employer, post, place, pay, confirmed, confirmedBy: String
    let interview: Meeting

    struct Meeting: Encodable {
        var day = "", place = "", escort = ""
    }
}

/// 就业援助协议书 (07.w2).
struct AgreementPaper: PaperContent {
    let person: PaperPerson
    let specialist, content, direction, version: String
    /// An SVG image of the strokes, where it was signed on screen.
    let signature: String
    let signedOnPaper: String
}

/// 会商纪要, 会诊纪要 (06.w1, 11.w1).
public struct MinutesPaper: PaperContent {
    public let title: String
    let held, place, chair, attendants, words, vacancies, resolution, helper: String
    let items: [Item]

    struct Item: Encodable { let name, village, words, decision, appointed: String }
}

/// 上交档案封面 (11.r1).
struct HandUpCover: PaperContent {
    let person: PaperPerson
    let from, to, handed, received, receiver, cause, reason, categories, recognition: String
    let contacts, guidances, recommendations, failures: String
    let rows: [Row]

    struct Row: Encodable { let day, employer, post, result: String }
}

extension PaperCase {
    func plan(_ basis: Recorded<CaseEvent>) -> PlanPaper? {
        guard case .plan(.adopted(let plan)) = basis.event else { return nil }
        let kind = plan.kind
        let version = history.count { entry in
            if case .plan(.adopted(let other)) = entry.event {
                other.kind == kind && entry.id <= basis.id
            } else {
                false
            }
        }
        let live = found.care.plans.first { $0.adopted == basis.id && !$0.items.isEmpty }
        let items: [PlanPaper.Item] =
            live?.items.map {
                PlanPaper.Item(words: $0.words, by: $0.by.inDocuments, done: $0.done?.inDocuments ?? "")
            } ?? plan.items.map { PlanPaper.Item(words: $0.words, by: $0.by.inDocuments, done: "") }
        return PlanPaper(
            person: block(PaperKind(kind)), title: PaperKind(kind).word, kind: kind.rawValue,
            version: String(version), categories: shortCategories,
            reasons: plan.reasons.isEmpty ? "" : plan.reasons.joined(separator: "、"),
            direction: plan.direction, common: plan.common, individual: plan.individual,
            psychology: plan.psychology, interviewTraining: plan.interviewTraining, view: plan.view,
            told: "", owner: helper(kind.level), items: items, progress: progress(of: kind, after: basis.id))
    }

    private func progress(of kind: PlanKind, after act: ActID) -> [PlanPaper.Progress] {
        history.compactMap { entry in
            guard case .plan(.progressed(kind, let words)) = entry.event, entry.id > act else { return nil }
            return PlanPaper.Progress(day: entry.occurred.inDocuments, words: words)
        }
    }

    func letter(_ basis: Recorded<CaseEvent>) -> LetterPaper? {
        guard case .aid(.recommended(let recommendation)) = basis.event else { return nil }
        let vacancy = recommendation.vacancy
        let interview = last { event -> Interview? in
            if case .aid(.interviewSet(basis.id, let interview)) = event { interview } else { nil }
        }?.value
        return LetterPaper(
            person: block(.letter), employer: vacancy.employer, post: vacancy.post, place: vacancy.place,
            pay: vacancy.pay, confirmed: recommendation.confirmed.inDocuments,
            confirmedBy: recommendation.confirmedBy,
            interview: interview.map {
                LetterPaper.Meeting(day: $0.day.inDocuments, place: $0.place, escort: $0.escort)
            } ?? LetterPaper.Meeting())
    }

    var agreement: AgreementPaper {
        let signed = last { if case .aid(.agreementSigned(let signature)) = $0 { signature } else { nil } }?
            .value
        let plan = found.care.plan(.personal)
        return AgreementPaper(
            person: block(.agreement), specialist: helper(.town), content: signed?.content ?? "",
            direction: plan?.plan.direction ?? "", version: plan.map { String($0.version) } ?? "",
            signature: signed?.svg ?? "", signedOnPaper: signed?.paper ?? "")
    }

    func meeting(_ basis: Recorded<CaseEvent>, _ kind: PaperKind) -> MinutesPaper? {
        let opinion: Opinion
        switch basis.event {
        case .handover(.consulted(let said)), .handover(.panelMet(let said)): opinion = said
        case _: return nil
        }
        let item = MinutesPaper.Item(
            name: person.facts.name.full, village: tree[found.village]?.name ?? "", words: opinion.words,
            decision: opinion.decision, appointed: appointed(kind, on: basis.occurred))
        return MinutesPaper(
            title: kind.word, held: basis.occurred.inDocuments, place: "", chair: "",
            attendants: opinion.attendants, words: "", vacancies: "", resolution: "",
            helper: kind == .panel ? Level.district.helperWord : Level.town.helperWord, items: [item])
    }

    private func appointed(_ kind: PaperKind, on day: Day) -> String {
        let level: Level = kind == .panel ? .district : .town
        return history.last { entry in
            guard case .aid(.ownerAssigned(let named)) = entry.event else { return false }
            return named.level == level && !named.isInterim && entry.occurred == day
        }.flatMap { if case .aid(.ownerAssigned(let named)) = $0.event { named.name } else { nil } } ?? ""
    }

    func handUpCover(_ basis: Recorded<CaseEvent>) -> HandUpCover? {
        guard case .handover(.handedUp(let handUp)) = basis.event else { return nil }
        let before = history.filter { $0.id <= basis.id }
        let receipt = history.first { entry in
            guard entry.id > basis.id, case .handover(.received(handUp.to, _)) = entry.event else {
                return false
            }
            return true
        }
        let rows = before.compactMap { row($0, outcomes: before) }
        return HandUpCover(
            person: block(.handUp), from: tree.officeName(unit(of: .handUp, basis.event)),
            to: tree.unit(at: handUp.to, above: found.village)?.name ?? "",
            handed: basis.occurred.inDocuments, received: receipt?.occurred.inDocuments ?? "",
            receiver: receipt.flatMap { names[$0.by] } ?? "", cause: handUp.cause.word, reason: handUp.reason,
            categories: shortCategories, recognition: found.recognition.number,
            contacts: String(before.count { $0.event.isContact }),
            guidances: String(before.count { if case .aid(.guided) = $0.event { true } else { false } }),
            recommendations: String(rows.count),
            failures: String(before.count { $0.event.isFailedRecommendation }), rows: rows)
    }

    private func row(
        _ entry: Recorded<CaseEvent>, outcomes: [Recorded<CaseEvent>]
    ) -> HandUpCover.Row? {
        guard case .aid(.recommended(let made)) = entry.event else { return nil }
        let outcome = outcomes.compactMap { other -> RecommendationOutcome? in
            if case .aid(.recommendationEnded(entry.id, let outcome)) = other.event { outcome } else { nil }
        }.last
        return HandUpCover.Row(
            day: entry.occurred.inDocuments, employer: made.vacancy.employer, post: made.vacancy.post,
            result: outcome?.code.word ?? "尚无结果")
    }
}

extension CaseEvent {
    /// Whether somebody was reached.
    var isContact: Bool {
        if case .aid(.contacted(let contact)) = self { contact.wasReached } else { false }
    }

    fileprivate var isFailedRecommendation: Bool {
        if case .aid(.recommendationEnded(_, let outcome)) = self { outcome.isFailure } else { false }
    }
}

extension Signature {
    /// The strokes in their box of 600 by 200; empty unless they are moves and lines and nothing else.
    fileprivate var svg: String {
        let allowed = Set("ML .0123456789".utf8)
        guard !strokes.isEmpty, strokes.utf8.allSatisfy(allowed.contains) else { return "" }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 200\">"
            + "<path d=\"\(strokes)\" fill=\"none\" stroke=\"#000\" stroke-width=\"5\""
            + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>"
    }
}
