// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Pages
import Testing

@Suite("走访记录装订本 · 01.r2")
struct VisitVolumeTests {
    private let village = Unit(
        id: UnitID(3), level: .village, parent: UnitID(2), name: "沙岭村", since: Day(daysSince1970: 0))

    private func volume(talks: [String]) -> VisitVolume {
        let day = Day(daysSince1970: 20_500)
        let visits = talks.enumerated().map { index, talk in
            let visit = VisitRecord(
                manner: .atHome, wasMet: true, visitors: "村工作人员", situation: talk, family: "", services: "",
                agreed: "下月再来", wish: nil, isUrgent: nil)
            return VisitEntry(
                caseID: CaseID(index + 1), person: PersonID(index + 1), name: "第\(index + 1)人",
                visitClass: .three,
                visit: Recorded(
                    id: ActID(3), occurred: day, recorded: Instant(startOf: day), by: AccountID(1),
                    event: .visited(visit)))
        }
        return VisitVolume(
            village: village, town: nil, from: day, through: day, visits: visits,
            names: [AccountID(1): "记录人"])
    }

    private func source(_ talks: [String]) -> String {
        VisitVolumeSheets(volume: volume(talks: talks)).sheets.map(\.source).joined()
    }

    @Test func `01.r2 nothing of a long talk is lost, it goes on upon the next sheet`() {
        let talk = (1...400).map { "句\($0)。" }.joined()
        let text = source([talk])
        #expect(text.contains("（续）"))
        // A sentence may be cut where the next sheet begins; no sign of it is lost.
        let signs = text.filter { $0 == "。" }.count
        #expect(signs == 400)
        #expect(VisitVolumeSheets(volume: volume(talks: [talk])).sheets.count > 4)
    }

    /// Lines of 16 points as they stand in the record blocks of a sheet, with what a block and a row take beyond.
    private func height(_ sheet: String) -> Int {
        let blocks = sheet.components(separatedBy: "class=\"record\"").count - 1
        let texts = sheet.components(separatedBy: "<dd>").dropFirst().map { $0.prefix { $0 != "<" } }
        let wide = texts.filter { $0.contains("行") }
        let lines = wide.reduce(0) { sum, text in
            sum + text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        }
        return blocks * 100 + lines * 16 + wide.count * 8
    }

    @Test(arguments: [5, 12, 13, 40, 200])
    func `01.r2 lines that were typed take their height: no sheet overflows, and none is lost`(count: Int) {
        let talk = (1...count).map { "第\($0)行" }.joined(separator: "\n")
        let sheets = VisitVolumeSheets(volume: volume(talks: [talk, talk, talk])).sheets.map(\.source)
            .filter { $0.contains("class=\"record\"") }
        for sheet in sheets { #expect(height(sheet) <= 600) }
        let text = sheets.joined()
        for number in 1...count {
            #expect(text.components(separatedBy: "第\(number)行").count - 1 == 3, "\(number)")
        }
        // Three talks of 40 lines and more cannot stand on one sheet.
        #expect(count < 40 || sheets.count >= 3 * count * 16 / 600)
    }

    @Test(arguments: [0, 1, 24, 25, 90])
    func `01.r2 every visit stands in the contents with its page`(count: Int) {
        let talks = Array(repeating: "还在找工作", count: count)
        let pages = VisitVolumeSheets(volume: volume(talks: talks)).sheets.map(\.source)
        for number in stride(from: 1, through: count, by: 1) {
            let page = pages.firstIndex { $0.contains("class=\"record\"") && $0.contains("第\(number)人") }
            let line = ">第\(number)人</td>"
            let listed = pages.first { $0.contains(line) }
            #expect(listed != nil)
            let after = listed?.components(after: line) ?? ""
            #expect(page.map { after.contains(">\($0 + 1)</td>") } == true)
        }
    }
}

extension String {
    /// What follows the mark, up to the end of its table row.
    fileprivate func components(after mark: String) -> String {
        guard let start = firstRange(of: mark)?.upperBound else { return "" }
        return String(self[start...].prefix(200))
    }
}
