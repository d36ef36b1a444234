// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

extension RollPages {
    static func move(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let village = typed.need("village", "村（社区）", ask.form.number("village").map(UnitID.init))
            let household = typed.words("household", "户号", limit: 30)
            let reason = typed.words("reason", "原因")
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let village, let day else { throw FormBroken() }
            let id = PersonID(try ask.number())
            _ = try await ask.office.movePerson(
                id, version: try ask.version(), to: village, household: household,
                address: ask.form.text("address"), reason: reason, on: day, by: ask.actor, once: ask.once)
            return .done(
                ask.mayStillSee(village) ? .person(id, tab: "household") : .people, "已登记迁居，待办随人转到新的村（社区）。")
        } form: { shown in
            try await movePage(ask, shown)
        }
    }

    static func movePage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let file = try await load(ask)
        let villages = ask.everyVillage
        return try await page(
            "迁居", "move",
            [
                Field(
                    "village", "迁往村（社区）",
                    .select(
                        villages, chosen: shown.choice("village", or: String(file.person.village.number))),
                    isRequired: true),
                Field(
                    "household", "户号", .text(shown.text("household"), limit: 30), isRequired: true,
                    hint: "没有这个户号时建立新户"),
                Field("address", "住址（建立新户时填写）", .text(shown.text("address"), limit: 100)),
                reason(shown), day(shown, ask, "迁居日期"),
            ], "确认迁居", shown, ask)
    }

    static func leave(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.need("why", "原因", ask.form["why"].flatMap(DepartureReason.init))
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let reason, let day else { throw FormBroken() }
            let id = PersonID(try ask.number())
            _ = try await ask.office.leaveRoll(
                id, version: try ask.version(), reason: reason, note: ask.form.text("note"), on: day,
                by: ask.actor, once: ask.once)
            return .done(.person(id), "已登记离开名册，档案保留。")
        } form: { shown in
            try await leavingPage(ask, shown)
        }
    }

    static func leavingPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let reasons: [DepartureReason] = [.died, .movedOut, .enteredInError]
        return try await page(
            "离开名册", "leaving",
            [
                Field(
                    "why", "原因",
                    .radio(reasons.map { Choice($0.rawValue, $0.word) }, chosen: shown.choice("why")),
                    isRequired: true, hint: "正在进行的援助会随之结束；超过劳动年龄的由系统按月退出。"),
                Field("note", "说明（登记有误的必须写明）", .text(shown.text("note"), limit: 200)),
                day(shown, ask, "日期"),
            ], "确认离开名册", shown, ask, isGrave: true)
    }

    static func comeBack(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.words("reason", "原因")
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let day else { throw FormBroken() }
            let id = PersonID(try ask.number())
            _ = try await ask.office.returnToRoll(
                id, version: try ask.version(), reason: reason, on: day, by: ask.actor, once: ask.once)
            return .done(.person(id), "已恢复入册。")
        } form: { shown in
            try await returningPage(ask, shown)
        }
    }

    static func returningPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        try await page("恢复入册", "returning", [reason(shown), day(shown, ask, "日期")], "确认恢复", shown, ask)
    }

    static func split(_ ask: Ask) async throws -> Reply {
        let file = try await load(ask)
        return try await ask.retrying { typed in
            let number = typed.words("household", "新户号", limit: 30)
            let reason = typed.words("reason", "原因")
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let day else { throw FormBroken() }
            var members = [file.person.id: try ask.version()]
            for text in ask.form.all("with") {
                let parts = text.split(separator: ".").compactMap { Int($0) }
                if parts.count == 2 { members[PersonID(parts[0])] = parts[1] }
            }
            _ = try await ask.office.splitHousehold(
                file.person.household, members: members, number: number, address: ask.form.text("address"),
                reason: reason, on: day, by: ask.actor, once: ask.once)
            return .done(.person(file.person.id, tab: "household"), "已分户。")
        } form: { shown in
            try await splitPage(ask, shown)
        }
    }

    static func splitPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let file = try await load(ask)
        let others = try await ask.office.store.members(of: file.person.household)
            .filter { $0.id != file.person.id }
        return try await page(
            "分户", "split",
            [
                Field(
                    "with", "一同分出的人",
                    .checkboxes(
                        others.map { Choice("\($0.id.number).\($0.version)", $0.facts.name.full) },
                        chosen: Set(shown.all("with"))), hint: "原户至少留下一人"),
                Field("household", "新户号", .text(shown.text("household"), limit: 30), isRequired: true),
                Field("address", "新住址", .text(shown.text("address"), limit: 100)), reason(shown),
                day(shown, ask, "分户日期"),
            ], "确认分户", shown, ask)
    }

    // MARK: Duplicates

    static func merge(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let kept = typed.need("kept", "保留的档案", ask.form["kept"])
            let reason = typed.words("reason", "原因")
            let day = typed.day("day", "日期")
            try typed.finish()
            let parts = kept?.split(separator: ".").compactMap { Int($0) } ?? []
            guard parts.count == 2, let day else { throw FormBroken() }
            _ = try await ask.office.mergeDuplicate(
                PersonID(try ask.number()), version: try ask.version(), into: PersonID(parts[0]),
                keptVersion: parts[1], reason: reason, on: day, by: ask.actor, once: ask.once)
            return .done(.person(PersonID(parts[0])), "已并入这份档案，两份的经过都保留。")
        } form: { shown in
            try await mergingPage(ask, shown)
        }
    }

    /// Offers people of the same name, birth or ID number within the asker's scope.
    static func mergingPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let file = try await load(ask)
        let alike = try await ask.office.findPeople(
            typed: file.person.facts.name.full, in: nil, after: nil, limit: 20, by: ask.actor)
        let others = try await ask.office.store.people(alike.rows.map(\.id).filter { $0 != file.person.id })
        let choices = others.map { other in
            let line = ask.office.line(of: other)
            return Choice(
                "\(other.id.number).\(other.version)",
                [line.name, line.identity, line.village?.name ?? ""].joined(separator: "　"))
        }
        return try await page(
            "重复登记", "merging",
            [
                Field(
                    "kept", "保留哪一份档案", .radio(choices, chosen: shown.choice("kept")), isRequired: true,
                    hint: choices.isEmpty ? "名册上没有同名的人。" : "当前这份会并入所选的档案。"),
                reason(shown), day(shown, ask, "日期"),
            ], "确认合并", shown, ask, isGrave: true)
    }

    static func unmerge(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let reason = typed.words("reason", "原因")
            let day = typed.day("day", "日期")
            try typed.finish()
            guard let day else { throw FormBroken() }
            let id = PersonID(try ask.number())
            _ = try await ask.office.unmergeDuplicate(
                id, version: try ask.version(), reason: reason, on: day, by: ask.actor, once: ask.once)
            return .done(.person(id), "已拆开，恢复成两份档案。")
        } form: { shown in
            try await unmergingPage(ask, shown)
        }
    }

    static func unmergingPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        try await page("拆开合并的档案", "unmerging", [reason(shown), day(shown, ask, "日期")], "确认拆开", shown, ask)
    }

    // MARK: Shared

    private static func reason(_ shown: Shown) -> Field {
        Field("reason", "原因", .text(shown.text("reason"), limit: 200), isRequired: true)
    }

    private static func page(
        _ title: String, _ part: String, _ fields: [Field], _ button: String, _ shown: Shown, _ ask: Ask,
        isGrave: Bool = false
    ) async throws -> ConfirmPage {
        let file = try await load(ask)
        let name = file.person.facts.name.full
        return ConfirmPage(
            title,
            facts: [
                Fact("姓名", name), Fact("村（社区）", file.village?.name ?? "—"),
                Fact("户号", file.household?.number ?? "—"),
            ],
            fields: fields, faults: shown.faults, hidden: [("version", String(file.person.version))],
            action: .person(file.person.id, part), button: Button(button, isGrave: isGrave),
            back: .person(file.person.id), ask.formContext,
            trail: [Crumb("人员档案", .people), Crumb(name, .person(file.person.id))])
    }
}

extension Ask {
    /// Every village of the district: people move out of one's own scope.
    var everyVillage: [Choice] {
        guard let district = office.tree.district else { return [] }
        return office.tree.units(at: .village, within: district.id).filter { $0.exists(on: office.today) }.map
        {
            Choice(
                String($0.id.number), "\(office.tree.unit(at: .town, above: $0.id)?.name ?? "") \($0.name)")
        }
    }

    func mayStillSee(_ village: UnitID) -> Bool { actor.may(.seePeople, at: village, in: office.tree) }
}
