// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A set of kinds of acts as bits, because it is asked for each act under each rule.
struct KindSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ kinds: some Sequence<ActKind>) {
        for kind in kinds { insert(kind.ordinal) }
    }

    private mutating func insert(_ ordinal: Int) {
        if ordinal < 64 { low |= 1 << UInt64(ordinal) } else { high |= 1 << UInt64(ordinal - 64) }
    }

    func contains(_ ordinal: UInt8) -> Bool {
        let word = ordinal < 64 ? low : high
        return word >> UInt64(ordinal & 63) & 1 == 1
    }
}

/// The versions of rules, laid out for the evaluation: by the kind that starts them, with the kinds that they
/// look for as bits, and keys as small numbers.
struct RuleIndex: Sendable {
    let versions: [Version]
    /// For each kind of act the versions that it may start, in the order of the rules.
    let startedBy: [[Int32]]
    let keyCount: Int
    let newRound: KindSet
    let suspends: KindSet
    let resumes: KindSet
    let waives: KindSet
    /// Whether any of these four occurs in a journal decides whether it is looked at a second time.
    let special: KindSet

    /// One version of a rule.
    struct Version: Sendable {
        /// The number of the key among all keys.
        let key: Int
        let from: Day
        /// The first day of the next version, or of none.
        let until: Day
        let meets: SearchSet
        let ends: SearchSet
        let needsGroups: Bool
        /// Whether each starting act of the right kind starts it.
        let startsPlainly: Bool
        // What follows is the rule's own, copied so that the rule with its lists is seldom touched.
        let name: RuleKey
        let clause: Clause
        let timing: DeadlineRule.Timing
        let owedBy: Owner
        let need: Int
        let minimumGap: Int
        let metOn: DeadlineRule.Clock
        let countsEarly: Bool
        let joins: Bool
        let pauses: Bool
        let lapses: Bool
        let rolls: Bool

        func isInForce(on day: Day) -> Bool { from <= day && day < until }
    }

    /// The kinds of a list of patterns, and those among them that need no second look.
    struct SearchSet: Sendable {
        let kinds: KindSet
        let plain: KindSet

        init(_ patterns: [ActPattern]) {
            kinds = KindSet(patterns.flatMap(\.kinds))
            plain = KindSet(patterns.filter(\.isPlain).flatMap(\.kinds))
        }
    }

    init(_ rules: [DeadlineRule], frame: RuleSet.Frame) {
        var versions: [Version] = []
        var startedBy = [[Int32]](repeating: [], count: ActKind.allCases.count)
        var key = -1
        for (index, rule) in rules.enumerated() {
            if index == 0 || rules[index - 1].key != rule.key { key += 1 }
            let next = index + 1 < rules.count && rules[index + 1].key == rule.key ? rules[index + 1] : nil
            versions.append(Version(rule, key: key, next: next))
            for kind in Set(rule.starts.flatMap(\.pattern.kinds)) {
                startedBy[kind.ordinal].append(Int32(index))
            }
        }
        self.versions = versions
        self.startedBy = startedBy
        keyCount = key + 1
        newRound = KindSet(frame.newRound)
        suspends = KindSet(frame.suspends)
        resumes = KindSet(frame.resumes)
        waives = KindSet(frame.waives)
        special = KindSet(frame.newRound + frame.suspends + frame.resumes + frame.waives)
    }
}

extension RuleIndex.Version {
    init(_ rule: DeadlineRule, key: Int, next: DeadlineRule?) {
        self.key = key
        from = rule.inForce
        let replaced = next?.inForce ?? .latest
        until = min(rule.retired ?? .latest, replaced)
        meets = RuleIndex.SearchSet(Array(rule.metBy.joined()))
        ends = RuleIndex.SearchSet(rule.ends)
        needsGroups = rule.metBy.count > 1
        startsPlainly = rule.starts.allSatisfy { $0.pattern.isPlain && $0.which == .each }
        name = rule.key
        clause = rule.clause
        timing = rule.timing
        owedBy = rule.owedBy
        need = needsGroups ? rule.metBy.count : rule.count
        minimumGap = rule.minimumGap
        metOn = rule.metOn
        countsEarly = rule.countsEarly
        joins = rule.joins
        pauses = rule.pauses
        lapses = rule.lapses
        rolls = rule.rolls
    }
}
