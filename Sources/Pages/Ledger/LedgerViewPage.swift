// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One ledger on the screen: totals that open their lists, a filter, the lines.
public struct LedgerViewPage: Page {
    /// The ledger's page as it was compiled.
    public var view: LedgerView
    /// The totals; each opens exactly the lines it counts.
    public var tiles: [Tile]
    /// Unit, period and tag.
    public var filter: FilterRow
    /// The first page, when another one is shown.
    public var first: Link?
    /// The next page.
    public var next: Link?
    /// The number of the first line.
    public var firstNumber: Int
    /// Paper and files, for those who may take them: what stands on the button, and where it leads.
    public var tools: [(label: String, link: Link)]

    /// A ledger.
    public init(
        _ view: LedgerView, tiles: [Tile], filter: FilterRow, first: Link?, next: Link?, firstNumber: Int,
        tools: [(label: String, link: Link)]
    ) {
        self.view = view
        self.tiles = tiles
        self.filter = filter
        self.first = first
        self.next = next
        self.firstNumber = firstNumber
        self.tools = tools
    }

    /// The page's name.
    public var title: String { view.ledger.title }
    /// Under the list of ledgers.
    public var trail: [Crumb] { [Crumb("各类台账", "/ledgers")] }

    /// Totals, filter, list.
    public var body: HTML {
        .join(
            .heading(
                "\(view.unit?.name ?? "")\(title)", .each(tools) { .buttonLink($0.label, to: $0.link) }),
            .p(class: "hint", "\(view.periodWords)　\(view.ledger.content)。"), .tiles(tiles), filter.html,
            list,
            .p(
                class: "hint",
                "共\(view.count)\(view.ledger.unit)。证件号码和电话只显示一部分。制表人：\(view.compiler)　制表日期：\(view.day.iso)"))
    }

    private var list: HTML {
        guard !view.lines.isEmpty else {
            return .join(.nothing("没有符合条件的记录。"), .pager(previous: first, next: nil))
        }
        let headings = view.ledger.headings
        let rows = view.lines.map { line in
            Row(zip(headings, line.cells).map { cell($1, under: $0, of: line) })
        }
        return .join(
            DataTable(
                columns: headings.map { Column($0.title, $0.kind.style) }, rows: rows,
                firstNumber: firstNumber, caption: title
            ).html, .pager(previous: first, next: next))
    }

    private func cell(_ cell: LedgerCell, under heading: LedgerHeading, of line: LedgerLine) -> Cell {
        let words = cell.words
        switch heading.kind {
        case .name: return .link(words.isEmpty ? "未填姓名" : words, .ledgerLine(line.opens))
        case .tag: return .tag(Tag(words, .blue))
        case .long:
            // Long records are folded away, so that a line stays a line.
            guard words.count > 24 else { return .text(words) }
            return .html(.why(cell.parts, "查看"))
        case .text, .day, .number: return .text(words)
        }
    }
}

extension LedgerCell {
    /// The things that stand one under the other.
    var parts: [String] {
        if case .lines(let cells) = self { cells.map(\.words).filter { !$0.isEmpty } } else { [words] }
    }
}

extension LedgerHeading.Kind {
    fileprivate var style: Column.Kind {
        switch self {
        case .name: .name
        case .text, .long: .words
        case .day: .fixed
        case .number: .figure
        case .tag: .state
        }
    }
}

extension Link {
    /// What a line of a ledger tells of.
    static func ledgerLine(_ target: LedgerLine.Target) -> Link {
        switch target {
        case .assistanceCase(let id): .assistanceCase(id)
        case .statusRecord(let id): .assistanceCase(id, "status")
        case .meeting(let unit, let act): Link("/meetings/\(unit.number)/\(act.number)")
        case .vacancy(let id): .vacancy(id)
        case .unit(let unit): Link("/meetings", query: [("unit", String(unit.number))])
        }
    }
}
