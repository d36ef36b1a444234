// SPDX-License-Identifier: Apache-2.0

/// Why a period ends on its day: what was skipped, what counted, and what was guessed.
public struct DueDateTrace: Hashable, Sendable {
    /// The result that is explained.
    public let dueDate: DueDate
    /// The rest days that did not count, or over which the end ran, in order.
    public let skipped: [RestRun]
    /// 调休上班: weekend days that counted as working days, in order; also one on which the period ends.
    public let makeUpDays: [Day]
    /// Years that had a say and whose notice is missing.
    public let unknownYears: [Int]

    /// The rest day from which the end ran to ``DueDate/due``; `nil` if it did not.
    public var rolledFrom: Day? { dueDate.nominal == dueDate.due ? nil : dueDate.nominal }
}

/// Rest days without a working day between them.
public struct RestRun: Hashable, Sendable {
    /// The first rest day.
    public let first: Day
    /// The last rest day.
    public let last: Day
    /// Why they are free, each reason once, in the order of the days.
    public let reasons: [RestReason]
}

extension WorkCalendar {
    /// Counts a due date again and tells the steps.
    public func explain(_ dueDate: DueDate) -> DueDateTrace {
        guard let days = dueDate.consulted else {
            return DueDateTrace(dueDate: dueDate, skipped: [], makeUpDays: [], unknownYears: [])
        }
        let (first, last) = (days.lowerBound, days.upperBound)
        return DueDateTrace(
            dueDate: dueDate, skipped: restRuns(from: first, through: last),
            makeUpDays: makeUpDays(from: first, through: last),
            unknownYears: unknownYears(from: first, through: last))
    }

    /// The runs of rest days between two days, both included.
    public func restRuns(from first: Day, through last: Day) -> [RestRun] {
        var runs: [RestRun] = []
        for day in stride(from: first, through: last, by: 1) {
            guard let reason = reasonOff(day) else { continue }
            guard let run = runs.last, run.last.adding(days: 1) == day else {
                runs.append(RestRun(first: day, last: day, reasons: [reason]))
                continue
            }
            let reasons = run.reasons.contains(reason) ? run.reasons : run.reasons + [reason]
            runs[runs.count - 1] = RestRun(first: run.first, last: day, reasons: reasons)
        }
        return runs
    }

    /// The weekend days between two days, both included, that a notice makes working days.
    public func makeUpDays(from first: Day, through last: Day) -> [Day] {
        years.keys.sorted().flatMap { year in
            (years[year]?.work ?? []).filter { first <= $0 && $0 <= last && isMakeUpDay($0) }
        }
    }
}
