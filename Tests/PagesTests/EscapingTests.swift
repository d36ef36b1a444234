// SPDX-License-Identifier: Apache-2.0
import NIOCore
import Pages
import Testing

@Suite("Text, attributes and addresses cannot become markup")
struct EscapingTests {
    @Test(arguments: [
        ("王秀兰", "王秀兰"), ("", ""), ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("A&B", "A&amp;B"), ("\"'", "&quot;&#39;"), ("甲<乙>丙", "甲&lt;乙&gt;丙"), ("&&", "&amp;&amp;"),
        ("尾<", "尾&lt;"), ("👩‍🌾𠮷", "👩‍🌾𠮷"),
    ])
    func `text is escaped on entry`(text: String, markup: String) {
        #expect(HTML.text(text).source == markup)
        #expect(HTML.p(text).source == "<p>\(markup)</p>")
    }

    @Test func `a literal and an interpolation are text`() {
        let name = "<b>"
        let literal: HTML = "<i>"
        let mixed: HTML = "姓名\(name)"
        #expect(literal.source == "&lt;i&gt;")
        #expect(mixed.source == "姓名&lt;b&gt;")
    }

    @Test func `an attribute cannot be left by a quotation mark`() {
        let piece = HTML.element("div", [Attribute("title", "\"><script>"), .data("x", "'&")])
        #expect(piece.source == "<div title=\"&quot;&gt;&lt;script&gt;\" data-x=\"&#39;&amp;\"></div>")
    }

    @Test func `cells, tags, choices and fields escape what they are given`() {
        let evil = "\"><script>x</script>"
        let pieces: [HTML] = [
            .table(head: [evil], rows: [[evil]]), .tag(Tag(evil)), .notice(evil), .nothing(evil),
            .table(head: ["a"], rows: [[.link(evil, Link(evil))], [.tag(Tag(evil))]]),
            Field(evil, evil, .text(evil), hint: evil, fault: evil).html,
            Field(evil, evil, .area(evil)).html, Field(evil, evil, .fixed(evil)).html,
            Field(evil, evil, .select([Choice(evil, evil)], chosen: evil)).html,
            Field(evil, evil, .radio([Choice(evil, evil, hint: evil)], chosen: evil)).html,
            .facts([Fact(evil, evil)]), .timeline([Happening(day: evil, evil, by: evil, source: evil)]),
            .why([evil], evil), .copyable(evil, evil), .tabs([Tab(evil, "/")]),
            .faults([FieldFault(evil, evil)]),
            .stepMap([MapStep(evil, evil, .town, .current, note: evil)]),
            .tiles([Tile(evil, evil, evil, "/", note: evil)]),
            BarChart(evil, unit: evil, [.init(evil, 1)]).html, .trail([Crumb(evil, "/")], evil),
            StackedChart(evil, unit: evil, parts: [.init(evil, .blue)], columns: [.init(evil, [1])]).html,
            .signatures([evil]), .progress(evil, done: 1, of: 2, unit: evil), .hidden(evil, evil),
        ]
        for piece in pieces { #expect(!piece.source.contains("<script>"), "\(piece.source)") }
    }

    @Test(arguments: [
        ("/people/1", true), ("people", true), ("?after=3", true), ("#f-name", true), ("", true),
        ("https://www.beijing.gov.cn/", true), ("HTTP://a", true), ("tel:010-12345678", true),
        ("mailto:a@b.c", true),
        ("/a:b", true), ("?q=a:b", true), ("javascript:alert(1)", false), ("JavaScript:alert(1)", false),
        (" javascript:alert(1)", false), ("java\tscript:alert(1)", false), ("java\nscript:alert(1)", false),
        ("data:text/html,x", false), ("vbscript:x", false), ("//evil.example", false),
        ("/\\evil.example", false),
        ("\\\\evil.example", false), ("/\t/evil.example", false), ("file:///etc/passwd", false),
    ])
    func `only ordinary addresses become links`(address: String, isSafe: Bool) {
        #expect(Link(address).address == (isSafe ? address : "#"))
    }

    @Test(arguments: [
        ("/people/1?x=1", true), ("/", true), ("", false), ("people", false), ("#main", false),
        ("//evil.example", false),
        ("/\\evil.example", false), ("https://evil.example/", false), ("javascript:x", false),
    ])
    func `only a page of this site is returned to`(address: String, isLocal: Bool) {
        #expect(Link.local(address)?.address == (isLocal ? address : nil))
    }

    @Test func `a query is percent-encoded as UTF-8`() {
        #expect(
            Link("/people", query: [("q", "王 &="), ("n", "1")]).address == "/people?q=%E7%8E%8B%20%26%3D&n=1")
        #expect(Link("/people", query: []).address == "/people")
    }

    @Test func `a page reaches the buffer as it is`() {
        var buffer = ByteBuffer()
        (HTML.h1("甲") + .p("乙")).write(into: &buffer)
        #expect(String(buffer: buffer) == "<h1>甲</h1><p>乙</p>")
    }

    @Test func `handlers, styles and bare addresses are not attributes`() async {
        await #expect(processExitsWith: .failure) { _ = Attribute("onclick", "x") }
        await #expect(processExitsWith: .failure) { _ = Attribute("style", "x") }
        await #expect(processExitsWith: .failure) { _ = Attribute("href", "javascript:x") }
    }
}
