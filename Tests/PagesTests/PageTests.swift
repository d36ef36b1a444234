// SPDX-License-Identifier: Apache-2.0
import Pages
import Testing

/// The page of the style guide: a value, its parts plain functions.
struct WorklistSample: Page {
    struct Row {
        var name: String
        var act: String
        var due: String
    }

    var rows: [Row]
    var title: String { "今日待办" }

    var body: HTML {
        .section(
            .h1("今日待办"),
            rows.isEmpty
                ? .notice("今天没有到期的工作。")
                : .table(head: ["姓名", "事项", "期限"], rows: rows.map { [$0.name, $0.act, $0.due] })
        )
    }
}

@Suite("A page is a value")
struct PageTests {
    @Test func `an empty worklist says so`() {
        #expect(WorklistSample(rows: []).body.source.contains("今天没有到期的工作。"))
    }

    @Test func `a worklist shows each row once`() {
        let page = WorklistSample(rows: [.init(name: "王秀兰", act: "走访", due: "2026-03-02")])
        let source = Samples.office.document(page).source
        #expect(source.contains("<td data-title=\"姓名\">王秀兰</td><td data-title=\"事项\">走访</td>"))
        #expect(source.contains("<title>今日待办 · 援助</title>"))
        #expect(source.occurrences(of: "<tr>") == 2)
    }

    @Test func `a row may be ticked for an act on several`() {
        let cell = Cell.pick(name: "people", value: "1", label: "选择王秀兰")
        #expect(
            HTML.table(head: [""], rows: [[cell]]).source.contains(
                "<td><input type=\"checkbox\" name=\"people\" value=\"1\" aria-label=\"选择王秀兰\"></td>"))
    }
}
