// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk

extension AgendaReason {
    /// Why a case is on the agenda, as the meeting reads it.
    public var sentence: String {
        switch self {
        case .noHelper(let level): "未确定\(level.helperWord)"
        case .noPanel(let due): "未会诊" + (due.map { "（\($0.month)月\($0.day)日前）" } ?? "")
        case .noPlan(let kind): "未制定\(kind.word)"
        case .handUpDue(let cause, let level): cause.waitingWords(at: level)
        case .unsolved: "镇级确实无法解决，应上报区里"
        case .planReview(let due): "方案进展待通报（\(due.month)月\(due.day)日前）"
        }
    }
}

extension MeetingKind {
    /// 镇级会商纪要, 专家会诊纪要: the name of its minutes.
    public var minutesTitle: String {
        switch self {
        case .consultation: "就业援助会商纪要"
        case .panel: "就业援助专家会诊纪要"
        case .joint: "季度政企联席会议纪要"
        }
    }
}
