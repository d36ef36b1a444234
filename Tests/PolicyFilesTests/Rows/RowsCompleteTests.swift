// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

/// All tables of the shipped rows.
enum RowTables {
    static let all: [RowCase] = [
        RowsSurveyTests.tables, RowsVisitTests.tables, RowsCounterTests.tables, RowsRecognitionTests.tables,
        RowsVillageTests.tables, RowsTownPlanTests.tables, RowsSpecialistTests.tables,
        RowsTownVacancyTests.tables, RowsPanelTests.tables, RowsDistrictVacancyTests.tables,
        RowsWelfareTests.tables, RowsRegistrationTests.tables, RowsFollowUpTests.tables,
        RowsRetentionTests.tables, RowsOfficeTests.tables, RowsRoundTests.tables,
    ].flatMap { $0.joined() }

    static let byRule = Dictionary(grouping: all, by: \.rule)
}

@Suite("Every row has its table · design decision 2")
struct RowsCompleteTests {
    @Test func `no row of the pack is without a table and no table without a row`() throws {
        let keys = Set(try RowDesk.pack().rules.rules.map(\.key))
        #expect(keys.subtracting(RowTables.byRule.keys).sorted() == [])
        #expect(Set(RowTables.byRule.keys).subtracting(keys).sorted() == [])
        #expect(keys.count == 54)
    }

    @Test func `each table sees its row met, missed and waiting`() throws {
        for (rule, rows) in RowTables.byRule {
            let states = Set(rows.flatMap(\.expected).flatMap { $0.split(separator: " ").map(String.init) })
            #expect(states.contains("met"), "\(rule)")
            #expect(!states.isDisjoint(with: ["overdue", "void"]), "\(rule)")
            #expect(!states.isDisjoint(with: ["open", "due_today"]), "\(rule)")
        }
    }
}
