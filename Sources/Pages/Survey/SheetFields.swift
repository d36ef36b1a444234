// SPDX-License-Identifier: Apache-2.0
import Questionnaire
import Wording

/// The items of a questionnaire as fields of a web form: one way for the telephone and for the typist.
public struct SheetFields: Sendable {
    /// The questionnaire.
    public let form: Form
    /// What the sheet says so far.
    public let answers: Answers
    /// What the roll says, to be compared; empty for somebody new.
    public let roll: Answers
    /// What is wrong, by item.
    public let faults: [ItemID: String]
    /// Whether the instrument's hints are left out: a typist has the paper at hand.
    public let isTerse: Bool

    /// Fields of one sheet.
    public init(
        _ form: Form, _ answers: Answers, roll: Answers = Answers(), faults: [ItemID: String] = [:],
        isTerse: Bool = false
    ) {
        self.form = form
        self.answers = answers
        self.roll = roll
        self.faults = faults
        self.isTerse = isTerse
    }

    /// The name under which an item's answer is sent, apart from the form's own fields.
    public static func name(_ item: ItemID) -> String { "a-\(item.name)" }

    /// The name of one part of a place, from 0.
    public static func name(_ item: ItemID, part: Int) -> String { "a-\(item.name)-\(part + 1)" }

    /// The fields of an item: one, or one for each part of a place; none for a heading.
    public func fields(_ item: Item) -> [Field] {
        if item.kind == .heading { return [] }
        if case .place(let parts) = item.kind { return places(item, parts) }
        return [
            Field(
                Self.name(item.id), item.label, control(item), isRequired: item.required == .always,
                hint: hint(item), fault: faults[item.id])
        ]
    }

    private func places(_ item: Item, _ parts: [String]) -> [Field] {
        // The raw list, since a blank part must keep its place.
        let told: [String] = if case .list(let list)? = answers[item.id] { list } else { [] }
        return parts.enumerated().map { index, part in
            Field(
                Self.name(item.id, part: index), "\(item.label)：\(part)",
                .text(told.indices.contains(index) ? told[index] : "", limit: 40), isRequired: true,
                hint: index == 0 ? hint(item) : nil, fault: index == 0 ? faults[item.id] : nil)
        }
    }

    /// The instrument's own hint, and what the roll says where the sheet says otherwise.
    private func hint(_ item: Item) -> String? {
        var words = isTerse ? [] : item.hint.map { [$0] } ?? []
        let saysHowMany = item.hint?.contains("项") ?? false
        if case .multi(_, let exactly) = item.kind, !isTerse, !saysHowMany {
            words.append(exactly.map { "请正好选\($0)项。" } ?? "可选多项。")
        }
        if let known = roll[item.id], known.entries != answers[item.id]?.entries {
            words.append("名册记载：\(form.words(known, at: item.id))。")
        }
        let unlike = words.enumerated().filter { index, word in
            !words[..<index].contains { $0.contains(word.dropLast(1)) }
        }
        return unlike.isEmpty ? nil : unlike.map(\.element).joined()
    }

    private func control(_ item: Item) -> Control {
        let text = answers[item.id]?.entries.joined(separator: "、") ?? ""
        switch item.kind {
        case .single(let options) where options.count > 26:
            return .select(options.map { Choice($0.code, $0.label) }, chosen: chosen(item).first)
        case .single(let options): return .radio(options.map(choice), chosen: chosen(item).first)
        case .yesNo: return .radio(item.kind.options.map(choice), chosen: chosen(item).first)
        case .multi(let options, _):
            return .checkboxes(options.map(choice), chosen: Set(chosen(item)))
        case .text(let length, _):
            return length.upperBound > 200
                ? .area(text, lines: 3, limit: length.upperBound) : .text(text, limit: length.upperBound)
        case .number(let limits), .year(let limits):
            return .number(text, from: limits.lowerBound, until: limits.upperBound)
        case .day: return .day(text)
        case .yearMonth: return .month(text)
        case .residentID: return .text(text, .identityNumber)
        case .mobile, .phone: return .text(text, .phone)
        case .place, .heading: return .fixed(text)
        }
    }

    private func choice(_ option: ItemOption) -> Choice {
        Choice(option.code, option.label, hint: option.group)
    }

    /// The codes chosen, other spellings counted as the option's own.
    private func chosen(_ item: Item) -> [String] {
        answers.codes(item.id).map { code in
            item.kind.options.first { $0.code == code || $0.aliases.contains(code) }?.code ?? code
        }
    }
}

extension ItemOption {
    /// The paper's letter, where the option has one; other codes are words of their own.
    var letter: String? {
        guard code.count == 1, let sign = code.first, sign.isASCII, sign.isLetter else { return nil }
        return code
    }
}

extension Form {
    /// An answer in the words of the paper: labels for codes, parts of a place in one line, — for nothing.
    public func words(_ answer: Answer?, at id: ItemID) -> String {
        guard let answer, !answer.isBlank else { return "—" }
        let options = item(id)?.kind.options ?? []
        let words = answer.entries.map { entry in
            guard let option = options.first(where: { $0.code == entry || $0.aliases.contains(entry) }) else {
                return entry
            }
            return option.letter.map { "\($0) \(option.label)" } ?? option.label
        }
        if case .place = item(id)?.kind { return words.joined(separator: " ") }
        return words.joined(separator: "、")
    }
}
