// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 用人单位: the list, one employer, its visits and reports (14.w2, 14.r2).
enum EmployerPages {
    static let routes: [Routes.Entry] = [
        .get("/employers", .seeVacancies, list),
        .get("/employers/new", .keepVacancies) { .page(try await newPage($0, .fresh)) },
        .post("/employers", .keepVacancies, register),
        .get("/employers/:id", .seeVacancies, page),
        .get("/employers/:id/correction", .keepVacancies) { .page(try await correctionPage($0, .fresh)) },
        .post("/employers/:id/correction", .keepVacancies, correct),
        .get("/employers/:id/visits/new", .keepVacancies) { .page(try await visitPage($0, .fresh)) },
        .post("/employers/:id/visits", .keepVacancies, visit),
        .get("/employers/:id/reports/new", .keepVacancies) { .page(try await reportPage($0, .fresh)) },
        .post("/employers/:id/reports", .keepVacancies, report),
        .get("/employers/:id/merger", .keepVacancies) { .page(try await mergerPage($0, .fresh)) },
        .post("/employers/:id/merger", .keepVacancies, merge),
    ]

    // MARK: The list

    static func list(_ ask: Ask) async throws -> Reply {
        let isMine = ask.query["who"] == "mine"
        let query = EmployerQuery(
            scope: isMine ? ask.actor.scope(for: .seeVacancies, in: ask.office.tree) : .district,
            words: ask.query.text("q"), isRegular: ask.query.isOn("regular"))
        let found = try await ask.office.employerList(query, after: ask.after, by: ask.actor)
        let isChoosing = ask.query.isOn("choosing")
        return .page(
            EmployersPage(
                filter: filter(ask, isChoosing), rows: found.rows,
                units: Dictionary(
                    found.rows.map { ($0.unit, ask.office.tree[$0.unit]?.name ?? "") },
                    uniquingKeysWith: { $1 }), isChoosing: isChoosing, mayKeep: ask.actor.may(.keepVacancies),
                first: ask.after == nil ? nil : link(ask, nil), next: found.next.map { link(ask, $0) }))
    }

    private static func link(_ ask: Ask, _ after: Cursor?) -> Link {
        let kept = ["q", "regular", "who", "choosing"].compactMap { name in
            ask.query[name].map { (name, $0) }
        }
        return Link("/employers", query: kept + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func filter(_ ask: Ask, _ isChoosing: Bool) -> FilterRow {
        FilterRow(
            page: "/employers",
            fields: [
                Field("q", "名称或信用代码", .text(ask.query.text("q"), .search, limit: 50)),
                Field(
                    "regular", "固定客户",
                    .select([Choice("1", "只看固定客户")], chosen: ask.query["regular"], none: "全部")),
                Field("who", "登记单位", .select([Choice("mine", "本单位")], chosen: ask.query["who"], none: "全区")),
            ], kept: isChoosing ? [.init("choosing", "1")] : [])
    }

    // MARK: One employer

    static func page(_ ask: Ask) async throws -> Reply {
        let file = try await load(ask)
        var successor: (name: String, link: Link)?
        if let id = file.employer.mergedInto, let other = try await ask.office.store.employer(id) {
            successor = (other.facts.name, .employer(id))
        }
        return .page(
            EmployerPage(
                file: file, place: file.employer.facts.place.flatMap { ask.office.tree[$0]?.name } ?? "",
                lines: file.vacancies.map { VacancyPages.line($0, ask) }, tools: tools(file),
                successor: successor))
    }

    private static func load(_ ask: Ask) async throws -> EmployerFile {
        try await ask.office.employerFile(EmployerID(try ask.number()), by: ask.actor)
    }

    private static func tools(_ file: EmployerFile) -> [(label: String, link: Link, isPrimary: Bool)] {
        let id = file.employer.id
        var tools: [(label: String, link: Link, isPrimary: Bool)] = []
        if file.mayAct {
            tools += [
                ("新增岗位", Link("/vacancies/new", query: [("employer", String(id.number))]), true),
                ("登记走访", .employer(id, "visits/new"), false), ("空岗报告", .employer(id, "reports/new"), false),
            ]
        }
        if file.mayKeep {
            tools += [("更正", .employer(id, "correction"), false), ("合并", .employer(id, "merger"), false)]
        }
        return tools
    }

    private static func trail(_ employer: Employer) -> [Crumb] {
        [Crumb("用人单位", "/employers"), Crumb(employer.facts.name, .employer(employer.id))]
    }

    // MARK: Registering

    static func register(_ ask: Ask) async throws -> Reply {
        try await ask.retrying(place: EmployerForm.place) { typed in
            let facts = EmployerForm.facts(&typed, in: ask.office)
            try typed.finish()
            let receipt = try await ask.office.registerEmployer(
                facts, on: ask.office.today, by: ask.actor, once: ask.once)
            return .done(
                Link("/vacancies/new", query: [("employer", String(receipt.subject.number))]),
                "已登记\(facts.name)。接着登记它的岗位；没有岗位的，点“返回”。")
        } form: { shown in
            try await newPage(ask, shown)
        }
    }

    private static func newPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let form = EmployerForm(ask: ask, shown: shown, known: nil)
        return ActPage(
            title: "新增用人单位", facts: [], guidance: [], parts: form.parts, faults: shown.faults, hidden: [],
            question: nil, action: "/employers", button: Button("登记单位"), back: "/employers",
            context: ask.formContext, trail: [Crumb("用人单位", "/employers")])
    }

    static func correct(_ ask: Ask) async throws -> Reply {
        let id = EmployerID(try ask.number())
        return try await ask.retrying(place: EmployerForm.place) { typed in
            let facts = EmployerForm.facts(&typed, in: ask.office)
            try typed.finish()
            _ = try await ask.office.correctEmployer(
                id, version: try ask.version(), to: facts, by: ask.actor, once: ask.once)
            return .done(.employer(id), "单位信息已更正。")
        } form: { shown in
            try await correctionPage(ask, shown)
        }
    }

    private static func correctionPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let employer = try await load(ask).employer
        try ask.actor.require(.keepVacancies, at: employer.unit, in: ask.office.tree)
        let form = EmployerForm(ask: ask, shown: shown, known: employer.facts)
        return ActPage(
            title: "更正单位信息", facts: [Fact("用人单位", employer.facts.name)], guidance: [], parts: form.parts,
            faults: shown.faults, hidden: [("version", String(employer.version))], question: nil,
            action: .employer(employer.id, "correction"), button: Button("保存"), back: .employer(employer.id),
            context: ask.formContext, trail: trail(employer))
    }

