// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// The foot of a paper: 经办人 ____ 审核人 ____ 日期 ____ (盖章). Seals are only given room.
    public static func signatures(_ signers: [String], hasSeal: Bool = false) -> HTML {
        div(
            class: "signatures",
            .each(signers) { .span(class: "signature", .text("\($0)："), .span(class: "line")) },
            .when(hasSeal, .span(class: "signature", "（盖章）")))
    }
}
