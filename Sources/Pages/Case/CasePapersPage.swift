// SPDX-License-Identifier: Apache-2.0
import Assistance

/// 文书: every paper of one case: ready or not and why, under which number it went out.
public struct CasePapersPage: Page {
    public var name: String
    public var person: PersonID
    public var caseID: CaseID
    public var lines: [Line]
    /// Papers that the record has nothing for yet, each with what is missing.
    public var waiting: [(title: String, why: String)]
    public var context: FormContext

    /// One paper that can be had.
    public struct Line: Sendable {
        public var title: String
        /// What it rests on: a day and a word.
        public var basis: String
        /// The number under which it went out; empty before.
        public var number: String
        /// The paper with masked numbers, marked as no original.
        public var look: Link
        /// Where printing it is asked for; `nil` where the reader may not, or looking at it is printing it.
        public var print: Link?
        /// 编号打印, 打印, 补打; empty where looking at it is printing it.
        public var verb: String

        public init(
            title: String, basis: String, number: String, look: Link, print: Link?, verb: String
        ) {
            self.title = title
            self.basis = basis
            self.number = number
            self.look = look
            self.print = print
            self.verb = verb
        }
    }

    public init(
        name: String, person: PersonID, caseID: CaseID, lines: [Line],
        waiting: [(title: String, why: String)], context: FormContext
    ) {
        self.name = name
        self.person = person
        self.caseID = caseID
        self.lines = lines
        self.waiting = waiting
        self.context = context
    }

    public var title: String { "文书：\(name)" }
    public var trail: [Crumb] {
        [Crumb(name, .person(person)), Crumb("援助情况", .assistanceCase(caseID))]
    }

    public var body: HTML {
        .section(
            .heading(title, .buttonLink("空白文书", to: .papers)),
            .p(class: "hint", "编号在第一次打印时取用，不跳号；再次打印用原号，标明“补打”。每次打印都有记录。"),
            DataTable(columns: Self.columns, rows: lines.map(row), caption: "可以打印的文书").html,
            .when(!waiting.isEmpty, .card("还不能打印的", waitingTable)))
    }

    private static let columns = [
        Column("文书", .name), Column("依据"), Column("文号"), Column("查看"), Column("打印"),
    ]

    private func row(_ line: Line) -> Row {
        Row([
            .text(line.title), .text(line.basis), .text(line.number.isEmpty ? "—" : line.number),
            .link(line.verb.isEmpty ? "打开" : "预览", line.look), print(line),
        ])
    }

    private func print(_ line: Line) -> Cell {
        guard let address = line.print else { return "—" }
        return .html(.form(to: address, context, kind: .act, Button(line.verb).html(class: "button")))
    }

    private var waitingTable: HTML {
        DataTable(
            columns: [Column("文书", .name), Column("什么时候可以打印")],
            rows: waiting.map { Row([.text($0.title), .text($0.why)]) }
        ).html
    }
}

/// 空白文书: every form, empty, for filling in by hand.
public struct BlankPapersPage: Page {
    /// What is printed elsewhere, with where and how.
    public var volumes: [(title: String, words: String, link: Link)]
    public var papers: [(title: String, clauses: String, link: Link)]

    public init(
        volumes: [(title: String, words: String, link: Link)],
        papers: [(title: String, clauses: String, link: Link)]
    ) {
        self.volumes = volumes
        self.papers = papers
    }

    public var title: String { "文书" }
    public var trail: [Crumb] { [] }

    public var body: HTML {
        .section(
            .heading(title, .buttonLink("批量打印", to: .printing, isPrimary: true)),
            .p(class: "hint", "一个人的文书，从援助情况里的“文书”打印；整村整镇的，用“批量打印”。下面是空白表，打开后打印，用笔填写。"),
            DataTable(
                columns: [Column("空白文书", .name), Column("依据"), Column("打开")],
                rows: papers.map { Row([.text($0.title), .text($0.clauses), .link("打开PDF", $0.link)]) }
            ).html,
            .card(
                "成册的和别处打印的",
                DataTable(
                    columns: [Column("文书", .name), Column("怎样打印")],
                    rows: volumes.map { Row([.link($0.title, $0.link), .text($0.words)]) }
                ).html))
    }
}

extension Link {
    /// Every form, empty.
    public static var papers: Link { "/papers" }
}
