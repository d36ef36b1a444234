// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

/// The paper's jumps and notes written down a second time, by hand, for sheets with gaps as well: an empty
/// question withholds what hangs on it.
private func asked(_ said: Answers) -> [ItemID] {
    let last: [ItemID] = ["q13", "q14", "q15", "q16"]
    switch said.text("q1") {
    case "B":
        let start: [ItemID] = ["q1", "q10", "q11"]
        return said.text("q11") == "A" ? start + ["q12"] + last : start
    case "A":
        var path: [ItemID] = ["q1", "q2", "q3"]
        if ["A", "B", "D"].contains(said.text("q3")) { path += ["q4", "q5"] }
        path += ["q6", "q7"]
        if said.text("q3") == "D" {
            path.append("q8")
            if ["A", "B"].contains(said.text("q8")) { path.append("q9") }
        }
        return path + last
    default: return ["q1"]
    }
}

@Suite("需求问卷的六条路线 · 01.w1")
struct QuestionnaireRouteTests {
    private static let six: [[Int]] = [
        Array(1...7) + Array(13...16), [1, 2, 3, 6, 7] + Array(13...16), Array(1...9) + Array(13...16),
        Array(1...8) + Array(13...16), [1, 10, 11, 12] + Array(13...16), [1, 10, 11],
    ]

    private func numbers(_ path: [ItemID]) -> [Int] { path.compactMap { Int($0.name.dropFirst()) } }

    @Test func `there are exactly six routes`() throws {
        let routes = try ShippedQuestionnaire.form().routes.map { numbers($0.questions) }
        #expect(Set(routes) == Set(Self.six))
        #expect(routes.count == 6)
    }

    @Test func `all 48 combinations of the deciding questions take the route of the paper`() throws {
        let form = try ShippedQuestionnaire.form()
        var taken: Set<[Int]> = []
        for q1 in ["A", "B"] {
            for q3 in ["A", "B", "C", "D"] {
                for q8 in ["A", "B", "C"] {
                    for q11 in ["A", "B"] {
                        let said: Answers = [
                            "q1": .text(q1), "q3": .text(q3), "q8": .text(q8), "q11": .text(q11),
                        ]
                        let path = form.walk(said).path
                        #expect(path == asked(said))
                        #expect(form.routes.filter { $0.questions == path }.count == 1)
                        taken.insert(numbers(path))
                    }
                }
            }
        }
        #expect(taken == Set(Self.six))
    }

    @Test func `every condition is closed: it repeats what it rests on`() throws {
        let form = try ShippedQuestionnaire.form()
        let employed = Condition.chosen("q1", ["A"])
        let informal = Condition.chosen("q3", ["D"])
        let seeking: [Condition] = [.chosen("q1", ["B"]), .chosen("q11", ["A"])]
        for item in ["q2", "q3", "q6", "q7"] as [ItemID] { #expect(form.relevance(of: item) == employed) }
        for item in ["q4", "q5"] as [ItemID] {
            #expect(form.relevance(of: item) == .all([employed, .chosen("q3", ["A", "B", "D"])]))
        }
        #expect(form.relevance(of: "q8") == .all([employed, informal]))
        #expect(form.relevance(of: "q9") == .all([employed, informal, .chosen("q8", ["A", "B"])]))
        #expect(form.relevance(of: "q10") == .chosen("q1", ["B"]))
        #expect(form.relevance(of: "q12") == .all(seeking))
        for item in ["q13", "q14", "q15", "q16", "q16_suggestions"] as [ItemID] {
            #expect(form.relevance(of: item) == .any([employed, .all(seeking)]))
        }
        #expect(form.relevance(of: "disability_grade") == .chosen("health", ["残疾"]))
    }

    @Test func `5000 states of 200 interviews agree with the paper, stale answers or not`() throws {
        let form = try ShippedQuestionnaire.form()
        let deciding = form.items.filter { $0.number != nil && !$0.kind.options.isEmpty }
        var states = 0
        for seed in UInt64(1)...200 {
            var numbers = SeededSteps(seed: seed)
            var (kept, mended) = (Answers(), Answers())
            for step in 1...25 {
                let item = try #require(deciding.randomElement(using: &numbers))
                let code =
                    ([nil] + item.kind.options.map { Optional($0.code) }).randomElement(using: &numbers)
                    ?? nil
                kept[item.id] = code.map { .text($0) }
                mended = form.change(mended, item.id, to: code.map { .text($0) }).after
                #expect(form.walk(kept).path == asked(kept), "seed \(seed), step \(step)")
                #expect(form.walk(mended).path == asked(mended), "seed \(seed), step \(step)")
                states += 1
            }
        }
        #expect(states == 5000)
    }

    @Test(arguments: [
        ("q5", "A", ["q5_from", "q5_to"]), ("q9", "D", ["q9_other"]), ("q13", "G", ["q13_other"]),
    ])
    func `a write-in opens with its own option only`(item: String, code: String, writeIns: [String]) throws {
        let form = try ShippedQuestionnaire.form()
        for option in form.item(ItemID(item))?.kind.options ?? [] {
            let said = ShippedQuestionnaire.informal.with([ItemID(item): .text(option.code)])
            let shown = form.walk(said).asked.map(\.name).filter(writeIns.contains)
            #expect(shown == (option.code == code ? writeIns : []))
        }
    }
}

/// SplitMix64, so that a printed seed gives the same interview everywhere.
private struct SeededSteps: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
