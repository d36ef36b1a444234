// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Testing

@Suite("Reading deadlines.yaml · design decision 2")
struct DeadlinesFileTests {
    private static let sound = """
        counting:
          - {in-force: 2012-01-01, short-days: as-written, roll: yes}
        ends:
          case: case-closed
        rules:
        - rule: aide.contact
          title: 首次联系
          clause: [03.w2, 03.r2]
          scope: case
          starts: recognised
          within: {working-days: 2}
          owed-by: aide
          met-by: contacted by=aide|village
          warn: [1]
          in-force: 2012-01-01
          says: 两个工作日内联系
        - rule: visit
          title: 走访
          clause: 01.w4
          scope: case
          starts: [classified class=3, case-reopened class=3]
          each: month
          owed-by: village
          met-by: visited
          ends: classified class!=3
          in-force: 2012-01-01
          says: 每月走访
        """

    private func faults(of text: String) -> [String] {
        do throws(PolicyFaults) {
            _ = try DeadlinesFile.read(text, file: "d.yaml")
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    @Test func `a deadline that starts again with what meets it is named as a circle`() {
        let circle = Self.sound.replacingOccurrences(of: "starts: recognised", with: "starts: contacted")
            .replacingOccurrences(of: "met-by: contacted by=aide|village", with: "met-by: contacted")
        #expect(faults(of: circle).count { $0.contains("循环") } == 1)
        let open = circle.replacingOccurrences(
            of: "met-by: contacted\n", with: "met-by: [contacted, employed]\n")
        #expect(faults(of: open).isEmpty)
    }

    @Test func `a sound file gives its rules`() throws {
        let rules = try DeadlinesFile.read(Self.sound, file: "d.yaml").rules
        #expect(rules.map(\.key) == ["aide.contact", "visit"])
        let contact = try #require(rules.first)
        #expect(contact.clauses == ["03.w2", "03.r2"])
        #expect(contact.timing == .within(.workdays(2)))
        #expect(contact.metBy == [[ActPattern([.contacted], where: [FieldTest(.by, ["aide", "village"])])]])
        #expect(contact.ends == [ActPattern(.caseClosed)])
        #expect(contact.says == "两个工作日内联系")
        let visit = try #require(rules.last)
        #expect(visit.timing == .each(.month))
        #expect(
            visit.ends == [
                ActPattern([.classified], where: [FieldTest(.visitClass, ["3"], isNegated: true)]),
                ActPattern(.caseClosed),
            ])
    }

    @Test(arguments: [
        ("starts: recognised", "starts: recognized", "d.yaml:10: 没有“recognized”这种工作记录，是否想写recognised"),
        ("starts: recognised", "starts: withdrawn", "d.yaml:10: “withdrawn”只撤回别的记录"),
        ("starts: recognised", "starts: []", "d.yaml:10: 缺少“starts”"),
        ("by=aide|village", "by=aunt", "d.yaml:13: by不会是“aunt”，只能是aide、"),
        ("by=aide|village", "level=town", "d.yaml:13: contacted没有“level”这一项，只有by。"),
        ("by=aide|village", "by", "d.yaml:13: “by”应写成level=village或judged!=stable的样子。"),
        ("by=aide|village", "of other", "d.yaml:13: of后面只能写anchor或same。"),
        ("met-by: visited", "met-by: guided class=3", "d.yaml:24: guided没有“class”这一项，它没有别的项。"),
        ("met-by: visited", "met-by: []", "d.yaml:24: 缺少“met-by”"),
        ("  met-by: visited\n", "", "d.yaml:17: 缺少“met-by”"),
        ("met-by: visited", "met-by: {all: [visited]}", "d.yaml:24: all应列出至少两种工作记录。"),
        ("clause: 01.w4", "clause: 01.w9", "d.yaml:19: 没有“01.w9”这一条款"),
        ("  clause: 01.w4\n", "", "d.yaml:17: 缺少“clause”"),
        ("  says: 每月走访", "  says: ''", "d.yaml:27: 缺少“says”。"),
        ("  each: month\n", "", "d.yaml:17: within、before、each应写且只写一个，这里一个也没有写。"),
        (
            "each: month", "each: month\n  within: {days: 3}",
            "d.yaml:17: within、before、each应写且只写一个，这里写了within和each。"
        ),
        ("each: month", "each: fortnight", "d.yaml:22: each只能是week、"),
        ("each: month", "each: {days: 0}", "d.yaml:22: each只能是week、"),
        ("each: month", "each: month\n  from: planned", "d.yaml:23: “from”不能与“each”同用。"),
        ("each: month", "each: month\n  due: {after: noon, days: 1}", "d.yaml:23: due应写成"),
        ("{working-days: 2}", "{workdays: 2}", "d.yaml:11: within应写成{working-days: 3}的样子"),
        ("{working-days: 2}", "{days: -1}", "d.yaml:11: within应写成{working-days: 3}的样子"),
        ("{working-days: 2}", "{days: 1}\n  from: planned", "d.yaml:12: from的“planned”应是开始的工作记录里写明的一个日期"),
        ("{working-days: 2}", "{days: 1}\n  for: {years: 1}", "d.yaml:12: “for”不能与“within”同用。"),
        ("owed-by: aide", "owed-by: uncle", "d.yaml:12: owed-by“uncle”不认识，只能是village、aide"),
        (
            "scope: case\n  starts: recognised", "scope: city\n  starts: recognised",
            "d.yaml:9: scope“city”不认识"
        ),
        ("warn: [1]", "warn: [0]", "d.yaml:14: warn应是不小于1的整数。"),
        ("warn: [1]", "wran: [1]", "d.yaml:14: 不认识“wran”，只能有rule、"),
        ("warn: [1]", "count: none", "d.yaml:14: count应是不小于1的整数。"),
        ("warn: [1]", "lapses: maybe", "d.yaml:14: lapses只能写yes或no。"),
        ("warn: [1]", "retired: 2011-12-31", "d.yaml:14: retired应晚于in-force"),
        ("warn: [1]", "only-ends: []\n  ends: visited", "d.yaml:15: “ends”不能与“only-ends”同用。"),
        (
            "in-force: 2012-01-01\n  says: 两", "in-force: 2012-13-01\n  says: 两",
            "d.yaml:15: in-force的“2012-13-01”不是日期"
        ),
        ("- rule: visit\n", "- rule: aide.contact\n", "d.yaml:17: 规则“aide.contact”与第6行的版本在时间上重叠"),
        (
            "starts: recognised", "starts: {act: recognised, number: 2, since: recognised}",
            "d.yaml:10: 每次都从since重新数起，数不到第2次，规则永远不会开始。"
        ),
        (
            "starts: recognised", "starts: {act: recognised}",
            "d.yaml:10: number（只第几次）和from-number（第几次起）应写且只写一个。"
        ),
        ("case: case-closed", "cases: case-closed", "d.yaml:4: ends的范围“cases”不认识"),
        (
            "short-days: as-written", "short-days: 7",
            "d.yaml:2: short-days只能写as-written，或{working-days-up-to: 7}。"
        ),
        ("rules:", "rulez:", "d.yaml:5: 不认识“rulez”，只能有counting、ends、rules。"),
        ("warn: [1]", "warn: [1", "d.yaml:"),
    ])
    func `each fault is named with its line`(piece: String, replaced: String, fault: String) {
        let text = Self.sound.replacingOccurrences(of: piece, with: replaced)
        #expect(text != Self.sound)
        let found = faults(of: text)
        #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
    }

    @Test(arguments: ["", "rules", "rules: []", "- 1", "a: [", "rules:\n- 3", "\u{0}"])
    func `a file without rules is refused and does not fail`(text: String) {
        #expect(!faults(of: text).isEmpty)
    }

    @Test func `all faults come at once and in order`() {
        let text = Self.sound.replacingOccurrences(of: "in-force: 2012-01-01\n", with: "in-force: soon\n")
            .replacingOccurrences(of: "recognised", with: "recognize")
        #expect(faults(of: text).count == 3)
        #expect(faults(of: text).first?.hasPrefix("d.yaml:10:") == true)
    }

    /// The words that the rows of step 01 do not use.
    @Test(arguments: [
        (
            "within: {days: 0}\n  from: planned",
            DeadlineRule.Timing.once(.init(.within(.days(0)), from: .field(.planned)))
        ),
        ("before: {days: 1}\n  from: planned", .once(.init(.before(days: 1), from: .field(.planned)))),
        (
            "within: {weeks: 1}\n  not-before: {months: 1}",
            .once(.init(.within(.weeks(1)), notBefore: .months(1)))
        ),
        ("each: {days: 14}", .each(.days(14))), ("each: years-from-anchor", .each(.yearsFromAnchor)),
        ("each: year\n  due: {month: 3}", .each(.init(.year, due: .month(3)))),
        (
            "each: year\n  due: {after: last-day, months: 1}",
            .each(.init(.year, due: .afterLastDay(.months(1))))
        ),
        (
            "each: month\n  due: {after: last-working-day, working-days: 3}",
            .each(.init(.month, due: .afterLastWorkday(.workdays(3))))
        ),
        ("each: quarter\n  for: {years: 1}", .each(.init(.quarter, lasting: .years(1)))),
    ])
    func `every way of timing can be written`(words: String, timing: DeadlineRule.Timing) throws {
        let text = Self.sound.replacingOccurrences(of: "within: {working-days: 2}", with: words)
            .replacingOccurrences(of: "starts: recognised", with: "starts: plan-item-set")
        let rules = try DeadlinesFile.read(text, file: "d.yaml").rules
        #expect(rules.first?.timing == timing)
    }

    @Test func `a district may read short periods as working days from a day on`() throws {
        let text = Self.sound.replacingOccurrences(
            of: "ends:\n  case",
            with: "  - {in-force: 2026-06-01, short-days: {working-days-up-to: 7}, roll: no}\nends:\n  case")
        let readings = try DeadlinesFile.read(text, file: "d.yaml").readings
        #expect(readings.map(\.workdaysUpTo) == [nil, 7])
        #expect(readings.map(\.rolls) == [true, false])
    }
}
