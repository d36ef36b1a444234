// SPDX-License-Identifier: Apache-2.0

/// What an account does at a unit. Raw values are the storage format.
public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
    /// 社区（村）公共就业服务人员.
    case villageWorker = "village-worker"
    /// 就业援助员.
    case aide
    /// 街（镇）公共就业服务人员, at the counter.
    case townClerk = "town-clerk"
    /// 就业助理专员.
    case specialist
    /// 区级公共就业服务人员.
    case districtClerk = "district-clerk"
    /// 就业服务专家.
    case expert
    /// 公益性岗位服务人员.
    case welfareClerk = "welfare-clerk"
    /// Looks at help that is owed, at any level.
    case supervisor
    /// 系统管理员: units, calendar, policy pack, backup. One of three that exclude each other.
    case systemAdministrator = "system-administrator"
    /// 安全管理员: accounts and their roles.
    case securityAdministrator = "security-administrator"
    /// 审计管理员: reads the audit, changes nothing.
    case auditAdministrator = "audit-administrator"

    /// The levels of unit at which the role exists.
    public var levels: Set<Level> {
        switch self {
        case .villageWorker, .aide: [.village]
        case .townClerk, .specialist: [.town]
        case .districtClerk, .expert, .welfareClerk: [.district]
        case .supervisor: [.village, .town, .district]
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: [.district]
        }
    }

    /// The three administrators, of whom one person may be only one and nothing else.
    public var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        case .villageWorker, .aide, .townClerk, .specialist, .districtClerk, .expert, .welfareClerk,
            .supervisor:
            false
        }
    }
}

/// A role at a unit.
public struct Grant: Hashable, Sendable, Codable {
    public let role: Role
    public let unit: UnitID

    public init(role: Role, unit: UnitID) {
        self.role = role
        self.unit = unit
    }
}
