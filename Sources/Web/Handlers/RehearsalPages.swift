// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 政策演练: a changed file is tried against the live duties; nothing is adopted here.
enum RehearsalPages {
    static let routes: [Routes.Entry] = [
        .get("/policy/rehearsal", .seePolicy) { .page(try page($0, .fresh)) },
        .post("/policy/rehearsal", .seePolicy, rehearse),
    ]

    /// What can be tried.
    private enum Kind: String, CaseIterable {
        case deadlines, calendar

        var choice: Choice {
            switch self {
            case .deadlines: Choice(rawValue, "期限规则（deadlines.yaml）")
            case .calendar: Choice(rawValue, "一年的放假安排")
            }
        }
    }

    /// Faults of a file that a page lists.
    private static let shownFaults = 50

    /// Whether the asker may look at the whole district's duties in figures.
    static func isOpen(to ask: Ask) -> Bool {
        ask.office.tree.district.map { ask.actor.may(.seePolicy, at: $0.id, in: ask.office.tree) } ?? false
    }

    private static func page(
        _ ask: Ask, _ shown: Shown, _ outcome: RehearsalPage.Outcome? = nil
    ) throws -> RehearsalPage {
        guard isOpen(to: ask) else { throw Refusal.notAllowed(.seePolicy) }
        return RehearsalPage(
            outcome: outcome, kinds: Kind.allCases.map(\.choice),
            kind: shown.choice("kind", or: Kind.deadlines.rawValue),
            day: shown.text("day", or: ask.office.today.iso), faults: shown.faults, ask.formContext)
    }

    static func rehearse(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            guard isOpen(to: ask) else { throw Refusal.notAllowed(.seePolicy) }
            let kind = typed.need("kind", "改动什么", ask.form["kind"].flatMap(Kind.init))
            let day = typed.day("day", "按哪一天看")
            let file = ask.form.files.first { $0.field == "file" && !$0.bytes.isEmpty }
            if file == nil { typed.fault("file", "请选择改好的文件。") }
            try typed.finish()
            guard let kind, let day, let file else { throw FormBroken() }
            let pack = try changed(ask, kind, file, &typed)
            let found = try await ask.office.rehearse(pack, asOf: day, by: ask.actor)
            let outcome = RehearsalOutcome(found: found, new: pack, ask: ask).shown
            return .page(try page(ask, Shown(sent: ask.form, faults: []), outcome))
        } form: { shown in
            try page(ask, shown)
        }
    }

    /// The pack in force with the one file in it replaced.
    private static func changed(
        _ ask: Ask, _ kind: Kind, _ file: UploadedFile, _ typed: inout FormReading
    ) throws -> PolicyPack {
        let pack = ask.office.pack
        do {
            switch kind {
            case .deadlines: return pack.with(rules: try ask.site.readRules(file.bytes, file.name))
            case .calendar:
                let year = try ask.site.readCalendar(file.bytes, file.name).year
                return pack.with(
                    calendar: WorkCalendar(years: Array(pack.calendar.years.values) + [year]))
            }
        } catch let faults as RulesFaults {
            for sentence in faults.sentences.prefix(shownFaults) { typed.fault("file", sentence) }
        } catch let faults as CalendarFaults {
            for sentence in faults.sentences.prefix(shownFaults) { typed.fault("file", sentence) }
        }
        try typed.finish()
        throw FormBroken()
    }
}

/// What came out of a rehearsal, in the words of its page.
private struct RehearsalOutcome {
    let found: PolicyRehearsal
    let new: PolicyPack
    let ask: Ask

    /// How many rows by village a page shows; a district has some 430 villages.
    private static let shownGroups = 600

    private var tree: UnitTree { ask.office.tree }

    var shown: RehearsalPage.Outcome {
        let groups = found.groups(in: tree)
        let total = found.sum.total
        return RehearsalPage.Outcome(
            sentence: sentence, warning: total.warning, changes: found.difference.dutyLines.map(change),
            total: counts(total),
            rules: found.sum.byRule.sorted { $0.key < $1.key }
                .map { .init(rule: title($0.key), counts: counts($0.value)) },
            groups: groups.prefix(Self.shownGroups).map(group),
            hiddenGroups: max(groups.count - Self.shownGroups, 0), late: found.late.map(late),
            hidesPeople: !ask.actor.may(.seePeople))
    }

    private var sentence: String {
        guard found.difference.touchesDuties else { return "这份文件与正在执行的一致，没有变化。" }
        return "按\(found.day.withWeekday)演练，未办结的事项\(found.sum.live)项：\(found.sum.total.sentence)"
    }

    private func change(_ line: PolicyChangeLine) -> RehearsalPage.Change {
        .init(subject: line.subject, part: line.part, before: line.before, after: line.after)
    }

    private func group(_ group: RehearsedGroup) -> RehearsalPage.Group {
        .init(
            unit: name(group.unit), town: tree.unit(at: .town, above: group.unit)?.name ?? "",
            rule: title(group.rule), counts: counts(group.tally))
    }

    private func counts(_ tally: RehearsalTally) -> RehearsalPage.Counts {
        .init(
            moved: tally.moved, passes: tally.passes, appears: tally.appears, vanishes: tally.vanishes,
            late: tally.late, freed: tally.freed)
    }

    private func late(_ one: RehearsedLateness) -> RehearsalPage.Late {
        .init(
            name: one.name ?? name(one.unit), link: one.person.map { .person($0) }, unit: name(one.unit),
            rule: title(one.change.id.rule), words: one.words, count: one.count)
    }

    private func name(_ unit: UnitID) -> String { tree[unit]?.name ?? "" }

    private func title(_ key: RuleKey) -> String {
        new.rules.title(of: key) ?? ask.office.pack.rules.title(of: key) ?? key.name
    }
}
