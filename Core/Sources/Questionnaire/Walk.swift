// SPDX-License-Identifier: Apache-2.0

/// How far a person has come through a form.
///
/// An item is on the path when it is certain to be asked, whatever is answered later: an empty choice hides
/// only what hangs on it, so a gap never shortens the path beyond what the gap leaves open.
public struct Walk: Hashable, Sendable {
    /// The numbered questions asked, in order.
    public let path: [ItemID]
    /// Every item asked, basic information and write-ins included, in the paper's order.
    public let asked: [ItemID]
    /// The first item asked that demands an answer and has none; `nil` when nothing is missing.
    public let next: ItemID?
    /// Items answered but not asked: they count as empty everywhere.
    public let hidden: [ItemID]
}

extension Form {
    /// Follows a sheet through the form.
    public func walk(_ answers: Answers) -> Walk { walk(answers, marks(of: answers)) }

    func walk(_ answers: Answers, _ marks: Marks) -> Walk {
        let shown = items.indices.filter { marks.asked[$0] }
        let next = shown.first { !marks.filled[$0] && demands($0, marks) }
        let hidden = items.indices.filter { !marks.asked[$0] && answers[items[$0].id] != nil }
        return Walk(
            path: shown.filter { items[$0].number != nil }.map { items[$0].id },
            asked: shown.map { items[$0].id }, next: next.map { items[$0].id },
            hidden: hidden.map { items[$0].id })
    }

    /// The answers that count: those of items that are asked, each in its kind's own shape and spelling.
    public func counted(_ answers: Answers) -> Answers {
        let marks = marks(of: answers)
        var kept: [ItemID: Answer] = [:]
        for position in items.indices where marks.asked[position] {
            kept[items[position].id] = answers[items[position].id].map { shaped($0, at: position) }
        }
        return Answers(kept)
    }

    /// Whether an answer to an item that is asked is demanded.
    func demands(_ position: Int, _ marks: Marks) -> Bool {
        items[position].kind != .heading && demanded[position].holds(marks)
    }

    /// Reads a sheet into bits, item by item: what is not asked is not heard.
    func marks(of answers: Answers) -> Marks {
        var marks = Marks(count: items.count)
        for position in items.indices {
            marks.asked[position] = asked[position].holds(marks)
            guard marks.asked[position], let answer = answers[items[position].id] else { continue }
            marks.filled[position] = true
            marks.bits[position] = bits(of: answer, at: position)
        }
        return marks
    }

    /// The codes of an answer as bits; none for a single choice that is not exactly one known option.
    private func bits(of answer: Answer, at position: Int) -> UInt64 {
        if book.bits[position].isEmpty { return 0 }
        let entries = answer.entries
        if items[position].kind.isSingleChoice, entries.count != 1 { return 0 }
        return book.mask(entries, at: position)
    }

    private func shaped(_ answer: Answer, at position: Int) -> Answer {
        let entries = answer.entries.map { book.canonical[position][$0] ?? $0 }
        switch items[position].kind {
        case .multi, .place: return .list(entries)
        case .number, .year:
            guard entries.count == 1, let number = Int(entries[0]) else { return answer }
            return .number(number)
        case .text, .single, .yesNo, .day, .yearMonth, .residentID, .mobile, .phone, .heading:
            return entries.count == 1 ? .text(entries[0]) : answer
        }
    }
}
