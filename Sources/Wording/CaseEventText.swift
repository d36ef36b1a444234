// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension CaseEvent {
    /// What the record says beside its kind, in one line; empty where the kind says it all.
    public var detail: String {
        switch self {
        case .listed(_, _, let listing), .relisted(let listing):
            listing.categories.map(\.category.shortWord).joined(separator: "、")
        case .classified(let classification):
            Self.line(classification.visitClass.word, ("理由", classification.reason))
        case .visited(let visit): visit.title
        case .enteredInLedger(let entry): entry.isAbleAndWilling ? "有劳动能力和求职意愿，7日内带领登记" : ""
        case .escorted(let by, let note): Self.line("带领人：\(by)", ("", note))
        case .registrationReceived(let note): note
        case .escortWaived(let reason), .withdrawn(_, let reason): reason
        case .relocated: ""
        case .recognition(let event): event.detail
        case .aid(let event): event.detail
        case .handover(let event): event.detail
        case .plan(let event): event.detail
        case .training(let event): event.detail
        case .welfare(let event): event.detail
        case .work(let event): event.detail
        case .retention(let event): event.detail
        case .duty(let event): event.detail
        case .ended(let reason, let note): Self.line(reason.word, ("", note))
        case .reopened(let reason, let level): Self.line(level.map { "从\($0.short)开始" } ?? "", ("", reason))
        }
    }

    /// Parts that are not empty, each under its name, joined by semicolons.
    static func line(_ first: String, _ parts: (name: String, words: String)...) -> String {
        let rest = parts.filter { !$0.words.isEmpty }
            .map { $0.name.isEmpty ? $0.words : "\($0.name)：\($0.words)" }
        return ([first].filter { !$0.isEmpty } + rest).joined(separator: "；")
    }
}

extension RecognitionEvent {
    var detail: String {
        switch self {
        case .informed(let note, let items, let isSigned):
            CaseEvent.line(
                items.map { $0.joined(separator: "、") } ?? "",
                ("", isSigned.map { $0 ? "本人已签收" : "本人未签收" } ?? ""), ("", note))
        case .processingTold(let version, let isSigned, let note):
            CaseEvent.line(version, ("", isSigned ? "本人已签名" : "本人未签名"), ("", note))
        case .accepted(let note), .reviewRequested(let note), .reviewTold(let note),
            .certificateChecked(let note):
            note
        case .registerEntered(let note, let kind): CaseEvent.line(kind?.word ?? "", ("", note))
        case .reviewDecided(let outcome, let number, let words):
            CaseEvent.line(outcome.word, ("编号", number), ("", words))
        case .recheckRaised(let causes): causes.map(\.sentence).joined(separator: "；")
        case .certificateReplaced(let number, let reason): CaseEvent.line("新编号：\(number)", ("原因", reason))
        case .certificateVoided(let reason): reason
        case .registrationEnded(let reason, let note): CaseEvent.line(reason.word, ("", note))
        case .registerStands: "认定前已登记"
        case .certificateStands(let number): CaseEvent.line("认定前已发证", ("编号", number))
        case .objectionReceived(let objection), .reportReceived(let objection):
            CaseEvent.line("反映人：\(objection.byMasked)", ("", objection.words))
        case .objectionSettled(_, let isUpheld, let words):
            CaseEvent.line(isUpheld ? "异议成立" : "异议不成立", ("理由", words))
        case .foundShort(let missing), .noticeGiven(let missing): "缺：" + missing.joined(separator: "、")
        case .papersChecked(let check): check.sentence
        case .itemsVerified(let items): items.sentence
        case .recognised(let number, let note): CaseEvent.line("", ("编号", number), ("", note))
        case .refused(let reason, let ground): CaseEvent.line(ground ?? "", ("", reason))
        case .waived(let reason, let paper, let unscanned):
            CaseEvent.line(
                reason, ("", paper == nil ? "" : "已附签字的放弃书"), ("没有扫描件的原因", unscanned ?? ""))
        case .recordsOpened, .decisionReceived: ""
        case .rechecked(let holds, let note, let ground):
            CaseEvent.line(holds ? "仍符合条件" : "不再符合条件", ("", ground ?? ""), ("", note))
        case .certificateIssued(let number, let kind):
            CaseEvent.line(kind?.certificate ?? "", ("编号", number))
        case .cardIssued(let number): "编号：\(number)"
        case .verifiedInVillage(let finding): finding
        case .noticePosted(let place): place
        case .noticeEnded(let isUpheld, let note): CaseEvent.line(isUpheld ? "有异议成立" : "没有成立的异议", ("", note))
        }
    }
}

