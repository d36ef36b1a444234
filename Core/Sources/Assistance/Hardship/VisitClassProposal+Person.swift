// SPDX-License-Identifier: Apache-2.0

extension Person {
    /// The visit class that the facts propose (01.w4; spec/questionnaire.md, "Visit class").
    ///
    /// Whoever wants no work is never proposed for class 4, which the manual keeps for those who urgently do.
    /// Where one of the facts of class 4 meets a family reason, class 4 stands.
    public func visitClassProposal(
        findings: [HardshipFinding], under rules: HardshipRules
    ) -> VisitClassProposal {
        let severe = severeFacts(findings, rules)
        let near = nearFacts
        let economy = economyFact(rules)
        let wish = facts.wish.visitFact
        return VisitClassProposal(
            proposed: Self.visitClass(wish, economy, severe: severe, near: near),
            because: [wish, economy].compactMap(\.self) + severe + near)
    }

    private static func visitClass(
        _ wish: VisitFact?, _ economy: VisitFact?, severe: [VisitFact], near: [VisitFact]
    ) -> VisitClass? {
        switch (wish, economy) {
        case (.noWish, .economyNotHard): .one
        case (.wish, .economyNotHard): .two
        case (.noWish, .economyHard): .three
        case (.wish, .economyHard): !severe.isEmpty ? .four : !near.isEmpty ? .three : nil
        case (nil, _), (_, _): nil
        }
    }

    /// Whether the household is poor: as stated, or by an income below the line.
    private func economyFact(_ rules: HardshipRules) -> VisitFact? {
        if let income = facts.incomePerHead, income < lowIncomeLine(rules) { return .economyHard }
        return facts.economy.map { $0 == .hard ? .economyHard : .economyNotHard }
    }

    private func severeFacts(_ findings: [HardshipFinding], _ rules: HardshipRules) -> [VisitFact] {
        var severe: [VisitFact] = []
        if facts.hasAllowance == true { severe.append(.receivesAllowance) }
        if findings.contains(where: { $0.category == .zeroEmployment }) {
            severe.append(.zeroEmploymentHousehold)
        }
        if facts.disability?.isSevere == true { severe.append(.severelyDisabled) }
        let line = lowIncomeLine(rules)
        if let income = facts.incomePerHead, income * 2 < line {
            severe.append(.incomeBelowHalfLine(income: income, line: line))
        }
        return facts.isUrgent ? severe + [.urgent] : severe
    }

    /// 12 E, and the note that work must be nearby.
    private var nearFacts: [VisitFact] {
        (facts.reasonsNotWorking.contains("E") ? [.caresForFamily] : [])
            + (facts.mustBeNearby ? [.mustBeNearby] : [])
    }

    /// The line for the person's registration; the lower of the two while it is unknown.
    private func lowIncomeLine(_ rules: HardshipRules) -> Int {
        guard let registration = facts.registration else {
            return min(rules.lowIncomeUrban, rules.lowIncomeRural)
        }
        return registration.isRural ? rules.lowIncomeRural : rules.lowIncomeUrban
    }
}

extension Wish {
    /// What the wish says for a visit class; nothing while nobody has asked.
    fileprivate var visitFact: VisitFact? {
        switch self {
        case .wanted: .wish
        case .unwanted: .noWish
        case .unasked: nil
        }
    }
}
