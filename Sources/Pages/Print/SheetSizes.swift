// SPDX-License-Identifier: Apache-2.0

/// Records laid out on sheets of fixed height by the server, since old browsers cannot number pages: heights
/// are reckoned in points from the type of `sheet-upright.css`, on the safe side.
struct SheetSizes: Sendable {
    /// The height of a sheet's text.
    var sheet: Int
    /// The height of a part's heading, and of a record's head with its frame.
    var heading = 44
    var head: Int
    /// The height of a line of a record, and what a row takes beyond its lines.
    var line = 16
    var padding = 8
    /// The height of a drawn signature.
    var signature = 90
    /// A record no higher than this is not broken over two sheets.
    var kept = 0
    /// Characters on a line of a record.
    var lineLength: Int
    /// Lines of the longest piece that is kept together.
    var pieceLines = 12
}

/// One record to be laid out.
struct SheetRecord<Record: Sendable>: Sendable {
    let record: Record
    /// The part that begins with it.
    var heading: String?
    /// What it says, section by section.
    let rows: [(term: String, text: String)]
    /// Whether a drawn signature stands under it.
    var isSigned = false
}

/// A part of one record on one sheet.
struct SheetBlock<Record: Sendable>: Sendable {
    let record: Record
    let heading: String?
    let isContinued: Bool
    var rows: [(term: String, text: String)] = []
    var isSigned = false
}

extension SheetSizes {
    /// The records cut into blocks and the blocks put on sheets, as many as fit.
    func pages<Record>(of records: [SheetRecord<Record>]) -> [[SheetBlock<Record>]] {
        var sheets = Sheets<Record>(sizes: self)
        for record in records { sheets.take(record) }
        return sheets.pages
    }

    /// Lines as they break: those that were typed, each as long as it is.
    func height(_ text: String) -> Int {
        let count = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .reduce(0) { $0 + lines($1.count) }
        return count * line + padding
    }

    private func lines(_ characters: Int) -> Int { max(1, (characters + lineLength - 1) / lineLength) }

    /// Long texts in pieces, each of which fits on a sheet; what continues one says so.
    func pieces(_ rows: [(term: String, text: String)]) -> [(term: String, text: String)] {
        rows.flatMap { term, text in
            pieces(of: text).enumerated().map { (term: $0.offset == 0 ? term : "（续）", text: $0.element) }
        }
    }

    private func pieces(of text: String) -> [String] {
        var pieces = [""]
        var left = pieceLines
        for (place, paragraph) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            var rest = paragraph[...]
            var isFirst = true
            repeat {
                if left == 0 {
                    pieces.append("")
                    left = pieceLines
                } else if isFirst, place > 0 {
                    pieces[pieces.count - 1] += "\n"
                }
                let part = rest.prefix(left * lineLength)
                pieces[pieces.count - 1] += part
                left -= lines(part.count)
                rest = rest.dropFirst(part.count)
                isFirst = false
            } while !rest.isEmpty
        }
        return pieces
    }
}

/// Sheets being filled.
private struct Sheets<Record: Sendable> {
    let sizes: SheetSizes
    var pages: [[SheetBlock<Record>]] = []
    private var left = 0

    init(sizes: SheetSizes) { self.sizes = sizes }

    mutating func take(_ record: SheetRecord<Record>) {
        let rows = sizes.pieces(record.rows)
        let whole = rows.reduce(0) { $0 + sizes.height($1.text) }
        open(
            SheetBlock(record: record.record, heading: record.heading, isContinued: false),
            need: whole <= sizes.kept ? whole : rows.first.map { sizes.height($0.text) } ?? 0)
        for row in rows {
            let height = sizes.height(row.text)
            makeRoom(height, for: record)
            change { $0.rows.append(row) }
            left -= height
        }
        guard record.isSigned else { return }
        makeRoom(sizes.signature, for: record)
        change { $0.isSigned = true }
        left -= sizes.signature
    }

    private mutating func makeRoom(_ height: Int, for record: SheetRecord<Record>) {
        guard left < height else { return }
        open(SheetBlock(record: record.record, heading: nil, isContinued: true), need: height)
    }

    private mutating func open(_ block: SheetBlock<Record>, need: Int) {
        let height = sizes.head + (block.heading == nil ? 0 : sizes.heading)
        if pages.isEmpty || left < height + need {
            pages.append([])
            left = sizes.sheet
        }
        pages[pages.count - 1].append(block)
        left -= height
    }

    private mutating func change(_ change: (inout SheetBlock<Record>) -> Void) {
        let page = pages.count - 1
        change(&pages[page][pages[page].count - 1])
    }
}
