// SPDX-License-Identifier: Apache-2.0

/// A sheet laid out along its form, read once: names looked up, entries trimmed, codes as bits.
struct SheetReading {
    /// The answer at each item, asked or not.
    private(set) var answers: [Answer?]
    /// Its entries, trimmed.
    private(set) var entries: [[String]]
    /// Names that the form does not have.
    private(set) var unknown: [ItemID] = []
    /// What is asked, and what of it is answered.
    private(set) var marks: Marks

    init(_ sheet: Answers, on form: Form) {
        let count = form.items.count
        answers = Array(repeating: nil, count: count)
        entries = Array(repeating: [], count: count)
        marks = Marks(count: count)
        for (id, answer) in sheet.byItem {
            guard let position = form.book.positions[id] else {
                unknown.append(id)
                continue
            }
            answers[position] = answer
            entries[position] = answer.entries
        }
        mark(form)
    }

    /// Item by item: what is not asked is not heard by those that follow.
    private mutating func mark(_ form: Form) {
        for position in form.asked.indices {
            guard form.asked[position].holds(marks) else { continue }
            marks.asked[position] = true
            guard answers[position] != nil else { continue }
            marks.filled[position] = true
            marks.bits[position] = form.bits(of: entries[position], at: position)
        }
    }
}

extension Form {
    /// The codes of an answer as bits; none for a single choice that is not exactly one known option.
    func bits(of entries: [String], at position: Int) -> UInt64 {
        if book.bits[position].isEmpty { return 0 }
        if entries.count != 1, items[position].kind.isSingleChoice { return 0 }
        return book.mask(entries, at: position)
    }
}
