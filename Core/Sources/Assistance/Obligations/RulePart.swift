// SPDX-License-Identifier: Apache-2.0

/// One thing that a row of deadlines.yaml says. Raw values stand in what scripts read.
public enum RulePart: String, CaseIterable, Hashable, Sendable {
    case inForce = "in-force"
    case retired, adopted
    /// `within` or `each`, with what belongs to them.
    case length
    case owner = "owed-by"
    case starts
    case metBy = "met-by"
    case count
    case minimumGap = "minimum-gap"
    case metOn = "met-on"
    case early
    case ends, joins, pauses, lapses
    case rolls = "roll"
    case warnDays = "warn"
    case scope
    case clauses = "clause"
    case title, says

    /// Whether two rows say different things here.
    public func differs(_ left: DeadlineRule, _ right: DeadlineRule) -> Bool {
        switch self {
        case .inForce: left.inForce != right.inForce
        case .retired: left.retired != right.retired
        case .adopted: left.adopted != right.adopted
        case .length: left.timing != right.timing
        case .owner: left.owedBy != right.owedBy
        case .starts: left.starts != right.starts
        case .metBy: left.metBy != right.metBy
        case .count: left.count != right.count
        case .minimumGap: left.minimumGap != right.minimumGap
        case .metOn: left.metOn != right.metOn
        case .early: left.countsEarly != right.countsEarly
        case .ends: left.ends != right.ends
        case .joins: left.joins != right.joins
        case .pauses: left.pauses != right.pauses
        case .lapses: left.lapses != right.lapses
        case .rolls: left.rolls != right.rolls
        case .warnDays: left.warnDays != right.warnDays
        case .scope: left.scope != right.scope
        case .clauses: left.clauses != right.clauses
        case .title: left.title != right.title
        case .says: left.says != right.says
        }
    }
}

/// One version of a rule that is not the same in two packs.
public enum RuleDifference: Hashable, Sendable {
    case added(DeadlineRule)
    case removed(DeadlineRule)
    case changed(from: DeadlineRule, to: DeadlineRule)

    /// The rule.
    public var key: RuleKey { row.key }

    /// The row as it will be, or as it was where it is removed.
    public var row: DeadlineRule {
        switch self {
        case .added(let rule), .removed(let rule), .changed(_, let rule): rule
        }
    }

    /// What is said differently; nothing for a row that comes or goes whole.
    public var parts: [RulePart] {
        guard case .changed(let before, let after) = self else { return [] }
        return RulePart.allCases.filter { $0.differs(before, after) }
    }
}

extension RuleSet {
    /// The short name of a rule in its newest version; `nil` if there is none.
    public func title(of key: RuleKey) -> String? {
        rules.last { $0.key == key }.flatMap { $0.title.isEmpty ? nil : $0.title }
    }

    /// The rows that another set of rules has added, removed or changed, by key and then by day in force.
    ///
    /// A row is the same version if it is in force from the same day; where one version is left over on either
    /// side, its day in force was changed.
    public func differences(to other: RuleSet) -> [RuleDifference] {
        let before = Dictionary(grouping: rules, by: \.key)
        let after = Dictionary(grouping: other.rules, by: \.key)
        return Set(before.keys).union(after.keys).sorted().flatMap { key in
            Self.differences(from: before[key] ?? [], to: after[key] ?? [])
        }
    }

    private static func differences(from old: [DeadlineRule], to new: [DeadlineRule]) -> [RuleDifference] {
        var found: [RuleDifference] = []
        for row in new {
            guard let before = old.first(where: { $0.inForce == row.inForce }), before != row else {
                continue
            }
            found.append(.changed(from: before, to: row))
        }
        let gone = old.filter { row in !new.contains { $0.inForce == row.inForce } }
        let come = new.filter { row in !old.contains { $0.inForce == row.inForce } }
        if gone.count == 1, come.count == 1, old.count == new.count {
            found.append(.changed(from: gone[0], to: come[0]))
        } else {
            found += gone.map { .removed($0) } + come.map { .added($0) }
        }
        return found.sorted { $0.row.inForce < $1.row.inForce }
    }
}
