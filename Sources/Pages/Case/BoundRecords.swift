// SPDX-License-Identifier: Apache-2.0
import Assistance

/// One paper of a bound file: what it is, of which day, by whom, and what it says.
struct BoundRecord: Sendable {
    var title: String
    var day: String
    /// The level and the one who did it.
    var level: String
    var by: String
    /// What it says, section by section; empty ones are left out.
    var rows: [(term: String, text: String)]
    var signature: Signature?

    init(
        _ title: String, day: String, level: String, by: String, rows: [(term: String, text: String)],
        signature: Signature? = nil
    ) {
        self.title = title
        self.day = day
        self.level = level
        self.by = by
        self.rows = rows.filter { !$0.text.isEmpty }
        self.signature = signature
    }
}

/// A part of a bound file: 联系记录, 走访记录.
struct BoundPart: Sendable {
    let heading: String
    let records: [BoundRecord]
}

/// Records laid out on sheets of fixed height by the server, since old browsers cannot number pages: heights
/// are reckoned in points from the type of `sheet-upright.css`, on the safe side.
struct BoundRecords: Sendable {
    let parts: [BoundPart]

    /// The height of a sheet's text, of a part's heading, a record's head, a line, and of a drawn signature.
    private static let sheetHeight = 630
    private static let headingHeight = 44
    private static let headHeight = 61
    private static let lineHeight = 16
    private static let rowPadding = 8
    private static let signatureHeight = 90
    /// A record no higher than this is not broken over two sheets.
    private static let kept = 300
    /// Characters on a line of a record, and the longest piece that is kept together.
    private static let lineLength = 32
    private static let pieceLength = 384

    /// A part of one record on one sheet.
    struct Block {
        let record: BoundRecord
        /// The part that begins with it.
        let heading: String?
        let isContinued: Bool
        var rows: [(term: String, text: String)] = []
        var isSigned = false
    }

    /// The records cut into blocks and the blocks put on sheets, as many as fit.
    var pages: [[Block]] {
        var pages: [[Block]] = []
        var left = 0
        func open(_ block: Block, need: Int) {
            let height = Self.headHeight + (block.heading == nil ? 0 : Self.headingHeight)
            if pages.isEmpty || left < height + need {
                pages.append([])
                left = Self.sheetHeight
            }
            pages[pages.count - 1].append(block)
            left -= height
        }
        func last(_ change: (inout Block) -> Void) {
            let page = pages.count - 1
            change(&pages[page][pages[page].count - 1])
        }
        for part in parts {
            for (place, record) in part.records.enumerated() {
                let rows = Self.pieces(record.rows)
                let whole = rows.reduce(0) { $0 + Self.height($1.text) }
                open(
                    Block(record: record, heading: place == 0 ? part.heading : nil, isContinued: false),
                    need: whole <= Self.kept ? whole : rows.first.map { Self.height($0.text) } ?? 0)
                for row in rows {
                    let height = Self.height(row.text)
                    if left < height {
                        open(Block(record: record, heading: nil, isContinued: true), need: height)
                    }
                    last { $0.rows.append(row) }
                    left -= height
                }
                guard record.signature?.isPath == true else { continue }
                if left < Self.signatureHeight {
                    open(
                        Block(record: record, heading: nil, isContinued: true), need: Self.signatureHeight)
                }
                last { $0.isSigned = true }
                left -= Self.signatureHeight
            }
        }
        return pages
    }

    /// Lines as they break: those that were typed, each as long as it is.
    private static func height(_ text: String) -> Int {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .reduce(0) { $0 + max(1, ($1.count + lineLength - 1) / lineLength) }
        return lines * lineHeight + rowPadding
    }

    /// Long texts in pieces, each of which fits on a sheet.
    private static func pieces(
        _ rows: [(term: String, text: String)]
    ) -> [(term: String, text: String)] {
        rows.flatMap { term, text in
            var pieces: [(term: String, text: String)] = []
            var rest = text[...]
            repeat {
                pieces.append((pieces.isEmpty ? term : "（续）", String(rest.prefix(pieceLength))))
                rest = rest.dropFirst(pieceLength)
            } while !rest.isEmpty
            return pieces
        }
    }
}

extension BoundRecords.Block {
    var html: HTML {
        let head = [
            Fact("材料", record.title + (isContinued ? "（续）" : "")), Fact("日期", record.day),
            Fact("级别", record.level), Fact("经办人", record.by),
        ]
        return .with(heading) { .h2($0) }
            + .div(
                class: "record", .facts(head + rows.map { Fact($0.term, .text($0.text), isWide: true) }),
                .with(isSigned ? record.signature : nil) { .signature($0) })
    }
}
