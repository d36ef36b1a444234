// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// Those invited, their sign-in and what came of it.
extension FairPage {
    // MARK: 邀请

    var invitations: HTML {
        let isRunning = [.coming, .today].contains(file.standing)
        let tools: HTML =
            .when(
                file.mayInvite && isRunning,
                .buttonLink("按匹配结果邀请", to: .fair(id, "proposals"), isPrimary: true))
            + .when(
                isRunning && !(guests?.rows.isEmpty ?? true),
                .buttonLink("打印邀请函", to: .fair(id, "invitations")))
        return .card(
            "邀请", tools: tools,
            .when(file.standing == .planned, .notice("公布以后才能邀请。")),
            list("还没有邀请过本单位的援助对象。", [Column("岗位"), Column("邀请日期", .fixed), Column("办理", .acts)]) { line in
                [.html(meant(line.guest)), .text(line.guest.on.iso), .html(guestActs(line))]
            })
    }

    private func meant(_ guest: FairGuest) -> HTML {
        .ul(
            guest.vacancies.map { vacancy in
                guard let (line, found) = file.vacancy(vacancy) else { return .text("展位已撤销") }
                let isOffered = found.isOffered(on: line.day)
                return .text("\(line.stand.number)号 \(line.employer.facts.name) \(found.facts.post)")
                    + .when(!isOffered, .text(" ") + .tag(Tag(found.whyNotOffered(on: line.day), .grey)))
            })
    }

    private func guestActs(_ line: FairGuestLine) -> HTML {
        let guest = line.guest.caseID
        let isRunning = [.coming, .today].contains(file.standing)
        return .when(
            line.isToBeTold,
            .act("已通知", to: .fair(id, guest: guest, "told"), context) + .text(" "))
            + .when(
                isRunning,
                .a(
                    Link(
                        "/fairs/\(id.number)/invitations", query: [("case", String(guest.number))]), "打印")
                    + .text(" "))
            + .when(
                isRunning && line.isMine && line.guest.came == nil,
                .a(.fair(id, guest: guest, "withdrawal"), "撤回"))
    }

    private func list(
        _ nothing: String, _ columns: [Column], _ cells: (FairGuestLine) -> [Cell]
    ) -> HTML {
        guard let guests else { return .empty }
        let others: HTML = .when(
            guests.others > 0, .p(class: "hint", .text("另有\(guests.others)人由其他单位邀请，不在您的管辖范围内。")))
        guard !guests.rows.isEmpty else { return .nothing(nothing) + others }
        let rows = guests.rows.map { line in
            Row(
                [
                    .link(line.person.name, .assistanceCase(line.guest.caseID)), .tag(state(line)),
                    .text(line.person.village?.name ?? ""),
                ] + cells(line))
        }
        return DataTable(
            columns: [Column("姓名", .name), Column("状态", .state), Column("村（社区）")] + columns, rows: rows,
            caption: "受邀人员"
        ).html + others
            + .pager(previous: nil, next: guests.next.map { .fair(id, tab: leaf, from: $0) })
    }

    private func state(_ line: FairGuestLine) -> Tag {
        if line.isToBeTold { return Tag("要通知", .orange) }
        if line.guest.came != nil { return Tag("已到场", .green) }
        return line.guest.result?.outcome == .absent ? Tag("未到场", .grey) : Tag("已邀请", .blue)
    }

    // MARK: 签到

    var arrivals: HTML {
        let figures = file.figures
        let counted = "邀请\(figures.invited)人，已到场\(figures.came)人；现场来访\(figures.walkIns)人。"
        return .join(
            .when(
                file.standing != .today && file.standing != .closed && file.standing != .over,
                .notice("招聘会当天（\(fair.facts.day.inDocuments)）才能签到。")),
            .when(file.mayHold && file.standing == .today, codeForm),
            .when(file.mayHold && [.today, .over].contains(file.standing), walkInForm),
            .card(
                "到场情况",
                tools: .when(
                    file.mayHold && fair.announcedOn != nil && fair.cancelledOn == nil,
                    .buttonLink("打印签到二维码", to: .fair(id, "sign-in-poster"))), .p(counted),
                list("没有可以登记的受邀人员。", [Column("签到方式"), Column("办理", .acts)]) { line in
                    [.text(line.guest.came?.by.word ?? ""), .html(arrivalActs(line))]
                }))
    }

    /// A reader works as a keyboard and ends with Enter, so the field stands ready.
    private var codeForm: HTML {
        .card(
            "扫邀请函签到",
            .form(
                to: .fair(id, "sign-in"), context, kind: .act,
                .element(
                    "div", [.class(fault == nil ? "field" : "field wrong")],
                    .element("label", [Attribute("for", "f-code")], "邀请函上的签到码"),
                    .void(
                        "input",
                        [
                            .type("text"), .name("code"), .id("f-code"), Attribute("maxlength", "200"),
                            Attribute("autocomplete", "off"), Attribute("autocapitalize", "characters"),
                            .flag("autofocus"),
                        ]),
                    .div(class: "hint", "用扫码枪扫邀请函，或者输入8位签到码，按回车"),
                    .with(fault) { .div(class: "fault", .text($0)) }),
                .buttons(Button("签到"))))
    }

    private var walkInForm: HTML {
        .card(
            "现场来访人数",
            .form(
                to: .fair(id, "walk-ins"), context, .hidden("seen", String(fair.walkIns)),
                .fields([
                    Field(
                        "count", "没有邀请、自己来的人数",
                        .number(String(fair.walkIns), unit: "人", from: 0, until: 99_999),
                        hint: "只记人数，不登记姓名")
                ]), .buttons(Button("保存人数"))))
    }

    private func arrivalActs(_ line: FairGuestLine) -> HTML {
        let guest = line.guest.caseID
        guard line.isMine || file.mayHold, fair.closedOn == nil, fair.cancelledOn == nil else {
            return .empty
        }
        if line.guest.came != nil {
            return .a(.fair(id, guest: guest, "sign-in-withdrawal"), "撤销签到")
        }
        return .when(
            file.standing == .today, .act("到场", to: .fair(id, guest: guest, "sign-in"), context))
    }
}
