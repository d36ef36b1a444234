// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 走访: the form of one visit, a village's visits, the bound volume.
enum VisitPages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/visits", .visit, open),
        .post("/cases/:id/visits", .visit, record),
        .get("/visits", .seePeople, list),
        .get("/visits/volume", .seePeople, volume),
    ]

    static func open(_ ask: Ask) async throws -> Reply { .page(try await page(ask, .fresh)) }

    static func record(_ ask: Ask) async throws -> Reply {
        let id = CaseID(try ask.number())
        return try await ask.retrying { typed in
            let day = typed.day("day", "走访日期")
            let manner = typed.need("manner", "走访方式", ask.form["manner"].flatMap(VisitManner.init))
            let visitors = typed.words("visitors", "走访人", limit: 50)
            let wasMet = ask.form.text("met") != "no"
            if wasMet, ask.form.text("situation").isEmpty, ask.form.text("services").isEmpty {
                typed.fault("situation", "请写明谈话内容：个人情况或需要的就业服务。")
            }
            try typed.finish()
            guard let day, let manner else { throw FormBroken() }
            let visit = VisitRecord(
                manner: manner, wasMet: wasMet, visitors: visitors, situation: ask.form.text("situation"),
                family: ask.form.text("family"), services: ask.form.text("services"),
                agreed: ask.form.text("agreed"), wish: ask.form["wish"].flatMap(Wish.init),
                isUrgent: wasMet ? ask.form.isOn("urgent") : nil)
            _ = try await ask.office.recordVisit(
                visit, in: id, version: try ask.version(), on: day, by: ask.actor, once: ask.once)
            return .done(
                "/work", wasMet ? "走访记录已保存，本期走访已完成。" : "已记下这次未见到本人，本期走访仍需完成。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> VisitFormPage {
        let (found, file) = try await CasePages.load(ask)
        let last = file.history.lazy.compactMap { entry -> (String, String)? in
            guard case .assistanceCase(.visited(let visit)) = entry.event, !visit.agreed.isEmpty else {
                return nil
            }
            return (entry.occurred.inDocuments, visit.agreed)
        }.first
        return VisitFormPage(
            person: ask.office.line(of: file.person), caseID: found.id, version: found.version,
            visitClass: found.visitClass, last: last.map { (day: $0.0, agreed: $0.1) },
            fields: VisitFormPage.Fields(
                day: shown.text("day", or: ask.office.today.iso),
                manner: shown.text("manner", or: VisitManner.atHome.rawValue),
                visitors: shown.text("visitors", or: ask.actor.name), situation: shown.text("situation"),
                family: shown.text("family"), services: shown.text("services"), agreed: shown.text("agreed"),
                wasMet: shown.text("met", or: "yes") != "no", wish: shown.choice("wish"),
                isUrgent: shown.isOn("urgent", or: file.person.facts.isUrgent)),
            faults: shown.faults, context: ask.formContext)
    }

    static func list(_ ask: Ask) async throws -> Reply {
        let villages = ask.villageChoices(.seePeople)
        let village =
            ask.unit ?? (villages.count == 1 ? villages.first.flatMap { Int($0.code) }.map(UnitID.init) : nil)
        let (from, through) = period(ask)
        var volume: VisitVolume?
        if let village {
            volume = try await ask.office.visitVolume(
                of: village, from: from, through: through, by: ask.actor)
        }
        return .page(
            VisitsPage(
                villages: villages, village: village.map { String($0.number) }, from: from.iso,
                through: through.iso, volume: volume))
    }

    static func volume(_ ask: Ask) async throws -> Reply {
        guard let village = ask.unit else { throw PageMissing() }
        let (from, through) = period(ask)
        let volume = try await ask.office.visitVolume(
            of: village, from: from, through: through, by: ask.actor)
        let sheets = VisitVolumeSheets(volume: volume)
        return .document(
            PrintShell(.upright, back: "/visits", assets: ask.site.assets)
                .document(title: "\(volume.village.name)走访记录", sheets: sheets.sheets))
    }

    /// The dates asked for, or the running half-year.
    private static func period(_ ask: Ask) -> (Day, Day) {
        let today = ask.office.today
        let half = YearMonth(year: today.year, month: today.month <= 6 ? 1 : 7)
        let from = ask.query.day("from") ?? half.firstDay
        return (from, max(from, ask.query.day("through") ?? today))
    }
}
