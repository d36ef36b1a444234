// SPDX-License-Identifier: Apache-2.0

import Assistance
import PolicyFiles
import Testing

@Suite("The tables notice each slip in a row · design decision 2")
struct RowMutantTests {
    /// Changes that no journal can show, with the reason; the list is exact, so that none stays by habit.
    private static let unseen = [
        // A new appointment both ends the grid and makes the next contact a first one again.
        "expert.contact.regular: joins", "specialist.contact.regular: joins",
        // A second placement both ends the first term and starts its own.
        "welfare.term: joins",
    ]

    private func survivors(_ mutants: (DeadlineRule) -> [RowMutant]) throws -> [String] {
        let rules = try RowDesk.pack().rules
        return try rules.rules.flatMap { rule in
            try mutants(rule).filter { mutant in
                let changed = RuleSet([mutant.rule], readings: rules.readings, frame: rules.frame)
                return try (RowTables.byRule[rule.key] ?? []).allSatisfy {
                    try $0.given(under: changed) == $0.expected
                }
            }
            .map { "\(rule.key): \($0.what)" }
        }
    }

    @Test func `no number of a row can change unnoticed`() throws {
        #expect(try survivors(RowMutant.ofNumbers) == [])
    }

    @Test func `no act and no word of a row can change unnoticed`() throws {
        #expect(try survivors(RowMutant.ofWords).sorted() == Self.unseen.sorted())
    }

    @Test func `each row has slips to be noticed`() throws {
        for rule in try RowDesk.pack().rules.rules {
            #expect(RowMutant.ofNumbers(rule).count > 0 && RowMutant.ofWords(rule).count > 2, "\(rule.key)")
        }
    }
}
