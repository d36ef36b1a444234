// SPDX-License-Identifier: Apache-2.0

import Desk

extension PrintShape: OfficeTerm {
    /// 批量打印的方式。
    public var word: String {
        switch self {
        case .pile: "合成一个PDF，直接打印"
        case .files: "每份一个PDF，打成压缩包"
        }
    }
}

extension PaperGap: OfficeTerm {
    /// 缺项。
    public var word: String {
        switch self {
        case .identity: "身份证号"
        case .phone: "电话"
        case .address: "住址"
        }
    }
}
