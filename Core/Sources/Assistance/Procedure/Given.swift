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
    /// What speaks against a registration (02.w1); empty for acts that ask for none.
    public let bars: [RegistrationBar]

    public init(
        day: Day, standing: [CaseEvent] = [], numbers: ProcedureNumbers = ProcedureNumbers(),
        papers: [RequiredPaper] = [], bars: [RegistrationBar] = []
    ) {
        self.day = day
        self.standing = standing
        self.numbers = numbers
        self.papers = papers
        self.bars = bars
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

/// What a district may change of the procedure beside the deadlines: counts, days, grounds, what is told.
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
    /// How long a review may be asked for (L.02); `nil` in a district without the rule, where it always may.
    public var review: ReviewWindow?
    /// On what a recognition may be refused or left (02.r1, L.03).
    public var grounds: LegalGrounds
    /// What people are told and handed (02.w4, L.10).
    public var telling: TellingRules

    public init(
        failures: Int = 3, stableMonths: Int = 12, noticeDays: Int = 7, verifiedDays: Int = 15,
        lowestPay: Int = 0, review: ReviewWindow? = nil, grounds: LegalGrounds = LegalGrounds(),
        telling: TellingRules = .minimum
    ) {
        self.failures = failures
        self.stableMonths = stableMonths
        self.noticeDays = noticeDays
        self.verifiedDays = verifiedDays
        self.lowestPay = lowestPay
        self.review = review
        self.grounds = grounds
        self.telling = telling
    }
}
