// SPDX-License-Identifier: Apache-2.0
import Questionnaire
import Wording

/// 纸质问卷: A4 to be filled in by hand, with numbers, boxes, jumps and hints, blank or with the roll's facts.
public struct PrintedQuestionnaire: Sendable {
    /// The questionnaire.
    public var form: Form
    /// What the roll knows; nothing for a blank one.
    public var answers: Answers
    /// 社区（村）; an empty one is a line to fill in.
    public var village: String
    /// The year of the round.
    public var year: Int

    /// A questionnaire on paper.
    public init(_ form: Form, answers: Answers = Answers(), village: String = "", year: Int) {
        self.form = form
        self.answers = answers
        self.village = village
        self.year = year
    }

    /// What runs over the sheets.
    public var html: HTML {
        .div(
            class: "questionnaire",
            .element("h1", [.class("paper-title")], .text(form.definition.title)),
            .div(
                class: "paper-sub",
                .element("span", [], .text("社区（村）：\(village.isEmpty ? "＿＿＿＿＿＿＿＿" : village)")),
                .element("span", [], .text("\(year)年　编号：＿＿＿＿＿＿"))),
            said(["opening", "screening", "screening-note", "showing"]),
            .each(form.definition.sections, section), said(["closing"]), foot)
    }

    /// The interviewer's words, boxed.
    private func said(_ moments: [String]) -> HTML {
        let words = moments.compactMap(form.passage)
        guard !words.isEmpty else { return .empty }
        return .div(class: "said", .each(words) { .p($0) })
    }

    private var foot: HTML {
        .div(
            class: "signatures", blank("调查员签名"), blank("社区（村）"), .span(class: "signature", "调查日期：＿＿＿＿年＿＿月＿＿日")
        )
    }

    private func blank(_ words: String) -> HTML {
        .span(class: "signature", .text("\(words)："), .span(class: "line"))
    }

    private func section(_ section: FormSection) -> HTML {
        .join(
            .h2(section.title), .each(section.items.filter { $0.parent == nil }) { question($0, in: section) }
        )
    }

    /// A question with its write-ins, never torn over two pages.
    private func question(_ item: Item, in section: FormSection) -> HTML {
        let number = item.number.map { "\($0)．" } ?? ""
        let note = form.noteWords(item.note)
        return .div(
            class: "asked",
            .p(
                .strong("\(number)\(item.label)"), .when(!note.isEmpty, .small("（\(note)）")),
                .with(item.hint) { .small("　\($0)") }),
            answer(item),
            .each(section.items.filter { $0.parent == item.id }) { writeIn in
                .div(
                    class: "write-in",
                    .p(
                        .text("\(writeIn.label)"),
                        .when(
                            !form.noteWords(writeIn.note).isEmpty, .small("（\(form.noteWords(writeIn.note))）")
                        )),
                    answer(writeIn))
            })
    }

    private func answer(_ item: Item) -> HTML {
        let text = answers[item.id]?.entries ?? []
        switch item.kind {
        case .single(let options): return boxes(options, item)
        case .multi(let options, _): return boxes(options, item)
        case .yesNo: return boxes(item.kind.options, item)
        case .residentID: return cells(text.first ?? "")
        case .place(let parts):
            return .p(
                .each(parts.enumerated()) { index, part in
                    .text(" \(part)") + line(text.indices.contains(index) ? text[index] : "")
                })
        case .yearMonth, .day: return .p(.text("＿＿＿＿年＿＿月"))
        case .year: return .p(line(text.first ?? ""), "年")
        case .number: return .p(line(text.first ?? ""))
        case .text(let length, _):
            guard length.upperBound > 200, text.isEmpty else {
                return .p(line(text.first ?? "", isLong: true))
            }
            return .join(.p(line("", isLong: true)), .p(line("", isLong: true)))
        case .mobile, .phone: return .p(line(text.first ?? ""))
        case .heading: return .empty
        }
    }

    /// Boxes to tick, a line for each heading; a box whose choice leads elsewhere says where. A list too long to
    /// print is a line to write on.
    private func boxes(_ options: [ItemOption], _ item: Item) -> HTML {
        guard options.count <= 30 else {
            return .p(line(form.words(answers[item.id], at: item.id), isBlank: true))
        }
        let groups = options.reduce(into: [(name: String?, options: [ItemOption])]()) { groups, option in
            if let last = groups.last, last.name == option.group {
                groups[groups.count - 1].options.append(option)
            } else {
                groups.append((option.group, [option]))
            }
        }
        let chosen = Set(answers.codes(item.id))
        return .each(groups) { group in
            .div(
                class: "boxes", .with(group.name) { .strong("\($0)：") },
                .each(group.options) { option in
                    let isTicked =
                        chosen.contains(option.code) || option.aliases.contains(where: chosen.contains)
                    let letter = option.letter.map { "\($0)．" } ?? ""
                    let jump = option.goto.map(words) ?? ""
                    return .span(
                        class: "box", .text("\(isTicked ? "☑" : "□")\(letter)\(option.label)\(jump)"))
                })
        }
    }

    private func words(_ jump: Jump) -> String {
        switch jump {
        case .item(let item): "→\(form.name(of: item))"
        case .end: "→结束"
        }
    }

    /// A line to write on, or what the roll says in its place.
    private func line(_ text: String, isLong: Bool = false, isBlank: Bool = false) -> HTML {
        .span(class: isLong ? "line long" : "line", .text(isBlank && text == "—" ? "" : text))
    }

    /// One cell for each of the 18 characters.
    private func cells(_ text: String) -> HTML {
        let signs = Array(text) + Array(repeating: Character(" "), count: max(0, 18 - text.count))
        return .p(class: "cells", .each(signs.prefix(18)) { .span(class: "cell", .text(String($0))) })
    }
}

extension Form {
    /// Who is asked, as the paper notes it: 仅第3题选D的回答; nothing when everybody is.
    func noteWords(_ note: Condition) -> String {
        switch note {
        case .chosen(let item, let codes): return "仅\(name(of: item))选\(codes.joined(separator: "、"))的填"
        case .always, .never, .answered, .fact, .all, .any, .not: return ""
        }
    }
}
