// SPDX-License-Identifier: Apache-2.0

/// 性别限制 in the words of a vacancy: employment law lets nobody ask for a sex, so no such words are taken.
public enum SexLimit {
    /// The words around the first limit found, `nil` where there is none.
    ///
    /// 男女不限 is no limit, and 女装导购 sells clothes to women.
    public static func find(in text: String) -> String? {
        var rest = PlainText.narrow(text)
        // 男装卸工 is no man's clothes.
        for work in ["装卸", "装配", "装修", "装订", "装潢"] {
            rest = rest.split(separator: work, omittingEmptySubsequences: false).joined(separator: "·")
        }
        for phrase in harmless {
            rest = rest.split(separator: phrase, omittingEmptySubsequences: false).joined(separator: "·")
        }
        guard let place = marks.compactMap({ rest.firstRange(of: $0)?.lowerBound }).min() else { return nil }
        let start = rest.index(place, offsetBy: -3, limitedBy: rest.startIndex) ?? rest.startIndex
        let end = rest.index(place, offsetBy: 4, limitedBy: rest.endIndex) ?? rest.endIndex
        return rest[start..<end].filter { $0 != "·" }
    }

    private static let marks = ["男", "女", "性别", "已婚已育", "未婚未育"]

    /// Longer phrases first, so that none is cut in two.
    private static let harmless = [
        "不限制性别", "性别年龄不限", "年龄性别不限", "男女老少", "男女不限", "不限男女", "男女均可", "男女皆可", "男女都可", "男女平等",
        "性别不限", "不限性别", "无性别要求", "无性别限制", "性别歧视", "性别:不限", "性别：不限", "男装", "女装", "男鞋", "女鞋", "男包", "女包",
        "男女装", "男女鞋", "妇女儿童", "妇女", "儿女", "子女", "男科", "女士用品", "女性用品", "男士用品", "男浴", "女浴", "男宾", "女宾",
        "女生宿舍", "男生宿舍",
    ].sorted { $0.count > $1.count }
}

/// 年龄要求 in free words: kept as the employer's statement only, never among the requirements.
public enum AgeLimit {
    /// The words of the first age found: 35岁以下, 18至45周岁, 年轻.
    public static func find(in text: String) -> String? {
        let plain = PlainText.narrow(text)
        if let place = plain.firstRange(of: "岁") {
            let start = plain.index(place.lowerBound, offsetBy: -6, limitedBy: plain.startIndex)
            let end = plain.index(place.upperBound, offsetBy: 2, limitedBy: plain.endIndex)
            let words = plain[(start ?? plain.startIndex)..<(end ?? plain.endIndex)]
            if words.contains(where: \.isASCIIDigit) || words.contains("十") { return String(words) }
        }
        return ["年轻", "青年优先", "80后", "90后", "00后", "年龄要求", "年龄限"].first(where: plain.contains)
    }
}
