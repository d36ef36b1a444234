// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Sheets
import Wording

/// Ways to read one cell that several columns share. Each takes a value over or says what is wrong.
enum CellReading {
    typealias Take<Draft> = @Sendable (SheetCell, inout Draft) -> CellFault?

    /// What offices write where there is nothing to say.
    static func isNothing(_ text: String) -> Bool { nothing.contains(text) }

    private static let nothing: Set<String> = [
        "无", "-", "—", "－", "——", "/", "／", "\\", "不详", "未知", "空", "暂无",
    ]

    /// A text as typed.
    static func text<Draft>(_ set: @escaping @Sendable (inout Draft, String) -> Void) -> Take<Draft> {
        { cell, draft in
            set(&draft, CellText.plain(cell))
            return nil
        }
    }

    /// A fixed word; 无 and dashes are blanks unless they are words themselves.
    static func term<Draft, Term: OfficeTerm>(
        _ type: Term.Type, _ set: @escaping @Sendable (inout Draft, Term) -> Void
    ) -> Take<Draft> {
        { cell, draft in
            let text = CellText.plain(cell)
            if let term = Term(word: text) {
                set(&draft, term)
                return nil
            }
            return isNothing(text) ? nil : notAChoice(text, Term.allCases.map(\.word))
        }
    }

    static func notAChoice(_ text: String, _ words: [String]) -> CellFault {
        let near = NearWords.nearest(to: text, among: words, most: 1).first.map { "，是不是“\($0)”？" } ?? "，"
        let all = words.count > 12 ? "模板的下拉选项" : words.joined(separator: "、")
        return CellFault("没有“\(text)”这个选项\(near)请从\(all)中选。")
    }

    /// 是 or 否 in the ways in which offices tick.
    static func yesNo<Draft>(_ set: @escaping @Sendable (inout Draft, Bool) -> Void) -> Take<Draft> {
        { cell, draft in
            guard let flag = CellText.yesNo(cell) else {
                return CellFault("“\(CellText.plain(cell))”看不出是还是否，请填“是”或“否”。")
            }
            set(&draft, flag)
            return nil
        }
    }

    /// A day; where only the month is given its last day is taken, and said so.
    static func day<Draft>(_ set: @escaping @Sendable (inout Draft, Day) -> Void) -> Take<Draft> {
        { cell, draft in
            let text = CellText.plain(cell)
            if isNothing(text) { return nil }
            guard let date = CellText.date(cell) else {
                return CellFault("“\(text)”不是能认出的日期，请写成2026-02-13的样子。")
            }
            if let whole = date.day.flatMap({ Day(year: date.year, month: date.month, day: $0) }) {
                set(&draft, whole)
                return nil
            }
            guard let first = Day(year: date.year, month: date.month, day: 1) else {
                return CellFault("“\(text)”不是日历上的日期，请写成2026-02-13的样子。")
            }
            set(&draft, first.adding(months: 1).adding(days: -1))
            return CellFault("只写到月，按当月最后一天计；知道哪一天的请写全。", isWarning: true)
        }
    }

    /// A phone; 无 says that there is none.
    static func phone<Draft>(
        mobile: Bool, _ set: @escaping @Sendable (inout Draft, PhoneNumber?) -> Void
    ) -> Take<Draft> {
        { cell, draft in
            let text = CellText.plain(cell)
            if isNothing(text) {
                set(&draft, nil)
                return nil
            }
            switch mobile ? PhoneNumber.readMobile(text) : PhoneNumber.read(text) {
            case .success(let number):
                set(&draft, number)
                return nil
            case .failure(let fault): return CellFault(fault.sentence)
            }
        }
    }

    /// An amount in whole yuan; parts of a yuan are cut off.
    static func yuan<Draft>(_ set: @escaping @Sendable (inout Draft, Int) -> Void) -> Take<Draft> {
        { cell, draft in
            let text = CellText.plain(cell)
            if isNothing(text) { return nil }
            guard let fen = CellText.fen(cell), fen >= 0 else {
                return CellFault("“\(text)”不是金额，请只填数字，单位元，如8772。")
            }
            set(&draft, fen / 100)
            return nil
        }
    }

    /// Several words in one cell.
    static func list(_ cell: SheetCell) -> [String] {
        CellText.plain(cell).split { "、；;，,/\n|".contains($0) }.map { CellText.plain(String($0)) }
            .filter { !$0.isEmpty }
    }
}
