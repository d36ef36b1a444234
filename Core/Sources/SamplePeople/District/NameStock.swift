// SPDX-License-Identifier: Apache-2.0

/// Names of made-up people: surnames about as common as they are, given names by sex and generation.
///
/// With the few that software trips over: compound surnames, surnames with a reading of their own (单 仇 查 曾
/// 解 区), rare characters beyond the basic plane, names with a middle dot, names of one character.
enum NameStock {
    static let surnames = Weighted<String>(
        [
            ("王", 94), ("李", 88), ("张", 84), ("刘", 66), ("陈", 36), ("杨", 38), ("赵", 36), ("孙", 26), ("马", 24),
            ("高", 22), ("郭", 19), ("周", 18), ("吴", 17), ("徐", 16), ("胡", 14), ("朱", 14), ("林", 11), ("何", 11),
            ("梁", 10), ("宋", 12), ("郑", 10), ("韩", 13), ("冯", 11), ("于", 10), ("董", 11), ("萧", 3), ("程", 7),
            ("袁", 7), ("邓", 5), ("许", 8), ("傅", 4), ("沈", 5), ("彭", 5), ("吕", 7), ("苏", 6), ("卢", 5),
            ("蒋", 4),
            ("蔡", 4), ("贾", 8), ("丁", 6), ("魏", 8), ("薛", 5), ("叶", 4), ("阎", 4), ("余", 4), ("潘", 4),
            ("杜", 6),
            ("戴", 3), ("夏", 4), ("钟", 3), ("汪", 4), ("田", 7), ("任", 6), ("姜", 5), ("范", 6), ("方", 4),
            ("石", 6),
            ("姚", 5), ("谭", 3), ("廖", 2), ("邹", 3), ("熊", 2), ("金", 5), ("陆", 3), ("郝", 6), ("孔", 3),
            ("白", 5),
            ("崔", 6), ("康", 3), ("毛", 3), ("邱", 3), ("秦", 4), ("江", 3), ("史", 5), ("顾", 2), ("侯", 5),
            ("邵", 3),
            ("孟", 5), ("龙", 2), ("万", 2), ("段", 4), ("钱", 2), ("汤", 2), ("尹", 4), ("黎", 2), ("易", 1),
            ("常", 4),
            ("武", 4), ("乔", 3), ("贺", 3), ("赖", 1), ("龚", 2), ("文", 2), ("单", 2), ("仇", 1), ("查", 1),
            ("曾", 3),
            ("解", 2), ("区", 1), ("翟", 3), ("臧", 2), ("佟", 3), ("那", 2), ("关", 3),
        ].map { ($0.0, $0.1 * 10) } + [
            ("欧阳", 6), ("司马", 3), ("诸葛", 2), ("上官", 2), ("尉迟", 1), ("皇甫", 2), ("令狐", 1), ("慕容", 2),
            ("司徒", 1), ("夏侯", 1),
        ])

    /// Given-name characters of men and women born before and after 1985.
    static let elderMen = chars("国建军志永德福贵明强文武成林海山平生金宝玉振东光荣春喜来顺利民全刚伟勇树长庆有富祥义")
    static let youngMen = chars("浩宇轩博文俊杰子涵泽思远晨阳鑫磊超鹏飞佳豪天翔凯瑞嘉睿昊铭哲楠旭龙斌梓逸帆")
    static let elderWomen = chars("秀英桂兰玉梅淑珍凤霞红丽华芳芬荣琴香云翠莲敏艳春花青素文静爱萍立平慧霜月")
    static let youngWomen = chars("欣怡雨婷诗涵梦琪佳慧雪思颖紫萱静雯璐瑶晓丹倩媛悦宁可心然彤语嫣楠冰妍")
    /// In names, in few fonts; the last ones lie outside the basic plane.
    static let rare = chars("喆淼垚堃翀赟昶骉犇翯玥珺翊㛃䮌𬱖𠮷𬭎𫍯𬀩")

    static let northwestMen = ["艾力", "买买提", "吐尔逊", "库尔班", "阿不都", "依明", "玉素甫", "卡德尔", "麦麦提江"]
    static let northwestWomen = ["阿依古丽", "热依汗", "帕提曼", "古丽娜尔", "阿米娜", "祖丽皮亚", "吾买热", "迪丽努尔"]

    static let peoples = Weighted<String>([
        ("汉族", 9500), ("满族", 230), ("回族", 170), ("蒙古族", 35), ("朝鲜族", 12), ("壮族", 8), ("土家族", 8), ("苗族", 7),
        ("维吾尔族", 6), ("藏族", 4), ("彝族", 4), ("侗族", 3), ("锡伯族", 3), ("达斡尔族", 2), ("畲族", 2), ("土族", 2),
        ("纳西族", 1), ("鄂温克族", 1), ("裕固族", 1), ("基诺族", 1),
    ])

    private static func chars(_ text: String) -> [String] { text.map(String.init) }
}

extension Dice {
    /// A given name as somebody of that sex and year of birth would have.
    mutating func givenName(isMan: Bool, born year: Int) -> String {
        let stock =
            switch (isMan, year < 1985) {
            case (true, true): NameStock.elderMen
            case (true, false): NameStock.youngMen
            case (false, true): NameStock.elderWomen
            case (false, false): NameStock.youngWomen
            }
        let first = happens(12) ? pick(NameStock.rare) : pick(stock)
        // One character was the fashion of the eighties.
        let isSingle = happens((1978...1992).contains(year) ? 260 : 90)
        return isSingle ? first : first + pick(stock)
    }

    /// A whole name with a middle dot: the own name and the father's.
    mutating func dottedName(isMan: Bool) -> String {
        pick(isMan ? NameStock.northwestMen : NameStock.northwestWomen) + "·" + pick(NameStock.northwestMen)
    }
}
