// SPDX-License-Identifier: Apache-2.0

/// 提示: what a notice tells, each with its own colour and its own word.
public enum NoticeKind: Hashable, Sendable {
    /// 提示: worth knowing, nothing to do.
    case note
    /// 已完成: an act was recorded.
    case success
    /// 注意: the work goes on, but something deserves a look.
    case warning
    /// 未成功: an act was refused or a form is incomplete.
    case fault

    var style: String {
        switch self {
        case .note: "note"
        case .success: "success"
        case .warning: "warning"
        case .fault: "fault"
        }
    }

    /// Colour is never the only sign: the word stands before the sentence.
    var word: String {
        switch self {
        case .note: "提示"
        case .success: "已完成"
        case .warning: "注意"
        case .fault: "未成功"
        }
    }
}

extension HTML {
    /// A sentence set apart from the page, with more of the page under it if needed.
    public static func notice(_ sentence: String, _ kind: NoticeKind = .note, _ more: HTML = .empty) -> HTML {
        let role = Attribute("role", kind == .fault ? "alert" : "status")
        return element(
            "div", [.class("notice \(kind.style)"), role],
            .strong(kind.word), .element("div", [], .text(sentence), more))
    }
}
