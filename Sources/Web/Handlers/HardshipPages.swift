// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 确认困难类别和走访分类.
enum HardshipPages {
    static let routes: [Routes.Entry] = [
        .get("/people/:id/hardship", .confirmHardship, open),
        .post("/people/:id/hardship", .confirmHardship, confirm),
    ]

    static func open(_ ask: Ask) async throws -> Reply { .page(try await page(ask, .fresh)) }

    static func confirm(_ ask: Ask) async throws -> Reply {
        let id = PersonID(try ask.number())
        return try await ask.retrying { typed in
            let day = typed.day("day", "确认日期")
            let visitClass = typed.need(
                "class", "走访分类", ask.form.number("class").flatMap(VisitClass.init(rawValue:)))
            let decision = try decision(ask.form, visitClass, &typed)
            try typed.finish()
            guard let day, let decision else { throw FormBroken() }
            _ = try await ask.office.confirmHardship(
                of: id, version: try ask.version(), decision: decision, on: day, by: ask.actor, once: ask.once
            )
            let said = "已确认困难类别和走访分类。"
            // Somebody stands at the counter: on to the application.
            guard ask.form["from"] == "counter", let found = try await ask.office.store.newestCase(of: id)
            else {
                return .done(.person(id, tab: "hardship"), said)
            }
            return .done(.assistanceCase(found.id, "application"), said)
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func decision(
        _ form: Fields, _ visitClass: VisitClass?, _ typed: inout FormReading
    ) throws -> HardshipDecision? {
        var taken: [HardshipCategory: String] = [:]
        var declined: [HardshipCategory: String] = [:]
        var proofs: [HardshipCategory: Declaration] = [:]
        for category in HardshipCategory.allCases {
            let code = category.rawValue
            let reason = form.text("reason-\(code)")
            guard form.isOn("take-\(code)") else {
                if !reason.isEmpty { declined[category] = reason }
                continue
            }
            taken[category] = reason
            guard category.isDeclared else { continue }
            let proof = typed.words("proof-\(code)", "“\(category.shortWord)”的证明材料", limit: 100)
            proofs[category] = Declaration(
                category: category, proof: proof, since: form.day("since-\(code)"), reason: reason)
        }
        if taken.isEmpty { typed.fault(nil, "请至少勾选一个困难类别；如不属于困难人员，请返回，不用确认。") }
        guard let visitClass else { return nil }
        return HardshipDecision(
            taken: taken, declined: declined, proofs: proofs, isAbleAndWilling: form.isOn("able"),
            visitClass: visitClass, classReason: form.text("class-reason"))
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> HardshipPage {
        let file = try await ask.office.file(of: PersonID(try ask.number()), by: ask.actor)
        // 紧急查看 is for looking: no form opens through it.
        guard file.pass == nil else { throw Refusal.notAllowed(.confirmHardship) }
        let declarations = Dictionary(
            file.person.declarations.map { ($0.category, $0) }, uniquingKeysWith: { $1 })
        return HardshipPage(
            person: ask.office.line(of: file.person), version: file.person.version, proposal: file.proposal,
            declarations: declarations, choices: choices(file, declarations, shown, ask),
            faults: shown.faults, from: (shown.isFresh ? ask.query : ask.form).text("from"),
            context: ask.formContext)
    }

    /// What was typed; or else the listing in force, or the proposal.
    private static func choices(
        _ file: PersonFile, _ declarations: [HardshipCategory: Declaration], _ shown: Shown, _ ask: Ask
    ) -> HardshipPage.Choices {
        let live = file.newestCase.flatMap { $0.isLive ? $0 : nil }
        let start = Set(live?.categories ?? file.proposal.district.map(\.category))
        let facts = file.person.facts
        func texts(_ prefix: String, _ now: (HardshipCategory) -> String) -> [HardshipCategory: String] {
            Dictionary(
                uniqueKeysWithValues: HardshipCategory.allCases.map {
                    ($0, shown.text("\(prefix)-\($0.rawValue)", or: now($0)))
                })
        }
        return HardshipPage.Choices(
            taken: Set(
                HardshipCategory.allCases.filter { shown.isOn("take-\($0.rawValue)", or: start.contains($0)) }
            ),
            reasons: texts("reason") { category in
                live?.listing.categories.first { $0.category == category }?.reason ?? ""
            },
            proofs: texts("proof") { declarations[$0]?.proof ?? "" },
            sinces: texts("since") { declarations[$0]?.since?.iso ?? "" },
            visitClass: shown.choice(
                "class",
                or: (live?.visitClass ?? file.proposal.visitClass.proposed).map { String($0.rawValue) }
            ).flatMap { Int($0) }.flatMap(VisitClass.init(rawValue:)),
            classReason: shown.text("class-reason"),
            isAbleAndWilling: shown.isOn(
                "able", or: live?.listing.isAbleAndWilling ?? (facts.wish == .wanted && facts.isAbleToWork)),
            day: shown.text("day", or: ask.office.today.iso))
    }
}
