// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

private typealias Sample = ObligationsSamples

@Suite("政策演练: what a change of the pack does to live duties before it is adopted")
struct RehearsalTests {
    private static let escort: RuleKey = "register.escort"
    private static let inLedger = "2026-03-02 in-ledger able=yes willing=yes"

    /// The row of 01.r4 with another length, owner or anything else.
    private static func rows(_ change: (inout DeadlineRule) -> Void = { _ in }) -> RuleSet {
        RuleSet([row(change)])
    }

    private static func row(_ change: (inout DeadlineRule) -> Void = { _ in }) -> DeadlineRule {
        Sample.rule(
            escort, "01.r4", .case, [.init(ActPattern(.inLedger, [.able: "yes", .willing: "yes"]))],
            .within(.days(7))
        ) {
            $0.metBy = [[ActPattern([.registrationReceived, .waived])]]
            change(&$0)
        }
    }

    private static func days(_ count: Int) -> RuleSet { rows { $0.timing = .within(.days(count)) } }

    private static func effect(
        _ lines: [String], from before: RuleSet = rows(), to after: RuleSet, on day: String,
        calendar: (WorkCalendar, WorkCalendar) = (Sample.calendar, Sample.calendar)
    ) throws -> RehearsedEffect {
        let day = try Sample.day(day)
        return Rehearsal(
            from: DutyTerms(rules: before, calendar: calendar.0),
            to: DutyTerms(rules: after, calendar: calendar.1), on: day, through: day.adding(days: 45)
        ).effect(on: try Sample.journal(lines))
    }

    /// Due on 9 March with seven days; on 5 March with three.
    @Test(arguments: [
        ("2026-03-04", false), ("2026-03-05", false), ("2026-03-06", true), ("2026-03-09", true),
        ("2026-03-10", false),
    ])
    func `a shorter length moves the duty, which falls late only between the two last days`(
        on day: String, fallsLate: Bool
    ) throws {
        let effect = try Self.effect([Self.inLedger], to: Self.days(3), on: day)
        #expect(effect.live == 1)
        let change = try #require(effect.changes.first)
        #expect(effect.changes.count == 1)
        #expect(change.kind == .moved)
        #expect(change.dueBefore?.iso == "2026-03-09")
        #expect(change.dueAfter?.iso == "2026-03-05")
        #expect(change.fallsLate == fallsLate)
        #expect(!change.isFreed)
    }

