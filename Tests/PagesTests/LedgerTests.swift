// SPDX-License-Identifier: Apache-2.0
import Foundation
import Pages
import Testing

@Suite("Ledgers are cut where the paper is full")
struct LedgerTests {
    private func ledger(rows: Int, words: String = "走访") -> PrintedLedger {
        PrintedLedger(
            title: "台账", unit: "某村", period: "2026年",
            columns: [.init("姓名", width: 5), .init("内容", width: 20)],
            rows: (0..<rows).map { ["第\($0)人", words] })
    }

    @Test(arguments: [(0, 1), (1, 1), (18, 1), (19, 2), (36, 2), (37, 3)])
    func `eighteen rows of one line fill a sheet`(rows: Int, sheets: Int) {
        #expect(ledger(rows: rows).sheets.count == sheets)
    }

    @Test func `every row stands on exactly one sheet, in order and numbered through`() {
        let sheets = ledger(rows: 100, words: String(repeating: "说明", count: 60)).sheets.map(\.source)
        let all = sheets.joined()
        var rest = all[...]
        for row in 0..<100 {
            let mark = "<td class=\"middle\">\(row + 1)</td><td>第\(row)人</td>"
            guard let found = rest.range(of: mark) else {
                Issue.record("row \(row) is missing or out of order")
                return
            }
            rest = rest[found.upperBound...]
        }
        #expect(sheets.count > 10)
        #expect(!rest.contains("<td class=\"middle\">"))
    }

    @Test func `only the last sheet is signed`() {
        let sheets = ledger(rows: 40).sheets.map { $0.source.contains("制表人") }
        #expect(sheets == [false, false, true])
    }

    @Test func `a row longer than a sheet stands alone instead of never`() {
        let sheets = ledger(rows: 2, words: String(repeating: "长", count: 3000)).sheets
        #expect(sheets.count == 2)
    }

    @Test func `an empty ledger says so`() {
        #expect(ledger(rows: 0).sheets.first?.source.contains("本期无记录") == true)
    }

    @Test func `numbered sheets say which of how many they are`() {
        let shell = PrintShell(.across, assets: Samples.assets)
        let source = shell.document(title: "台账", sheets: ledger(rows: 40).sheets).source
        #expect(source.contains("第1页 共3页") && source.contains("第2页 共3页") && source.contains("第3页 共3页"))
    }
}
