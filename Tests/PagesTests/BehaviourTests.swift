// SPDX-License-Identifier: Apache-2.0
import Pages
import Testing

@Suite("What every page and form must carry")
struct BehaviourTests {
    @Test(arguments: [FormKind.entry, .act, .upload])
    func `every form that changes something carries both tokens`(kind: FormKind) {
        let source = HTML.form(to: "/x", Samples.context, kind: kind).source
        #expect(source.contains("method=\"post\""))
        #expect(source.contains("name=\"csrf\" value=\"csrf-token\""))
        #expect(source.contains("name=\"once\" value=\"once-token\""))
        #expect(source.contains("multipart/form-data") == (kind == .upload))
    }

    @Test func `every posting form of a whole page carries both tokens`() {
        let masked = MaskedValue("138****1234", reveal: "/r", purposes: [], Samples.context)
        let page = AnyPage(title: "页", body: .act("撤回", to: "/w", Samples.context) + masked.html)
        let source = Samples.office.document(page).source
        #expect(source.occurrences(of: "method=\"post\"") == 5)
        #expect(source.occurrences(of: "value=\"csrf-token\"") == 5)
        #expect(source.occurrences(of: "value=\"once-token\"") == 5)
    }

    @Test func `a filter asks with GET and carries no token`() {
        let source = FilterRow(page: "/people", fields: Samples.fields).html.source
        #expect(source.contains("method=\"get\""))
        #expect(!source.contains("token"))
    }

    @Test func `pages hold no script, no style and nothing from elsewhere`() {
        let body =
            DataTable(columns: Samples.columns, rows: Samples.rows).html + .fields(Samples.fields)
            + BarChart("甲", unit: "人", [.init("乙", 1)]).html
        let source = Samples.office.document(AnyPage(title: "页", body: body)).source
        for forbidden in ["style=", "<style", "onclick", "http://", "https://", "javascript:", "<script>"] {
            #expect(!source.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func `the keyboard meets the way past the bars first, and what it opens can be reached`() {
        let source = Samples.office.document(AnyPage(title: "页", body: .h1("页"))).source
        #expect(source.contains("<body><a class=\"skip\" href=\"#main\">"))
        #expect(source.contains("<main id=\"main\" tabindex=\"-1\">"))
    }

    @Test func `nothing is opened by anything but a link, a button, a summary or a control`() {
        let body = HTML.join(
            .stepMap([MapStep("01", "调查", .village, .done, link: "/s")]), .tabs([Tab("甲", "/a")]),
            .tiles([Tile("甲", "1", "人", "/a")]), .why(["因"]), .fields(Samples.fields))
        #expect(!body.source.contains("role=\"button\"") && !body.source.contains("tabindex=\"1\""))
    }

    @Test(arguments: Samples.fields)
    func `every field is named for those who cannot see it`(field: Field) {
        let source = field.html.source
        #expect(source.contains("id=\"\(field.anchor)\""))
        #expect(
            source.contains("<legend>\(field.label)")
                || source.contains("<label for=\"\(field.anchor)\">\(field.label)"))
    }

    @Test func `a fault leads to its field and is tied to it`() {
        let marked = Samples.fields.marked(with: Samples.faults)
        #expect(HTML.faults(Samples.faults).source.contains("<a href=\"#f-id\">身份证号最后一位不对。</a>"))
        #expect(
            marked[1].html.source.contains("aria-invalid=\"true\" aria-describedby=\"f-id-hint f-id-fault\""))
        #expect(marked[0].fault == nil)
        #expect(HTML.faults([]).isEmpty)
    }

    @Test func `a password never comes back from the server`() {
        #expect(!Field("p", "密码", .password()).html.source.contains("value="))
    }

    @Test func `a colour never stands without its word`() {
        for tag in [Tag.village, .town, .district, .overdue(), .dueSoon(), .dueThisWeek()] {
            #expect(HTML.tag(tag).source.contains(">\(tag.word)<") && !tag.word.isEmpty)
        }
    }

    @Test(arguments: [(0, 52, 0), (26, 52, 50), (52, 52, 100), (60, 52, 100), (-1, 52, 0), (5, 0, 0)])
    func `a bar of progress stays within its whole`(done: Int, whole: Int, share: Int) {
        let source = HTML.progress("已入户", done: done, of: whole, unit: "户").source
        #expect(source.contains("<progress max=\"100\" value=\"\(share)\""))
    }

    @Test func `an empty cell shows a dash`() {
        #expect(HTML.table(head: ["备注"], rows: [[""]]).source.contains("<td data-title=\"备注\">—</td>"))
    }

    @Test func `only a menu entry with work waiting has a badge`() {
        let none = BackOfficeShell(
            reader: Reader(name: "甲", unit: "乙"), menu: [MenuItem("丙", "/c")], waiting: 0, worklist: "/",
            acts: Samples.acts, assets: Samples.assets)
        let page = AnyPage(title: "页", body: .empty)
        #expect(none.document(page).source.occurrences(of: "class=\"badge\"") == 0)
        #expect(Samples.office.document(page).source.occurrences(of: "class=\"badge\"") == 3)
    }
}

extension String {
    /// How often a part stands in this text.
    func occurrences(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