    @Test(arguments: [
        ("2026-03-09", false), ("2026-03-10", true), ("2026-03-16", true), ("2026-03-17", false),
    ])
    func `a longer length frees what is overdue until its own last day`(on day: String, isFreed: Bool) throws
    {
        let change = try #require(
            try Self.effect([Self.inLedger], to: Self.days(14), on: day).changes.first)
        #expect(change.dueAfter?.iso == "2026-03-16")
        #expect(change.isFreed == isFreed)
        #expect(!change.fallsLate)
    }

    @Test func `the same terms change nothing`() throws {
        let effect = try Self.effect([Self.inLedger], to: Self.rows(), on: "2026-04-01")
        #expect(
            effect == (try Self.effect([Self.inLedger], to: Self.rows { $0.title = "改名" }, on: "2026-04-01")))
        #expect(effect.changes.isEmpty)
        #expect(effect.live == 1)
    }

    @Test func `an act after the day has not happened`() throws {
        let effect = try Self.effect([Self.inLedger], to: Self.days(3), on: "2026-03-01")
        #expect(effect == (try Self.effect([], to: Self.days(3), on: "2026-03-01")))
        #expect(effect.live == 0)
        let met = [Self.inLedger, "2026-03-04 registration-received"]
        #expect(try Self.effect(met, to: Self.days(1), on: "2026-03-03").changes.map(\.kind) == [.moved])
    }

    @Test func `a row added makes duties appear, one taken away makes them vanish`() throws {
        let gone = try Self.effect([Self.inLedger], to: RuleSet([]), on: "2026-03-10")
        #expect(gone.changes.map(\.kind) == [.vanishes])
        #expect(gone.changes.map(\.isFreed) == [true])
        #expect(gone.changes.map(\.dueAfter) == [nil])
        let come = try Self.effect([Self.inLedger], from: RuleSet([]), to: Self.rows(), on: "2026-03-10")
        #expect(come.live == 0)
        #expect(come.changes.map(\.kind) == [.appears])
        #expect(come.changes.map(\.fallsLate) == [true])
        #expect(come.changes.map(\.dueBefore) == [nil])
    }

    @Test func `another owner alone passes the duty on, and what the person owes is nobody's lateness`()
        throws
    {
        let passed = try Self.effect([Self.inLedger], to: Self.rows { $0.owedBy = .aide }, on: "2026-03-03")
        #expect(passed.changes.map(\.kind) == [.passes])
        #expect(passed.changes.first?.ownerBefore == .village)
        #expect(passed.changes.first?.ownerAfter == .aide)
        let awaited = Self.rows {
            $0.owedBy = .person
            $0.timing = .within(.days(3))
        }
        let late = try Self.effect([Self.inLedger], to: awaited, on: "2026-03-06")
        #expect(late.changes.map(\.fallsLate) == [false])
    }

    /// Without a day to look again the last day stays, and only the waiting ends.
    @Test(arguments: ["2026-03-03 suspended until=2026-06-01", "2026-03-03 suspended"])
    func `a duty that no longer waits for the person is moved`(suspended: String) throws {
        let lines = [Self.inLedger, suspended]
        let effect = try Self.effect(lines, to: Self.rows { $0.pauses = false }, on: "2026-03-10")
        #expect(effect.live == 1)
        #expect(effect.changes.map(\.kind) == [.moved])
        #expect(effect.changes.map(\.fallsLate) == [true])
    }

    @Test func `another grid takes the periods of the old one away and brings its own`() throws {
        let monthly = Self.visits(.month)
        let effect = try Self.effect(
            ["2026-03-02 classified class=4"], from: Self.visits(.halfMonth), to: monthly, on: "2026-03-20")
        let kinds = Dictionary(grouping: effect.changes, by: \.kind).mapValues(\.count)
        // 1-15 and 16-31 March, both halves of April, the first of May; against March, April, May.
        #expect(kinds == [.vanishes: 5, .appears: 3])
        #expect(effect.changes.filter(\.isFreed).map { $0.id.period } == ["2026-03-H1"])
    }

    private static func visits(_ grid: Grid) -> RuleSet {
        RuleSet([
            Sample.rule(
                "visit.class4", "01.w4", .case, [.init(ActPattern(.classified, [.visitClass: "4"]))],
                .each(grid)
            ) { $0.metBy = [[ActPattern(.visited)]] }
        ])
    }
}

@Suite("政策演练: what is done stays done")
struct RehearsalOfDoneTests {
    private static let inLedger = "2026-03-02 in-ledger able=yes willing=yes"
    /// In time with seven days, too late with three.
    private static let done = [inLedger, "2026-03-09 registration-received"]

    private static func row(
        _ limit: Int, from inForce: Day = .earliest, adopted: Day? = nil, count: Int = 1
    ) -> DeadlineRule {
        Sample.rule(
            "register.escort", "01.r4", .case, [.init(ActPattern(.inLedger))], .within(.days(limit))
        ) {
            $0.metBy = [[ActPattern([.registrationReceived, .waived])]]
            $0.inForce = inForce
            $0.adopted = adopted
            $0.count = count
        }
    }

    private static func changes(
        _ lines: [String], from before: [DeadlineRule] = [row(7)], to after: [DeadlineRule],
        on day: String = "2026-04-01",
        calendars: (WorkCalendar, WorkCalendar) = (Sample.calendar, Sample.calendar)
    ) throws -> [RehearsedChange] {
        let day = try Sample.day(day)
        return Rehearsal(
            from: DutyTerms(rules: RuleSet(before), calendar: calendars.0),
            to: DutyTerms(rules: RuleSet(after), calendar: calendars.1), on: day,
            through: day.adding(days: 45)
        ).effect(on: try Sample.journal(lines)).changes
    }

