// SPDX-License-Identifier: Apache-2.0

/// 下载台账: as which file, and whether numbers are written out, which asks for a purpose.
public struct LedgerExportPage: Page {
    /// What is taken: the unit and category.
    public var what: String
    /// How many lines.
    public var count: Int
    /// What a line counts: 人, 次.
    public var counted: String
    /// The fields, with what was typed.
    public var fields: [Field]
    /// Values sent along.
    public var sent: [(name: String, value: String)]
    /// What was wrong.
    public var faults: [FieldFault]
    /// Where the file is asked for.
    public var action: Link
    /// The ledger's name in the trail.
    public var crumb: String
    /// The ledger's page.
    public var back: Link
    /// The form's tokens.
    public var context: FormContext

    /// A ledger about to be taken.
    public init(
        what: String, count: Int, counted: String = "人", fields: [Field],
        sent: [(name: String, value: String)], faults: [FieldFault] = [], action: Link,
        crumb: String = "统计台账", back: Link, _ context: FormContext
    ) {
        self.what = what
        self.count = count
        self.counted = counted
        self.fields = fields
        self.sent = sent
        self.faults = faults
        self.action = action
        self.crumb = crumb
        self.back = back
        self.context = context
    }

    /// The page's name.
    public var title: String { "下载台账" }
    /// Under the ledger.
    public var trail: [Crumb] { [Crumb(crumb, back)] }

    /// The form. It has no guard against a second press, since the page stays when the file comes.
    public var body: HTML {
        .join(
            .h1("下载台账"), .faults(faults), .p("\(what)，共\(count)\(counted)。每次下载都会记入日志。"),
            .element(
                "form", [.class("entry"), Attribute("method", "post"), .action(action), .flag("novalidate")],
                context.hidden, .each(sent) { .hidden($0.name, $0.value) },
                .each(fields.marked(with: faults)) { $0.html }, .buttons(Button("下载"), back: back)))
    }
}
