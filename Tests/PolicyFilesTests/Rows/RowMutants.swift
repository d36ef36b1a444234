// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

/// A row with one thing in it changed, as a slip of the pen would.
struct RowMutant: Sendable {
    let what: String
    let rule: DeadlineRule

    /// Every number, unit and grid of a row, one off at a time.
    static func ofNumbers(_ rule: DeadlineRule) -> [RowMutant] {
        var mutants = timings(rule.timing).map { what, timing in
            RowMutant(rule, what) { $0.timing = timing }
        }
        for count in [rule.count - 1, rule.count + 1] where count > 0 && rule.metBy.count == 1 {
            mutants.append(RowMutant(rule, "count \(count)") { $0.count = count })
        }
        for gap in [rule.minimumGap - 1, rule.minimumGap + 1] where rule.minimumGap > 0 {
            mutants.append(RowMutant(rule, "gap \(gap)") { $0.minimumGap = gap })
        }
        for (place, start) in rule.starts.enumerated() {
            for which in start.which.others {
                let other = DeadlineRule.Start(start.pattern, which: which, since: start.since)
                mutants.append(RowMutant(rule, "starts \(which)") { $0.starts[place] = other })
            }
        }
        return mutants
    }

    /// Every act, test and word of a row left out or turned round, one at a time.
    static func ofWords(_ rule: DeadlineRule) -> [RowMutant] {
        var mutants: [RowMutant] = []
        for (place, start) in rule.starts.enumerated() {
            if rule.starts.count > 1 {
                mutants.append(RowMutant(rule, "without start \(place)") { $0.starts.remove(at: place) })
            }
            for pattern in start.pattern.mutants {
                let other = DeadlineRule.Start(pattern, which: start.which, since: start.since)
                mutants.append(RowMutant(rule, "start \(place) wider") { $0.starts[place] = other })
            }
            if !start.since.isEmpty {
                let other = DeadlineRule.Start(start.pattern, which: start.which)
                mutants.append(RowMutant(rule, "start \(place) without since") { $0.starts[place] = other })
            }
        }
        for (group, patterns) in rule.metBy.enumerated() {
            if rule.metBy.count > 1 {
                mutants.append(RowMutant(rule, "without group \(group)") { $0.metBy.remove(at: group) })
            }
            for (place, pattern) in patterns.enumerated() {
                if patterns.count > 1 {
                    mutants.append(
                        RowMutant(rule, "without met-by \(place)") { $0.metBy[group].remove(at: place) })
                }
                for other in pattern.mutants {
                    mutants.append(
                        RowMutant(rule, "met-by \(place) wider") { $0.metBy[group][place] = other })
                }
            }
        }
        for (place, pattern) in rule.ends.enumerated() {
            mutants.append(RowMutant(rule, "without end \(place)") { $0.ends.remove(at: place) })
            for other in pattern.mutants {
                mutants.append(RowMutant(rule, "end \(place) wider") { $0.ends[place] = other })
            }
        }
        mutants.append(RowMutant(rule, "joins") { $0.joins.toggle() })
        mutants.append(RowMutant(rule, "pauses") { $0.pauses.toggle() })
        mutants.append(RowMutant(rule, "lapses") { $0.lapses.toggle() })
        if rule.isCounted { mutants.append(RowMutant(rule, "rolls") { $0.rolls.toggle() }) }
        if rule.hasNotBefore { mutants.append(RowMutant(rule, "early") { $0.countsEarly.toggle() }) }
        mutants.append(RowMutant(rule, "met-on") { $0.metOn = $0.metOn == .occurred ? .recorded : .occurred })
        return mutants
    }

    private init(_ rule: DeadlineRule, _ what: String, _ change: (inout DeadlineRule) -> Void) {
        var other = rule
        change(&other)
        self.what = what
        self.rule = other
    }

