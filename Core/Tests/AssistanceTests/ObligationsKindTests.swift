// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("Kinds of acts and clauses · design decision 1")
struct ObligationsKindTests {
    @Test func `every kind is told apart in a pattern`() throws {
        // Each kind starts a rule of its own; a mistake in their numbering would start another's.
        let rules = RuleSet(
            ActKind.allCases.map { kind in
                DeadlineRule(
                    key: RuleKey(kind.rawValue), clauses: [kind.clause], scope: .town, owedBy: .town,
                    starts: [.init(ActPattern(kind))], timing: .within(.days(1)),
                    metBy: [[ActPattern(.withdrawn, of: .anchor)]], inForce: .earliest)
            }, frame: RuleSet.Frame(newRound: [], suspends: [], resumes: [], waives: []))
        for kind in ActKind.allCases {
            let act = Act(id: 1, kind: kind, occurred: try ObligationsSamples.day("2026-03-02"))
            let found = obligations(
                of: Journal(acts: [act]), under: rules, calendar: ObligationsSamples.calendar,
                through: act.occurred)
            #expect(found.map(\.rule) == [RuleKey(kind.rawValue)])
        }
    }

    @Test(arguments: ActKind.allCases)
    func `a kind names a clause that exists and a step`(kind: ActKind) {
        #expect(kind.clause.isKnown)
        #expect((1...19).contains(kind.step))
        #expect(kind.rawValue.allSatisfy { ("a"..."z").contains($0) || $0 == "-" })
    }

    @Test func `each of the 19 steps has kinds of its own`() {
        #expect(Set(ActKind.allCases.map(\.step)) == Set(1...19))
    }

    @Test(arguments: [
        ("01.w5", true), ("01.w6", false), ("01.r4", true), ("01.r5", false), ("02.r6", true),
        ("08.w5", true), ("11.c", true), ("12.c", false), ("19.r3", true), ("19.r4", false),
        ("20.w1", false), ("00.c13", true), ("00.c14", false), ("00.goal", true), ("L.12", true),
        ("L.13", false), ("", false), ("5.r1", false), ("05.R1", false),
    ])
    func `a clause is one of the manual's or the law's`(id: String, isKnown: Bool) {
        #expect(Clause(id).isKnown == isKnown)
    }

    @Test func `there are 161 clauses, each once`() {
        #expect(Clause.all.count == 161)
        #expect(Set(Clause.all).count == 161)
        #expect(Clause("07.w2").step == 7)
        #expect(Clause("L.01").step == nil)
    }

    @Test func `fields keep one value for a name, in the order of the names`() {
        var fields: Act.Fields = [.own: "no", .level: "village", .own: "yes"]
        #expect(fields.entries.map(\.field) == [.level, .own])
        #expect(fields[.own] == "yes")
        fields[.own] = nil
        #expect(fields == [.level: "village"])
        #expect(Act.Fields(names: ["class": "4"]) == [.visitClass: "4"])
        #expect(Act.Fields(names: ["klass": "4"]) == nil)
    }
}
