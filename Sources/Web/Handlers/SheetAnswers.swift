// SPDX-License-Identifier: Apache-2.0
import Pages
import Questionnaire

/// Reads answers from what a form of `SheetFields` sent.
struct SheetAnswers {
    let form: Form
    let sent: Fields

    /// The answer at an item; `nil` when nothing was typed or ticked.
    func answer(_ item: Item) -> Answer? {
        switch item.kind {
        case .multi:
            let codes = sent.all(SheetFields.name(item.id))
            return codes.isEmpty ? nil : .list(codes)
        case .place(let parts):
            let written = parts.indices.map { sent.text(SheetFields.name(item.id, part: $0)) }
            return written.allSatisfy(\.isEmpty) ? nil : .list(written)
        case .text, .number, .single, .yesNo, .day, .yearMonth, .year, .residentID, .mobile, .phone:
            return form.answer(written: sent.text(SheetFields.name(item.id)), at: item.id)
        case .heading: return nil
        }
    }

    /// What was sent for the items, to be sent once more with a consent.
    func pairs(_ items: [Item]) -> [(name: String, value: String)] {
        let names = Set(
            items.flatMap { item -> [String] in
                guard case .place(let parts) = item.kind else { return [SheetFields.name(item.id)] }
                return parts.indices.map { SheetFields.name(item.id, part: $0) }
            })
        return sent.pairs.filter { names.contains($0.name) }
    }

    /// The reasons given for oddities; the name of the field holds code and item.
    var confirmations: [Confirmation] {
        sent.pairs.compactMap { name, value in
            let parts = name.split(separator: ":", omittingEmptySubsequences: false)
            let reason = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard parts.count == 3, parts[0] == "why", !reason.isEmpty else { return nil }
            return Confirmation(String(parts[1]), item: ItemID(String(parts[2])), reason: reason)
        }
    }

    static func reasonName(_ finding: Finding) -> String { "why:\(finding.code):\(finding.item)" }
}
