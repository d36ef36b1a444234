// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What is odd about a vacancy: told all at once, before it is taken in.
public enum VacancyFinding: Hashable, Sendable {
    /// 性别限制: refused, whatever the employer says (14.r2; 就业促进法第二十七条).
    case sexLimit(words: String)
    case postMissing
    case occupationMissing
    case headcount(Int)
    case placeMissing
    case expired(on: Day)
    /// Nobody holds a post open for longer than a year without asking again.
    case validTooLong(through: Day)
    case weeklyHours(Int)
    /// An age stands among the requirements or the description, where it would be shown.
    case ageInWords(String)
    /// The employer named an age: kept, questioned, never used.
    case ageStated(String)
    /// Under the lowest pay of a full month (元/月).
    case payBelowMinimum(Int)
    /// The top is more than three times the bottom, or the sum is out of the ordinary.
    case payOdd(Pay)
    /// 月工作时间 beyond 40 hours a week (劳动法第三十六条).
    case longHours(Int)
    /// The employer has the same post at the same place open already.
    case doubled(VacancyID)

    /// Whether it keeps the vacancy out; others are asked back and may be confirmed.
    public var blocks: Bool {
        switch self {
        case .sexLimit, .postMissing, .occupationMissing, .headcount, .placeMissing, .expired, .validTooLong,
            .weeklyHours, .ageInWords:
            true
        case .ageStated, .payBelowMinimum, .payOdd, .longHours, .doubled: false
        }
    }

    /// The clause on which it rests.
    public var clause: Clause {
        switch self {
        case .sexLimit, .ageInWords, .ageStated, .payBelowMinimum, .longHours: "14.r2"
        case .postMissing, .occupationMissing, .headcount, .placeMissing, .expired, .validTooLong,
            .weeklyHours, .payOdd:
            "05.r2"
        case .doubled: "14.r1"
        }
    }
}

extension VacancyFacts {
    /// Everything that is odd about the facts themselves.
    ///
    /// - Parameters:
    ///   - lowestPay: of a full month in yuan, 0 where the pack names none.
    ///   - others: the employer's vacancies that are open.
    public func findings(on day: Day, lowestPay: Int, others: [Vacancy]) -> [VacancyFinding] {
        var found: [VacancyFinding] = []
        if post.isEmpty { found.append(.postMissing) }
        if occupation.isEmpty { found.append(.occupationMissing) }
        if !(1...999).contains(headcount) { found.append(.headcount(headcount)) }
        if place.unit == nil, place.words.isEmpty { found.append(.placeMissing) }
        if validThrough < day { found.append(.expired(on: validThrough)) }
        if validThrough > day.adding(days: 366) { found.append(.validTooLong(through: validThrough)) }
        let words = words
        if let limit = words.lazy.compactMap({ SexLimit.find(in: $0) }).first
            ?? SexLimit.find(in: ageStatement)
        {
            found.append(.sexLimit(words: limit))
        }
        if let age = words.lazy.compactMap({ AgeLimit.find(in: $0) }).first { found.append(.ageInWords(age)) }
        if !ageStatement.isEmpty { found.append(.ageStated(ageStatement)) }
        found += payFindings(lowestPay) + hourFindings
        if let other = others.first(where: { isSame(as: $0.facts) }) { found.append(.doubled(other.id)) }
        return found
    }

    private func payFindings(_ lowestPay: Int) -> [VacancyFinding] {
        if term != .partTime, pay.from < lowestPay { return [.payBelowMinimum(lowestPay)] }
        return pay.through > pay.from * 3 || pay.through > 30_000 ? [.payOdd(pay)] : []
    }

    private var hourFindings: [VacancyFinding] {
        guard let weeklyHours else { return [] }
        guard (1...84).contains(weeklyHours) else { return [.weeklyHours(weeklyHours)] }
        return weeklyHours > 40 ? [.longHours(weeklyHours)] : []
    }

    /// Everything that a jobseeker may read.
    private var words: [String] {
        [post, occupation, description, place.words]
            + requirements.map { asked in
                switch asked.ability {
                case .education, .drivingLicence: ""
                case .certificate(let name), .skill(let name), .ableBody(let name): name
                case .experience(_, let line): line
                }
            }
    }

    /// Whether both are the same post at the same place.
    public func isSame(as other: VacancyFacts) -> Bool {
        PlainText.narrow(post) == PlainText.narrow(other.post) && place.unit == other.place.unit
            && PlainText.narrow(place.words) == PlainText.narrow(other.place.words)
    }
}
