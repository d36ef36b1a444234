// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// The forms of all acts of the procedure, under one address each: `/cases/7/acts/contact`.
enum ActPages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/acts/:act", .seePeople, open),
        .post("/cases/:id/acts/:act", .seePeople, record),
    ]

    /// The form, with what stands in the way said before anything is filled in.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` to whoever does not belong to the level whose act it is.
    static func open(_ ask: Ask) async throws -> Reply {
        let (act, found) = (try act(ask), try await desk(ask).found)
        let possible = found.possible(act, on: ask.office.today, numbers: ask.office.pack.procedure)
        let unit = ask.office.unit(at: possible.doer.level, of: found)
        try ask.actor.require(possible.doer.deed, at: unit, in: ask.office.tree)
        // Papers and entries are gone through where both are decided.
        if act == .accept || act == .askPapers {
            let from = ask.query["from"].map { [("from", $0)] } ?? []
            return .redirect(Link("/cases/\(found.id.number)/application", query: from))
        }
        let faults = possible.refusal.map { [FieldFault(nil, $0.sentence)] } ?? []
        return .page(try await page(ask, Shown(sent: nil, faults: faults)))
    }

    static func record(_ ask: Ask) async throws -> Reply {
        let act = try act(ask)
        let form = ActForms.form(of: act)
        return try await ask.retrying { typed in
            let desk = try await desk(ask)
            let day = typed.day("day", form.dayLabel)
            let event = try await form.read(desk, &typed)
            try typed.finish()
            guard let day, let event else { throw FormBroken() }
            _ = try await ask.office.act(
                event, in: desk.found.id, version: try ask.version(), on: day,
                isConfirmed: ask.form.isOn("confirmed"), by: ask.actor, once: ask.once)
            return .done(
                Self.destination(ask, desk),
                form.done ?? "已登记：\(act.words(at: desk.level))。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    /// Back to the list where the work came from, or to the case.
    private static func destination(_ ask: Ask, _ desk: ActDesk) -> Link {
        origin(ask.form, of: desk.found.id)
    }

    /// The list from which the form was opened, or the case's page on the tab from which it was.
    private static func origin(_ fields: Fields, of id: CaseID) -> Link {
        switch fields["from"] {
        case "work": .work
        case "cases": "/cases"
        case "recommendations": "/recommendations"
        case "interviews": "/interviews"
        case .some, nil: leaf(fields, of: id)
        }
    }

    private static func leaf(_ fields: Fields, of id: CaseID) -> Link {
        guard let tab = fields["tab"].flatMap(CasePage.Tab.init) else { return .assistanceCase(id) }
        return .assistanceCase(id, tab: tab.rawValue)
    }

    private static func act(_ ask: Ask) throws -> ProcedureAct {
        guard let act = ask.path["act"].flatMap(ProcedureAct.init) else { throw PageMissing() }
        return act
    }

    private static func desk(_ ask: Ask) async throws -> ActDesk {
        let (found, file) = try await CasePages.load(ask)
        return ActDesk(ask: ask, found: found, file: file)
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let act = try act(ask)
        let desk = try await desk(ask)
        let form = ActForms.form(of: act)
        let dayField = Field(
            "day", form.dayLabel, .day(shown.text("day", or: desk.today.iso)), isRequired: true)
        let isAsked = shown.isOn("confirmed") || shown.faults.contains { $0.sentence.contains("请假") }
        let name = desk.file.person.facts.name.full
        let came = shown.isFresh ? ask.query : ask.form
        return ActPage(
            title: "\(act.words(at: desk.level))：\(name)", facts: CaseHead(desk.found, desk.file).facts,
            guidance: form.guidance,
            parts: [ActPage.Part("", [dayField])] + (try await form.parts(desk, shown)),
            faults: shown.faults,
            hidden: [
                ("version", String(desk.found.version)),
                ("from", came.text("from")), ("tab", came.text("tab")),
            ],
            question: isAsked ? "这一天确实办理了，请假期间属实" : nil,
            action: .assistanceCase(desk.found.id, "acts/\(act.rawValue)"),
            button: Button(form.button, isGrave: form.isGrave),
            back: origin(came, of: desk.found.id), context: ask.formContext,
            trail: [
                Crumb("人员档案", .people), Crumb(name, .person(desk.found.person)),
                Crumb("援助", .assistanceCase(desk.found.id)),
            ], scripts: [.form, .keys] + form.scripts,
            preview: form.showsFile ? ("查看随交档案", .assistanceCase(desk.found.id, "file")) : nil)
    }
}