    @Test(arguments: ["2026-03-01", "2026-03-02"])
    func `a met duty is never turned late by a version adopted later`(inForce: String) throws {
        let later = Self.row(3, from: try Sample.day(inForce), adopted: try Sample.day("2026-03-20"))
        #expect(try Self.changes(Self.done, to: [Self.row(7), later]).isEmpty)
        // The same version does move what nobody has done yet.
        #expect(try Self.changes([Self.inLedger], to: [Self.row(7), later]).map(\.kind) == [.moved])
    }

    @Test func `a met duty is never turned late by a calendar published later`() throws {
        // Three working days from Wednesday 3 March 2027: Monday the 8th, or Saturday the 6th made a working day.
        let rule = Sample.rule(
            "register.escort", "01.r4", .case, [.init(ActPattern(.inLedger))], .within(.workdays(3))
        ) { $0.metBy = [[ActPattern(.registrationReceived)]] }
        let lines = ["2027-03-03 in-ledger", "2027-03-08 registration-received"]
        func later(_ published: String) -> WorkCalendar {
            WorkCalendar(
                years: Array(Sample.calendar.years.values) + [
                    Sample.year(2027, published: published, off: [("2027-02-05", 8)], work: ["2027-03-06"])
                ])
        }
        let after = (Sample.calendar, later("2027-03-15"))
        #expect(try Self.changes(lines, from: [rule], to: [rule], on: "2027-04-01", calendars: after).isEmpty)
        let open = try Self.changes(
            [lines[0]], from: [rule], to: [rule], on: "2027-03-07", calendars: after)
        #expect(open.map(\.kind) == [.moved])
        #expect(open.map(\.fallsLate) == [true])
        // One that was out before the act was done is held against it, and told as a judgement, not as lateness.
        let known = (Sample.calendar, later("2026-11-01"))
        let judged = try Self.changes(lines, from: [rule], to: [rule], on: "2027-04-01", calendars: known)
        #expect(judged.map(\.kind) == [.rejudged])
        #expect(judged.map(\.fallsLate) == [false])
    }

    @Test func `a row changed in place is told as judging anew, never as lateness`() throws {
        let shorter = try Self.changes(Self.done, to: [Self.row(3)])
        #expect(shorter.map(\.kind) == [.rejudged])
        #expect(shorter.map(\.fallsLate) == [false])
        let twice = try Self.changes(Self.done, to: [Self.row(7, count: 2)])
        #expect(twice.map(\.kind) == [.rejudged])
        #expect(twice.map(\.fallsLate) == [false])
    }

    @Test func `what was let off or done late is nothing to tell`() throws {
        let late = [Self.inLedger, "2026-03-12 registration-received"]
        #expect(try Self.changes(late, to: [Self.row(3)]).isEmpty)
        #expect(try Self.changes(late, to: [Self.row(14)]).isEmpty)
        let waived = [Self.inLedger, "2026-03-05 duty-waived rule=register.escort >1"]
        #expect(try Self.changes(waived, to: [Self.row(1)]).isEmpty)
        #expect(try Self.changes(Self.done, to: []).isEmpty)
    }
}

@Suite("政策演练: sums")
struct RehearsalSumTests {
    @Test func `sums add up by unit and rule in any order`() throws {
        let effects = try (0..<40).map { try Self.effect(seed: $0) }
        var whole = RehearsalSum()
        var halves = (RehearsalSum(), RehearsalSum())
        for (number, effect) in effects.enumerated() {
            let unit = UnitID(number % 3 + 1)
            whole.add(effect, of: unit)
            if number % 2 == 0 { halves.0.add(effect, of: unit) } else { halves.1.add(effect, of: unit) }
        }
        #expect(halves.0 + halves.1 == whole)
        #expect(halves.1 + halves.0 == whole)
        #expect(whole.byRule.values.reduce(RehearsalTally(), +) == whole.total)
        #expect(whole.byUnit.values.reduce(RehearsalTally(), +) == whole.total)
        #expect(whole.journals == 40)
        #expect(whole.total.touched == effects.map(\.changes.count).reduce(0, +))
        #expect(whole.total.late == effects.flatMap(\.changes).count(where: \.fallsLate))
        #expect(whole.total.late > 0)
        #expect(Set(whole.byUnit.keys) == [UnitID(1), UnitID(2), UnitID(3)])
    }

