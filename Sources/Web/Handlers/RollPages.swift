// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 名册: somebody new, corrections, moves, leaving and coming back, splitting a home, duplicates.
enum RollPages {
    static let routes: [Routes.Entry] = [
        .get("/people/new", .editRoll) { .page(try await newPage($0, .fresh)) },
        .post("/people/new", .editRoll, enter),
        .get("/people/:id/correction", .editRoll) { .page(try await correctionPage($0, .fresh)) },
        .post("/people/:id/correction", .editRoll, correct),
        .get("/people/duplicates", .settle, duplicates),
        .get("/people/:id/changes", .seePeople, changes),
        .get("/people/:id/move", .editRoll) { .page(try await movePage($0, .fresh)) },
        .post("/people/:id/move", .editRoll, move),
        .get("/people/:id/leaving", .editRoll) { .page(try await leavingPage($0, .fresh)) },
        .post("/people/:id/leaving", .editRoll, leave),
        .get("/people/:id/returning", .editRoll) { .page(try await returningPage($0, .fresh)) },
        .post("/people/:id/returning", .editRoll, comeBack),
        .get("/people/:id/split", .editRoll) { .page(try await splitPage($0, .fresh)) },
        .post("/people/:id/split", .editRoll, split),
        .get("/people/:id/merging", .settle) { .page(try await mergingPage($0, .fresh)) },
        .post("/people/:id/merging", .settle, merge),
        .get("/people/:id/unmerging", .settle) { .page(try await unmergingPage($0, .fresh)) },
        .post("/people/:id/unmerging", .settle, unmerge),
    ]

    static func load(_ ask: Ask) async throws -> PersonFile {
        let file = try await ask.office.file(of: PersonID(try ask.number()), by: ask.actor)
        // 紧急查看 is for looking: no form opens through it.
        guard file.pass == nil else { throw Refusal.notAllowed(.editRoll) }
        return file
    }

    // MARK: Somebody new

    static func enter(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            var reading = FactsReading(
                form: ask.form, before: nil, rules: ask.office.pack.identity.asOf(ask.office.today))
            let facts = reading.facts(&typed)
            let village = typed.need("village", "村（社区）", ask.form.number("village").map(UnitID.init))
            let household = typed.words("household", "户号", limit: 30)
            let day = typed.day("day", "入册日期")
            try typed.finish()
            guard let facts, let village, let day else { throw FormBroken() }
            let receipt = try await ask.office.enterPerson(
                Arrival(
                    facts: facts, village: village, household: household, address: ask.form.text("address"),
                    source: .office), on: day, by: ask.actor, once: ask.once)
            guard case .person(let id) = receipt.subject else { throw FormBroken() }
            // Somebody stands at the counter: on to the categories.
            guard ask.form["from"] == "counter" else { return .done(.person(id), "已登记入册。") }
            return .done(CounterPages.hardship(of: id), "已登记入册。请确认困难类别。")
        } form: { shown in
            try await newPage(ask, shown)
        }
    }

    private static func newPage(_ ask: Ask, _ shown: Shown) async throws -> FactsPage {
        let villages = ask.villageChoices(.editRoll)
        let only = villages.count == 1 ? villages.first?.code : nil
        let from = (shown.isFresh ? ask.query : ask.form).text("from")
        let shown = shown.isFresh ? CounterPages.start(ask) ?? shown : shown
        return FactsPage(
            title: "新增人员", person: nil, version: 0,
            fields: FactsReading.fields(shown, of: nil, pack: ask.office.pack),
            frame: [
                Field(
                    "village", "村（社区）", .select(villages, chosen: shown.choice("village", or: only)),
                    isRequired: true),
                Field(
                    "household", "户号", .text(shown.text("household"), limit: 30), isRequired: true,
                    hint: "没有这个户号时建立新户"),
                Field("address", "住址（建立新户时填写）", .text(shown.text("address"), limit: 100)),
                day(shown, ask, "入册日期"),
            ], faults: shown.faults, from: from, action: "/people/new", context: ask.formContext)
    }

    // MARK: Corrections

    static func correct(_ ask: Ask) async throws -> Reply {
        let before = try await load(ask).person
        return try await ask.retrying { typed in
            var reading = FactsReading(
                form: ask.form, before: before.facts, rules: ask.office.pack.identity.asOf(ask.office.today))
            let facts = reading.facts(&typed)
            let day = typed.day("day", "更正日期")
            let reason = typed.words("reason", "更正原因")
            try typed.finish()
            guard let facts, let day else { throw FormBroken() }
            _ = try await ask.office.correctPerson(
                before.id, version: try ask.version(), facts: facts, reason: reason, on: day, by: ask.actor,
                once: ask.once)
            return .done(.person(before.id), "已更正，原来的内容保留在经过里。")
        } form: { shown in
            try await correctionPage(ask, shown)
        }
    }

    private static func correctionPage(_ ask: Ask, _ shown: Shown) async throws -> FactsPage {
        let file = try await load(ask)
        return FactsPage(
            title: "修改信息：\(file.person.facts.name.full)", person: ask.office.line(of: file.person),
            version: file.person.version,
            fields: FactsReading.fields(shown, of: file.person.facts, pack: ask.office.pack),
            frame: [
                day(shown, ask, "更正日期"),
                Field("reason", "更正原因", .text(shown.text("reason"), limit: 200), isRequired: true),
            ], faults: shown.faults, action: .person(file.person.id, "correction"), context: ask.formContext)
    }

    // MARK: The choice

    static func changes(_ ask: Ask) async throws -> Reply {
        let file = try await load(ask)
        let id = file.person.id
        let mayEdit = ask.actor.may(.editRoll, at: file.person.village, in: ask.office.tree)
        let maySettle = ask.actor.may(.settle, at: file.person.village, in: ask.office.tree)
        var choices: [BigButton] = []
        switch file.person.presence {
        case .onRoll:
            if mayEdit {
                choices = [
                    BigButton("迁居", "搬到别的户或别的村（社区）", .person(id, "move")),
                    BigButton("分户", "从本户分出去另立一户", .person(id, "split")),
                    BigButton("离开名册", "死亡、迁出本区、登记有误", .person(id, "leaving")),
                ]
            }
            if maySettle { choices.append(BigButton("重复登记", "这份档案与另一份是同一个人", .person(id, "merging"))) }
        case .left: if mayEdit { choices = [BigButton("恢复入册", "迁回，或当初登记有误", .person(id, "returning"))] }
        case .merged: if maySettle { choices = [BigButton("拆开", "并错了，恢复成两份档案", .person(id, "unmerging"))] }
        }
        return .page(ChangesPage(person: ask.office.line(of: file.person), choices: choices))
    }

    /// 疑似重复: pairs that one person may stand behind, for the supervisor to look at.
    static func duplicates(_ ask: Ask) async throws -> Reply {
        let found = try await ask.office.duplicateCandidates(in: ask.unit, after: ask.after, by: ask.actor)
        return .page(
            DuplicatesPage(
                pairs: found.rows.map { ($0.first, $0.second, $0.signs.map(\.word).sorted()) },
                next: found.next.map { Link("/people/duplicates", query: [("after", $0.text)]) }))
    }

    static func day(_ shown: Shown, _ ask: Ask, _ label: String) -> Field {
        Field("day", label, .day(shown.text("day", or: ask.office.today.iso)), isRequired: true)
    }
}
