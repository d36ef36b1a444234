// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What a decision looks at beside the case itself.
public struct Given: Sendable {
    /// The day on which the act happened.
    public let day: Day
    /// Acts of the same kind that stand under that day already.
    public let standing: [CaseEvent]
    public let numbers: ProcedureNumbers
    /// Papers that the application needs now (02.r4); empty for acts that ask for none.
    public let papers: [RequiredPaper]

    public init(
        day: Day, standing: [CaseEvent] = [], numbers: ProcedureNumbers = ProcedureNumbers(),
        papers: [RequiredPaper] = []
    ) {
        self.day = day
        self.standing = standing
        self.numbers = numbers
        self.papers = papers
    }
}

/// Numbers by which vacancies are judged.
public struct VacancyNumbers: Hashable, Sendable {
    /// 岗位核实有效期, days (05.r2).
    public let verifiedDays: Int
    /// 最低工资, yuan a month; 0 where the pack names none (14.r2).
    public let lowestPay: Int

    public init(verifiedDays: Int = 15, lowestPay: Int = 0) {
        self.verifiedDays = verifiedDays
        self.lowestPay = lowestPay
    }
}

/// Counts and days that a district may change (pack.yaml), beside the deadlines.
public struct ProcedureNumbers: Hashable, Sendable {
    /// 三次: so many unsuccessful recommendations make the hand-up due (05.w4, 14.r3).
    public var failures: Int
    /// 稳定就业: so many months in a row judged stable end the help (spec/flow.md, rule 6).
    public var stableMonths: Int
    /// 公示期, calendar days from the posting (02.w3).
    public var noticeDays: Int
    /// 岗位核实有效期: so many days after the employer was asked, a vacancy is to be confirmed again (05.r2).
    public var verifiedDays: Int
    /// 最低工资, yuan a month; 0 where the pack names none (14.r2).
    public var lowestPay: Int

    public init(
        failures: Int = 3, stableMonths: Int = 12, noticeDays: Int = 7, verifiedDays: Int = 15,
        lowestPay: Int = 0
    ) {
        self.failures = failures
        self.stableMonths = stableMonths
        self.noticeDays = noticeDays
        self.verifiedDays = verifiedDays
        self.lowestPay = lowestPay
    }
}
