// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 认定申请: what a counter clerk goes through with the applicant present: papers, entries one by one, and then
/// 受理 or 一次性告知单 (02.w1, 02.w2, 02.r3, 02.r4).
public struct ApplicationPage: Page {
    /// A paper of the checklist with what was handed over of it, as typed.
    public struct PaperRow: Sendable {
        public var paper: RequiredPaper
        public var isComplete: Bool
        public var originals: String
        public var copies: String

        public init(_ paper: RequiredPaper, isComplete: Bool, originals: String, copies: String) {
            self.paper = paper
            self.isComplete = isComplete
            self.originals = originals
            self.copies = copies
        }
    }

    /// An entry beside the registry's value.
    public struct ItemRow: Sendable {
        public var item: ApplicationItem
        /// What the registry holds, in words.
        public var value: String
        /// `agree`, `correct` or nothing yet.
        public var answer: String?
        /// Where the paper's value is typed; `nil` for what is corrected on a page of its own.
        public var correction: Field?
        /// The page on which it is corrected otherwise.
        public var elsewhere: Link?
        public var fault: String?

        public init(
            _ item: ApplicationItem, value: String, answer: String?, correction: Field?, elsewhere: Link?,
            fault: String?
        ) {
            self.item = item
            self.value = value
            self.answer = answer
            self.correction = correction
            self.elsewhere = elsewhere
            self.fault = fault
        }
    }

    /// What was checked, told and decided before, with who and when.
    public struct Line: Sendable {
        public var day: Day
        public var who: String
        public var what: String
        public var detail: String
        /// 02.w1: a notice that asked for what an earlier one could have asked for.
        public var late: [String]

        public init(day: Day, who: String, what: String, detail: String, late: [String]) {
            self.day = day
            self.who = who
            self.what = what
            self.detail = detail
            self.late = late
        }
    }

    /// What is done along with the application of somebody who comes for the first time (02.w1, 02.w4).
    public struct Arrival: Sendable {
        /// The registration that the town receives now: its name; `nil` if it has it.
        public var registration: String?
        /// What of the information pack is the person's; empty where it was handed over before (02.w4).
        public var pack: [String]
        public var isInformed: Bool
        /// The version of the notice of processing to be told; `nil` where it was (L.10).
        public var notice: String?
        public var isTold: Bool

        public init(registration: String?, pack: [String], isInformed: Bool, notice: String?, isTold: Bool) {
            self.registration = registration
            self.pack = pack
            self.isInformed = isInformed
            self.notice = notice
            self.isTold = isTold
        }
    }

    public var title: String
    public var trail: [Crumb]
    public var facts: [Fact]
    public var id: CaseID
    public var version: Int
    /// What is applied for.
    public var kinds: String
    public var papers: [PaperRow]
    public var items: [ItemRow]
    public var fields: [Field]
    public var faults: [FieldFault]
    public var question: String?
    /// Why nothing is checked here any more; `nil` while the application is open.
    public var closed: String?
    public var lines: [Line]
    public var hasNotice: Bool
    /// What the town has not received or told yet.
    public var arrival: Arrival
    public var back: Link
    public var from: String
    public var context: FormContext

    public init(
        title: String, trail: [Crumb], facts: [Fact], id: CaseID, version: Int, kinds: String,
        papers: [PaperRow], items: [ItemRow], fields: [Field], faults: [FieldFault], question: String?,
        closed: String?, lines: [Line], hasNotice: Bool, arrival: Arrival, back: Link, from: String,
        context: FormContext
    ) {
        self.title = title
        self.trail = trail
        self.facts = facts
        self.id = id
        self.version = version
        self.kinds = kinds
        self.papers = papers
        self.items = items
        self.fields = fields
        self.faults = faults
        self.question = question
        self.closed = closed
        self.lines = lines
        self.hasNotice = hasNotice
        self.arrival = arrival
        self.back = back
        self.from = from
        self.context = context
    }

    public var scripts: [Script] { closed == nil ? [.form, .keys, .counter] : [.form, .keys] }

    public var body: HTML {
        .section(
            .heading(
                title, .buttonLink("附上扫描件", to: .act(.attach, in: id)),
                .when(
                    hasNotice,
                    .buttonLink("打印一次性告知单", to: .assistanceCase(id, "papers"))),
                .buttonLink("援助情况", to: .assistanceCase(id))),
            .faults(faults), .facts(facts),
            .with(closed) { .notice($0) },
            closed == nil ? form : .empty, record)
    }

