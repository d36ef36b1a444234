// SPDX-License-Identifier: Apache-2.0

/// 召开会商, 专家会诊, 联席会议: the agenda made from the open cases, and what the meeting settles.
public struct MeetingFormPage: Page {
    public var title: String
    /// What stands in the way or helps, above the form.
    public var notices: [HTML]
    public var fields: [Field]
    /// With something to settle.
    public var agenda: [AgendaEntry]
    /// In help without anything to settle now.
    public var others: [AgendaEntry]
    public var faults: [FieldFault]
    public var hidden: [(name: String, value: String)]
    public var action: Link
    public var paper: Link?
    public var back: Link
    public var context: FormContext

    public init(
        title: String, notices: [HTML], fields: [Field], agenda: [AgendaEntry], others: [AgendaEntry],
        faults: [FieldFault], hidden: [(name: String, value: String)], action: Link, paper: Link?, back: Link,
        context: FormContext
    ) {
        self.title = title
        self.notices = notices
        self.fields = fields
        self.agenda = agenda
        self.others = others
        self.faults = faults
        self.hidden = hidden
        self.action = action
        self.paper = paper
        self.back = back
        self.context = context
    }

    public var trail: [Crumb] { [Crumb("会议", back)] }

    public var body: HTML {
        .section(
            .heading(title, .with(paper) { .buttonLink("打印议程", to: $0) }), .faults(faults),
            .join(notices),
            .form(
                to: action, context, .each(hidden) { .hidden($0.name, $0.value) },
                .fields("会议情况", fields.marked(with: faults)),
                .when(!agenda.isEmpty, .div(class: "heading", .h2("议程（\(agenda.count)人）"))),
                .each(agenda) { $0.html(faults) },
                .when(
                    !others.isEmpty,
                    .disclosure(
                        "其他在援对象（\(others.count)人），需要时勾选上会", .each(others) { $0.html(faults) },
                        isOpen: others.contains(where: \.isTicked))),
                .buttons(Button("保存会议记录"), back: back)))
    }
}
