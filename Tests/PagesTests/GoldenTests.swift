// SPDX-License-Identifier: Apache-2.0
import Pages
import Testing

@Suite("Markup of shells and components, as recorded")
struct GoldenTests {
    @Test func `the frame of the back office`() throws {
        var shell = Samples.office
        shell.flash = Flash(.success, "已登记走访。")
        let page = AnyPage(title: "王秀兰", body: .h1("王秀兰"), trail: [Crumb("援助对象", "/people")])
        try expectGolden(shell.document(page), "back-office")
    }

    @Test func `the frame of the village in large type`() throws {
        let shell = VillageShell(
            reader: Reader(name: "张春生", unit: "某村"), menu: Samples.menu, worklist: "/", acts: Samples.acts,
            isLarge: true, assets: Samples.assets)
        let buttons = HTML.bigButtons([BigButton("待办", "今天要做的事", "/", waiting: 5)])
        try expectGolden(shell.document(AnyPage(title: "今天的工作", body: buttons)), "village")
    }

    @Test func `the frame without sign-in`() throws {
        let shell = PlainShell(office: "某区就业援助", isNarrow: true, assets: Samples.assets)
        try expectGolden(shell.document(AnyPage(title: "登录", body: .h1("登录"))), "plain")
    }

    @Test func `a list, its filter and its pager`() throws {
        let filter = FilterRow(
            page: "/people", fields: [Field("q", "姓名", .text(""))], kept: [.init("order", "due")])
        let table = DataTable(columns: Samples.columns, rows: Samples.rows, firstNumber: 51, caption: "援助对象")
        let pager = HTML.pager(previous: "/people", next: nil, total: "共 52 人")
        try expectGolden(filter.html + table.html + pager, "list")
    }

    @Test func `a form with a field of every kind and its faults`() throws {
        let form = HTML.form(
            to: "/people", Samples.context, kind: .upload, .faults(Samples.faults),
            .fields("基本信息", Samples.fields.marked(with: Samples.faults)),
            .tick("checked", "我已核对", isTicked: true),
            .buttons(Button("保存"), Button("保存草稿", sends: "then", "draft"), back: "/people"))
        try expectGolden(form, "form")
    }

    @Test func `a question before an act`() throws {
        let page = ConfirmPage(
            "确认撤销认定", consequences: ["本轮援助随之结束。"], facts: [Fact("姓名", "王秀兰")],
            fields: [Field("reason", "原因", .area(""), isRequired: true)],
            faults: [FieldFault("reason", "请填写原因。")],
            action: "/people/1/withdrawal", button: Button("撤销认定", isGrave: true), back: "/people/1",
            Samples.context)
        try expectGolden(page.body, "confirm")
    }

    @Test func `the parts of a file`() throws {
        let masked = MaskedValue(
            "138****1234", reveal: "/people/1/phone", purposes: [Choice("call", "联系本人")], Samples.context)
        let body = HTML.join(
            .heading("王秀兰", .tag(.district), .act("撤回", to: "/acts/1/withdrawal", Samples.context)),
            .tabs([Tab("基本信息", "/people/1", isCurrent: true), Tab("家庭", "/people/1/household", count: 3)]),
            .card("基本信息", .facts([Fact("电话", .html(masked.html)), Fact("备注", "")])),
            .tiles([Tile("已超期", "2", "件", "/?due=over", note: "最早2月27日", tone: .red)]),
            .progress("已入户", done: 37, of: 52, unit: "户"), .progress("已入户", done: 0, of: 0, unit: "户"),
            .stepMap([
                MapStep("01", "入户调查", .village, .done, link: "/s/1"),
                MapStep("09", "会商", .town, .current, note: "剩2个工作日"),
                MapStep("12", "会诊", .district, .spared), MapStep("13", "公益岗", .district, .ahead),
            ]),
            .timeline([
                Happening(day: "2026-02-13", "上交镇级", by: "张春生", detail: .why(["推荐3次未成功"]), source: "第五节4")
            ]),
            .notice("请重新打开。", .fault), .nothing("今天没有到期的工作。", next: "查看援助对象", "/people"),
            .copyable("通知", "甲\n乙"))
        try expectGolden(body, "parts")
    }

    @Test func `charts`() throws {
        let bars = BarChart("类别", unit: "人", [.init("零就业家庭", 86), .init("残疾人", 57, .red), .init("其他", 0)])
        let stacks = StackedChart(
            "逐月就业", unit: "人", parts: [.init("村级", .green), .init("镇级", .yellow)],
            columns: [.init("1月", [12, 5]), .init("2月", [0, 0])])
        try expectGolden(bars.html + stacks.html, "charts")
    }

    @Test func `questions on a phone and from paper`() throws {
        let work = Field("work", "就业情况", .radio([Choice("1", "就业"), Choice("2", "未就业")], chosen: "2"))
        let screen = QuestionScreen(
            part: "一、基本情况", place: 4, outOf: 23, work, guidance: "近一个月。", action: "/q/4", back: "/q/3",
            Samples.context)
        let paper = HTML.paperForm(
            to: "/sheets", Samples.context,
            [
                PaperQuestion("1", work),
                PaperQuestion(
                    "2", Field("why", "原因", .text("")),
                    when: .all([.chosen("work", ["2", "3"]), .not(.answered("q\"7"))])),
            ], .buttons(Button("保存")))
        try expectGolden(screen.html + paper, "questions")
    }

    @Test func `a ledger on paper`() throws {
        let ledger = PrintedLedger(
            title: "援助台账", unit: "某村", period: "2026年第一季度",
            columns: [.init("姓名", width: 5), .init("结果", width: 12)],
            rows: [["王秀兰", "未就业"]])
        let shell = PrintShell(.across, back: "/ledgers", assets: Samples.assets)
        try expectGolden(shell.document(title: ledger.title, sheets: ledger.sheets), "ledger")
    }

    @Test func `a letter on paper`() throws {
        let shell = PrintShell(.upright, assets: Samples.assets)
        try expectGolden(shell.flowing(title: "告知单", .signatures(["经办人"], hasSeal: true)), "letter")
    }
}
