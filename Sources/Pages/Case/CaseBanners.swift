// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// What somebody who opens a case must see before anything else, each with what can be done about it.
struct CaseBanners {
    let file: CaseFile

    private var care: Care { file.found.care }

    var html: HTML {
        guard file.found.isLive else { return ended }
        return application + telling + recheck + objections + review + yearlyCheck + pending + due + welfare
            + kept + secondRound + mood + concern + pause
    }

    private var ended: HTML {
        .with(file.found.ended) { ended in
            .notice(
                "\(ended.on.inDocuments)结束援助：\(ended.reason.word)。\(ended.note)", .warning,
                .when(
                    file.rights.contains(.confirmHardship) && ended.reason.canBeReopened,
                    .buttonLink("恢复援助", to: .assistanceCase(file.found.id, "reopening"))))
        }
    }

    /// 02.w1, 02.r3, 02.r4: what the counter has still to do, and where; its faults are everybody's to see.
    private var application: HTML {
        let recognition = file.found.recognition
        let late = HTML.each(recognition.askedLate ?? []) { late in
            .notice(
                "\(late.on.inDocuments)再次告知补材料：\(late.papers.joined(separator: "、"))，第一次就应当告知（依据："
                    + Clause("02.w1").words + "）。", .warning)
        }
        guard recognition.recognised == nil, recognition.accepted == nil, file.rights.contains(.recognise)
        else { return late }
        let papers =
            recognition.papers.map { check in
                check.short.isEmpty ? "材料齐全" : "还缺\(check.short.count)份材料"
            } ?? "材料还没有核对"
        let left = recognition.unverified.count
        let items = left == 0 ? "登记项目已逐项核对" : "还有\(left)项没有与证件核对"
        return late
            + .notice(
                "认定申请：\(papers)，\(items)。", .note,
                .toolbar(
                    .buttonLink("核对材料、受理", to: .assistanceCase(file.found.id, "application"))))
    }

    /// L.10: told at the first contact, and again when its text has changed.
    private var telling: HTML {
        let isDue = file.acts.contains { $0.possible.act == .tellProcessing && $0.possible.refusal == nil }
        guard isDue, file.rights.contains(.recognise) else { return .empty }
        let before = file.found.recognition.processing
        return .notice(
            before.map { "个人信息处理告知书有新版本（上次告知的是\($0.version)），请在下次见面时重新告知。" }
                ?? "还没有告知个人信息处理事项，请在第一次见面时告知并由本人签名。", .note,
            .toolbar(file.buttons([.tellProcessing], tab: .overview)))
    }

    /// L.03, L.11: the system says what changed, the town looks and decides.
    private var recheck: HTML {
        guard let raised = file.found.recognition.recheckRaised else { return .empty }
        let causes = file.history.standing.last { $0.event.kind == .recheckRaised }?.event.detail ?? ""
        return .notice(
            "\(raised.inDocuments)发现情况有变化：\(causes)。请核实后复核认定条件，是否退出由工作人员决定。", .warning,
            .toolbar(file.buttons([.recheck], tab: .overview)))
    }

    /// 02.w3: a notice ends only after each objection was answered.
    private var objections: HTML {
        let count = file.found.recognition.notice?.open.count ?? 0
        return .when(
            count > 0,
            .notice(
                "公示收到\(count)件异议，还没有处理。", .warning,
                .toolbar(file.buttons([.settleObjection], tab: .overview))))
    }

    /// L.02: the district answers, the applicant hears of it.
    private var review: HTML {
        let recognition = file.found.recognition
        if let requested = recognition.reviewRequested, recognition.review == nil {
            return .notice(
                "本人\(requested.inDocuments)申请复核，待区里作出复核决定。", .warning,
                .toolbar(file.buttons([.decideReview], tab: .overview)))
        }
        guard let review = recognition.review, review.told == nil else { return .empty }
        return .notice(
            "\(review.decided.inDocuments)复核决定：\(review.outcome.word)。还没有告知本人。", .warning,
            .toolbar(file.buttons([.tellReview], tab: .overview)))
    }