    private var form: HTML {
        .form(
            to: .assistanceCase(id, "application"), context, .hidden("version", String(version)),
            .hidden("from", from),
            .card(
                "一、核对材料（\(kinds)）", .p(class: "hint", "收齐的按空格勾选；不齐的写明实交几份，缺的会自动写进一次性告知单。"),
                .table(head: ["材料", "应交", "收齐", "实交原件", "实交复印件", "办理处和用途"], rows: papers.map(cells))),
            .card(
                "二、与证件逐项核对", .p(class: "hint", "每一项都要核对。不一致的当场问清，填写证件上的内容；原来的内容会保留，更正记入名册。"),
                .table(head: ["项目", "名册登记", "核对结果", "证件上的内容"], rows: items.map(cells))),
            .h2("三、办理"), arriving,
            .fields(fields.marked(with: faults)), .with(question) { .tick("confirmed", $0) },
            .buttons(
                Button("受理", sends: "do", "accept"), Button("交付一次性告知单", sends: "do", "notice"),
                Button("只保存核对结果", sends: "do", "save"), back: back))
    }

    private var arriving: HTML {
        .with(arrival.registration) { .p("受理或告知时，同时登记：今天收到\($0)申请。") }
            + .when(
                !arrival.pack.isEmpty,
                step("informed", "已发放资料袋，当面讲清权利和义务，本人已签收", arrival.isInformed)
                    + .p(class: "hint", "资料袋：\(arrival.pack.joined(separator: "、"))"))
            + .with(arrival.notice) { version in
                step("told", "已告知个人信息处理事项（\(version)），本人已签名", arrival.isTold)
            }
    }

    private func step(_ name: String, _ words: String, _ isTicked: Bool) -> HTML {
        .element("div", [Attribute("data-step", "")], .tick(name, words, isTicked: isTicked))
    }

    private func cells(_ row: PaperRow) -> [Cell] {
        let id = row.paper.id.rawValue
        var tick: [Attribute] = [
            .type("checkbox"), .name("p-\(id)"), .id("f-p-\(id)"), .value("yes"),
            .aria("label", "\(row.paper.name)齐"),
        ]
        if row.isComplete { tick.append(.flag("checked")) }
        return [
            .text(row.paper.name), .text(row.paper.count),
            .html(
                .element(
                    "label", [.class("choice answer"), Attribute("data-step", "")], .void("input", tick), "齐")
            ),
            .html(count("o-\(id)", "\(row.paper.name)实交原件", row.originals)),
            .html(count("c-\(id)", "\(row.paper.name)实交复印件", row.copies)),
            .text("\(row.paper.from)；\(row.paper.why)"),
        ]
    }

    private func count(_ name: String, _ label: String, _ value: String) -> HTML {
        .void(
            "input",
            [
                .type("text"), .name(name), .id("f-\(name)"), .value(value), .class("figure"),
                Attribute("inputmode", "numeric"), Attribute("size", "3"), Attribute("maxlength", "2"),
                .aria("label", label), Attribute("autocomplete", "off"),
            ])
    }

    private func cells(_ row: ItemRow) -> [Cell] {
        [
            .text(row.item.word), .text(row.value),
            .html(
                .element(
                    "div", [Attribute("data-step", "")],
                    answer(row, "agree", "一致"),
                    .when(row.correction != nil, answer(row, "correct", "更正")))
                    + .with(row.fault) { .div(class: "fault", .text($0)) }),
            .html(
                .with(row.correction) { $0.controlHTML }
                    + .with(row.elsewhere) { .a($0, "不一致的先在这里更正") }),
        ]
    }

    private func answer(_ row: ItemRow, _ code: String, _ label: String) -> HTML {
        let name = "v-\(row.item.rawValue)"
        var attributes: [Attribute] = [
            .type("radio"), .name(name), .value(code), .id(code == "agree" ? "f-\(name)" : "f-\(name)-2"),
            .aria("label", "\(row.item.word)\(label)"),
        ]
        if row.answer == code { attributes.append(.flag("checked")) }
        if code == "correct" { attributes.append(.flag("data-other")) }
        return .element("label", [.class("choice answer")], .void("input", attributes), .text(label))
    }

    private var record: HTML {
        .when(
            !lines.isEmpty,
            .h2("核对经过")
                + .table(
                    head: ["日期", "事项", "内容", "经办人"],
                    rows: lines.map { line in
                        let late = line.late.joined(separator: "、")
                        let fault = HTML.div(
                            class: "fault",
                            .text("差错：\(late)第一次就应当告知（依据：\(Clause("02.w1").words)）"))
                        return [
                            .text(line.day.inDocuments), .text(line.what),
                            .html(.text(line.detail) + .when(!line.late.isEmpty, fault)), .text(line.who),
                        ]
                    }))
    }
}
