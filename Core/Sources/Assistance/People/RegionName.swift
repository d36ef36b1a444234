// SPDX-License-Identifier: Apache-2.0

extension RegionCode {
    /// The name of the region where this system knows it: every province, and in Beijing every district
    /// and county since 1980; `nil` for a code of no province.
    public var name: String? {
        guard let province else { return nil }
        guard let district = Self.beijing[text] else { return province.name }
        return province.name + district
    }

    /// The districts and counties of Beijing in the yearly tables of GB/T 2260 from 1980 on. A county that
    /// became a district got a new code, which the numbers given before it do not carry.
    static let beijing: [String: String] = [
        "110101": "东城区", "110102": "西城区", "110103": "崇文区", "110104": "宣武区",
        "110105": "朝阳区", "110106": "丰台区", "110107": "石景山区", "110108": "海淀区",
        "110109": "门头沟区", "110110": "燕山区", "110111": "房山区", "110112": "通州区",
        "110113": "顺义区", "110114": "昌平区", "110115": "大兴区", "110116": "怀柔区",
        "110117": "平谷区", "110118": "密云区", "110119": "延庆区",
        "110221": "昌平县", "110222": "顺义县", "110223": "通县", "110224": "大兴县",
        "110225": "房山县", "110226": "平谷县", "110227": "怀柔县", "110228": "密云县",
        "110229": "延庆县",
    ]
}
