// SPDX-License-Identifier: Apache-2.0

extension Field {
    /// The control alone.
    var controlHTML: HTML {
        switch control {
        case .text(let value, let kind, let limit):
            input("text", value, kind.attributes + limited(limit))
        case .number(let value, let unit, let from, let until): number(value, unit, from, until)
        case .day(let value, let from, let until):
            input("date", value, [("min", from), ("max", until)].compactMap(bound))
        case .month(let value): input("month", value, [Attribute("placeholder", "2026-02")])
        case .select(let choices, let chosen, let none): select(choices, chosen, none)
        case .radio(let choices, let chosen): choiceList("radio", choices) { $0 == chosen }
        case .checkboxes(let choices, let chosen): choiceList("checkbox", choices) { chosen.contains($0) }
        case .area(let value, let lines, let limit):
            // The first line end after the tag is dropped by browsers, so one is given away.
            .element(
                "textarea", common + [Attribute("rows", String(lines))] + limited(limit), .raw("\n"),
                .text(value))
        case .password(let isNew):
            input("password", nil, [Attribute("autocomplete", isNew ? "new-password" : "current-password")])
        case .files(let accept, let several):
            input("file", nil, [Attribute("accept", accept)] + (several ? [.flag("multiple")] : []))
        case .fixed(let value):
            .element("output", [.class("fixed"), .id(anchor)], .text(value.isEmpty ? "—" : value))
        }
    }

    private var common: [Attribute] {
        var attributes: [Attribute] = [.name(name), .id(anchor)]
        if isRequired { attributes.append(.flag("required")) }
        if fault != nil { attributes.append(.aria("invalid", "true")) }
        return attributes + described
    }

    private func input(_ type: StaticString, _ value: String?, _ more: [Attribute]) -> HTML {
        .void("input", [.type(type)] + common + (value.map { [.value($0)] } ?? []) + more)
    }

    private func limited(_ limit: Int?) -> [Attribute] {
        limit.map { [Attribute("maxlength", String($0))] } ?? []
    }

    private func bound(_ name: StaticString, _ day: String?) -> Attribute? { day.map { Attribute(name, $0) } }

    /// A text box with a number pad: number boxes swallow what they do not understand and turn on the wheel.
    private func number(_ value: String, _ unit: String?, _ from: Int?, _ until: Int?) -> HTML {
        var more = [Attribute("inputmode", "decimal"), Attribute("autocomplete", "off")]
        if let from { more.append(.data("from", String(from))) }
        if let until { more.append(.data("until", String(until))) }
        let box = input("text", value, [.class("figure")] + more)
        return unit.map { .span(class: "with-unit", box, .span(class: "unit", .text($0))) } ?? box
    }

    private func select(_ choices: [Choice], _ chosen: String?, _ none: String) -> HTML {
        let none = HTML.element("option", [.value("")], .text(none))
        return .element(
            "select", common, none,
            .each(choices) { choice in
                let mark: [Attribute] = choice.code == chosen ? [.flag("selected")] : []
                return .element("option", [.value(choice.code)] + mark, .text(choice.label))
            })
    }

    private func choiceList(_ type: StaticString, _ choices: [Choice], _ isChosen: (String) -> Bool) -> HTML {
        .div(
            class: "choices",
            .each(choices.enumerated()) { index, choice in
                var attributes: [Attribute] = [.type(type), .name(name), .value(choice.code)]
                // The first carries the field's mark, so that a link from the summary of faults lands on it.
                attributes.append(.id(index == 0 ? anchor : "\(anchor)-\(index + 1)"))
                if isChosen(choice.code) { attributes.append(.flag("checked")) }
                let words = HTML.element("span", [], .text(choice.label), .with(choice.hint) { .small($0) })
                return .element("label", [.class("choice")], .void("input", attributes), words)
            })
    }
}

extension Control.TextKind {
    var attributes: [Attribute] {
        switch self {
        case .words: [Attribute("autocomplete", "off")]
        case .phone:
            [Attribute("inputmode", "tel"), Attribute("autocomplete", "off"), Attribute("maxlength", "20")]
        case .identityNumber:
            // Not a number pad: the last sign may be X. Spaces typed in groups are allowed for.
            [
                Attribute("autocomplete", "off"), Attribute("maxlength", "24"), .class("fixed"),
                Attribute("autocapitalize", "characters"), Attribute("spellcheck", "false"),
            ]
        case .login: [Attribute("autocomplete", "username"), Attribute("autocapitalize", "none")]
        case .digits: [Attribute("inputmode", "numeric"), Attribute("autocomplete", "off")]
        case .search: [Attribute("autocomplete", "off"), .data("search", "")]
        }
    }
}
