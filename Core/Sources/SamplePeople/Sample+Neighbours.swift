// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Sample {
    /// 刘长河 and 刘玉梅: a household that lives by farming alone.
    public static let liuChanghe = CastMember(
        9, "刘长河", "liu chang he", .male, day(1971, 10, 2), in: hongsi, household: "3", part: "纯农就业家庭"
    ) {
        $0.registration = .ruralPrimary
        $0.employment = .employed(sector: .primary, form: .flexible)
    }
    public static let liuYumei = CastMember(
        10, "刘玉梅", "liu yu mei", .female, day(1979, 2, 27), in: hongsi, household: "3",
        part: "纯农就业家庭，须就近就业"
    ) {
        $0.employment = .unemployed(since: nil)
        $0.wish = .wanted
        $0.economy = .hard
        $0.mustBeNearby = true
    }

    /// 阿依古丽·买买提: a name with a middle dot; receives the minimum living allowance.
    public static let ayiguli = CastMember(
        11, "阿依古丽·买买提", "a yi gu li mai mai ti", .female, day(1992, 6, 6), in: qianfengbo,
        household: "21", part: "享受低保"
    ) {
        $0.ethnicity = "维吾尔族"
        $0.hasAllowance = true
        $0.economy = .hard
        $0.employment = .unemployed(since: day(2025, 12, 1))
        $0.wish = .wanted
    }

    /// 冯婷: came to the district with her husband's unit; declared with proof.
    public static let fengTing = CastMember(
        12, "冯婷", "feng ting", .female, day(1994, 9, 14), in: taiping, household: "2",
        part: "初次来区的随军家属"
    ) {
        $0.employment = .unemployed(since: day(2025, 11, 1))
        $0.wish = .wanted
        $0.education = .bachelor
    }

    /// 孟晓雪: turns 16 on 5 March 2026, three days after ``today``.
    public static let mengXiaoxue = CastMember(
        13, "孟晓雪", "meng xiao xue", .female, day(2010, 3, 5), in: taiping, household: "9",
        part: "即将满16周岁"
    ) {
        $0.registration = .ruralNew
        $0.isNewLabour = true
    }

    /// Everybody, by number.
    public static let cast: [CastMember] = [
        wangXiulan, liJianguo, zhaoDefu, sunGuifang, zhaoXiaopeng, chenJing, zhouLixin, zhengGuodong,
        liuChanghe, liuYumei, ayiguli, fengTing, mengXiaoxue,
    ]

    /// The cast of one village.
    public static func cast(of village: UnitID) -> [CastMember] { cast.filter { $0.village == village } }
}
