// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Foundation
import Imports
import Testing

/// The folder that `Tests/judges/imports_judge.py make` filled with files as offices write them.
private let judgeFolder = ProcessInfo.processInfo.environment["YUANZHU_JUDGE_IMPORTS"]

@Suite(
    "Files of imports and other software · 01.w1",
    .enabled(
        if: judgeFolder != nil, "YUANZHU_JUDGE_IMPORTS names no folder made by Tests/judges/imports_judge.py")
)
struct JudgeTests {
    private struct Expected: Decodable {
        let added: Int
        let faults: [Fault]

        struct Fault: Decodable {
            let row: Int
            let says: String

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                row = try list.decode(Int.self)
                says = try list.decode(String.self)
            }
        }
    }

    private let folder = URL(filePath: judgeFolder ?? "/nonexistent")

    @Test func `every file of offices is taken in or refused as it should be`() async throws {
        let json = try Data(contentsOf: folder.appending(path: "expected.json"))
        let expected = try JSONDecoder().decode([String: Expected].self, from: json)
        try #require(expected.count >= 11)
        for (name, wanted) in expected {
            let desk = try await ImportDesk()
            let path = folder.appending(path: name).path()
            let report = try await desk.run(.roll, .path(path), name: name)
            #expect(report.counts.added == wanted.added || !wanted.faults.isEmpty, "\(name)")
            #expect(report.errors.map(\.row) == wanted.faults.map(\.row), "\(name): \(report.errors)")
            for (fault, words) in zip(report.errors, wanted.faults) {
                #expect(fault.says.contains(words.says), "\(name): \(fault)")
            }
        }
    }

    @Test func `templates and returned files are left for the judge`() async throws {
        let desk = try await ImportDesk()
        for kind in ImportKind.allCases {
            let file = try ImportTemplate.workbook(kind, form: desk.office.pack.form)
            try Data(file.bytes).write(to: folder.appending(path: "template-\(kind.rawValue).xlsx"))
        }
        let path = folder.appending(path: "many-faults.xlsx").path()
        let report = try await desk.run(.roll, .path(path), name: "many-faults.xlsx")
        let file = try #require(report.errorsFile)
        try Data(file.bytes).write(to: folder.appending(path: "returned.xlsx"))
    }
}
