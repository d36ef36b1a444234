// SPDX-License-Identifier: Apache-2.0

extension RehearsalPage.Outcome {
    /// What changes, the figures, and who falls late.
    var html: HTML {
        .notice(sentence + "什么也没有启用。")
            + .with(warning) { .notice($0, .warning) }
            + .when(!changes.isEmpty, tiles)
            + .card("改动", changeTable)
            + .when(!rules.isEmpty, .card("按事项", ruleTable))
            + .when(!groups.isEmpty, .element("div", [.id("units")], .card("按社区（村）", unitTable)))
            + .when(total.late > 0, .element("div", [.id("late")], .card("因此逾期的", lateTable)))
    }

    private var tiles: HTML {
        let moved = Tile("期限变动", String(total.moved), "项", "#units", tone: total.moved > 0 ? .blue : .plain)
        let passes = Tile("换人办理", String(total.passes), "项", "#units", tone: .blue)
        let appears = Tile(
            "新增", String(total.appears), "项", "#units", tone: total.appears > 0 ? .orange : .plain)
        let vanishes = Tile("不再需要", String(total.vanishes), "项", "#units")
        let late = Tile(
            "因此逾期", String(total.late), "项", total.late > 0 ? "#late" : "#units",
            note: total.freed > 0 ? "另有\(total.freed)项不再逾期" : nil, tone: total.late > 0 ? .red : .plain)
        return .tiles([moved] + (total.passes > 0 ? [passes] : []) + [appears, vanishes, late])
    }

    private var changeTable: HTML {
        guard !changes.isEmpty else { return .nothing("这份文件与正在执行的一致，没有变化。") }
        return DataTable(
            columns: [Column("名称", .name), Column("改动", .state), Column("现在"), Column("改后")],
            rows: changes.map {
                Row([.text($0.subject), .text($0.part), .text($0.before), .text($0.after)])
            }, caption: "改动"
        ).html
    }

    /// Only the figures of which there are any: a phone shows each as a line.
    private var figures: [Column] {
        total.figures.filter { $0.count > 0 }.map { Column($0.title, .figure) }
    }

    private func cells(_ counts: RehearsalPage.Counts) -> [Cell] {
        zip(total.figures, counts.figures).filter { $0.0.count > 0 }.map { _, figure in
            guard figure.count > 0 else { return "" }
            return figure.tone.map { .tag(Tag(String(figure.count), $0)) } ?? .text(String(figure.count))
        }
    }

    private var ruleTable: HTML {
        DataTable(
            columns: [Column("事项", .name)] + figures,
            rows: rules.map { Row([.text($0.rule)] + cells($0.counts)) }, caption: "按事项"
        ).html
    }

    private var unitTable: HTML {
        let rows = groups.map { group in
            Row([.text(group.unit), .text(group.town), .text(group.rule)] + cells(group.counts))
        }
        return DataTable(
            columns: [Column("社区（村）", .name), Column("街（镇）"), Column("事项")] + figures, rows: rows,
            caption: "按社区（村）"
        ).html + .when(hiddenGroups > 0, .p(class: "hint", .text("另有\(hiddenGroups)行没有列出，合计在上面。")))
    }

    private var lateTable: HTML {
        guard !hidesPeople else { return .p("您的账号不查看个人信息，这里只有数字；区级公共就业服务人员可以看到是哪些人。") }
        let rows = late.map { one in
            Row([
                one.link.map { .link(one.name, $0) } ?? .text(one.name), .text(one.unit), .text(one.rule),
                .text(one.words),
            ])
        }
        let told = late.map(\.count).reduce(0, +)
        let rest = total.late - told
        return DataTable(
            columns: [Column("姓名", .name), Column("社区（村）"), Column("事项"), Column("期限")], rows: rows,
            caption: "因此逾期的"
        ).html + .when(rest > 0, .p(class: "hint", .text("先列困难程度高的\(told)项，另有\(rest)项没有列出。")))
    }
}
