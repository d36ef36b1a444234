// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Questionnaire

/// 政策包的差别: everything in which two packs differ, whatever the district has recorded.
public struct PolicyDifference: Hashable, Sendable {
    /// Rows of deadlines.
    public let rules: [RuleDifference]
    /// How short periods are read, by the day in force.
    public let readings: [ReadingDifference]
    /// Years of the work calendar.
    public let years: [YearDifference]
    /// Numbers, by the day in force.
    public let numbers: [NumberDifference]
    /// Other parts that are not the same, named only.
    public let parts: [PackPart]

    /// Whether the packs say the same.
    public var isEmpty: Bool {
        rules.isEmpty && readings.isEmpty && years.isEmpty && numbers.isEmpty && parts.isEmpty
    }

    /// Whether duties can follow differently: by rules, by how days are read, or by the calendar.
    public var touchesDuties: Bool { !(rules.isEmpty && readings.isEmpty && years.isEmpty) }

    /// Compares two packs.
    public init(from old: PolicyPack, to new: PolicyPack) {
        rules = old.rules.differences(to: new.rules)
        readings = ReadingDifference.all(from: old.rules.readings, to: new.rules.readings)
        years = YearDifference.all(from: old.calendar, to: new.calendar)
        numbers = PolicyNumber.all.flatMap { NumberDifference.all(of: $0, from: old, to: new) }
        parts = PackPart.allCases.filter { $0.differs(old, new) }
    }
}

/// How days are counted from a day on, where two packs differ in it.
public struct ReadingDifference: Hashable, Sendable {
    /// The first day of acts to which it applies.
    public let inForce: Day
    /// As it was; `nil` where it is new.
    public let before: DayReading?
    /// As it will be; `nil` where it is gone.
    public let after: DayReading?

    static func all(from old: [DayReading], to new: [DayReading]) -> [ReadingDifference] {
        Set((old + new).map(\.inForce)).sorted().compactMap { day in
            let (before, after) = (old.first { $0.inForce == day }, new.first { $0.inForce == day })
            return before == after ? nil : ReadingDifference(inForce: day, before: before, after: after)
        }
    }
}

/// One value of a number, where two packs differ in it.
public struct NumberDifference: Hashable, Sendable {
    /// The number.
    public let number: PolicyNumber
    /// The day from which the value holds.
    public let from: Day
    /// As it was, with its source; `nil` where it is new.
    public let before: Dated<PolicyNumber.Value>.Entry?
    /// As it will be; `nil` where it is gone.
    public let after: Dated<PolicyNumber.Value>.Entry?

    static func all(
        of number: PolicyNumber, from old: PolicyPack, to new: PolicyPack
    ) -> [NumberDifference] {
        let (old, new) = (old.values(of: number).entries, new.values(of: number).entries)
        return Set((old + new).map(\.from)).sorted().compactMap { day in
            let (before, after) = (old.last { $0.from == day }, new.last { $0.from == day })
            guard before != after else { return nil }
            return NumberDifference(number: number, from: day, before: before, after: after)
        }
    }
}

/// One year of the calendar, where two packs differ in it.
public struct YearDifference: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The notice as it was; `nil` where it is new.
    public let before: CalendarYear?
    /// The notice as it will be; `nil` where it is gone.
    public let after: CalendarYear?

    /// Days on which work begins or ceases, in order.
    public let turned: [Day]

    static func all(from old: WorkCalendar, to new: WorkCalendar) -> [YearDifference] {
        Set(old.years.keys).union(new.years.keys).sorted().compactMap { year in
            guard old.years[year] != new.years[year] else { return nil }
            return YearDifference(
                year: year, before: old.years[year], after: new.years[year],
                turned: days(of: year).filter { old.isWorkday($0) != new.isWorkday($0) })
        }
    }

    private static func days(of year: Int) -> [Day] {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
        else { return [] }
        return (0...last.days(since: first)).map { first.adding(days: $0) }
    }
}

/// A part of a pack that no live duty follows from. Raw values stand in what scripts read.
public enum PackPart: String, CaseIterable, Hashable, Sendable {
    case title, units, questionnaire, lists
    case retirement, papers
    case testNumbers = "test-numbers"

    func differs(_ left: PolicyPack, _ right: PolicyPack) -> Bool {
        switch self {
        case .title: left.title != right.title || left.name != right.name
        case .units: left.units != right.units
        case .questionnaire: left.form.definition != right.form.definition
        case .papers: left.papers != right.papers
        case .lists: left.lists != right.lists
        case .retirement: left.hardship.schedule != right.hardship.schedule
        case .testNumbers: left.identity != right.identity
        }
    }
}