    /// 02.w3: 年检.
    private var yearlyCheck: HTML {
        .when(
            file.found.recognition.isCheckDue(on: file.today) && file.rights.contains(.recognise),
            .notice(
                "证件\(file.found.recognition.certificate)今年还没有年检。", .note,
                .toolbar(file.buttons([.checkCertificate], tab: .overview))))
    }

    /// Handed up and not received: the receiver takes it in or gives it back (06.w1).
    private var pending: HTML {
        .with(care.handUp) { handUp in
            .notice(
                "\(handUp.from.short)已上交（\(since)），待\(handUp.to.short)接收。原因：\(handUp.cause.word)；\(handUp.reason)",
                .warning,
                .toolbar(
                    file.buttons([.receive, .handBack], tab: .overview),
                    .buttonLink("查看随交档案", to: .assistanceCase(file.found.id, "file"))))
        }
    }

    private var since: String { care.since?.inDocuments ?? "" }

    /// L.04, L.11: the system proposes, a person decides; both choices stand side by side.
    private var due: HTML {
        .with(file.dueHandUp) { cause in
            let choices = file.buttons([.handUp, .keep], tab: .overview)
            return .notice(
                "已符合上交条件：\(cause.word)（依据：\(clause.words)）。系统只作提示，是否上交由工作人员决定。", .warning,
                choices.isEmpty
                    ? .p("由\(care.holder?.short ?? "")工作人员决定。")
                    : .toolbar(
                        choices, .buttonLink("查看随交档案", to: .assistanceCase(file.found.id, "file"))))
        }
    }

    private var clause: Clause { care.holder == .town ? "10.w5" : "05.w4" }

    /// 14.r3, L.11: proposed like a hand-up, and done by a person.
    private var welfare: HTML {
        .when(
            file.isWelfareDue,
            .notice(
                "区级推荐已有\(care.failures(at: .district))次未成功，应写个案分析并转公益性岗位安置（依据："
                    + Clause("14.r3").words + "）。系统只作提示，由工作人员决定。", .warning,
                .toolbar(file.buttons([.analyse, .handToWelfare], tab: .overview))))
    }

    private var kept: HTML {
        .with(care.kept.flatMap { act in file.history.first { $0.id == act } }) { entry in
            .notice("\(entry.occurred.inDocuments)决定暂不上交：\(entry.event.detail)")
        }
    }

    /// 17.r2: a new round is a person's decision too.
    private var secondRound: HTML {
        guard care.holder != nil, let why = unstable else { return .empty }
        return .notice(
            why, .warning,
            .when(
                file.rights.contains(.confirmHardship),
                .buttonLink("开始新一轮援助", to: .assistanceCase(file.found.id, "reopening"))))
    }

    private var unstable: String? {
        if let lost = care.jobLost { return "\(lost.inDocuments)失去工作，可以开始新一轮援助。" }
        guard let followUp = care.followUp, followUp.judged != .stable else { return nil }
        return "\(followUp.last.inDocuments)回访判断为“\(followUp.judged.word)”，可以开始新一轮援助。"
    }

    private var mood: HTML {
        .with(file.worseMood) { change in
            .notice(
                "情绪变差：上次“\(change.before.word)”，\(change.on.inDocuments)“\(change.now.word)”。请及时关心，有针对性地疏导。",
                .warning, .toolbar(file.buttons([.contact, .guide], tab: .overview)))
        }
    }

    private var concern: HTML {
        .with(care.concern.flatMap { act in file.history.first { $0.id == act } }) { entry in
            .notice(
                "\(entry.occurred.inDocuments)发现稳岗问题：\(entry.event.detail)", .warning,
                .toolbar(file.buttons([.retain, .closeConcern], tab: .overview)))
        }
    }

    private var pause: HTML {
        .with(care.pausedUntil) { until in
            .notice(
                until > file.today
                    ? "暂停办理，到\(until.inDocuments)再看。"
                    : "暂停已到再看的日期（\(until.inDocuments)），请核实后恢复或再次暂停。",
                until > file.today ? .note : .warning,
                .toolbar(file.buttons([.resume], tab: .overview)))
        }
    }
}
