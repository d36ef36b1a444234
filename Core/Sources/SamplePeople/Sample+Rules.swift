// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Sample {
    /// The deadlines of step 01, written by hand.
    public static let rules = RuleSet([
        rule(
            "survey.year", ["01.w1"], .district, [ActPattern(.unitOpened, [.level: "district"])],
            .each(DeadlineRule.Recurring(.year, due: .month(3))), [ActPattern(.yearOpened, [.missing: "0"])],
            ends: [.unitClosed], owedBy: .district),
        rule(
            "survey.round", ["01.r1", "01.w3"], .village, [ActPattern(.surveyOpened)],
            .within(.months(1)), [ActPattern(.ledgerSubmitted, [.missing: "0"])], ends: [.unitClosed]),
        rule(
            "survey.entry", ["01.w2"], .person, [ActPattern(.surveyed)], .within(.days(5)),
            [ActPattern(.surveyed, [.accepted: "yes"], of: .anchor)], metOn: .recorded),
        visits(.one, .halfYear), visits(.two, .quarter), visits(.three, .month),
        visits(.four, .halfMonth, gap: 5),
        rule(
            "register.escort", ["01.r4", "01.w5"], .person,
            [ActPattern(.inLedger, [.able: "yes", .willing: "yes"])], .within(.days(7)),
            [ActPattern(.registrationReceived), ActPattern(.waived)], ends: [.unlisted, .caseClosed]),
    ])

    private static func visits(_ visitClass: VisitClass, _ grid: Grid, gap: Int = 0) -> DeadlineRule {
        let number = String(visitClass.rawValue)
        let other = FieldTest(.visitClass, [number], isNegated: true)
        var rule = rule(
            "visit.class\(number)", ["01.w4"], .case,
            [
                ActPattern(.classified, [.visitClass: number]),
                ActPattern(.caseReopened, [.visitClass: number]),
            ], .each(grid), [ActPattern([.visited], where: [FieldTest(.met, ["no"], isNegated: true)])],
            ends: [.caseClosed, .unlisted])
        rule.ends.append(ActPattern([.classified], where: [other]))
        rule.minimumGap = gap
        return rule
    }

    private static func rule(
        _ key: String, _ clauses: [Clause], _ scope: DeadlineRule.Scope, _ starts: [ActPattern],
        _ timing: DeadlineRule.Timing, _ metBy: [ActPattern], ends: [ActKind] = [],
        metOn: DeadlineRule.Clock = .occurred, owedBy: Owner = .village
    ) -> DeadlineRule {
        var rule = DeadlineRule(
            key: RuleKey(key), clauses: clauses, scope: scope, owedBy: owedBy,
            starts: starts.map { DeadlineRule.Start($0) }, timing: timing, metBy: [metBy],
            inForce: day(2012, 1, 1))
        rule.ends = ends.map { ActPattern($0) }
        rule.metOn = metOn
        return rule
    }
}
