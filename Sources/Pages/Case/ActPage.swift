// SPDX-License-Identifier: Apache-2.0
import Assistance

/// The form of one act in a case: for whom, what is to be done and by which clause, the fields, one button.
public struct ActPage: Page {
    /// Fields under a heading of their own; an empty heading stands for none.
    public struct Part: Sendable {
        public var heading: String
        public var fields: [Field]

        public init(_ heading: String, _ fields: [Field]) {
            self.heading = heading
            self.fields = fields
        }
    }

    public var title: String
    /// For whom it is: name, village, where the case stands.
    public var facts: [Fact]
    /// What the clause asks, in one sentence, and guidance that helps to do it well.
    public var guidance: [String]
    public var parts: [Part]
    public var faults: [FieldFault]
    public var hidden: [(name: String, value: String)]
    /// Asked back: ticked, the act is taken although the day lies in one's own leave.
    public var question: String?
    public var action: Link
    public var button: Button
    public var back: Link
    public var context: FormContext
    public var trail: [Crumb]
    /// What goes along with the act, to be looked at before it is sent.
    public var preview: (label: String, link: Link)?
    /// The scripts that the form gains from; the agreement's has one more, for the signature.
    public var scripts: [Script]

    public init(
        title: String, facts: [Fact], guidance: [String], parts: [Part], faults: [FieldFault],
        hidden: [(name: String, value: String)], question: String?, action: Link, button: Button, back: Link,
        context: FormContext, trail: [Crumb], scripts: [Script] = [.form, .keys],
        preview: (label: String, link: Link)? = nil
    ) {
        self.title = title
        self.facts = facts
        self.guidance = guidance
        self.parts = parts
        self.faults = faults
        self.hidden = hidden
        self.question = question
        self.action = action
        self.button = button
        self.back = back
        self.context = context
        self.trail = trail
        self.scripts = scripts
        self.preview = preview
    }

    /// A form with a file is sent in parts.
    private var hasFiles: Bool {
        parts.contains { part in
            part.fields.contains { if case .files = $0.control { true } else { false } }
        }
    }

    public var body: HTML {
        .section(
            .h1(title), .faults(faults), .facts(facts),
            .each(guidance) { .notice($0) },
            .with(preview) { .toolbar(.buttonLink($0.label, to: $0.link)) },
            .form(
                to: action, context, kind: hasFiles ? .upload : .entry,
                .each(hidden) { .hidden($0.name, $0.value) },
                .each(parts) { part in
                    part.heading.isEmpty
                        ? .fields(part.fields.marked(with: faults))
                        : .fields(part.heading, part.fields.marked(with: faults))
                },
                .with(question) { .tick("confirmed", $0) },
                .buttons(button, back: back)))
    }
}
