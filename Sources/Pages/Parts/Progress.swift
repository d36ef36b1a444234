// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// How much of a whole is done, in words and as a bar: 已入户 37 / 52 户 (71%).
    public static func progress(_ label: String, done: Int, of whole: Int, unit: String) -> HTML {
        let share = whole > 0 ? min(100, max(0, done * 100 / whole)) : 0
        let words = whole > 0 ? "\(label) \(done) / \(whole) \(unit)(\(share)%)" : "\(label) 0 \(unit)"
        return div(
            class: "progress", .element("span", [.class("progress-words")], .text(words)),
            element(
                "progress", [Attribute("max", "100"), .value(String(share)), .aria("label", label)],
                .text("\(share)%")))
    }
}