    // MARK: Visits and reports

    static func visit(_ ask: Ask) async throws -> Reply {
        let id = EmployerID(try ask.number())
        return try await ask.retrying { typed in
            let day = typed.day("day", "走访日期")
            let means = typed.term("means", "方式", ContactMeans.self)
            let met = typed.words("met", "单位接待人", limit: 100)
            let words = typed.words("words", "交流情况", limit: 2000)
            try typed.finish()
            guard let day, let means else { throw FormBroken() }
            let policies = (ask.form.all("policy") + [ask.form.text("policies")]).filter { !$0.isEmpty }
            _ = try await ask.office.callOn(
                id, version: try ask.version(),
                EmployerVisit(
                    means: means, met: met, words: words, policies: policies.joined(separator: "、")), on: day,
                by: ask.actor, once: ask.once)
            return .done(.employer(id), "已登记走访。")
        } form: { shown in
            try await visitPage(ask, shown)
        }
    }

    /// Policies for hiring hardship people that are told at a visit (14.r2); the district's own are written in.
    private static let policies = [
        "招用就业困难人员社会保险补贴", "岗位补贴", "就业见习补贴", "税收减免", "残疾人按比例就业", "招聘信息不得歧视",
    ]

    private static func visitPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let employer = try await load(ask).employer
        return ActPage(
            title: "登记走访用人单位", facts: [Fact("用人单位", employer.facts.name)],
            guidance: ["指导单位用工，告知招用就业困难人员的优惠政策。"],
            parts: [
                ActPage.Part(
                    "",
                    [
                        shown.day("day", "走访日期", or: ask.office.today),
                        shown.one(
                            of: [ContactMeans.atOffice, .telephone, .message], "means", "方式", or: .atOffice),
                        shown.line(
                            "met", "单位接待人", isRequired: true, or: employer.facts.contacts.first?.name ?? ""),
                        shown.area("words", "交流情况", isRequired: true, hint: "用工需求、对推荐人员的评价、困难和建议"),
                        Field(
                            "policy", "告知的政策",
                            .checkboxes(
                                Self.policies.map { Choice($0, $0) }, chosen: Set(shown.all("policy")))),
                        shown.line("policies", "其他政策", limit: 200),
                    ])
            ], faults: shown.faults, hidden: [("version", String(employer.version))], question: nil,
            action: .employer(employer.id, "visits"), button: Button("保存"), back: .employer(employer.id),
            context: ask.formContext, trail: trail(employer))
    }

    static func report(_ ask: Ask) async throws -> Reply {
        let id = EmployerID(try ask.number())
        return try await ask.retrying { typed in
            let day = typed.day("day", "报告日期")
            let month = typed.need("month", "月份", ask.form["month"].flatMap { YearMonth(iso: $0) })
            let places = typed.need("places", "空岗人数", ask.form.number("places"))
            let by = typed.words("reportedBy", "报告人", limit: 100)
            try typed.finish()
            guard let day, let month, let places else { throw FormBroken() }
            _ = try await ask.office.reportVacancies(
                of: id, version: try ask.version(),
                VacancyReport(month: month, places: places, words: ask.form.text("words"), reportedBy: by),
                on: day, by: ask.actor, once: ask.once)
            return .done(.employer(id), "已登记\(month.iso)空岗报告。" + (places > 0 ? "请接着登记岗位。" : ""))
        } form: { shown in
            try await reportPage(ask, shown)
        }
    }

    private static func reportPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let employer = try await load(ask).employer
        let contact = employer.facts.contacts.first.map { "\($0.name) \($0.phone)" } ?? ""
        return ActPage(
            title: "空岗信息报告", facts: [Fact("用人单位", employer.facts.name)], guidance: ["没有空岗的也登记，人数填0。"],
            parts: [
                ActPage.Part(
                    "",
                    [
                        Field(
                            "month", "月份", .month(shown.text("month", or: YearMonth(ask.office.today).iso)),
                            isRequired: true),
                        Field(
                            "places", "空岗人数", .number(shown.text("places"), unit: "人", from: 0, until: 9999),
                            isRequired: true),
                        shown.line("reportedBy", "报告人和电话", isRequired: true, or: contact),
                        shown.area("words", "说明", lines: 2, limit: 500),
                        shown.day("day", "报告日期", or: ask.office.today),
                    ])
            ], faults: shown.faults, hidden: [("version", String(employer.version))], question: nil,
            action: .employer(employer.id, "reports"), button: Button("保存"), back: .employer(employer.id),
            context: ask.formContext, trail: trail(employer))
    }

    // MARK: Merging

    static func merge(_ ask: Ask) async throws -> Reply {
        let id = EmployerID(try ask.number())
        return try await ask.retrying { typed in
            let words = typed.words("target", "保留的单位", limit: 60)
            let reason = typed.words("reason", "原因")
            let target = try await target(words, but: id, ask)
            if target == nil, !words.isEmpty {
                typed.fault("target", "没有找到这个单位，或有几个同名的。请填写完整的名称或统一社会信用代码。")
            }
            try typed.finish()
            guard let target else { throw FormBroken() }
            _ = try await ask.office.mergeEmployer(
                id, version: try ask.version(), into: target, reason: reason, by: ask.actor, once: ask.once)
            return .done(.employer(target), "已合并，岗位转到这个单位。")
        } form: { shown in
            try await mergerPage(ask, shown)
        }
    }

    private static func target(_ words: String, but id: EmployerID, _ ask: Ask) async throws -> EmployerID? {
        let store = ask.office.store
        let found =
            if let code = try? CreditCode(words) {
                try await store.employers(withCodes: [code])
            } else {
                try await store.employers(named: [words])
            }
        let others = found.filter { $0.id != id }
        return others.count == 1 ? others.first?.id : nil
    }

    private static func mergerPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let employer = try await load(ask).employer
        return ConfirmPage(
            "合并重复的用人单位", consequences: ["这条登记并入保留的单位，还没有关闭的岗位一起转过去。", "合并后不能恢复，请先核对统一社会信用代码。"],
            facts: [
                Fact("并入的（不再使用）", employer.facts.name),
                Fact("统一社会信用代码", employer.facts.code?.text ?? employer.facts.withoutCode),
            ],
            fields: [
                shown.line("target", "保留的单位", limit: 60, isRequired: true, hint: "完整名称或统一社会信用代码"),
                shown.line("reason", "原因", limit: 200, isRequired: true),
            ], faults: shown.faults, hidden: [("version", String(employer.version))],
            action: .employer(employer.id, "merger"), button: Button("合并", isGrave: true),
            back: .employer(employer.id), ask.formContext, trail: trail(employer))
    }
}
