// SPDX-License-Identifier: Apache-2.0

/// What the system's surname-aware transform does not know, or does not say.
enum NameExceptions {
    /// Surnames read otherwise than the transform reads them: the right reading first, then what else is
    /// typed.
    static let surnames: [String: [String]] = [
        "朴": ["piao", "pu"], "缪": ["miao", "mou"], "黑": ["hei", "he"],
        "乜": ["nie", "mie"], "洗": ["xian", "xi"], "句": ["gou", "ju"], "祭": ["zhai", "ji"],
        "么": ["yao", "me"], "贠": ["yun", "yuan"], "钭": ["tou", "dou"], "能": ["nai", "neng"],
        "都": ["du", "dou"], "藏": ["zang", "cang"], "谌": ["chen", "shen"], "郗": ["xi", "chi"],
        "隗": ["wei", "kui"], "盖": ["ge", "gai"], "郇": ["xun", "huan"],
    ]

    /// Characters of given names with a second reading under another letter.
    static let given: [Unicode.Scalar: [String]] = [
        "乐": ["yue"], "重": ["chong"], "行": ["hang", "heng"], "朝": ["zhao"], "晟": ["sheng"], "茜": ["xi"],
        "藏": ["zang"], "传": ["zhuan"], "参": ["shen"], "车": ["ju"], "尉": ["yu"], "蔚": ["yu"],
        "覃": ["qin"], "调": ["tiao"], "什": ["shi"], "娜": ["nuo"], "莎": ["suo"], "颉": ["xie"],
        "栎": ["yue"], "炅": ["gui"], "隽": ["jun"], "解": ["xie"], "单": ["shan"], "偲": ["si"],
        "镐": ["hao", "gao"], "乾": ["gan", "qian"], "澄": ["deng"], "鹄": ["hu", "gu"], "峤": ["jiao"],
        "栖": ["xi"], "缪": ["miao"], "盖": ["ge"], "区": ["ou"], "查": ["zha"], "翟": ["di"], "谌": ["shen"],
    ]

    /// Surnames of two characters.
    static let doubleSurnames: Set<String> = [
        "万俟", "尉迟", "长孙", "澹台", "令狐", "宇文", "呼延", "皇甫", "夏侯", "鲜于", "濮阳", "淳于", "公孙", "太叔",
        "申屠", "仲孙", "轩辕", "钟离", "闾丘", "东方", "赫连", "百里", "东郭", "南门", "慕容", "司空", "司寇", "亓官",
        "拓跋", "漆雕", "乐正", "第五", "端木", "巫马", "公西", "颛孙", "壤驷", "公良", "谷梁", "段干", "纳兰", "独孤",
        "完颜", "叶赫", "哥舒", "达奚", "南宫", "西门", "左丘", "梁丘", "诸葛", "上官", "司马", "司徒", "欧阳", "单于",
        "歐陽", "司馬", "諸葛", "尉遲", "長孫", "東方", "公孫", "軒轅", "鍾離", "獨孤", "鮮于", "單于", "萬俟",
    ]
}
