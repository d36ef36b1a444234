// SPDX-License-Identifier: Apache-2.0

/// Lines of work as a table that is worked through by keyboard: the arrow keys stop at the form of each line,
/// and `o` opens its person.
public struct WorkTable: Sendable {
    public var lines: [WorkLine]
    /// Offices see whose village a line is; a village knows.
    public var showsVillage: Bool
    public var showsOwner: Bool

    public init(lines: [WorkLine], showsVillage: Bool, showsOwner: Bool) {
        self.lines = lines
        self.showsVillage = showsVillage
        self.showsOwner = showsOwner
    }

    public var html: HTML {
        var columns = [Column("姓名", .name), Column("事项"), Column("期限", .state), Column("办理期限")]
        if showsVillage { columns.append(Column("村（社区）")) }
        columns.append(Column("走访分类"))
        if showsOwner { columns.append(Column("由谁办理")) }
        columns += [Column("依据"), Column("办理", .acts)]
        return DataTable(columns: columns, rows: lines.map(row)).html
    }

    private func row(_ line: WorkLine) -> Row {
        var cells: [Cell] = [
            .html(.element("a", [.href(line.link), .data("open", "")], .text(line.name))),
            .text(line.title), .tag(line.due), .text(line.dueWords),
        ]
        if showsVillage { cells.append(.text(line.village)) }
        cells.append(.text(line.hardness > 0 ? "第\(Self.classWords[line.hardness - 1])类" : "—"))
        if showsOwner { cells.append(line.owner) }
        cells.append(.html(.why(line.because)))
        cells.append(
            .html(
                .with(line.act) {
                    .element("a", [.class("button"), .href($0.link), .data("act", "")], .text($0.label))
                }))
        return Row(cells, tone: line.due.tone == .red ? .red : nil)
    }

    private static let classWords = ["一", "二", "三", "四"]

    /// The keys, said at the foot of the list; without a script the tabulator does the same, more slowly.
    public static let hint = HTML.p(
        class: "hint keys-hint",
        "键盘：j、k 或上下方向键选行，回车办理，o 打开档案，? 查看全部快捷键。")
}
