// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Obligation {
    /// An obligation as it was kept: a store writes derived obligations down and gives them back unchanged.
    public init(
        kept rule: RuleKey, clause: Clause, anchor: ActID, period: GridPeriod?, opens: Day, due: Day,
        isProvisional: Bool, owedBy: Owner, need: Int, have: Int, outcome: Outcome, pause: Pause?,
        lapses: Bool
    ) {
        self.rule = rule
        self.clause = clause
        self.anchor = anchor
        self.period = period
        self.opens = opens
        self.due = due
        self.isProvisional = isProvisional
        self.owedBy = owedBy
        self.need = need
        self.have = have
        self.outcome = outcome
        self.pause = pause
        self.lapses = lapses
    }
}

extension Obligation.Pause {
    /// A pause as it was kept.
    public init(kept by: ActID, first: Day, until: Day?) {
        self.by = by
        self.first = first
        self.until = until
    }
}

extension Obligation.ID {
    /// An identity as it was kept.
    public init(kept rule: RuleKey, anchor: ActID, period: String?) {
        self.init(rule: rule, anchor: anchor, period: period)
    }
}
