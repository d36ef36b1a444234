// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension PersonFacts {
    /// The days on which the person counts among those of working age (00.age, L.07), as every store judges it.
    ///
    /// Whoever's birth is unknown counts always and whoever's sex is unknown by the longer working life, so that
    /// a gap in the roll never drops anybody from the survey (01.r1).
    public func workingSpan(under age: WorkingAge = .law) -> ClosedRange<Day> {
        guard let born else { return Day.earliest...Day.latest }
        let kind = retirement
        let first = Age.day(born: born, turns: age.from)
        let month = age.schedule.retirementMonth(born: born, sex: sex ?? .male, kind: kind)
        return first...max(first, month.lastDay)
    }
}
