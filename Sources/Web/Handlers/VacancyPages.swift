// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Imports
import Pages
import Wording

/// 岗位信息: the list, one vacancy, and what is done with it (05.w2, 05.r2, 14.w2).
enum VacancyPages {
    static let routes: [Routes.Entry] =
        [
            .get("/vacancies", .seeVacancies, list),
            .get("/vacancies/:id", .seeVacancies) { .page(try await page($0, .fresh)) },
            .post("/vacancies/:id/confirmations", .keepVacancies, confirm),
            .get("/vacancies/:id/closing", .keepVacancies) { .page(try await closingPage($0, .fresh)) },
            .post("/vacancies/:id/closing", .keepVacancies, close),
            .get("/vacancies/:id/reopening", .keepVacancies) { .page(try await reopeningPage($0, .fresh)) },
            .post("/vacancies/:id/reopening", .keepVacancies, reopen),
        ] + VacancyFormPages.routes

    // MARK: The list

    static func list(_ ask: Ask) async throws -> Reply {
        let query = query(ask)
        let found = try await ask.office.vacancyList(query, after: ask.after, by: ask.actor)
        let stale =
            query.standing == .stale
            ? nil
            : try await ask.office.store.vacancyCount(
                VacancyQuery(standing: .stale), at: ask.office.vacancyClock
            ).posts
        return .page(
            VacanciesPage(
                filter: filter(ask), lines: found.rows.map { line($0, ask) }, count: found.count,
                stale: stale, tools: tools(ask), first: ask.after == nil ? nil : link(ask, nil),
                next: found.next.map { link(ask, $0) }))
    }

    static func line(_ row: VacancyRow, _ ask: Ask) -> VacancyLine {
        VacancyLine(
            row, standing: ask.office.standing(of: row.vacancy), place: place(row.vacancy, ask),
            unit: ask.office.tree[row.vacancy.unit]?.name ?? "")
    }

    static func place(_ vacancy: Vacancy, _ ask: Ask) -> String {
        vacancy.facts.placeWords(vacancy.facts.place.unit.flatMap { ask.office.tree[$0]?.name })
    }

    /// What the address asks for; open ones where it names no state.
    static func query(_ ask: Ask) -> VacancyQuery {
        let fields = ask.query
        let standing = fields["standing"]
        let isMine = fields["who"] == "mine"
        return VacancyQuery(
            scope: isMine ? ask.actor.scope(for: .seeVacancies, in: ask.office.tree) : .district,
            standing: standing == "all" ? nil : standing.map { VacancyStanding(rawValue: $0) } ?? .open,
            level: fields["level"].flatMap(VacancyLevel.init),
            place: fields.number("place").map { ask.office.scope(ofUnit: UnitID($0)) } ?? .district,
            occupation: fields["occupation"], education: fields["education"].flatMap(Education.init),
            shift: fields["shift"].flatMap(Shift.init), pay: fields.number("pay"))
    }

    private static let filters = [
        "standing", "level", "place", "occupation", "education", "shift", "pay", "who",
    ]

