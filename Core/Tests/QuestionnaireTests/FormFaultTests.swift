// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

@Suite("问卷本身的毛病，装入时就拒绝 · 01.w1")
struct FormFaultTests {
    private func faults(_ items: [Item], contradictions: [Contradiction] = []) -> [FormFault] {
        do {
            _ = try SampleForms.form(items, contradictions: contradictions)
            return []
        } catch {
            return error.faults
        }
    }

    private func option(_ code: String, goto target: ItemID? = nil) -> ItemOption {
        SampleForms.option(code, goto: target)
    }

    @Test func `a jump backwards or to itself might never end`() {
        let first = SampleForms.single("a", [option("x", goto: "a"), option("y")])
        let second = SampleForms.single("b", [option("x", goto: "a"), option("y")])
        #expect(
            faults([first, second]) == [
                FormFault(at: "a", .backwards(option: "x", "a")),
                FormFault(at: "b", .backwards(option: "x", "a")),
            ])
    }

    @Test func `an item that every route jumps over is named`() {
        let first = SampleForms.single("a", [option("x", goto: "c"), option("y", goto: "c")])
        let rest = [SampleForms.text("b"), SampleForms.text("c")]
        #expect(faults([first] + rest) == [FormFault(at: "b", .unreachable)])
    }

    @Test func `an item whose note and jumps rule each other out is named`() {
        let first = SampleForms.single("a", [option("x", goto: "c"), option("y")])
        let second = SampleForms.text("b", note: .chosen("a", ["x"]))
        #expect(faults([first, second, SampleForms.text("c")]) == [FormFault(at: "b", .unreachable)])
    }

    @Test func `a jump leads to an item that exists and is not a write-in`() {
        let first = SampleForms.single("a", [option("x", goto: "z"), option("y", goto: "c")])
        let second = SampleForms.single("b", [option("x"), option("y")])
        let third = SampleForms.text("c", note: .chosen("b", ["y"]), parent: "b")
        #expect(
            faults([first, second, third]) == [
                FormFault(at: "a", .unknownTarget(option: "x", "z")),
                FormFault(at: "a", .jumpIntoWriteIn(option: "y", "c")),
            ])
    }

    @Test func `names, numbers and options stand once`() {
        let twice = SampleForms.single("a", [option("x"), option("x")])
        let kinds = faults([twice, SampleForms.text("a")]).map(\.what)
        #expect(kinds == [.duplicateOption("x"), .duplicate, .duplicateNumber("a")])
        let alias = SampleForms.single("a", [ItemOption("x", aliases: ["y"]), option("y")])
        #expect(faults([alias]).map(\.what) == [.duplicateOption("y")])
        #expect(faults([SampleForms.single("a", [])]).map(\.what) == [.noOptions])
        #expect(faults([]).map(\.what) == [.empty])
    }

    @Test func `conditions name items and options of the form`() {
        let first = SampleForms.single("a", [option("x"), option("y")])
        let second = SampleForms.text(
            "b", note: .any([.chosen("a", ["z"]), .chosen("q", ["x"]), .chosen("a", ["x"])]))
        let odd = Contradiction("C1", when: .chosen("a", ["w"]), items: ["a", "n"], says: "")
        #expect(
            faults([first, second], contradictions: [odd, odd]).map(\.what) == [
                .unknownOption("a", "z"), .unknownItem("q"), .unknownItem("n"), .unknownOption("a", "w"),
                .duplicate, .unknownItem("n"), .unknownOption("a", "w"),
            ])
    }

    @Test func `a contradiction does not take the code of a rule`() {
        let one = Contradiction("Q-REQ", when: .answered("a"), items: ["a"], says: "")
        #expect(faults([SampleForms.text("a")], contradictions: [one]).map(\.what) == [.duplicate])
    }

    @Test func `a note rests on earlier single choices only`() {
        let multi = Item("m", label: "m", kind: .multi([option("x")], exactly: nil))
        let onMulti = SampleForms.text("b", note: .chosen("m", ["x"]))
        let onLater = SampleForms.text("c", note: .chosen("d", ["x"]))
        let onFact = SampleForms.text("e", note: .fact("age", .below, 18))
        let later = SampleForms.single("d", [option("x")])
        #expect(
            faults([multi, onMulti, onLater, onFact, later]).map(\.what) == [
                .noteNotOnSingleChoice("m"), .laterItem("d"), .noteOnFact("age"),
            ])
    }

    @Test func `a write-in stands behind its question and looks at nothing else`() {
        let first = SampleForms.single("a", [option("x"), option("y")])
        let second = SampleForms.single("b", [option("x"), option("y")])
        let apart = SampleForms.text("c", note: .chosen("a", ["x"]), parent: "a")
        let elsewhere = SampleForms.text("d", note: .chosen("a", ["x"]), parent: "b")
        #expect(faults([first, second, apart]).map(\.what) == [.writeInApart("a")])
        #expect(faults([first, second, elsewhere]).map(\.what).contains(.writeInRefersElsewhere("a")))
        let never = SampleForms.text("e", note: .not(.chosen("b", ["x", "y"])), parent: "b")
        #expect(faults([first, second, never]).map(\.what) == [.unreachable])
    }

    @Test func `jumps hang on single choices`() {
        let multi = Item("m", label: "m", kind: .multi([option("x", goto: "z"), option("y")], exactly: nil))
        #expect(faults([multi, SampleForms.text("z")]).map(\.what) == [.jumpNotFromSingleChoice])
    }

    @Test func `more ticks than options, more options than bits, more routes than can be tried`() {
        let three = Item("m", label: "m", kind: .multi([option("x"), option("y")], exactly: 3))
        #expect(faults([three]).map(\.what) == [.badCount(3)])
        let many = SampleForms.single("a", (0...64).map { option("o\($0)") })
        #expect(faults([many]).map(\.what) == [.tooManyOptions])
        let deciders = (0..<10).map { number in
            SampleForms.single(ItemID("d\(number)"), [option("x", goto: "end"), option("y"), option("z")])
        }
        #expect(faults(deciders + [SampleForms.text("end")]).map(\.what) == [.tooManyRoutes])
    }
}