    private static func timings(_ timing: DeadlineRule.Timing) -> [(String, DeadlineRule.Timing)] {
        switch timing {
        case .once(let once): once.others.map { ("\($0)", .once($0)) }
        case .each(let each): each.others.map { ("\($0)", .each($0)) }
        }
    }
}

extension DeadlineRule {
    /// Whether a period is counted whose end may fall on a rest day.
    fileprivate var isCounted: Bool {
        switch timing {
        case .once(let once):
            guard case .within(let limit) = once.limit, limit.period > 0 else { return false }
            if case .workdays = limit { return false }
            // The three years of a placement end where they end; nothing is said of years in spec/flow.md.
            if case .years = limit { return false }
            return true
        case .each(let each):
            if case .afterLastDay = each.due { return true }
            return false
        }
    }

    fileprivate var hasNotBefore: Bool {
        if case .once(let once) = timing { return once.notBefore != nil }
        return false
    }
}

extension DeadlineRule.Once {
    fileprivate var others: [Self] {
        var limits: [Limit] = []
        switch limit {
        case .within(let length): limits = length.others.map { .within($0) }
        case .before(let days): limits = [.before(days: days - 1), .before(days: days + 1)]
        }
        var others = limits.map { Self($0, from: from, notBefore: notBefore) }
        if let notBefore {
            others +=
                notBefore.others.map { Self(limit, from: from, notBefore: $0) } + [Self(limit, from: from)]
        }
        if case .field = from { others.append(Self(limit, notBefore: notBefore)) }
        return others
    }
}

extension DeadlineRule.Recurring {
    fileprivate var others: [Self] {
        var grids = [Grid.week, .halfMonth, .month, .quarter, .halfYear, .year, .yearsFromAnchor, .days(14)]
        if case .days(let count) = grid { grids += [.days(count - 1), .days(count + 1)] }
        var others = grids.filter { $0 != grid }.map { Self($0, due: due, lasting: lasting) }
        var dues: [PeriodDue] = [.last]
        switch due {
        case .last: dues = []
        case .month(let number): dues += [.month(number - 1), .month(number + 1)]
        case .afterLastDay(let limit):
            dues += limit.others.map { .afterLastDay($0) } + [.afterLastWorkday(limit)]
        case .afterLastWorkday(let limit):
            dues += limit.others.map { .afterLastWorkday($0) } + [.afterLastDay(limit)]
        }
        others += dues.map { Self(grid, due: $0, lasting: lasting) }
        if let lasting {
            others += lasting.others.map { Self(grid, due: due, lasting: $0) } + [Self(grid, due: due)]
        }
        return others
    }
}

extension TimeLimit {
    /// One more, one less, and the same number of another unit; the next working day and the next day that
    /// runs on from a rest day are one.
    fileprivate var others: [TimeLimit] {
        let numbers = [period - 1, period + 1].filter { $0 >= 0 }.compactMap {
            TimeLimit(period: $0, unit: unit)
        }
        guard period > 0 else { return numbers }
        return numbers
            + TimeLimit.unitWords.filter { $0 != unit }.compactMap { TimeLimit(period: period, unit: $0) }
            .filter { ![.days(1), .workdays(1)].contains($0) }
    }
}

extension DeadlineRule.Start.Which {
    fileprivate var others: [Self] {
        switch self {
        case .each: []
        case .number(let number): [.each, .number(number + 1), .from(number)]
        case .from(let number): [.each, .from(number - 1), .from(number + 1), .number(number)]
        }
    }
}

extension ActPattern {
    /// The pattern with a test or its belonging left out, so that it means more acts.
    fileprivate var mutants: [ActPattern] {
        var mutants = tests.indices.map { place in
            var fewer = tests
            fewer.remove(at: place)
            return ActPattern(kinds, where: fewer, of: belongs)
        }
        if belongs != .any { mutants.append(ActPattern(kinds, where: tests)) }
        return mutants
    }
}
