// SPDX-License-Identifier: Apache-2.0

import Assistance
import Questionnaire
import Sheets

/// Reads the cell of one item into the shape in which answers travel. What is wrong with the answer itself the
/// questionnaire says; here only what a cell cannot be.
struct AnswerReading: Sendable {
    let item: Item
    /// The code for each way to write an option.
    private let codes: [String: String]

    init(_ item: Item) {
        self.item = item
        var codes: [String: String] = [:]
        for option in item.kind.options {
            for name in [option.label, option.code + option.label, option.code] + option.aliases {
                codes[Self.folded(name)] = option.code
            }
        }
        self.codes = codes
    }

    /// Without blanks and the marks behind a letter, in capitals.
    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where !scalar.properties.isWhitespace && !".．、:：".unicodeScalars.contains(scalar) {
            folded.append(scalar)
        }
        return String(folded).uppercased()
    }

    @Sendable func take(_ cell: SheetCell, _ draft: inout SurveyDraft) -> CellFault? {
        if case .residentID = item.kind, case .damaged = IdentityCell.read(cell, rules: .standard) {
            return CellFault(IdentityCell.damagedSays)
        }
        draft.answers[item.id] = answer(cell)
        return nil
    }

    private func answer(_ cell: SheetCell) -> Answer {
        let text = CellText.plain(cell)
        switch item.kind {
        case .single: return .text(code(text))
        case .yesNo:
            return .text(CellText.yesNo(cell).map { $0 ? ItemOption.yes.code : ItemOption.no.code } ?? text)
        case .multi: return .list(several(text))
        case .number:
            return CellText.number(cell).flatMap { Int(exactly: $0) }.map { .number($0) } ?? .text(text)
        case .year:
            return Int(text.hasSuffix("年") ? String(text.dropLast()) : text).map { .number($0) }
                ?? .text(text)
        case .day, .yearMonth: return .text(date(cell) ?? text)
        case .place:
            let parts = text.split { $0.isWhitespace || "、,，/".contains($0) }.map(String.init)
            return .list(parts)
        case .residentID: return .text(text.uppercased())
        case .text, .mobile, .phone, .heading: return .text(text)
        }
    }

    /// A letter before words is the code: `A 已就业`, `A.已就业`.
    private func code(_ text: String) -> String { codes[Self.folded(text)] ?? text }

    /// Codes parted by signs, or letters one after the other: `A;C`, `A、C`, `AC`.
    private func several(_ text: String) -> [String] {
        let parts = text.split { ";；、,，/|\n ".contains($0) }.map(String.init)
        if parts.count == 1, parts[0].utf8.count > 1, codes[Self.folded(parts[0])] == nil {
            let letters = parts[0].uppercased().map(String.init)
            if letters.allSatisfy({ codes[$0] == $0 }) { return letters }
        }
        return parts.map(code)
    }

    private func date(_ cell: SheetCell) -> String? {
        guard let date = CellText.date(cell) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        guard case .day = item.kind else { return "\(date.year)-\(two(date.month))" }
        return date.day.map { "\(date.year)-\(two(date.month))-\(two($0))" }
    }
}
