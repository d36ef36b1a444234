// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Questionnaire
import Testing

/// A copy of the shipped pack in which a test changes one file.
struct PackCopy {
    static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Policy/shunyi").standardizedFileURL

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.shipped, to: folder)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func replace(_ piece: String, by new: String, in file: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let changed = text.replacing(piece, with: new)
        try #require(changed != text, "\(piece) is not in \(file)")
        try changed.write(to: url, atomically: true, encoding: .utf8)
    }

    /// The faults of the copy, each without the folder's path.
    var faults: [String] {
        do throws(PolicyFaults) {
            _ = try PackFolder.read(folder.path())
            return []
        } catch {
            return error.list.map { $0.description.replacing(folder.path() + "/", with: "") }
        }
    }
}

@Suite("The policy pack of Shunyi")
struct PackFolderTests {
    private func pack() throws -> PolicyPack { try PackFolder.read(PackCopy.shipped.path()) }

    @Test func `it is sound and says who it is`() throws {
        let pack = try pack()
        #expect(pack.name == "shunyi")
        #expect(pack.title.hasPrefix("顺义区"))
        #expect(pack.window.lateEntryDays == 30)
        #expect(pack.identity.testRegions == ["99"])
        #expect(pack.form.definition.id == "need-survey")
        #expect(pack.calendar.isKnown(year: 2026))
        #expect(pack.rules.rules.contains { $0.key == "register.escort" })
    }

    @Test func `it brings the district and its 25 towns`() throws {
        let units = try pack().units
        #expect(units.filter { $0.level == .district }.map(\.code) == ["110113"])
        let towns = units.filter { $0.level == .town }
        #expect(towns.count == 25)
        #expect(towns.filter { $0.name.hasSuffix("街道") }.count == 6)
        #expect(towns.filter { $0.name.hasSuffix("镇") }.count == 19)
        #expect(towns.allSatisfy { $0.parent == "110113" })
        #expect(towns.first { $0.code == "110113006" }?.name == "杨镇")
    }

    @Test func `all 56 peoples are there once`() throws {
        let peoples = try #require(try pack().lists["peoples"])
        #expect(peoples.count == 56)
        #expect(Set(peoples).count == 56)
        #expect(peoples.contains("汉族") && peoples.contains("基诺族"))
    }

    @Test func `the fingerprint is the same each time and moves with any byte`() throws {
        let copy = try PackCopy()
        defer { copy.remove() }
        let before = try PackFolder.read(copy.folder.path()).digest
        #expect(before.count == 64)
        #expect(try pack().digest == before)
        #expect(try PackFolder.read(copy.folder.path() + "/").digest == before)
        try copy.replace("# 演示", by: "#演示", in: "pack.yaml")
        #expect(try PackFolder.read(copy.folder.path()).digest != before)
    }

    @Test func `faults of several files come at once`() throws {
        let copy = try PackCopy()
        defer { copy.remove() }
        try copy.replace("late-entry-days: 30", by: "late-entry-days: bald", in: "pack.yaml")
        try copy.replace("110113116", by: "11011311", in: "units.yaml")
        try FileManager.default.removeItem(at: copy.folder.appending(path: "lists.yaml"))
        #expect(copy.faults.count == 3, "\(copy.faults)")
    }

