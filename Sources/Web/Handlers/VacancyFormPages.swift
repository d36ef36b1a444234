// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 新增岗位 and 更正岗位信息: a few fields first, filled in from the employer (05.r2, 14.w2).
enum VacancyFormPages {
    static let routes: [Routes.Entry] = [
        .get("/vacancies/new", .keepVacancies, open),
        .post("/vacancies", .keepVacancies, post),
        .get("/vacancies/:id/correction", .keepVacancies) { .page(try await correctionPage($0, .fresh)) },
        .post("/vacancies/:id/correction", .keepVacancies, correct),
    ]

    /// Without an employer one is chosen first.
    static func open(_ ask: Ask) async throws -> Reply {
        guard ask.query.number("employer") != nil else {
            return .redirect(Link("/employers", query: [("choosing", "1")]))
        }
        return .page(try await newPage(ask, .fresh, isAsked: false))
    }

    // MARK: Saving

    static func post(_ ask: Ask) async throws -> Reply {
        guard let employer = ask.form.number("employer").map({ EmployerID($0) }) else { throw FormBroken() }
        var isAsked = false
        return try await ask.retrying(explaining: { error in
            isAsked = Self.isAsked(by: error)
            return Self.faults(of: error)
        }) { typed in
            let facts = VacancyReading.facts(&typed, in: ask.office)
            let day = typed.day("day", "登记日期")
            let by = ask.form.text("confirmedBy")
            let means = typed.optionalTerm("means", ContactMeans.self) ?? .telephone
            try typed.finish()
            guard let facts, let day else { throw FormBroken() }
            let verified = by.isEmpty ? nil : Verification(confirmedBy: by, means: means)
            let receipt = try await ask.office.postVacancy(
                facts, of: employer, verified: verified, on: day,
                isConfirmed: ask.form.isOn("confirmed"), by: ask.actor, once: ask.once)
            let note = try? Pay.read(ask.form.text("pay")).note
            return .done(
                Link("/vacancies/\(receipt.subject.number)"),
                "已登记岗位\(facts.post)。" + (note.map { "待遇\($0)。" } ?? "")
                    + (verified == nil ? "还没有向单位核实，核实后才公开、才能推荐。" : ""))
        } form: { shown in
            try await newPage(ask, shown, isAsked: isAsked)
        }
    }

    static func correct(_ ask: Ask) async throws -> Reply {
        let id = VacancyID(try ask.number())
        var isAsked = false
        return try await ask.retrying(explaining: { error in
            isAsked = Self.isAsked(by: error)
            return Self.faults(of: error)
        }) { typed in
            let facts = VacancyReading.facts(&typed, in: ask.office)
            try typed.finish()
            guard let facts else { throw FormBroken() }
            _ = try await ask.office.correctVacancy(
                id, version: try ask.version(), to: facts, isConfirmed: ask.form.isOn("confirmed"),
                by: ask.actor, once: ask.once)
            return .done(.vacancy(id), "岗位信息已更正。")
        } form: { shown in
            try await correctionPage(ask, shown, isAsked: isAsked)
        }
    }

    /// Whether everything that is odd may be confirmed.
    private static func isAsked(by error: any Error) -> Bool {
        guard case Refusal.vacancyOdd(let findings) = error else { return false }
        return !findings.contains(where: \.blocks)
    }

    /// Each finding beside its field.
    private static func faults(of error: any Error) -> [FieldFault] {
        guard case Refusal.vacancyOdd(let findings) = error else { return [] }
        return findings.map { FieldFault($0.field, $0.sentence) }
    }

    // MARK: The forms

    private static func newPage(_ ask: Ask, _ shown: Shown, isAsked: Bool) async throws -> ActPage {
        let fields = shown.isFresh ? ask.query : ask.form
        guard let id = fields.number("employer").map({ EmployerID($0) }) else { throw PageMissing() }
        let file = try await ask.office.employerFile(id, by: ask.actor)
        let employer = file.employer
        let last = file.vacancies.first?.vacancy.facts
        let contact = employer.facts.contacts.first.map { "\($0.name) \($0.phone)" } ?? ""
        let form = VacancyForm(
            ask: ask, shown: shown, known: nil,
            place: last?.place ?? WorkPlace(unit: employer.facts.place, words: employer.facts.address),
            source: employer.facts.sources.first ?? .counter, pattern: last)
        return ActPage(
            title: "新增岗位：\(employer.facts.name)", facts: [Fact("用人单位", employer.facts.name)],
            guidance: [],
            parts: [
                ActPage.Part("岗位", form.first),
                ActPage.Part(
                    "向单位核实",
                    [
                        shown.line(
                            "confirmedBy", "单位确认人和电话", or: contact, hint: "刚问过单位的填写；还没问的清空，核实后才公开"),
                        shown.one(
                            of: [ContactMeans.telephone, .atOffice, .message], "means", "核实方式",
                            or: .telephone, isRequired: false),
                        shown.day("day", "登记日期", or: ask.office.today),
                    ]), ActPage.Part("要求（没有的不填）", form.requirements),
                ActPage.Part("条件", form.conditions),
            ], faults: shown.faults, hidden: [("employer", String(id.number))],
            question: isAsked || shown.isOn("confirmed") ? "以上提示已向单位核实，仍按此登记" : nil,
            action: "/vacancies", button: Button("登记岗位"), back: .employer(id), context: ask.formContext,
            trail: [Crumb("岗位信息", "/vacancies"), Crumb(employer.facts.name, .employer(id))])
    }

    private static func correctionPage(
        _ ask: Ask, _ shown: Shown, isAsked: Bool = false
    ) async throws -> ActPage {
        let file = try await ask.office.vacancyFile(VacancyID(try ask.number()), by: ask.actor)
        let vacancy = file.vacancy
        try ask.actor.require(.keepVacancies, at: vacancy.unit, in: ask.office.tree)
        let form = VacancyForm(
            ask: ask, shown: shown, known: vacancy.facts, place: vacancy.facts.place,
            source: vacancy.facts.source, pattern: vacancy.facts)
        return ActPage(
            title: "更正岗位：\(vacancy.facts.post)", facts: [Fact("用人单位", file.employer.facts.name)],
            guidance: ["单位改了要求或待遇的，在这里更正；只是问过还在招的，在岗位页面“再次核实”。"],
            parts: [
                ActPage.Part("岗位", form.first), ActPage.Part("要求（没有的不填）", form.requirements),
                ActPage.Part("条件", form.conditions),
            ], faults: shown.faults, hidden: [("version", String(vacancy.version))],
            question: isAsked || shown.isOn("confirmed") ? "以上提示已向单位核实，仍按此登记" : nil,
            action: .vacancy(vacancy.id, "correction"), button: Button("保存"), back: .vacancy(vacancy.id),
            context: ask.formContext,
            trail: [Crumb("岗位信息", "/vacancies"), Crumb(vacancy.facts.post, .vacancy(vacancy.id))])
    }
}

extension VacancyFinding {
    /// The field of the form that it is about.
    fileprivate var field: String? {
        switch self {
        case .postMissing, .doubled: "post"
        case .occupationMissing: "occupation"
        case .headcount: "headcount"
        case .placeMissing: "placeWords"
        case .expired, .validTooLong: "validThrough"
        case .weeklyHours, .longHours: "weeklyHours"
        case .ageStated: "ageStatement"
        case .payBelowMinimum, .payOdd: "pay"
        case .sexLimit, .ageInWords: nil
        }
    }
}
