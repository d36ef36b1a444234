// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import PolicyFiles
import Testing
import Wording

private typealias Sample = DeadlinesSamples

@Suite("Explanations of what is owed · spec/flow.md Counting days")
struct DeadlinesWordingTests {
    private func sentence(_ lines: [String], rule: RuleKey, through: String = "2026-03-31") throws -> String {
        let journal = try Sample.journal(lines)
        let (rules, calendar) = (try Sample.rules(), try Sample.calendar())
        let found = obligations(
            of: journal, under: rules, calendar: calendar, through: try Sample.day(through))
        let obligation = try #require(found.first { $0.rule == rule })
        return try #require(explain(obligation, of: journal, under: rules, calendar: calendar)).sentence
    }

    @Test func `05.r1 the days skipped and the make-up day are told`() throws {
        let text = try sentence(["2026-02-13 recognised"], rule: "first.vacancy")
        #expect(
            text == """
                2026-02-13作出认定，依据手册第5步工作要求1“认定后3个工作日内提供一条适合的岗位信息”，\
                自2026-02-13（星期五）起3个工作日，当天不算；跳过2026-02-15至2026-02-23（春节），\
                2026-02-14（星期六，调休上班）计入；到2026-02-25（星期三）止。
                """)
    }

    @Test func `01.w4 a period is told with its days, and why it fell away`() throws {
        let text = try sentence(
            ["2026-03-02 classified class=3", "2026-03-10 classified class=4"], rule: "visit.class3")
        #expect(
            text == """
                2026-03-02确定走访分类，依据手册第1步工作职责4\
                “三类人员（家庭较困难、有就业愿望，因家庭原因或须就近）每月走访一次”，\
                本期2026-03-01至2026-03-31，到2026-03-31（星期二）止。因2026-03-10确定走访分类，不再需要办理。
                """)
    }

    @Test(arguments: [
        ("2026-03-11 registration-received", "2026-03-11收到登记申请，逾期2天。"),
        ("2026-03-05 registration-received @2026-03-20", "2026-03-05收到登记申请，2026-03-20补录。"),
        ("2026-03-05 registration-received", "止。"),
        ("2026-03-04 duty-waived rule=register.escort reason=住院 >1", "2026-03-04经批准免办（住院）。"),
        ("2026-03-04 case-closed reason=去世", "因2026-03-04结束援助（去世），不再需要办理。"),
        ("2026-03-04 case-reopened", "2026-03-04重新开始援助，按新一轮办理。"),
        ("2026-03-04 suspended until=2026-05-06", "2026-03-04起暂停援助，2026-05-06再看。"),
        ("2026-03-04 suspended", "2026-03-04起暂停援助，尚未定再看的日期。"),
    ])
    func `what became of it is told`(act: String, ending: String) throws {
        let text = try sentence(["2026-03-02 in-ledger able=yes willing=yes", act], rule: "register.escort")
        #expect(text.hasSuffix(ending), "\(text)")
    }

    @Test func `10.r1 a deadline that opens later says when`() throws {
        let text = try sentence(
            ["2026-03-02 interview-set level=town planned=2026-03-06"], rule: "interview.result")
        #expect(text.contains("2026-03-11（星期三）起才办理，自2026-03-11（星期三）起3个工作日"), "\(text)")
    }

    @Test func `15.r1 a day before a date is told`() throws {
        let text = try sentence(["2026-03-02 welfare-agreed planned=2026-03-16"], rule: "welfare.training")
        #expect(text.hasSuffix("应在2026-03-16（星期一）之前，即2026-03-15（星期日）前办完。"), "\(text)")
    }

    @Test func `every word is there once for every code`() {
        #expect(Set(ActKind.allCases.map(\.words)).count == ActKind.allCases.count)
        #expect(Set(Standing.allCases.map(\.words)).count == Standing.allCases.count)
        #expect(Set(Owner.allCases.map(\.words)).count == Owner.allCases.count)
        for clause in Clause.all { #expect(!clause.words.contains("条款"), "\(clause)") }
    }
}
