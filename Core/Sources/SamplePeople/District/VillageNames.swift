// SPDX-License-Identifier: Apache-2.0

/// Names such as villages and communities bear, put together from what such names are made of.
struct VillageNames {
    private var dice: Dice
    private var taken: Set<String> = []

    init(dice: Dice) { self.dice = dice }

    /// A name that no other village of the district has.
    mutating func next(isCommunity: Bool) -> String {
        var tries = 0
        while true {
            let name = isCommunity ? community(tries) : village(tries)
            if taken.insert(name).inserted { return name }
            tries += 1
        }
    }

    private mutating func village(_ tries: Int) -> String {
        let stem = dice.pick(Self.stems) + dice.pick(Self.endings)
        return (tries > 2 || dice.happens(350) ? dice.pick(Self.sides) : "") + stem + "村"
    }

    private mutating func community(_ tries: Int) -> String {
        let stem = dice.pick(Self.gardens) + dice.pick(Self.courts)
        return stem + (tries > 2 ? dice.pick(["一", "二", "三", "四", "五", "六"]) + "区" : "") + "社区"
    }

    private static let sides = ["东", "西", "南", "北", "前", "后", "大", "小", "上", "下"]
    private static let stems = [
        "柳", "槐", "杏", "枣", "桑", "榆", "松", "沙", "石", "土", "白", "青", "红", "龙", "凤", "马", "牛", "燕",
        "周", "吴", "郑", "冯", "陈", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "许", "何", "吕", "孔", "曹", "严",
        "魏", "陶", "姜", "戚", "谢", "邹", "窦", "章", "苏", "潘", "葛", "范", "彭", "鲁",
    ]
    private static let endings = [
        "各庄", "家庄", "家营", "家洼", "家务", "家屯", "家坨", "岭", "河", "桥", "坡", "台", "坞", "渠头", "树园",
    ]
    private static let gardens = [
        "金桂", "澜庭", "翠湖", "望潮", "滨河", "晨曦", "和畅", "瑞景", "枫林", "春晖", "秋实", "怡和", "馨远", "安泰",
        "嘉禾", "润泽", "明珠", "朝露", "松韵", "竹影", "兰亭", "海棠", "丁香", "玉兰", "银杏", "云帆", "星河", "锦绣",
    ]
    private static let courts = ["园", "苑", "里", "家园", "花园", "嘉苑", "新苑"]
}
