// SPDX-License-Identifier: Apache-2.0

import Assistance

extension ActField: OfficeTerm {
    /// 记录中的栏目.
    public var word: String {
        switch self {
        case .visitClass: "走访分类"
        case .missing: "尚缺数量"
        case .accepted: "已通过核对"
        case .able: "有劳动能力"
        case .willing: "有就业愿望"
        case .met: "见到本人"
        case .judged: "稳定情况"
        case .level: "办理层级"
        case .to: "去往层级"
        case .by: "联系人"
        case .failure: "计为未成功"
        case .own: "本人原因"
        case .step: "进展"
        case .upheld: "异议成立"
        case .outcome: "复核结果"
        case .plan: "方案种类"
        case .form: "就业形式"
        case .unstable: "就业不稳定"
        case .planned: "约定日期"
        case .rule: "期限规则"
        case .period: "周期"
        case .until: "再看日期"
        case .reason: "原因"
        case .approved: "批准人"
        }
    }
}
