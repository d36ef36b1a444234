// SPDX-License-Identifier: Apache-2.0
import Desk
import Wording

/// The lines behind a figure of 督办: for whom, what, since when, by whom.
public struct OwedWorkPage: Page {
    public var unit: String
    public var span: WorkSpan
    /// The short name of the rule; `nil` for all.
    public var matter: String?
    public var isUnassigned: Bool
    /// How many lines there are, counting to a thousand.
    public var count: Int
    public var lines: [WorkLine]
    public var next: Link?
    public var back: Link
    public var showsVillage: Bool

    public init(
        unit: String, span: WorkSpan, matter: String?, isUnassigned: Bool, count: Int, lines: [WorkLine],
        next: Link?, back: Link, showsVillage: Bool
    ) {
        self.unit = unit
        self.span = span
        self.matter = matter
        self.isUnassigned = isUnassigned
        self.count = count
        self.lines = lines
        self.next = next
        self.back = back
        self.showsVillage = showsVillage
    }

    public var title: String { "督办名单" }
    public var trail: [Crumb] { [Crumb("督办", back)] }

    public var body: HTML {
        let words = [
            unit, span == .all ? "应办未办" : span.word, isUnassigned ? "未落实到人" : nil, matter,
        ].compactMap(\.self).joined(separator: "，")
        return .section(
            .heading(title, .buttonLink("返回督办", to: back)),
            .p("\(words)：共\(count >= 1000 ? "999以上" : String(count))项。"), list,
            .pager(previous: nil, next: next), .when(!lines.isEmpty, WorkTable.hint))
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("没有这样的事项。") }
        return WorkTable(lines: lines, showsVillage: showsVillage, showsOwner: true).html
    }
}