extension AidEvent {
    var detail: String {
        switch self {
        case .ownerAssigned(let assignment):
            CaseEvent.line(
                assignment.name, ("", assignment.isInterim ? "临时负责" : ""), ("原因", assignment.reason))
        case .contacted(let contact):
            CaseEvent.line(
                contact.means.word, ("", contact.wasReached ? "" : "未联系到本人"), ("", contact.words),
                ("本人意见", contact.view), ("情绪", contact.mood?.word ?? ""), ("约定", contact.agreed))
        case .guided(let guidance):
            CaseEvent.line(
                guidance.topics.map(\.word).joined(separator: "、"), ("", guidance.words),
                ("告知", guidance.told.joined(separator: "、")), ("效果", guidance.result))
        case .vacancyTold(_, let vacancy): vacancy.line
        case .recommended(let recommendation):
            CaseEvent.line(
                recommendation.vacancy.line,
                ("用人单位确认", "\(recommendation.confirmed.iso) \(recommendation.confirmedBy)"),
                ("匹配", recommendation.fit.map { "\($0.score)分" } ?? ""),
                ("条件不符仍推荐的理由", recommendation.overriding ?? ""))
        case .interviewSet(_, let interview):
            CaseEvent.line(
                interview.day.iso, ("地点", interview.place), ("陪同", interview.escort),
                ("无人陪同", interview.whyAlone))
        case .recommendationMoved(_, let progress):
            CaseEvent.line(progress.step.word, ("", progress.words))
        case .recommendationEnded(_, let outcome):
            CaseEvent.line(outcome.sentence, ("", outcome.words), ("点评", outcome.comment))
        case .assessed(let judgement): judgement
        case .wishTold(_, let wish): wish.line
        case .tested(let instrument, let result): CaseEvent.line(instrument, ("结果", result))
        case .agreementSigned(let signature):
            signature.strokes.isEmpty ? CaseEvent.line("纸质签署", ("存放", signature.paper)) : "当面在屏幕上签署"
        case .agreementRefused(let reason), .townUnsolved(let reason): reason
        case .analysed(let analysis):
            CaseEvent.line(analysis.course, ("原因", analysis.causes), ("建议", analysis.advice))
        }
    }
}

extension VacancyNote {
    /// The vacancy in one line.
    public var line: String {
        CaseEvent.line(
            "\(employer)　\(post)", ("地点", place), ("待遇", pay), ("要求", requirements))
    }
}

extension HandoverEvent {
    var detail: String {
        switch self {
        case .handedUp(let handUp):
            CaseEvent.line(
                "\(handUp.from.short)→\(handUp.to.short)", ("", handUp.cause.word), ("说明", handUp.reason))
        case .received(let level, let interim): "\(level.short)接收，临时负责：\(interim.name)"
        case .handedBack(let from, let to, let reason):
            CaseEvent.line("\(from.short)→\(to.short)", ("原因", reason))
        case .kept(_, let reason), .handedToWelfare(let reason): reason
        case .fileUploaded: "档案随上报一并提交"
        case .consulted(let opinion), .panelMet(let opinion):
            CaseEvent.line("", ("意见", opinion.words), ("决定", opinion.decision), ("参会", opinion.attendants))
        }
    }
}

extension PlanEvent {
    var detail: String {
        switch self {
        case .adopted(let plan):
            CaseEvent.line(plan.kind.word, ("主攻方向", plan.direction), ("本人意见", plan.view))
        case .progressed(let kind, let words), .ended(let kind, let words):
            CaseEvent.line(kind.word, ("", words))
        case .itemSet(_, let item): "\(item.words)（\(item.by.iso)前）"
        case .itemDone(_, _, let words): words
        case .itemMoved(_, _, let day, let reason): CaseEvent.line("改到\(day.iso)", ("原因", reason))
        }
    }
}
