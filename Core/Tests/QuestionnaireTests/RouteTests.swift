// SPDX-License-Identifier: Apache-2.0

import Questionnaire
import Testing

@Suite("跳转与“仅……回答此题”合在一起 · 01.w1")
struct RouteTests {
    @Test func `the routes of the pets form are exactly four`() throws {
        let routes = try SampleForms.pets().routes.map(\.questions)
        #expect(
            routes == [
                ["pet", "dog", "last"], ["pet", "cat", "last"], ["pet", "cat", "why", "last"], ["pet"],
            ])
    }

    @Test func `a route says when it is taken`() throws {
        let route = try #require(try SampleForms.pets().routes.first { $0.questions.contains("why") })
        #expect(route.when == .all([.chosen("pet", ["cat"]), .chosen("cat", ["old"])]))
    }

    @Test func `a closed form repeats its ancestors`() throws {
        let form = try SampleForms.pets()
        let why = Condition.all([.chosen("pet", ["cat"]), .chosen("cat", ["old"])])
        #expect(form.relevance(of: "why") == why)
        #expect(
            form.relevance(of: "why_other")
                == .all([.chosen("pet", ["cat"]), .chosen("cat", ["old"]), .chosen("why", ["other"])]))
        #expect(form.relevance(of: "last") == .chosen("pet", ["dog", "cat"]))
        #expect(form.relevance(of: "pet") == .always)
        #expect(form.relevance(of: "fish") == nil)
    }

    @Test func `a jump without a note and a note without a jump each leave items out`() throws {
        let form = try SampleForms.pets()
        #expect(form.walk(["pet": .text("dog")]).path == ["pet", "dog", "last"])
        #expect(form.walk(["pet": .text("cat"), "cat": .text("young")]).path == ["pet", "cat", "last"])
        #expect(form.walk(["pet": .text("none")]).path == ["pet"])
    }

    @Test func `an open jump hides only what hangs on it`() throws {
        let form = try SampleForms.pets()
        #expect(form.walk([:]).path == ["pet"])
        #expect(form.walk(["pet": .text("cat")]).path == ["pet", "cat", "last"])
    }

    @Test func `the next item is the first that is asked, demanded and empty`() throws {
        let form = try SampleForms.pets()
        #expect(form.walk([:]).next == "pet")
        #expect(form.walk(["pet": .text("cat")]).next == "cat")
        #expect(form.walk(["pet": .text("dog"), "dog": .text("阿黄")]).next == "last")
        #expect(form.walk(["pet": .text("none")]).next == nil)
    }

    @Test func `a stale answer of an item no longer asked counts as empty`() throws {
        let form = try SampleForms.pets()
        let stale: Answers = [
            "pet": .text("dog"), "cat": .text("old"), "why": .text("other"), "dog": .text("阿黄"),
        ]
        #expect(form.walk(stale).path == ["pet", "dog", "last"])
        #expect(form.walk(stale).hidden == ["cat", "why"])
        #expect(form.counted(stale) == ["pet": .text("dog"), "dog": .text("阿黄")])
    }

    @Test func `an unknown option decides nothing`() throws {
        let form = try SampleForms.pets()
        #expect(form.walk(["pet": .text("fish")]).path == ["pet"])
        #expect(form.walk(["pet": .list(["dog", "cat"])]).path == ["pet"])
        #expect(form.walk(["pet": .list(["dog"])]).path == ["pet", "dog", "last"])
    }

    @Test func `a screen holds a question with its write-ins`() throws {
        let form = try SampleForms.pets()
        #expect(form.screens.map(\.items) == [["pet"], ["dog"], ["cat"], ["why", "why_other"], ["last"]])
        let old: Answers = ["pet": .text("cat"), "cat": .text("old")]
        #expect(form.screens(for: old).map(\.items) == [["pet"], ["cat"], ["why"], ["last"]])
        #expect(form.nextScreen(for: old)?.question == "why")
    }
}
