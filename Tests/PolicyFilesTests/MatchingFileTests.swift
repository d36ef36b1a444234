// SPDX-License-Identifier: Apache-2.0

import Assistance
import Foundation
import PolicyFiles
import Questionnaire
import Testing

@Suite("matching.yaml: 05.w2 10.w3 14.w3")
struct MatchingFileTests {
    @Test func `05.w2: from every town of the district a road leads to every other`() throws {
        let pack = try PackFolder.read(PackCopy.shipped.path())
        let towns = pack.units.filter { $0.level == .town }.map { Spot(town: $0.code) }
        #expect(pack.fitting.most.values.reduce(0, +) == 1000)
        for from in towns {
            for to in towns {
                let there = pack.fitting.travel.minutes(from: from, to: to, by: .car)
                #expect(there != nil, "\(from) \(to)")
                #expect(there == pack.fitting.travel.minutes(from: to, to: from, by: .car))
                #expect((0...120).contains(there ?? 0), "\(from) \(to) \(there ?? 0)")
            }
        }
    }

    @Test func `10.w3: related trades are trades of the questionnaire`() throws {
        let pack = try PackFolder.read(PackCopy.shipped.path())
        let skills = Set(pack.form.item("skills")?.kind.options.map(\.code) ?? [])
        for group in pack.fitting.related {
            #expect(group.isSubset(of: skills), "\(group.subtracting(skills))")
        }
    }

    @Test func `a pack without the file matches by the usual weights`() throws {
        let copy = try PackCopy()
        defer { copy.remove() }
        try FileManager.default.removeItem(at: copy.folder.appending(path: "matching.yaml"))
        #expect(try PackFolder.read(copy.folder.path()).fitting == .usual)
    }

    private static let sound = """
        version: "1"
        most: {skill: 260, pay: 220, distance: 220, wish: 240, insurance: 60}
        crowding: 110
        escorts: 12
        villages: {110113001001: 4}
        related:
          - [电工, 维修电工]
        within: 3
        ways:
          - {from: 110113001, to: 110113002, km: 2}
        """

    @Test func `05.w2: a village's own way and how many a helper can go along with are read`() throws {
        let rules = try MatchingFile.read(Self.sound, file: "file")
        #expect(rules.escorts == 12)
        let (home, town) = (Spot(town: "110113001", village: "110113001001"), Spot(town: "110113001"))
        // Four kilometres to the seat, and the usual one at the other end.
        #expect(rules.travel.minutes(from: home, to: town, by: .walk) == 5 * 60 / 4)
    }

    @Test(arguments: [
        ("wish: 240", "wish: 241", "file:2:", "加起来应是1000，现在是1001"),
        ("wish: 240", "will: 240", "file:2:", "不认识“will”"), ("km: 2", "km: 0", "file:10:", "km应是1到200的整数"),
        ("to: 110113002", "to: 110113001", "file:10:", "不能是同一个镇"),
        ("escorts: 12", "escorts: 0", "file:4:", "escorts应是1到1000的整数"),
        ("110113001001: 4", "110113001001: nah", "file:5:", "villages应是0到50的整数"),
        ("{110113001001: 4}", "weit", "file:5:", "villages应写成"),
        ("crowding: 110", "crowding: viel", "file:3:", "crowding应是0到1000的整数"),
    ])
    func `10.w3: a fault is told with its line`(old: String, new: String, place: String, says: String) throws
    {
        #expect(try MatchingFile.read(Self.sound, file: "file").crowding == 110)
        do throws(PolicyFaults) {
            _ = try MatchingFile.read(Self.sound.replacing(old, with: new), file: "file")
            Issue.record("no fault")
        } catch {
            let told = error.list.map(\.description)
            #expect(told.contains { $0.contains(says) && $0.hasPrefix(place) }, "\(told)")
        }
    }
}
