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

/// The parts of a bound file on their sheets.
struct BoundRecords: Sendable {
    let parts: [BoundPart]

    typealias Block = SheetBlock<BoundRecord>

    private static let sizes = SheetSizes(sheet: 630, head: 61, kept: 300, lineLength: 32)

    /// The records cut into blocks and the blocks put on sheets, as many as fit.
    var pages: [[Block]] {
        Self.sizes.pages(
            of: parts.flatMap { part in
                part.records.enumerated().map { place, record in
                    SheetRecord(
                        record: record, heading: place == 0 ? part.heading : nil, rows: record.rows,
                        isSigned: record.signature?.isPath == true)
                }
            })
    }
}

extension SheetBlock where Record == BoundRecord {
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
