// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

/// Forms nobody has thought of: whatever jumps and notes they have, closed form and walk agree.
@Suite("随机问卷的显示条件与跳转一致 · 01.w1")
struct RandomFormTests {
    @Test(arguments: UInt64(1)...150)
    func `the closed forms of any form say what its jumps and notes say`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let items = draw(&numbers)
        guard let form = try sound(items, seed: seed) else { return }
        for _ in 0..<30 {
            var answers = Answers()
            for item in items {
                answers[item.id] = item.kind.options.randomElement(using: &numbers).map { .text($0.code) }
            }
            #expect(form.walk(answers).asked == follow(items, answers), "seed \(seed)")
        }
    }

    @Test func `many of the random forms are sound`() throws {
        let sound = try (UInt64(1)...150).filter { seed in
            var numbers = SeededNumbers(seed: seed)
            return try self.sound(draw(&numbers), seed: seed) != nil
        }
        #expect(sound.count > 30)
    }

    /// The form, unless some item of it cannot be reached; any other fault is a failure.
    private func sound(_ items: [Item], seed: UInt64) throws -> Form? {
        do {
            return try SampleForms.form(items)
        } catch {
            #expect(error.faults.allSatisfy { $0.what == .unreachable }, "seed \(seed): \(error.faults)")
            return nil
        }
    }

    private func draw(_ numbers: inout SeededNumbers) -> [Item] {
        (0..<5).map { position in
            let options = ["A", "B", "C"].map { code in
                let jumps = position < 4 && Int.random(in: 0..<6, using: &numbers) == 0
                let target = Int.random(in: min(position + 1, 4)...4, using: &numbers)
                return SampleForms.option(code, goto: jumps ? ItemID("i\(target)") : nil)
            }
            return SampleForms.single(ItemID("i\(position)"), options, note: note(before: position, &numbers))
        }
    }

    private func note(before position: Int, _ numbers: inout SeededNumbers) -> Condition {
        guard position > 0, Int.random(in: 0..<3, using: &numbers) == 0 else { return .always }
        let named = ItemID("i\(Int.random(in: 0..<position, using: &numbers))")
        let chosen = Condition.chosen(
            named, [["A"], ["B"], ["A", "C"]].randomElement(using: &numbers) ?? ["A"])
        return Bool.random(using: &numbers) ? chosen : .not(chosen)
    }

    /// The paper read with a finger: to the next item or where the option points, over items not meant for one.
    private func follow(_ items: [Item], _ answers: Answers) -> [ItemID] {
        var asked: [ItemID] = []
        var at = 0
        while at < items.count {
            let item = items[at]
            at += 1
            guard meant(item.note, asked, answers) else { continue }
            asked.append(item.id)
            let option = item.kind.options.first { $0.code == answers.text(item.id) }
            if case .item(let target) = option?.goto {
                at = items.firstIndex { $0.id == target } ?? items.count
            }
        }
        return asked
    }

    private func meant(_ note: Condition, _ asked: [ItemID], _ answers: Answers) -> Bool {
        if case .chosen(let item, let codes) = note {
            return asked.contains(item) && codes.contains(answers.text(item) ?? "")
        }
        if case .not(let inner) = note { return !meant(inner, asked, answers) }
        return true
    }
}
