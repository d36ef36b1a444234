// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 人员档案: people within the reader's scope, found by name, pinyin, ID number or phone.
public struct PeoplePage: Page {
    public var rows: [PersonLine]
    public var next: Link?
    /// What was searched for, as typed; empty for the whole list.
    public var typed: String
    public var search: Link
    public var units: [Choice]
    public var unit: String?
    public var category: HardshipCategory?
    public var isArchive: Bool
    public var mayAdd: Bool
    public var maySettle: Bool
    public var context: FormContext

    public init(
        rows: [PersonLine], next: Link?, typed: String, search: Link, units: [Choice], unit: String?,
        category: HardshipCategory?, isArchive: Bool, mayAdd: Bool,
        maySettle: Bool, context: FormContext
    ) {
        self.rows = rows
        self.next = next
        self.typed = typed
        self.search = search
        self.units = units
        self.unit = unit
        self.category = category
        self.isArchive = isArchive
        self.mayAdd = mayAdd
        self.maySettle = maySettle
        self.context = context
    }

    public var title: String { "人员档案" }

    public var body: HTML {
        .section(
            .heading(
                "人员档案", .when(mayAdd, .buttonLink("新增人员", to: "/people/new")),
                .when(maySettle, .buttonLink("疑似重复", to: "/people/duplicates"))),
            filter, list, .pager(previous: nil, next: next))
    }

    /// Posted, so that names and numbers never stand in an address.
    private var filter: HTML {
        .form(
            to: search, context, kind: .act,
            .element(
                "div", [.class("filter")],
                .field(
                    Field(
                        "typed", "姓名、拼音、身份证号（或后四位）、电话", .text(typed, .search))),
                .when(!units.isEmpty, .field(Field("unit", "单位", .select(units, chosen: unit, none: "全部")))),
                .field(
                    Field(
                        "category", "困难类别",
                        .select(
                            HardshipCategory.allCases.map { Choice($0.rawValue, $0.shortWord) },
                            chosen: category?.rawValue, none: "全部"))),
                .tick("archive", "已离开名册的人员", isTicked: isArchive),
                .buttons(Button("查询"))))
    }

    private var list: HTML {
        guard !rows.isEmpty else {
            return .nothing(typed.isEmpty ? "名册里还没有人。" : "没有找到符合条件的人员。请核对后再查，或换一种查法。")
        }
        return DataTable(
            columns: [
                Column("姓名", .name), Column("性别"), Column("年龄", .figure), Column("身份证号", .fixed),
                Column("联系电话", .fixed), Column("村（社区）"), Column("困难类别"), Column("走访分类"),
            ], rows: rows.map(row)
        ).html
    }

    private func row(_ line: PersonLine) -> Row {
        Row([
            .link(line.name, .person(line.id)), .text(line.sex?.word ?? "—"),
            .text(line.age.map(String.init) ?? "—"), .text(line.identity.isEmpty ? "—" : line.identity),
            .text(line.mobile.isEmpty ? "—" : line.mobile), .text(line.village?.name ?? "—"),
            .text(line.categories.isEmpty ? "—" : line.categories.map(\.shortWord).joined(separator: "、")),
            .text(line.visitClass.map(\.word) ?? "—"),
        ])
    }
}
