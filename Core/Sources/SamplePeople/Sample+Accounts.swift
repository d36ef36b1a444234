// SPDX-License-Identifier: Apache-2.0
import Assistance

extension Sample {
    /// 沙岭村的公共就业服务人员.
    public static let shalingWorker = account(1, "shaling", "张海燕", .villageWorker, shaling)
    public static let hongsiWorker = account(2, "hongsi", "马志强", .villageWorker, hongsi)
    public static let qianfengboWorker = account(3, "qianfengbo", "高丽娜", .villageWorker, qianfengbo)
    public static let taipingWorker = account(4, "taiping", "梁永刚", .villageWorker, taiping)
    /// 沙岭村的就业援助员, a graduate village official.
    public static let aide = account(5, "yuanzhuyuan", "宋佳", .aide, shaling)
    public static let yangzhenClerk = account(6, "yangzhen", "韩雪梅", .townClerk, yangzhen)
    public static let nancaiClerk = account(7, "nancai", "田国庆", .townClerk, nancai)
    public static let specialist = account(8, "zhuanyuan", "唐文静", .specialist, yangzhen)
    public static let districtClerk = account(9, "shunyi", "许志远", .districtClerk, district)
    public static let expert = account(10, "zhuanjia", "蒋明华", .expert, district)
    public static let welfareClerk = account(11, "gongyi", "沈秋菊", .welfareClerk, district)
    public static let supervisor = account(12, "dudao", "罗立新", .supervisor, district)
    public static let systemAdministrator = account(13, "xitong", "程涛", .systemAdministrator, district)
    public static let securityAdministrator = account(14, "anquan", "曹莉", .securityAdministrator, district)
    public static let auditAdministrator = account(15, "shenji", "袁敏", .auditAdministrator, district)

    /// One account for each role, and a worker for each village.
    public static let accounts: [Account] = [
        shalingWorker, hongsiWorker, qianfengboWorker, taipingWorker, aide, yangzhenClerk, nancaiClerk,
        specialist, districtClerk, expert, welfareClerk, supervisor, systemAdministrator,
        securityAdministrator, auditAdministrator,
    ]

    private static func account(
        _ number: Int, _ login: String, _ name: String, _ role: Role, _ unit: UnitID
    ) -> Account {
        Account(
            id: AccountID(number), login: login, name: name, grants: [Grant(role: role, unit: unit)],
            version: 1)
    }
}
