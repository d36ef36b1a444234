// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Sample {
    /// 王秀兰: woman of 43, out of work for over a year, wants work; later three recommendations fail.
    public static let wangXiulan = CastMember(
        1, "王秀兰", "wang xiu lan", .female, day(1982, 5, 18), in: shaling, household: "12",
        part: "3545人员，连续失业一年以上"
    ) {
        $0.registration = .lostWork
        $0.employment = .unemployed(since: day(2024, 11, 1))
        $0.wish = .wanted
        $0.reasonsNotWorking = ["A", "B"]
        $0.skills = ["家政服务员"]
        $0.trade = "家政服务员"
    }

    /// 李建国: man of 51, disabled of grade 3, able to work.
    public static let liJianguo = CastMember(
        2, "李建国", "li jian guo", .male, day(1974, 3, 9), in: shaling, household: "35",
        part: "有劳动能力的残疾人"
    ) {
        $0.health = .disabled
        $0.disability = Disability(grade: 3, canWork: true)
        $0.employment = .unemployed(since: day(2025, 9, 1))
        $0.wish = .wanted
    }

    /// 赵德福, 孙桂芳 and 赵小鹏: a household in which nobody works, and poor.
    public static let zhaoDefu = CastMember(
        3, "赵德福", "zhao de fu", .male, day(1970, 7, 22), in: shaling, household: "41", part: "零就业家庭"
    ) {
        $0.employment = .unemployed(since: day(2025, 6, 1))
        $0.wish = .wanted
        $0.economy = .hard
    }
    public static let sunGuifang = CastMember(
        4, "孙桂芳", "sun gui fang", .female, day(1978, 12, 3), in: shaling, household: "41", part: "零就业家庭"
    ) {
        $0.employment = .unemployed(since: nil)
        $0.wish = .wanted
        $0.economy = .hard
        $0.reasonsNotWorking = ["E"]
    }
    public static let zhaoXiaopeng = CastMember(
        5, "赵小鹏", "zhao xiao peng", .male, day(2003, 4, 11), in: shaling, household: "41",
        part: "零就业家庭，毕业一年以上未就业的高校毕业生"
    ) {
        $0.employment = .unemployed(since: nil)
        $0.wish = .wanted
        $0.economy = .hard
        $0.education = .college
        $0.graduated = day(2024, 7, 1)
        $0.registration = .youngUnemployed
    }

    /// 陈静: comfortable and without wish, visited twice a year.
    public static let chenJing = CastMember(
        6, "陈静", "chen jing", .female, day(1985, 8, 30), in: shaling, household: "7",
        part: "家庭较好，无就业愿望"
    ) {
        $0.economy = .good
        $0.employment = .unemployed(since: day(2023, 3, 1))
        $0.wish = .unwanted
        $0.registration = .lostWork
    }

    /// 周立新: in work, in no category.
    public static let zhouLixin = CastMember(
        7, "周立新", "zhou li xin", .male, day(1990, 1, 15), in: shaling, household: "58", part: "在业"
    ) {
        $0.registration = .employed
        $0.employment = .employed(sector: .secondary, form: .formal)
    }

    /// 郑国栋: his retirement month was February 2026, so he is past the working age on 1 March.
    public static let zhengGuodong = CastMember(
        8, "郑国栋", "zheng guo dong", .male, day(1965, 11, 20), in: shaling, household: "63",
        part: "已到退休年龄"
    ) {
        $0.employment = .unemployed(since: day(2025, 1, 10))
        $0.wish = .wanted
    }
}
