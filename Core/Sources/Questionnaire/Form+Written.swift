// SPDX-License-Identifier: Apache-2.0

extension Form {
    /// Reads what a cell of a table holds at an item: several entries stand behind semicolons or commas,
    /// wide digits and letters count as plain ones, other spellings of an option as its code.
    ///
    /// Nothing is lost: what cannot be read stays as text and becomes a finding. `nil` for a blank cell.
    public func answer(written text: String, at id: ItemID) -> Answer? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        guard let position = book.positions[id] else { return .text(text) }
        switch items[position].kind {
        case .multi: return .list(split(text, at: ";；、,，", position))
        case .place(let parts):
            let found = split(text, at: ";；/", position)
            return found.count == parts.count ? .list(found) : .text(text)
        case .number, .year:
            let plain = text.narrowed
            return Int(plain).map { .number($0) } ?? .text(plain)
        case .residentID: return .text(text.narrowed.uppercased())
        case .day, .yearMonth, .mobile, .phone: return .text(text.narrowed)
        case .single, .yesNo:
            let plain = text.narrowed
            return .text(book.canonical[position][plain] ?? plain)
        case .text, .heading: return .text(text)
        }
    }

    private func split(_ text: String, at marks: String, _ position: Int) -> [String] {
        text.split(whereSeparator: marks.contains).map { String($0).trimmed }.filter { !$0.isEmpty }.map {
            book.canonical[position][$0.narrowed] ?? (book.bits[position][$0] == nil ? $0.narrowed : $0)
        }
    }
}
