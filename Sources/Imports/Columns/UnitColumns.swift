// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Sheets

/// A row of a list of units while it is read.
struct UnitDraft: Sendable {
    let row: Int
    var town = ""
    var name = ""
    var code = ""
    var townID: UnitID?
}

/// 单位: the villages of the towns, one a row.
enum UnitColumns {
    static let table = ImportTable<UnitDraft>(
        title: "单位",
        columns: [
            ImportColumn(
                "town", "镇（街道）", synonyms: ["镇", "街道", "乡镇", "镇街", "所属镇", "所属街道", "街镇", "镇街道"],
                note: "写系统里的名称，如杨镇。", example: "杨镇", width: 16, mustBeFilled: true,
                take: CellReading.text { $0.town = $1 }),
            ImportColumn(
                "village", "村（社区）", synonyms: ["村", "社区", "村居", "村社区", "行政村", "名称", "村名", "单位名称"],
                note: "写全称，如沙岭村。", example: "沙岭村", width: 20, mustBeFilled: true,
                take: { cell, draft in
                    draft.name = CellText.plain(cell)
                    return draft.name.count <= 30 ? nil : CellFault("名称超过30个字，请核对。")
                }),
            ImportColumn(
                "code", "代码", synonyms: ["统计代码", "区划代码", "统计用区划代码", "村代码"], note: "12位，没有可以空着。",
                example: "110113006201", width: 18, take: takeCode),
        ],
        begin: { UnitDraft(row: $0) },
        advice: [
            "一村（社区）一行。镇（街道）由政策包给定，这里只导入村（社区）。",
            "系统按镇和名称认村（社区）；名称变了、代码没变的，视为改名，旧名称仍可查到。",
            "村（社区）的合并在单位页面办理，从不删除。",
        ])

    private static let takeCode: @Sendable (SheetCell, inout UnitDraft) -> CellFault? = { cell, draft in
        let text = CellText.plain(cell)
        if CellReading.isNothing(text) { return nil }
        guard text.utf8.count == 12, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return CellFault("代码应为12位数字，请核对；没有的空着。")
        }
        draft.code = text
        return nil
    }
}
