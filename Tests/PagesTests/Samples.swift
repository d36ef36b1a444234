// SPDX-License-Identifier: Apache-2.0
import Pages

/// Values that several tests show.
enum Samples {
    static let context = FormContext(csrf: "csrf-token", once: "once-token")
    static let assets = Assets(version: "1")
    static let acts = ReaderActs(typeSize: "/type-size", logout: "/logout", here: "/people", context)
    static let menu = [
        MenuItem("我的待办", "/", waiting: 2),
        MenuItem(
            "援助对象", "/people", isCurrent: true,
            children: [MenuItem("待认定", "/people/proposed", waiting: 1), MenuItem("已就业", "/people/employed")]),
    ]
    static let office = BackOfficeShell(
        reader: Reader(name: "刘建华", unit: "某镇社会保障事务所", role: "就业助理专员"), menu: menu, waiting: 2,
        worklist: "/", search: "/people", acts: acts, assets: assets)

    static let rows: [Row] = [
        Row(
            [
                .link("王秀兰", "/people/1"), .tag(.town), "2026-03-02", .tag(.overdue("已超期2个工作日")),
                .html(.buttonLink("办理", to: "/people/1/visits/new")),
            ], tone: .red),
        Row([.link("李建国", "/people/2"), .tag(.village), "", .tag(Tag("已就业", .grey)), ""]),
    ]
    static let columns = [
        Column("姓名", .name, order: .init("/people?order=name")), Column("所在层级", .state),
        Column("期限", .fixed, order: .init("/people?order=-due", isAscending: true)), Column("状态", .state),
        Column("操作", .acts),
    ]

    static let faults = [
        FieldFault("id", "身份证号最后一位不对。"), FieldFault("will", "请选择就业意愿。"), FieldFault(nil, "户籍和居住地至少填一项。"),
    ]
    /// A field of every kind.
    static let fields = [
        Field("name", "姓名", .text("王秀兰", limit: 30), isRequired: true),
        Field("id", "身份证号", .text("99010119790512002", .identityNumber), isRequired: true, hint: "18位"),
        Field("phone", "电话", .text("", .phone)), Field("code", "验证码", .text("", .digits)),
        Field("q", "查找", .text("", .search)), Field("user", "账号", .text("", .login)),
        Field("income", "收入", .number("2600", unit: "元", from: 0, until: 99_999)),
        Field("day", "日期", .day("2026-02-13", until: "2026-03-02")), Field("month", "月份", .month("2026-02")),
        Field("edu", "文化程度", .select([Choice("1", "初中"), Choice("2", "高中")], chosen: "2")),
        Field("will", "意愿", .radio([Choice("1", "愿意"), Choice("2", "暂不")], chosen: nil), isRequired: true),
        Field("help", "帮助", .checkboxes([Choice("1", "培训"), Choice("2", "岗位", hint: "本镇")], chosen: ["2"])),
        Field("note", "备注", .area("甲\n乙", lines: 3, limit: 200)), Field("pass", "密码", .password()),
        Field("file", "附件", .files(accept: ".jpg,.pdf", several: true)), Field("village", "村", .fixed("")),
    ]
}

/// A page of any content.
struct AnyPage: Page {
    var title: String
    var body: HTML
    var trail: [Crumb] = []
}
