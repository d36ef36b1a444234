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
    public func walk(_ answers: Answers) -> Walk { walk(SheetReading(answers, on: self)) }

    /// The answers that count: those of items that are asked, each in its kind's own shape and spelling.
    public func counted(_ answers: Answers) -> Answers {
        let reading = SheetReading(answers, on: self)
        var kept: [ItemID: Answer] = [:]
        for position in items.indices where reading.marks.asked[position] {
            guard let answer = reading.answers[position] else { continue }
            kept[items[position].id] = shaped(answer, reading.entries[position], at: position)
        }
        return Answers(kept)
    }

    func walk(_ reading: SheetReading) -> Walk {
        var (path, asked, hidden): ([ItemID], [ItemID], [ItemID]) = ([], [], [])
        asked.reserveCapacity(items.count)
        var next: ItemID?
        for position in items.indices {
            let id = items[position].id
            guard reading.marks.asked[position] else {
                if reading.answers[position] != nil { hidden.append(id) }
                continue
            }
            asked.append(id)
            if items[position].number != nil { path.append(id) }
            if next == nil, isMissing(position, reading) { next = id }
        }
        return Walk(path: path, asked: asked, next: next, hidden: hidden)
    }

    /// Whether an item is asked, demands an answer and has none.
    func isMissing(_ position: Int, _ reading: SheetReading) -> Bool {
        reading.marks.asked[position] && !reading.marks.filled[position] && items[position].kind != .heading
            && demanded[position].holds(reading.marks)
    }

    private func shaped(_ answer: Answer, _ entries: [String], at position: Int) -> Answer {
        let entries = entries.map { book.canonical[position][$0] ?? $0 }
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
