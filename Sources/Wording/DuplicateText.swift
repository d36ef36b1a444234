// SPDX-License-Identifier: Apache-2.0

import Desk

extension DuplicateSign: OfficeTerm {
    /// Why two entries look like one person.
    public var word: String {
        switch self {
        case .nameAndBirth: "姓名和出生日期相同"
        case .phone: "电话相同"
        case .identity: "身份证号相同"
        }
    }
}
