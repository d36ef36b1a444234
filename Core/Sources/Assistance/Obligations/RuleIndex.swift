// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The versions of rules, laid out for the evaluation: by the kind that starts them, with their acts as bits,
/// and keys as small numbers. Nothing in it is counted by reference but the lists themselves.
struct RuleIndex: Sendable {
    let versions: [Version]
    let patterns: PatternIndex
    let starts: [Start]
    let groups: [PatternIndex.List]
    let keyCount: Int
    let newRound: KindSet
    let suspends: KindSet
    let resumes: KindSet
    let waives: KindSet
    /// All four together; most journals hold none of them.
    let special: KindSet
    /// The versions that an act of each kind may start, in the order of the rules, one kind after the other.
    private let started: [Int32]
    /// Where in that list each kind begins.
    private let startedFrom: [Int32]

    /// One way in which a version starts.
    struct Start: Sendable {
        let acts: PatternIndex.List
        let which: DeadlineRule.Start.Which
        let since: PatternIndex.List
    }

    init(_ rules: [DeadlineRule], frame: RuleSet.Frame) {
        var builder = Builder()
        for (index, rule) in rules.enumerated() {
            let next = index + 1 < rules.count && rules[index + 1].key == rule.key ? rules[index + 1] : nil
            let isNewKey = index == 0 || rules[index - 1].key != rule.key
            builder.add(rule, number: index, isNewKey: isNewKey, next: next)
        }
        builder.patterns.finish()
        versions = builder.versions
        patterns = builder.patterns
        starts = builder.starts
        groups = builder.groups
        keyCount = builder.keyCount
        started = builder.startedBy.flatMap(\.self)
        startedFrom = builder.startedBy.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        newRound = KindSet(frame.newRound)
        suspends = KindSet(frame.suspends)
        resumes = KindSet(frame.resumes)
        waives = KindSet(frame.waives)
        special = KindSet(frame.newRound + frame.suspends + frame.resumes + frame.waives)
    }

    /// The places of the versions that an act of a kind may start; each leads to ``startable(at:)``.
    func startable(_ kind: UInt8) -> Range<Int> {
        Int(startedFrom[Int(kind)])..<Int(startedFrom[Int(kind) + 1])
    }

    /// The number of a version that an act may start.
    func startable(at place: Int) -> Int { Int(started[place]) }
}

extension RuleIndex {
    /// One version of a rule: what the evaluation asks of it.
    struct Version: Sendable {
        /// The number of the key among all keys.
        let key: Int
        let from: Day
        /// The first day of the next version, or of none.
        let until: Day
        let starts: Range<Int>
        let meets: PatternIndex.List
        /// The groups of which one act each is needed; empty if there is but one.
        let groups: Range<Int>
        let ends: PatternIndex.List
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

    /// Takes the rules in one after the other.
    private struct Builder {
        var versions: [Version] = []
        var patterns = PatternIndex()
        var starts: [Start] = []
        var groups: [PatternIndex.List] = []
        var keyCount = 0
        var startedBy = [[Int32]](repeating: [], count: ActKind.allCases.count)

        mutating func add(_ rule: DeadlineRule, number: Int, isNewKey: Bool, next: DeadlineRule?) {
            if isNewKey { keyCount += 1 }
            let firstStart = starts.count
            for start in rule.starts {
                let acts = patterns.add([start.pattern])
                starts.append(Start(acts: acts, which: start.which, since: patterns.add(start.since)))
            }
            let firstGroup = groups.count
            if rule.metBy.count > 1 { for group in rule.metBy { groups.append(patterns.add(group)) } }
            for kind in Set(rule.starts.flatMap(\.pattern.kinds)) {
                startedBy[kind.ordinal].append(Int32(number))
            }
            versions.append(
                Version(
                    key: keyCount - 1, from: rule.inForce,
                    until: min(rule.retired ?? .latest, next?.inForce ?? .latest),
                    starts: firstStart..<starts.count, meets: patterns.add(Array(rule.metBy.joined())),
                    groups: firstGroup..<groups.count, ends: patterns.add(rule.ends), timing: rule.timing,
                    owedBy: rule.owedBy, need: rule.metBy.count > 1 ? rule.metBy.count : rule.count,
                    minimumGap: rule.minimumGap, metOn: rule.metOn, countsEarly: rule.countsEarly,
                    joins: rule.joins, pauses: rule.pauses, lapses: rule.lapses, rolls: rule.rolls))
        }
    }
}
