// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

@Suite("改动前面的回答 · 01.w1")
struct AnswerChangeTests {
    private let told: Answers = [
        "pet": .text("cat"), "cat": .text("old"), "why": .text("other"), "why_other": .text("安静"),
        "last": .text("完"),
    ]

    @Test func `a change shows what would go before it is made`() throws {
        let change = try SampleForms.pets().change(told, "pet", to: .text("dog"))
        #expect(change.leaving == ["cat", "why", "why_other"])
        #expect(change.appearing == ["dog"])
        #expect(change.needsConsent)
        #expect(change.before == told)
        #expect(change.after == ["pet": .text("dog"), "last": .text("完")])
    }

    @Test func `a change that takes nothing off the path needs no consent`() throws {
        let change = try SampleForms.pets().change(told, "last", to: .text("好"))
        #expect(!change.needsConsent)
        #expect(change.after["last"] == .text("好"))
    }

    @Test func `emptying a decision takes off what hangs on it`() throws {
        let change = try SampleForms.pets().change(told, "cat", to: nil)
        #expect(change.leaving == ["why", "why_other"])
    }

    @Test func `after any edits what is asked is what the jumps and notes say, and every edit can be undone`()
        throws
    {
        let form = try SampleForms.pets()
        let words: [ItemID: [String?]] = [
            "pet": ["dog", "cat", "none", "fish", nil], "cat": ["young", "old", nil],
            "why": ["food", "other", nil],
            "dog": ["阿黄", nil], "why_other": ["安静", nil], "last": ["完", nil],
        ]
        for seed in UInt64(1)...200 {
            var numbers = SeededNumbers(seed: seed)
            var answers = Answers()
            for step in 1...25 {
                let item = try #require(words.keys.sorted().randomElement(using: &numbers))
                let word = try #require(words[item]?.randomElement(using: &numbers))
                let change = form.change(answers, item, to: word.map(Answer.text))
                #expect(change.before == answers)
                answers = change.after
                let said = answers.byItem.compactMapValues { $0.entries.first }
                #expect(form.walk(answers).asked == SampleForms.petsAsked(said), "seed \(seed), step \(step)")
                let stale = Set(form.walk(answers).hidden).subtracting(change.item == item ? [item] : [])
                #expect(stale.isSubset(of: form.walk(change.before).hidden), "seed \(seed), step \(step)")
            }
        }
    }
}
