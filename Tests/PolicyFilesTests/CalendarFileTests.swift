// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Foundation
import PolicyFiles
import Testing

@Suite("Calendar files · spec/flow.md Counting days")
struct CalendarFileTests {
    static let sound = """
        year: 2027
        source: 国务院办公厅关于2027年部分节假日安排的通知
        off:
          - {date: 2027-01-01, name: 元旦}
          - {date: 2027-02-05, name: 春节}
        work:
          - 2027-02-13
        """

    private func faults(of text: String, file: String = "2027.yaml") -> [String] {
        do throws(PolicyFaults) {
            _ = try CalendarFile.read(text, file: file)
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    @Test func `a sound file becomes a year`() throws {
        let year = try CalendarFile.read(Self.sound, file: "2027.yaml")
        #expect(year.year == 2027)
        #expect(year.source == "国务院办公厅关于2027年部分节假日安排的通知")
        #expect(year.off.map(\.day.iso) == ["2027-01-01", "2027-02-05"])
        #expect(year.off.map(\.name) == ["元旦", "春节"])
        #expect(year.work.map(\.iso) == ["2027-02-13"])
        #expect(year.published == nil)
    }

    @Test func `a file may tell the day its paper came out`() throws {
        let text = "published: 2026-11-04\n" + Self.sound
        #expect(try CalendarFile.read(text, file: "2027.yaml").published?.iso == "2026-11-04")
        let wrong = "published: 2026-11-31\n" + Self.sound
        #expect(faults(of: wrong) == ["2027.yaml:1: “2026-11-31”不是日期，应写成2026-02-13的样子。"])
    }

    @Test(arguments: [
        ("year: 2027", "year: zwei", "2027.yaml:1: year应是年份，如2026。"),
        ("2027-02-05", "2027-02-30", "2027.yaml:5: “2027-02-30”不是日期，应写成2026-02-13的样子。"),
        ("2027-02-05", "2026-12-31", "2027.yaml:5: 2026-12-31不在2027年内，请写进2026年的文件。"),
        ("2027-02-05", "2027-01-01", "2027.yaml:5: 2027-01-01在第4行已经写过。"),
        ("2027-02-13", "2027-02-05", "2027.yaml:7: 2027-02-05在第5行已经写过。"),
        ("- 2027-02-13", "- 2027-02-12", "2027.yaml:7: 2027-02-12不是星期六或星期日，不必列为调休上班。"),
        ("name: 春节", "nama: 春节", "2027.yaml:5: 不认识“nama”，只能有date、name。"),
        ("name: 春节", "name: ''", "2027.yaml:5: 缺少节日名称name。"),
        (
            "{date: 2027-02-05, name: 春节}", "2027-02-05",
            "2027.yaml:5: 放假日期应写成{date: 2026-02-17, name: 春节}的样子。"
        ),
        ("work:", "works:", "2027.yaml:6: 不认识“works”，只能有year、source、published、off、work。"),
        ("source: 国务院", "sauce: 国务院", "2027.yaml: 缺少“source”。"),
        ("work:\n", "year: 2028\nwork:\n", "2027.yaml:1: 不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。"),
        ("name: 元旦}", "name: 元旦", "2027.yaml:5: 不是合格的YAML：缩进、冒号或括号有误，或同一项写了两遍。"),
    ])
    func `each fault is named with its line`(piece: String, replaced: String, fault: String) {
        let text = Self.sound.replacingOccurrences(of: piece, with: replaced)
        #expect(text != Self.sound)
        #expect(faults(of: text).contains(fault), "\(faults(of: text))")
    }

    @Test func `all faults come at once and in order`() {
        let text = Self.sound
            .replacingOccurrences(of: "2027-01-01", with: "2027-1-1")
            .replacingOccurrences(of: "2027-02-13", with: "2027-02-15")
        #expect(faults(of: text).count == 2)
        #expect(faults(of: text).first?.hasPrefix("2027.yaml:4:") == true)
        #expect(faults(of: text).last?.hasPrefix("2027.yaml:7:") == true)
    }

    @Test(arguments: ["", "2027", "- 1", "year: 2027\nsource: 甲\noff:\nwork:\n", "\u{0}", "a: [", "? ["])
    func `a file without content is refused and does not fail`(text: String) {
        #expect(!faults(of: text).isEmpty)
    }

    @Test(arguments: [
        "date,off|work,name\n2027-01-01,off,元旦\n2027-02-05,off,春节\n2027-02-13,work,\n",
        "\u{FEFF}日期,类别,名称\r\n2027-02-13,上班\r\n2027-02-05,放假,春节\r\n\r\n2027-01-01,放假,\"元旦\"\r\n",
        "2027-01-01,off,元旦\n2027-02-05,OFF, 春节\n2027-02-13,work,春节",
    ])
    func `a table says the same as YAML`(text: String) throws {
        let year = try CalendarFile.read(text, file: "放假.CSV")
        #expect(try year == CalendarFile.read(Self.sound, file: "2027.yaml"))
    }

    @Test(arguments: [
        ("2027-01-01", "放假.csv:1: 每行应有日期、off或work、节日名称三列。"),
        ("2027-01-01,off", "放假.csv:1: 缺少节日名称。"),
        ("2027-01-01,free,元旦", "放假.csv:1: 第2列“free”应是off（放假）或work（上班）。"),
        ("d,k,n\n2027/1/1,off,元旦", "放假.csv:2: “2027/1/1”不是日期，应写成2026-02-13的样子。"),
        (
            "2027-01-01,off,元旦\n2027-01-02,off,元旦\n2026-12-31,off,元旦",
            "放假.csv:3: 2026-12-31不在2027年内，请写进2026年的文件。"
        ),
        ("", "放假.csv: 没有一个放假日期，每年都有法定节假日，请补全。"),
    ])
    func `each fault of a table is named with its line`(text: String, fault: String) {
        #expect(faults(of: text, file: "放假.csv").contains(fault), "\(faults(of: text, file: "放假.csv"))")
    }
}

@Suite("The calendar of the policy pack")
struct CalendarFolderTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Policy/shunyi/calendar").standardizedFileURL.path()

    /// Counted once from the notices; a slip in any file moves one of them.
    @Test(arguments: [
        (2011, 250), (2012, 249), (2013, 250), (2014, 250), (2015, 249), (2016, 250), (2017, 249),
        (2018, 250),
        (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248),
        (2026, 248),
    ])
    func `every year has its number of working days`(year: Int, count: Int) throws {
        let calendar = try CalendarFolder.read(Self.folder)
        let first = try #require(Day(year: year - 1, month: 12, day: 31))
        let last = try #require(Day(year: year, month: 12, day: 31))
        #expect(calendar.workdays(between: first, and: last) == count)
    }

    @Test func `the years 2009 to 2026 are here with their papers`() throws {
        let calendar = try CalendarFolder.read(Self.folder)
        #expect(Set(calendar.years.keys).isSuperset(of: 2009...2026))
        for (year, notice) in calendar.years {
            #expect(notice.source.contains("\(year)年"))
        }
    }

    /// 2015 September, 2019 May and 2020 February were each changed by a second paper within the year.
    @Test(arguments: [
        ("2015-09-03", false), ("2015-09-04", false), ("2015-09-06", true), ("2019-05-02", false),
        ("2019-05-05", true), ("2019-04-28", true), ("2020-01-31", false), ("2020-02-01", false),
        ("2020-02-03", true), ("2018-12-29", true), ("2018-12-31", false), ("2011-12-31", true),
    ])
    func `changes within a year are in`(text: String, worked: Bool) throws {
        let day = try #require(Day(iso: text))
        #expect(try CalendarFolder.read(Self.folder).isWorkday(day) == worked)
    }

    @Test func `a folder tells the faults of all its files`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "calendar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: PolicyFaults.self) { try CalendarFolder.read(folder.path()) }
        let wrong = CalendarFileTests.sound.replacingOccurrences(of: "2027-02-05", with: "5. Februar")
        try wrong.write(to: folder.appending(path: "2027.yaml"), atomically: true, encoding: .utf8)
        try CalendarFileTests.sound.write(
            to: folder.appending(path: "2028.yaml"), atomically: true, encoding: .utf8)
        do throws(PolicyFaults) {
            _ = try CalendarFolder.read(folder.path())
            Issue.record("two faulty files were taken")
        } catch {
            #expect(error.list.count == 2)
            #expect(error.list.map(\.line) == [5, 0])
        }
        #expect(throws: PolicyFaults.self) { try CalendarFolder.read(folder.path() + "/nothing") }
    }
}
