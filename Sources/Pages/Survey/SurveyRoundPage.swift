// SPDX-License-Identifier: Apache-2.0

/// One round of one village: 未访, 已访 and 说明原因 as leaves, the ledger and its deadlines beside them.
public struct SurveyRoundPage: Page {
    /// The village.
    public var village: String
    /// The year of the round.
    public var year: Int
    /// The round's own address.
    public var link: Link
    /// The numbers of the round.
    public var line: SurveyLine
    /// Which leaf lies open: `missing`, `surveyed` or `excused`.
    public var part: String
    /// The people of the leaf.
    public var people: [RoundPerson]
    /// The next page of the leaf.
    public var next: Link?
    /// Whether an earlier page is left behind, so that there is a way back to the first.
    public var isFirst: Bool
    /// Drafts of the reader in this round.
    public var drafts: [SheetDraftLine]
    /// What is owed, with explanations.
    public var deadlines: [DeadlineLine]
    /// How the ledger stands and what may be done with it.
    public var ledger: RoundLedger
    /// Where somebody who is not on the roll is entered; `nil` for those who may not.
    public var newPerson: Link?
    /// The form's tokens.
    public var context: FormContext

    /// A round with one leaf of its roll.
    public init(
        village: String, year: Int, link: Link, line: SurveyLine, part: String, people: [RoundPerson],
        next: Link? = nil, isFirst: Bool = true, drafts: [SheetDraftLine] = [], deadlines: [DeadlineLine],
        ledger: RoundLedger, newPerson: Link? = nil, _ context: FormContext
    ) {
        self.village = village
        self.year = year
        self.link = link
        self.line = line
        self.part = part
        self.people = people
        self.next = next
        self.isFirst = isFirst
        self.drafts = drafts
        self.deadlines = deadlines
        self.ledger = ledger
        self.newPerson = newPerson
        self.context = context
    }

    /// The page's name.
    public var title: String { "\(village) \(year)年入户调查" }
    /// Under the survey of the year.
    public var trail: [Crumb] { [Crumb("入户调查", Link("/survey?year=\(year)"))] }

    /// Progress, drafts, leaves, ledger.
    public var body: HTML {
        .join(
            .heading(title, .with(newPerson) { .buttonLink("名册外人员", to: $0) }),
            .tiles(line.tiles(link)),
            .progress("已访和说明原因", done: line.surveyed + line.excused, of: line.roll, unit: "人"),
            .when(!drafts.isEmpty, draftCard), tabs, list, ledgerCard)
    }

    private var draftCard: HTML {
        .card("填了一半的问卷", .table(head: ["姓名", "调查日期", "录入期限", ""], rows: drafts.map(\.cells)))
    }

    private var tabs: HTML {
        .tabs(
            [
                leaf("未访", "missing", line.missing), leaf("已访", "surveyed", line.surveyed),
                leaf("说明原因未访", "excused", line.excused),
            ], label: "调查名单")
    }

    private func leaf(_ words: String, _ name: String, _ count: Int) -> Tab {
        Tab(words, Link("\(link.address)?part=\(name)"), isCurrent: part == name, count: count)
    }

    private var list: HTML {
        guard !people.isEmpty else {
            return .nothing(part == "missing" ? "应访的人都访到或说明了原因，一个不漏。" : "这里还没有人。")
        }
        let columns = [
            Column("姓名", .name), Column("状态", .state), Column("性别年龄"), Column("户号"),
            Column("证件后四位", .fixed), Column("", .acts),
        ]
        return .join(
            DataTable(columns: columns, rows: people.map(\.row), caption: "调查名单").html,
            .pager(previous: isFirst ? nil : Link("\(link.address)?part=\(part)"), next: next))
    }

    private var ledgerCard: HTML {
        .card("统计台账和期限", ledger.html(context), .each(deadlines) { $0.html })
    }
}

/// One person of a round's roll, masked.
public struct RoundPerson: Hashable, Sendable {
    /// The name and the file behind it.
    public var name: String
    /// The person's file.
    public var file: Link
    /// 男 or 女; empty when unknown.
    public var sex: String
    /// Full years.
    public var age: Int?
    /// 户号.
    public var household: String
    /// The last four of the ID number, by which people of one name are told apart.
    public var lastFour: String
    /// Where the person stands in the round.
    public var state: Tag
    /// 填写问卷, or 更正 once there is a sheet; `nil` for those who may not.
    public var sheet: Link?
    /// What the sheet's button says.
    public var sheetWords: String
    /// 登记未访原因.
    public var excuse: Link?
    /// Earlier sheets of the person.
    public var sheets: Link?

    /// A person of a round.
    public init(
        _ name: String, file: Link, sex: String, age: Int?, household: String, lastFour: String,
        state: Tag, sheet: Link? = nil, sheetWords: String = "填写问卷", excuse: Link? = nil,
        sheets: Link? = nil
    ) {
        self.name = name
        self.file = file
        self.sex = sex
        self.age = age
        self.household = household
        self.lastFour = lastFour
        self.state = state
        self.sheet = sheet
        self.sheetWords = sheetWords
        self.excuse = excuse
        self.sheets = sheets
    }

    var row: Row {
        let acts = HTML.join(
            .with(sheet) { .a($0, class: "button primary", .text(sheetWords)) },
            .with(excuse) { .a($0, class: "button", "登记未访原因") },
            .with(sheets) { .a($0, class: "button", "查看问卷") })
        return Row([
            .link(name, file), .tag(state), .text("\(sex) \(age.map { "\($0)岁" } ?? "")"), .text(household),
            .text(lastFour), .html(acts),
        ])
    }
}

/// A sheet begun and not sent.
public struct SheetDraftLine: Hashable, Sendable {
    /// The person, or 名册外人员.
    public var name: String
    /// Where it goes on.
    public var link: Link
    /// The day of the interview.
    public var interviewed: String
    /// The last day for entering it (01.w2), with what is left.
    public var due: Tag

    /// A draft.
    public init(_ name: String, _ link: Link, interviewed: String, due: Tag) {
        self.name = name
        self.link = link
        self.interviewed = interviewed
        self.due = due
    }

    var cells: [Cell] {
        [
            .text(name), .text(interviewed), .tag(due),
            .html(.a(link, class: "button primary small", "继续填写")),
        ]
    }
}

/// How the statistics ledger of a round stands.
public struct RoundLedger: Hashable, Sendable {
    /// What is to be read: 未上报, 2026-03-20上报, 退回 with its reason.
    public var sentence: String
    /// What kind of news that is.
    public var kind: NoticeKind
    /// Where the village sees what it would send; `nil` for others.
    public var submit: Link?
    /// Where the town receives; `nil` for others, or when nothing waits.
    public var receive: Link?
    /// Where the town sends back.
    public var sendBack: Link?
    /// The version of the round that the page shows.
    public var version: Int

    /// The ledger's state.
    public init(
        _ sentence: String, _ kind: NoticeKind, submit: Link? = nil, receive: Link? = nil,
        sendBack: Link? = nil, version: Int
    ) {
        self.sentence = sentence
        self.kind = kind
        self.submit = submit
        self.receive = receive
        self.sendBack = sendBack
        self.version = version
    }

    func html(_ context: FormContext) -> HTML {
        .join(
            .notice(sentence, kind),
            .div(
                class: "buttons", .with(submit) { .buttonLink("核对并上报台账", to: $0, isPrimary: true) },
                .with(receive) { .act("接收台账", to: $0, context, hidden: [("version", String(version))]) },
                .with(sendBack) { .buttonLink("退回台账", to: $0) }))
    }
}
