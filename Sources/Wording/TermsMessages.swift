// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension MessageState: OfficeTerm {
    /// 报文状态.
    public var word: String {
        switch self {
        case .waiting: "待传送"
        case .handedOver: "已传送"
        case .confirmed: "已确认"
        case .failed: "未成功"
        case .withdrawn: "已撤销"
        }
    }
}

extension MessageKind: OfficeTerm {
    /// 报文事项.
    public var word: String {
        switch self {
        case .employed: "实现就业"
        case .registered: "办理就业登记"
        case .jobLost: "离岗"
        case .correction: "更正：撤销原报文"
        }
    }
}
