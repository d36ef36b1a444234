// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Testing

@Suite("telling.yaml: 02.w4 L.10")
struct TellingFileTests {
    private func faults(_ text: String) -> [String] {
        do throws(PolicyFaults) {
            _ = try TellingFile.read(text, file: "telling.yaml")
            return []
        } catch {
            return error.list.map(\.says)
        }
    }

    private let sound = """
        processing-notices:
          - {version: 第1版, in-force: 2026-01-01, text: [{title: 一、谁处理, says: [镇里。]}]}
        information-pack:
          - {name: 政策汇编}
          - {name: 转移就业政策, for: [rural]}
        """

    @Test func `L.10: versions carry their day and text, items their situations`() throws {
        let rules = try TellingFile.read(sound, file: "telling.yaml")
        #expect(rules.notices.map(\.version) == ["第1版"])
        #expect(rules.notices.first?.sections.first?.paragraphs == ["镇里。"])
        #expect(rules.items.map(\.situations) == [[], [.rural]])
    }

    @Test(arguments: [
        ("in-force: 2026-01-01", "in-force: 2026-13-01", "2026-13-01"),
        ("for: [rural]", "for: [farm]", "farm"),
        ("text: [{title: 一、谁处理, says: [镇里。]}]", "text: []", "没有正文"),
        (
            "  - {version: 第1版",
            "  - {version: 第1版, in-force: 2025-01-01, text: [{title: 一, says: [二]}]}\n  - {version: 第1版",
            "写了两次"
        ),
    ])
    func `L.10: a fault is told with what was written`(old: String, new: String, says: String) {
        let found = faults(sound.replacingOccurrences(of: old, with: new))
        #expect(!found.isEmpty)
        #expect(found.contains { $0.contains(says) }, "\(found)")
    }

    @Test func `02.r1 L.03 L.10: the shipped pack lists its grounds and has a notice in force`() throws {
        let numbers = try RowDesk.pack().procedure
        #expect(numbers.grounds.refusing.count > 3 && numbers.grounds.leaving.count > 3)
        #expect(numbers.telling.notice(on: try #require(Day(iso: "2026-03-02"))) != nil)
        #expect(numbers.telling.items.count > 5)
        #expect(numbers.review?.last(from: try #require(Day(iso: "2026-02-13"))) == Day(iso: "2026-03-12"))
    }
}