    private static func link(_ ask: Ask, _ after: Cursor?) -> Link {
        let kept = filters.compactMap { name in ask.query[name].map { (name, $0) } }
        return Link("/vacancies", query: kept + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func filter(_ ask: Ask) -> FilterRow {
        let chosen = { (name: String) in ask.query[name] }
        return FilterRow(
            page: "/vacancies",
            fields: [
                Field(
                    "standing", "状态",
                    .select(
                        VacancyStanding.allCases.dropFirst().map { Choice($0.rawValue, $0.word) }
                            + [Choice("all", "全部")],
                        chosen: chosen("standing"), none: VacancyStanding.open.word))
            ] + VacancyFilters.fields(ask.query, in: ask.office) + [
                Field(
                    "level", "级别",
                    .select(
                        VacancyLevel.allCases.map { Choice($0.rawValue, $0.word) }, chosen: chosen("level"),
                        none: "不限")),
                Field(
                    "who", "登记单位", .select([Choice("mine", "本单位")], chosen: chosen("who"), none: "全区")),
            ])
    }

    private static func tools(_ ask: Ask) -> [(label: String, link: Link, isPrimary: Bool)] {
        var tools: [(label: String, link: Link, isPrimary: Bool)] = []
        if ask.actor.may(.keepVacancies) {
            tools.append(("新增岗位", Link("/employers", query: [("choosing", "1")]), true))
        }
        tools += [("用人单位", "/employers", false), ("供求信息", "/market", false)]
        if ask.actor.may(.keepVacancies) {
            tools.append(("批量导入", Link("/imports", query: [("kind", ImportKind.vacancies.rawValue)]), false))
        }
        let query = filters.compactMap { name in ask.query[name].map { (name, $0) } }
        tools.append(("导出CSV", Link("/vacancies/export.csv", query: query), false))
        return tools
    }

    // MARK: One vacancy

    static func page(_ ask: Ask, _ shown: Shown) async throws -> VacancyPage {
        let file = try await ask.office.vacancyFile(VacancyID(try ask.number()), by: ask.actor)
        return VacancyPage(
            file: file, place: place(file.vacancy, ask), today: ask.office.today,
            verifiedDays: ask.office.pack.procedure.verifiedDays,
            confirming: confirming(file, ask, shown).marked(with: shown.faults), tools: tools(file),
            context: ask.formContext)
    }

    private static func confirming(_ file: VacancyFile, _ ask: Ask, _ shown: Shown) -> [Field] {
        let contact = file.employer.facts.contacts.first
        let before = file.vacancy.verified?.confirmedBy
        let known = before ?? contact.map { "\($0.name) \($0.phone)" } ?? ""
        return [
            shown.line("confirmedBy", "单位确认人和电话", isRequired: true, or: known),
            shown.one(
                of: [ContactMeans.telephone, .atOffice, .message], "means", "核实方式", or: .telephone),
            shown.line("words", "单位怎么说", limit: 200, or: "还在招，要求没有变"),
            shown.day("day", "核实日期", or: ask.office.today),
        ]
    }

    private static func tools(_ file: VacancyFile) -> [(label: String, link: Link, isPrimary: Bool)] {
        let id = file.vacancy.id
        var tools: [(label: String, link: Link, isPrimary: Bool)] = []
        if file.mayKeep, file.vacancy.closed == nil {
            tools += [
                ("更正", .vacancy(id, "correction"), false), ("关闭岗位", .vacancy(id, "closing"), false),
            ]
        }
        if file.mayKeep, file.vacancy.closed != nil {
            tools.append(("重新开放", .vacancy(id, "reopening"), false))
        }
        if file.standing == .open { tools.append(("公开页面", Link("/public/jobs/\(id.number)"), false)) }
        return tools
    }

    static func confirm(_ ask: Ask) async throws -> Reply {
        let id = VacancyID(try ask.number())
        return try await ask.retrying { typed in
            let by = typed.words("confirmedBy", "单位确认人", limit: 100)
            let means = typed.term("means", "核实方式", ContactMeans.self)
            let day = typed.day("day", "核实日期")
            try typed.finish()
            guard let means, let day else { throw FormBroken() }
            _ = try await ask.office.confirmVacancy(
                id, version: try ask.version(),
                Verification(confirmedBy: by, means: means, words: ask.form.text("words")), on: day,
                by: ask.actor, once: ask.once)
            return .done(.vacancy(id), "已核实，可以推荐。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    // MARK: Closing

    static func close(_ ask: Ask) async throws -> Reply {
        let id = VacancyID(try ask.number())
        return try await ask.retrying { typed in
            let end = typed.term("end", "关闭原因", VacancyEnd.self)
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let end, let day else { throw FormBroken() }
            _ = try await ask.office.closeVacancy(
                id, version: try ask.version(), end, note: ask.form.text("note"), on: day, by: ask.actor,
                once: ask.once)
            return .done(.vacancy(id), "岗位已关闭。")
        } form: { shown in
            try await closingPage(ask, shown)
        }
    }

    private static func closingPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let file = try await ask.office.vacancyFile(VacancyID(try ask.number()), by: ask.actor)
        let awaited = file.vacancy.awaited
        return ConfirmPage(
            "关闭岗位",
            consequences: ["关闭后不再公开，也不能推荐。"]
                + (awaited > 0 ? ["还有\(awaited)人推荐后没有结果，请在本人档案中登记结果。"] : []),
            facts: facts(file),
            fields: [
                shown.one(of: VacancyEnd.allCases, "end", "关闭原因"),
                shown.line("note", "说明", limit: 200), shown.day("day", "日期", or: ask.office.today),
            ], faults: shown.faults, hidden: [("version", String(file.vacancy.version))],
            action: .vacancy(file.vacancy.id, "closing"), button: Button("关闭岗位", isGrave: true),
            back: .vacancy(file.vacancy.id), ask.formContext, trail: [Crumb("岗位信息", "/vacancies")])
    }

    static func reopen(_ ask: Ask) async throws -> Reply {
        let id = VacancyID(try ask.number())
        return try await ask.retrying { typed in
            let reason = typed.words("reason", "原因")
            try typed.finish()
            _ = try await ask.office.reopenVacancy(
                id, version: try ask.version(), reason: reason, by: ask.actor, once: ask.once)
            return .done(.vacancy(id), "岗位已重新开放。")
        } form: { shown in
            try await reopeningPage(ask, shown)
        }
    }

    private static func reopeningPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let file = try await ask.office.vacancyFile(VacancyID(try ask.number()), by: ask.actor)
        return ConfirmPage(
            "重新开放岗位", consequences: ["重新开放后，仍要在有效期内、核实过，才能推荐。"], facts: facts(file),
            fields: [shown.line("reason", "原因", limit: 200, isRequired: true)], faults: shown.faults,
            hidden: [("version", String(file.vacancy.version))],
            action: .vacancy(file.vacancy.id, "reopening"), button: Button("重新开放"),
            back: .vacancy(file.vacancy.id), ask.formContext, trail: [Crumb("岗位信息", "/vacancies")])
    }

    private static func facts(_ file: VacancyFile) -> [Fact] {
        [Fact("岗位", file.vacancy.facts.post), Fact("用人单位", file.employer.facts.name)]
    }
}

/// The filters that the office's list and the public board share.
enum VacancyFilters {
    static func fields(_ query: Fields, in office: Office) -> [Field] {
        let towns = office.tree.district.map { office.tree.children(of: $0.id) } ?? []
        return [
            Field(
                "place", "工作地点",
                .select(
                    towns.map { Choice(String($0.id.number), $0.name) }, chosen: query["place"], none: "不限")),
            Field(
                "occupation", "工种",
                .select(
                    office.occupations.map { Choice($0, $0) }, chosen: query["occupation"], none: "不限")),
            Field(
                "pay", "待遇",
                .select(
                    [3000, 4000, 5000, 6000, 8000].map { Choice(String($0), "\($0)元以上") },
                    chosen: query["pay"], none: "不限")),
            Field(
                "education", "适合学历",
                .select(
                    Education.allCases.map { Choice($0.rawValue, $0.word) }, chosen: query["education"],
                    none: "不限")),
            Field(
                "shift", "班次",
                .select(
                    Shift.allCases.map { Choice($0.rawValue, $0.word) }, chosen: query["shift"], none: "不限")),
        ]
    }
}

extension Office {
    /// 工种: the questionnaire's skills, without 其他, which is written in.
    var occupations: [String] { pack.occupations }

    /// What lies at or below a unit.
    func scope(ofUnit id: UnitID) -> Scope {
        switch tree[id]?.level {
        case .village: .village(id)
        case .town: .town(id)
        case .district, .city, .province: .district
        case nil: .nothing
        }
    }
}
