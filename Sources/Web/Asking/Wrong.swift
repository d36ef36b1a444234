// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import HTTPTypes
import Hummingbird
import Papers
import Wording

/// What went wrong, in words for the person who asked: the one place where errors become answers.
struct Wrong {
    let status: HTTPResponse.Status
    let title: String
    let sentence: String
    /// What to do next; empty where the sentence says it.
    let advice: String

    /// `nil` for errors that are nobody's to read: those are logged, and answered without detail.
    init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal)
        case let failure as StoreFailure: self.init(failure)
        case is PageMissing:
            self = .pageMissing
        case is MethodWrong:
            self.init(.methodNotAllowed, "不能这样打开", "这个地址不接受这种操作，没有保存任何内容。", "请从菜单重新进入。")
        case is SessionOver:
            self.init(
                .unauthorized, "登录已过期", "您的登录已经结束，刚才填写的内容没有保存。",
                "请重新登录后再填写。较长时间离开前，请先提交或暂存。")
        case is FormBroken:
            self = .formBroken
        case let fault as MultipartFault:
            self.init(
                fault == .tooMuch ? .contentTooLarge : .badRequest, "文件没有收到", fault.sentence,
                "请重新选择文件再上传。")
        case let fault as TypesettingFault:
            self.init(.serviceUnavailable, "文书没有排出来", fault.sentence, "没有取用文号；其他功能不受影响。")
        case is FormFaulty:
            self.init(.unprocessableContent, "未能办理", "表单中有内容需要改正。", "请返回上一页，核对后再提交。")
        case let error as any HTTPResponseError where error.status == .contentTooLarge:
            self.init(.contentTooLarge, "文件太大", "上传的内容超过了上限。", "请拆分后再上传。")
        default: return nil
        }
    }

    private init(_ refusal: Refusal) {
        if case .notAllowed = refusal {
            self.init(.forbidden, "没有权限", refusal.sentence, "如确需办理，请联系安全管理员。")
        } else if case .notFound = refusal {
            self.init(.notFound, "没有找到", refusal.sentence, "")
        } else {
            self.init(.conflict, "未能办理", refusal.sentence, "")
        }
    }

    private init(_ failure: StoreFailure) {
        switch failure {
        case .conflict:
            self.init(
                .conflict, "内容已被更新", "刚才有其他工作人员更新了这份档案，您的填写没有保存。",
                "请返回，重新打开后核对再提交。")
        case .unavailable:
            self.init(.serviceUnavailable, "暂时无法保存", "系统暂时无法读写数据，没有保存任何内容。", "请稍后再试。")
        case .damaged:
            self.init(
                .internalServerError, "数据异常", "这份档案的数据前后不一致，已停止读取。", "请联系系统管理员核查。")
        }
    }

    private init(_ status: HTTPResponse.Status, _ title: String, _ sentence: String, _ advice: String) {
        self.status = status
        self.title = title
        self.sentence = sentence
        self.advice = advice
    }
}

extension Wrong {
    static let pageMissing = Wrong(.notFound, "没有这个页面", "地址有误，或者内容已经不在了。", "请从菜单重新进入。")

    static let formBroken = Wrong(
        .badRequest, "表单已失效", "这张表单不是从当前登录打开的，或者已经过期，没有保存任何内容。",
        "请返回上一页，刷新后重新填写。")

    /// A fault of ours: nothing more is said, the log has its kind.
    static let unexplained = Wrong(
        .internalServerError, "系统出错", "系统出现了意外错误，没有保存任何内容。", "请稍后再试；若仍出现，请联系系统管理员。")
}
