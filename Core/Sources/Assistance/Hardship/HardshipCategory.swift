// SPDX-License-Identifier: Apache-2.0

/// 就业困难人员类别, 00.c01 to 00.c13. Raw values are the storage format.
public enum HardshipCategory: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// 享受城乡低保人员.
    case allowance = "c01"
    /// 有劳动能力的残疾人.
    case disabled = "c02"
    /// "3545"人员.
    case ageBand = "c03"
    /// 连续失业一年以上.
    case longUnemployed = "c04"
    /// 毕业一年以上未就业的高校毕业生.
    case graduate = "c05"
    /// 初次来区的随军家属.
    case militaryFamily = "c06"
    /// 零就业家庭劳动力.
    case zeroEmployment = "c07"
    /// 纯农就业家庭劳动力.
    case farmingOnly = "c08"
    /// 养山护水、植树造林岗位人员.
    case conservation = "c09"
    /// 员工化运作模式下绿色就业岗位一产劳动力.
    case greenPost = "c10"
    /// 向绿色经济转型中就业受影响的劳动力.
    case greenShift = "c11"
    /// 拆迁转非劳动力.
    case landTaken = "c12"
    /// 经认定的其他就业困难人员.
    case other = "c13"

    /// The clause that defines the category.
    public var clause: Clause { Clause("00.\(rawValue)") }

    /// Declared with proof, not derived from what the registry knows.
    public var isDeclared: Bool {
        switch self {
        case .militaryFamily, .conservation, .greenPost, .greenShift, .landTaken, .other: true
        case .allowance, .disabled, .ageBand, .longUnemployed, .graduate, .zeroEmployment, .farmingOnly:
            false
        }
    }

    /// The bit under which lists filter by category; the position is part of the storage format.
    public var bit: Int {
        switch self {
        case .allowance: 1 << 0
        case .disabled: 1 << 1
        case .ageBand: 1 << 2
        case .longUnemployed: 1 << 3
        case .graduate: 1 << 4
        case .militaryFamily: 1 << 5
        case .zeroEmployment: 1 << 6
        case .farmingOnly: 1 << 7
        case .conservation: 1 << 8
        case .greenPost: 1 << 9
        case .greenShift: 1 << 10
        case .landTaken: 1 << 11
        case .other: 1 << 12
        }
    }
}
