// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// How much of a whole is done, in words and as a bar: 已入户 37 / 52 户(71%).
    public static func progress(_ label: String, done: Int, of whole: Int, unit: String) -> HTML {
        let share = whole > 0 ? min(100, max(0, done * 100 / whole)) : 0
        let words = whole > 0 ? "\(label) \(done) / \(whole) \(unit)（\(share)%）" : "\(label) 0 \(unit)"
        return bar(label, words, share)
    }

    /// Where one stands on a way: 第 4 题,共 23 题.
    public static func place(_ place: Int, of whole: Int, unit: String) -> HTML {
        let share = whole > 0 ? min(100, max(0, place * 100 / whole)) : 0
        return bar("进度", "第 \(place) \(unit)，共 \(whole) \(unit)", share)
    }

    private static func bar(_ label: String, _ words: String, _ share: Int) -> HTML {
        div(
            class: "progress", .element("span", [.class("progress-words")], .text(words)),
            .element(
                "progress", [Attribute("max", "100"), .value(String(share)), .aria("label", label)],
                .text("\(share)%")))
    }
}
