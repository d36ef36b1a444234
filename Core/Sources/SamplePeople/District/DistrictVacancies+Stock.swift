// SPDX-License-Identifier: Apache-2.0
import Assistance

/// What made-up employers are called and whom they look for.
extension DistrictVacancies {
    struct Stock: Sendable {
        let kind: String
        let industry: Industry
        let posts: [Post]
    }

    struct Post: Sendable {
        let name: String
        /// One of the questionnaire's skills.
        let trade: String
        /// The bottom, in yuan a month.
        let pay: Int
        let words: String
        var certificate: String?
    }

    static let stock: [Stock] = [
        Stock(
            kind: "物流有限公司", industry: .transport,
            posts: [
                Post(name: "仓库管理员", trade: "库管", pay: 4200, words: "收货、发货、盘点，有班车"),
                Post(name: "叉车司机", trade: "叉车司机", pay: 5600, words: "库内装卸，包午餐", certificate: "叉车证"),
                Post(name: "分拣员", trade: "库管", pay: 4600, words: "包裹分拣，按月发加班费"),
            ]),
        Stock(
            kind: "机械有限公司", industry: .manufacturing,
            posts: [
                Post(name: "电焊工", trade: "焊工", pay: 6200, words: "钢结构焊接", certificate: "焊工证"),
                Post(name: "普通车工", trade: "车工", pay: 5800, words: "轴类零件加工，有师傅带"),
                Post(name: "钳工", trade: "钳工", pay: 5600, words: "设备装配和维护"),
                Post(name: "数控操作工", trade: "数控", pay: 6000, words: "数控车床操作，可以培训"),
            ]),
        Stock(
            kind: "物业管理有限公司", industry: .realEstate,
            posts: [
                Post(name: "保洁员", trade: "保洁员", pay: 3200, words: "写字楼保洁，离家近"),
                Post(name: "维修电工", trade: "维修电工", pay: 4800, words: "小区水电维修", certificate: "低压电工证"),
                Post(name: "客服专员", trade: "物业管理员", pay: 4200, words: "前台接待、报修登记"),
            ]),
        Stock(
            kind: "餐饮有限公司", industry: .lodgingAndFood,
            posts: [
                Post(name: "中餐厨师", trade: "中式烹调师", pay: 6000, words: "单位食堂，周末休息"),
                Post(name: "食堂帮厨", trade: "中式烹调师", pay: 4000, words: "洗切配菜，管两餐"),
                Post(name: "餐厅服务员", trade: "商品营业员", pay: 4000, words: "提供工作餐和工装"),
            ]),
        Stock(
            kind: "商贸有限公司", industry: .trade,
            posts: [
                Post(name: "超市理货员", trade: "商品营业员", pay: 3600, words: "就近分店，白班"),
                Post(name: "收银员", trade: "商品营业员", pay: 3800, words: "有培训，熟练后上岗"),
                Post(name: "送货司机", trade: "汽车驾驶员", pay: 5500, words: "区内送货"),
            ]),
        Stock(
            kind: "家政服务有限公司", industry: .residentServices,
            posts: [
                Post(name: "家政服务员", trade: "家政服务员", pay: 5000, words: "免费培训后派单"),
                Post(name: "养老护理员", trade: "家政服务员", pay: 5200, words: "养老院照料老人，有住处"),
            ]),
    ]

    static let firstNames = ["顺达", "恒通", "绿源", "宏远", "安泰", "新民", "汇丰源", "金穗", "北方", "永兴", "诚信", "天和"]
    static let secondNames = ["", "嘉业", "瑞丰", "盛世", "德润", "同创"]
    static let streets = ["工业区一路", "顺平路", "府前街", "站前路", "临空大道", "新城南路"]
    static let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "周"]
}