    /// Journals that begin on different days, under limits of seven days and of three.
    private static func effect(seed: Int) throws -> RehearsedEffect {
        let day = try Sample.day("2026-03-20")
        let start = day.adding(days: -(seed % 12))
        func terms(_ limit: Int) -> DutyTerms {
            let rule = Sample.rule(
                "register.escort", "01.r4", .case, [.init(ActPattern(.inLedger))], .within(.days(limit))
            ) { $0.metBy = [[ActPattern(.registrationReceived)]] }
            return DutyTerms(rules: RuleSet([rule]), calendar: Sample.calendar)
        }
        return Rehearsal(from: terms(7), to: terms(3), on: day, through: day)
            .effect(on: try Sample.journal(["\(start.iso) in-ledger"]))
    }
}

@Suite("政策演练: in what two sets of rules differ")
struct RuleDifferenceTests {
    private static func row(
        _ key: RuleKey, from inForce: String = "2012-01-01", _ change: (inout DeadlineRule) -> Void = { _ in }
    ) throws -> DeadlineRule {
        let inForce = try Sample.day(inForce)
        return Sample.rule(key, "01.r4", .case, [.init(ActPattern(.inLedger))], .within(.days(7))) {
            $0.inForce = inForce
            change(&$0)
        }
    }

    @Test func `the same rows in another order are no difference`() throws {
        let rows = [try Self.row("a"), try Self.row("b"), try Self.row("b", from: "2026-01-01")]
        #expect(RuleSet(rows).differences(to: RuleSet(rows.reversed())).isEmpty)
    }

    @Test func `each part that is said differently is named`() throws {
        let before = try Self.row("a")
        let after = try Self.row("a") {
            $0.timing = .within(.workdays(7))
            $0.owedBy = .aide
            $0.starts = [.init(ActPattern(.listed))]
            $0.warnDays = [1]
        }
        let found = RuleSet([before]).differences(to: RuleSet([after]))
        #expect(found == [.changed(from: before, to: after)])
        #expect(found.first?.parts == [.length, .owner, .starts, .warnDays])
    }

    @Test(arguments: RulePart.allCases)
    func `a row that differs in anything differs in a part`(part: RulePart) throws {
        let before = try Self.row("a")
        let after = try Self.row("a") { Self.change(part, of: &$0) }
        #expect(before != after)
        #expect(RulePart.allCases.filter { $0.differs(before, after) } == [part])
        let found = RuleSet([before]).differences(to: RuleSet([after]))
        #expect(found.map(\.parts) == [[part]])
    }

    private static func change(_ part: RulePart, of row: inout DeadlineRule) {
        switch part {
        case .inForce: row.inForce = row.inForce.adding(days: 1)
        case .retired: row.retired = row.inForce.adding(days: 9)
        case .adopted: row.adopted = row.inForce
        case .length: row.timing = .each(.month)
        case .owner: row.owedBy = .town
        case .starts: row.starts = []
        case .metBy: row.metBy = [[ActPattern(.visited)]]
        case .count: row.count = 2
        case .minimumGap: row.minimumGap = 5
        case .metOn: row.metOn = .recorded
        case .early: row.countsEarly = false
        case .ends: row.ends = []
        case .joins: row.joins.toggle()
        case .pauses: row.pauses.toggle()
        case .lapses: row.lapses = true
        case .rolls: row.rolls = false
        case .warnDays: row.warnDays = [3]
        case .scope: row.scope = .person
        case .clauses: row.clauses = ["01.w5"]
        case .title: row.title = "带领登记"
        case .says: row.says = "七日内"
        }
    }

    @Test func `a further version is added, one taken away removed, one with another first day changed`()
        throws
    {
        let old = try Self.row("a")
        let new = try Self.row("a", from: "2026-06-01") { $0.owedBy = .town }
        #expect(RuleSet([old]).differences(to: RuleSet([old, new])) == [.added(new)])
        #expect(RuleSet([old, new]).differences(to: RuleSet([old])) == [.removed(new)])
        let moved = RuleSet([old]).differences(to: RuleSet([new]))
        #expect(moved.map(\.parts) == [[.inForce, .owner]])
        #expect(RuleSet([old]).differences(to: RuleSet([])) == [.removed(old)])
    }
}
