// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// 退休类别 of a woman: the age before the reform from which hers is counted. A man's makes no difference.
///
/// The raw values are the storage format.
public enum RetirementKind: String, CaseIterable, Hashable, Codable, Sendable {
    /// 职工: 50 before the reform, 55 after it.
    case worker
    /// 管理技术岗位或灵活就业: 55 before the reform, 58 after it.
    case cadre
}

/// 延迟退休 (L.07; decision of 13 September 2024): how the retirement age rises, as a dated parameter.
public struct RetirementSchedule: Hashable, Sendable {
    /// One group of people: the age before, the pace and the end of the rise.
    public struct Track: Hashable, Sendable {
        /// The age in years before the reform.
        public let ageBefore: Int
        /// One month is added for each so many months of birth, a part counting whole.
        public let monthsPerStep: Int
        /// The most months that are added.
        public let mostMonths: Int

        /// A group; the pace is at least one month a step.
        public init(ageBefore: Int, monthsPerStep: Int, mostMonths: Int) {
            self.ageBefore = ageBefore
            self.monthsPerStep = max(1, monthsPerStep)
            self.mostMonths = max(0, mostMonths)
        }
    }

    /// The first month in which somebody retires later than before.
    public let begins: YearMonth
    /// Men.
    public let men: Track
    /// Women of kind ``RetirementKind/worker``.
    public let womenWorkers: Track
    /// Women of kind ``RetirementKind/cadre``.
    public let womenCadres: Track

    /// A schedule that begins in a month.
    public init(begins: YearMonth, men: Track, womenWorkers: Track, womenCadres: Track) {
        self.begins = begins
        self.men = men
        self.womenWorkers = womenWorkers
        self.womenCadres = womenCadres
    }

    /// The decision of the National People's Congress Standing Committee of 13 September 2024.
    public static let law = RetirementSchedule(
        begins: YearMonth(year: 2025, month: 1),
        men: Track(ageBefore: 60, monthsPerStep: 4, mostMonths: 36),
        womenWorkers: Track(ageBefore: 50, monthsPerStep: 2, mostMonths: 60),
        womenCadres: Track(ageBefore: 55, monthsPerStep: 4, mostMonths: 36))

    /// The group of a person; a woman whose kind is unknown counts as a worker.
    public func track(sex: Sex, kind: RetirementKind?) -> Track {
        switch (sex, kind) {
        case (.male, _): men
        case (.female, .cadre): womenCadres
        case (.female, .worker), (.female, nil): womenWorkers
        }
    }
}

extension RetirementSchedule {
    /// The month of statutory retirement. A woman whose kind is unknown is taken to retire as a worker;
    /// ``WorkingAge`` says so with its answer.
    public func retirementMonth(born: Day, sex: Sex, kind: RetirementKind?) -> YearMonth {
        let track = track(sex: sex, kind: kind)
        let before = YearMonth(born).adding(months: track.ageBefore * 12)
        return before.adding(months: delay(of: track, from: before))
    }

    /// Months added for people who would have retired in a month before the reform.
    private func delay(of track: Track, from before: YearMonth) -> Int {
        let past = (before.year - begins.year) * 12 + before.month - begins.month + 1
        guard past > 0 else { return 0 }
        return min(track.mostMonths, (past + track.monthsPerStep - 1) / track.monthsPerStep)
    }
}
