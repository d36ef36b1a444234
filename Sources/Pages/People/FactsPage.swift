// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// 新增人员 and 修改信息: a person's facts as a form.
public struct FactsPage: Page {
    public var title: String
    public var person: PersonLine?
    public var version: Int
    public var fields: FactsFields
    /// Village and household for somebody new, day and reason for a correction.
    public var frame: [Field]
    public var faults: [FieldFault]
    /// `counter` where the categories and the application follow at once.
    public var from: String
    public var action: Link
    public var context: FormContext

    public init(
        title: String, person: PersonLine?, version: Int, fields: FactsFields, frame: [Field],
        faults: [FieldFault], from: String = "", action: Link, context: FormContext
    ) {
        self.title = title
        self.person = person
        self.version = version
        self.fields = fields
        self.frame = frame
        self.faults = faults
        self.from = from
        self.action = action
        self.context = context
    }

    public var trail: [Crumb] {
        [Crumb("人员档案", .people)] + (person.map { [Crumb($0.name, .person($0.id))] } ?? [])
    }

    public var body: HTML {
        .section(
            .h1(title), .faults(faults),
            .form(
                to: action, context, .hidden("version", String(version)), .hidden("from", from),
                .fields(person == nil ? "入册" : "更正", frame.marked(with: faults)), fields.html(faults),
                .buttons(Button("保存"), back: person.map { .person($0.id) } ?? .people)))
    }
}
