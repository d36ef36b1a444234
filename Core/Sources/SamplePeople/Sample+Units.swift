// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Sample {
    public static let district = UnitID(1)
    /// 杨镇 with 沙岭村 and 红寺村.
    public static let yangzhen = UnitID(2)
    /// 南彩镇 with 前俸伯村 and 太平庄村.
    public static let nancai = UnitID(3)
    public static let shaling = UnitID(4)
    public static let hongsi = UnitID(5)
    public static let qianfengbo = UnitID(6)
    public static let taiping = UnitID(7)

    /// One district, two towns, four villages; codes begin with 99, which no province has.
    public static let units: [Unit] = [
        unit(district, .district, in: nil, "顺义区", "990000"),
        unit(yangzhen, .town, in: district, "杨镇", "990000101"),
        unit(nancai, .town, in: district, "南彩镇", "990000102"),
        unit(shaling, .village, in: yangzhen, "沙岭村", "990000101201"),
        unit(hongsi, .village, in: yangzhen, "红寺村", "990000101202"),
        unit(qianfengbo, .village, in: nancai, "前俸伯村", "990000102201"),
        unit(taiping, .village, in: nancai, "太平庄村", "990000102202"),
    ]

    /// The four villages.
    public static let villages = [shaling, hongsi, qianfengbo, taiping]

    private static func unit(
        _ id: UnitID, _ level: Level, in parent: UnitID?, _ name: String, _ code: String
    ) -> Unit {
        Unit(
            id: id, level: level, parent: parent, name: name, code: code, since: day(2026, 1, 1), version: 1)
    }
}
