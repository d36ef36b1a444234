// SPDX-License-Identifier: Apache-2.0

/// 紧急查看: opens one file outside one's own scope for three hours; the reason stays in the audit.
public struct PassesPage: Page {
    public var fields: [Field]
    public var faults: [FieldFault]
    /// Those that still hold: whose file, until when, why.
    public var open: [(name: String, link: Link, until: String, reason: String)]
    public var context: FormContext

    public init(
        fields: [Field], faults: [FieldFault],
        open: [(name: String, link: Link, until: String, reason: String)], context: FormContext
    ) {
        self.fields = fields
        self.faults = faults
        self.open = open
        self.context = context
    }

    public var title: String { "紧急查看" }

    public var body: HTML {
        .section(
            .heading(title),
            .section(
                class: "card confirm", .faults(faults),
                .notice("只在群众到窗口求助等紧急情况下使用，每次都记入日志，由审计管理员查看。", .warning),
                .ul([.text("凭完整的身份证号打开一份不在您管辖范围内的档案，3小时后自动关闭。"), .text("只能查看，不能办理；隐去的内容仍然隐去。")]),
                .form(
                    to: "/passes", context, .each(fields.marked(with: faults)) { $0.html },
                    .buttons(Button("打开档案"), back: "/"))),
            .card("我打开的档案", list))
    }

    private var list: HTML {
        guard !open.isEmpty else { return .p("现在没有打开的档案。") }
        return DataTable(
            columns: [Column("姓名", .name), Column("有效至", .fixed), Column("原因")],
            rows: open.map { Row([.link($0.name, $0.link), .text($0.until), .text($0.reason)]) }
        ).html
    }
}
