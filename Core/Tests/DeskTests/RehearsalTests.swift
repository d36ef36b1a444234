// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("政策演练: what another pack would make of a district's live duties")
struct PolicyRehearsalTests {
    /// The sample pack with some rows changed.
    private func pack(_ change: (inout DeadlineRule) -> Void) -> PolicyPack {
        Sample.pack.with(
            rules: RuleSet(
                Sample.pack.rules.rules.map { row in
                    var row = row
                    change(&row)
                    return row
                }, readings: Sample.pack.rules.readings))
    }

    /// The escort of 01.r4 within three days instead of seven.
    private var shorter: PolicyPack {
        pack { if $0.key == "register.escort" { $0.timing = .within(.days(3)) } }
    }

    /// Three of one village stand in the ledger that was handed in on the sample's day.
    private func stage() async throws -> Stage {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        for member in [Sample.wangXiulan, Sample.liJianguo, Sample.sunGuifang] {
            try await stage.list(member)
        }
        _ = try await stage.office().submitLedger(
            of: round, version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        return stage
    }

    private var key: RehearsalSum.Group {
        RehearsalSum.Group(unit: Sample.shaling, rule: "register.escort")
    }

    @Test(arguments: [("2026-03-05", 0), ("2026-03-06", 3), ("2026-03-09", 3), ("2026-03-10", 0)])
    func `01.r4: a shorter deadline moves the duties of the village, and some fall late`(
        on text: String, late: Int
    ) async throws {
        let stage = try await stage()
        let office = try await stage.office(on: try day(text))
        let found = try await office.rehearse(
            shorter, asOf: office.today, by: Sample.districtClerk.actor, page: 2)
        #expect(found.difference.rules.map(\.key) == ["register.escort"])
        #expect(Set(found.sum.groups.keys) == [key])
        #expect(found.sum.total.moved == 3)
        #expect(found.sum.total.late == late)
        #expect(found.late.count == late)
        #expect(Set(found.late.compactMap(\.name)) == (late == 0 ? [] : ["王秀兰", "李建国", "孙桂芳"]))
        if late > 0 { #expect(found.late.first?.name == "孙桂芳", "the hardest first") }
    }

    @Test func `nothing is written, and the pack in force stays`() async throws {
        let stage = try await stage()
        let office = try await stage.office(on: try day("2026-03-06"))
        var before: [[Obligation]] = []
        var after: [[Obligation]] = []
        let subjects = try await office.store.dutySubjects(after: nil, limit: 1000)
        for subject in subjects { before.append(try await office.store.duties(of: subject)) }
        _ = try await office.rehearse(shorter, asOf: office.today, by: Sample.districtClerk.actor)
        for subject in subjects { after.append(try await office.store.duties(of: subject)) }
        #expect(before == after)
        #expect(try await office.rederiveDuties().differences.isEmpty)
    }

    @Test func `the rehearsal says what the nightly derivation does once the pack is adopted`() async throws {
        let stage = try await stage()
        let office = try await stage.office(on: try day("2026-03-06"))
        let changed = pack {
            if $0.key == "register.escort" { $0.timing = .within(.days(3)) }
            if $0.key == "visit.class4" { $0.timing = .each(.week) }
        }
        let told = try await office.rehearse(changed, asOf: office.today, by: Sample.districtClerk.actor)
        let adopted = Office(
            store: office.store, pack: changed, tree: office.tree, now: office.now, today: office.today)
        let done = try await adopted.rederiveDuties()
        var appears = 0
        var vanishes = 0
        var moved = 0
        for difference in done.differences {
            let old = Dictionary(
                uniqueKeysWithValues: difference.stored.filter { $0.isLive(on: office.today) }.map {
                    ($0.id, $0)
                })
            let new = Dictionary(
                uniqueKeysWithValues: difference.derived.filter { $0.isLive(on: office.today) }.map {
                    ($0.id, $0)
                })
            appears += new.keys.count { old[$0] == nil }
            vanishes += old.keys.count { new[$0] == nil }
            moved += old.count { id, duty in new[id].map { $0.due != duty.due } ?? false }
        }
        #expect(appears > 0)
        #expect(told.sum.total.appears == appears)
        #expect(told.sum.total.vanishes == vanishes)
        #expect(told.sum.total.moved == moved)
    }

    @Test func `the same pack changes nothing`() async throws {
        let office = try await stage().office()
        let found = try await office.rehearse(
            Sample.pack, asOf: office.today, by: Sample.districtClerk.actor)
        #expect(found.difference.isEmpty)
        #expect(found.sum == RehearsalSum())
    }

    @Test func `00.levels: names only for whoever may see people, figures only for the whole district`()
        async throws
    {
        let office = try await stage().office(on: try day("2026-03-06"))
        for account in [Sample.systemAdministrator, Sample.auditAdministrator] {
            let found = try await office.rehearse(shorter, asOf: office.today, by: account.actor)
            #expect(found.sum.total.late == 3)
            #expect(found.late.isEmpty)
        }
        for account in [Sample.shalingWorker, Sample.yangzhenClerk, Sample.specialist, Sample.aide] {
            await #expect(throws: Refusal.notAllowed(.seePolicy)) {
                try await office.rehearse(shorter, asOf: office.today, by: account.actor)
            }
        }
    }

    @Test func `examples are at most so many, the hardest of all`() async throws {
        let office = try await stage().office(on: try day("2026-03-06"))
        let found = try await office.rehearse(
            shorter, asOf: office.today, by: Sample.districtClerk.actor, keeping: 1)
        #expect(found.late.map(\.name) == ["孙桂芳"])
        #expect(found.late.first?.person == Sample.sunGuifang.id)
        #expect(found.sum.total.late == 3)
    }

    @Test func `what falls late for one person under one rule is told once, with its number`() async throws {
        let stage = try await stage()
        let office = try await stage.office(on: try day("2026-04-20"))
        let weekly = pack { if $0.key == "visit.class4" { $0.timing = .each(.week) } }
        let found = try await office.rehearse(weekly, asOf: office.today, by: Sample.districtClerk.actor)
        let late = try #require(found.late.first)
        #expect(found.late.count == 1)
        #expect(late.person == Sample.sunGuifang.id)
        #expect(late.change.dueAfter == (try day("2026-03-08")))
        // The weeks that end from 8 March to 19 April.
        #expect(late.count == 7)
        #expect(found.sum.total.late == 7)
        #expect(found.sum.total.backdated == 7)
        #expect(found.groups(in: office.tree).map(\.unit) == [Sample.shaling])
    }

    @Test func `a pack that differs in numbers alone moves no duty`() async throws {
        let office = try await stage().office()
        let old = Sample.pack
        let new = PolicyPack(
            name: old.name, title: old.title, digest: "other", units: old.units, calendar: old.calendar,
            rules: old.rules, hardship: old.hardship, window: EntryWindow(lateEntryDays: 3), form: old.form,
            identity: old.identity, lists: old.lists)
        let found = try await office.rehearse(new, asOf: office.today, by: Sample.districtClerk.actor)
        #expect(found.difference.numbers.map(\.number) == [.lateEntryDays])
        #expect(!found.difference.touchesDuties)
        #expect(found.sum.total.touched == 0)
    }

    @Test func `a calendar year shows its turned days and what they move`() async throws {
        let stage = try await stage()
        let office = try await stage.office(on: try day("2026-03-06"))
        let year = try #require(Sample.calendar.years[2026])
        // 9 March, the last day, becomes free.
        let other = CalendarYear(
            year: 2026, source: year.source, published: year.published,
            off: year.off + [.init(day: try day("2026-03-09"), name: "假")], work: year.work)
        let new = Sample.pack.with(
            calendar: WorkCalendar(years: Array(Sample.calendar.years.values) + [other]))
        let found = try await office.rehearse(new, asOf: office.today, by: Sample.districtClerk.actor)
        #expect(found.difference.years.map(\.year) == [2026])
        #expect(found.difference.years.first?.turned == [try day("2026-03-09")])
        #expect(found.sum.groups[key]?.moved == 3)
        #expect(found.sum.total.late == 0)
    }
}