    @Test(arguments: [
        ("pack.yaml", "pack: shunyi", "pack: 顺义", "pack只能用小写英文字母、数字和“-”。"),
        ("pack.yaml", "late-entry-days: 30", "late-entry-days: 999", "late-entry-days应是0到366的整数。"),
        ("pack.yaml", "[\"99\"]", "[\"11\"]", "“11”应是2至6位数字，并且不是任何省份的代码。"),
        ("deadlines.yaml", "roll: yes", "roll: maybe", "roll"),
        ("units.yaml", "110113002", "110113001", "“110113001”在第"),
        ("units.yaml", "光明街道", "胜利街道", "“胜利街道”在第"),
        ("units.yaml", "110113002", "110114002", "代码“110114002”应以区的代码110113开头。"),
        ("units.yaml", "name: 杨镇", "nama: 杨镇", "不认识“nama”，只能有code、name。"),
        ("units.yaml", "towns:", "towns: []\nx:", "towns至少要有一个街道或镇。"),
        ("hardship.yaml", "35-49", "49-35", "年龄段“49-35”应写成35-49的样子，没有上限的写成40-。"),
        ("hardship.yaml", "value: 8772", "value: viel", "low-income-urban应是1到1000000的整数。"),
        ("hardship.yaml", "2012-05-01, value: 50-", "5月1日, value: 50-", "from“5月1日”不是日期"),
        ("hardship.yaml", "retirement: law", "retirement: 60", "retirement只能写law"),
        ("hardship.yaml", ", source: 调查问卷附注，农村", "", "“source”没有写。"),
        ("lists.yaml", "本人当天有事, 证件不全", "证件不全, 证件不全", "里有重复的词。"),
        ("questionnaire.yaml", "item: name\n", "item: full_name\n", "缺少“name”这一项"),
    ])
    func `each fault is named with file and line`(file: String, piece: String, new: String, says: String)
        throws
    {
        let copy = try PackCopy()
        defer { copy.remove() }
        try copy.replace(piece, by: new, in: file)
        let found = copy.faults.filter { $0.hasPrefix(file + ":") && $0.contains(says) }
        #expect(!found.isEmpty, "\(copy.faults)")
    }

    @Test func `a folder that is not there is a fault, not a crash`() {
        #expect(throws: PolicyFaults.self) { try PackFolder.read("/nowhere/at/all") }
    }
}

@Suite("Numbers of the hardship categories · 00.c03 00.c04 00.c05 L.07")
struct HardshipFileTests {
    private func rules(on day: String) throws -> HardshipRules {
        let day = try #require(Day(iso: day))
        return try #require(try PackFolder.read(PackCopy.shipped.path()).hardship.rules(on: day))
    }

    @Test func `00.c03 the district's band is 35 to 49 for women and 45 to 59 for men`() throws {
        let rules = try rules(on: "2026-02-13")
        #expect(rules.women[.district] == .init(from: 35, through: 49))
        #expect(rules.men[.district] == .init(from: 45, through: 59))
        #expect(rules.women[.city] == .init(from: 40, through: nil))
        #expect(rules.men[.city] == .init(from: 50, through: nil))
    }

    @Test func `00.c04 and 00.c05 count a year, the income lines are those of the paper`() throws {
        let rules = try rules(on: "2026-02-13")
        #expect(rules.unemployedMonths == 12)
        #expect(rules.graduateMonths == 12)
        #expect(rules.lowIncomeUrban == 8772)
        #expect(rules.lowIncomeRural == 5712)
        #expect(rules.schedule == .law)
    }

    @Test(arguments: [("2026-06-30", 8772), ("2026-07-01", 12000), ("2030-01-01", 12000)])
    func `a later value holds from its day on`(day: String, line: Int) throws {
        let text = try String(contentsOf: PackCopy.shipped.appending(path: "hardship.yaml"), encoding: .utf8)
        let more = text.replacing(
            "source: 调查问卷附注，城镇}",
            with: "source: 调查问卷附注，城镇}\n  - {from: 2026-07-01, value: 12000, source: 新标准}")
        let parameters = try HardshipFile.read(more, file: "hardship.yaml")
        #expect(parameters.rules(on: try #require(Day(iso: day)))?.lowIncomeUrban == line)
    }

    @Test func `values out of order are a fault`() throws {
        let text = try String(contentsOf: PackCopy.shipped.appending(path: "hardship.yaml"), encoding: .utf8)
        let more = text.replacing(
            "source: 调查问卷附注，城镇}",
            with: "source: 调查问卷附注，城镇}\n  - {from: 2011-07-01, value: 12000, source: 旧标准}")
        #expect(throws: PolicyFaults.self) { try HardshipFile.read(more, file: "hardship.yaml") }
    }
}
