// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// Rows of recommendations, which only repeat what the cases say.
enum RecommendationSQL {
    /// The columns that follow from the case alone, the case itself left out.
    static let names = [
        "act", "phase", "since", "level", "employer", "vacancy", "interview_day", "interviewed", "hired",
    ]

    static let read = "SELECT \(names.joined(separator: ", ")) FROM recommendation"

    static let insert = """
        INSERT INTO recommendation (\(names.joined(separator: ", ")), case_id, town, village)
        VALUES (\((0..<names.count + 3).map { _ in "?" }.joined(separator: ", ")))
        """

    static func values(of tracked: TrackedRecommendation) -> [SQLValue] {
        let live = tracked.recommendation
        return [
            .integer(live.act.number), .text(tracked.phase.rawValue), .integer(tracked.since.number),
            .text(tracked.level.rawValue), .text(live.recommendation.vacancy.employer),
            SQLValue(live.recommendation.vacancy.vacancyID?.number), SQLValue(live.interview?.day.number),
            SQLValue(tracked.wasInterviewed), SQLValue(tracked.wasHired),
        ]
    }

    /// The state as ``TrackedRecommendation/state(on:askedAfter:)`` tells it; takes two values: the last day on which
    /// somebody told is not asked yet, and today.
    static let state = """
        CASE WHEN phase = 'told' THEN CASE WHEN since < ? THEN 'to-report' ELSE 'to-arrange' END
            WHEN phase = 'set' THEN CASE WHEN since < ? THEN 'to-report' ELSE 'to-interview' END
            WHEN phase = 'answered' THEN 'to-report' WHEN phase = 'hired' THEN 'hired'
            WHEN phase IN ('checked', 'left') THEN 'in-work' ELSE 'unsuccessful' END
        """

    /// ``TrackedRecommendation/order(askedAfter:)``; takes the days after which is asked.
    static let order = """
        CASE WHEN phase = 'told' THEN since + ? WHEN phase IN ('unsuccessful', 'lapsed') THEN -since \
        WHEN phase = 'left' THEN 10000000 - since ELSE since END
        """
}

/// The conditions of a list of recommendations.
struct RecommendationConditions {
    private(set) var text: String
    private(set) var values: [SQLValue]

    /// `nil` when nothing is in scope.
    init?(_ query: RecommendationQuery, at clock: RecommendationClock?) {
        guard let scope = ScopeFilter(query.scope) else { return nil }
        text = "1 = 1" + scope.text
        values = scope.values
        if let level = query.level { add("level = ?", .text(level.rawValue)) }
        if !query.employer.isEmpty {
            add("employer LIKE ? ESCAPE '!'", .text(LikePattern.containing(query.employer)))
        }
        guard let state = query.state, let clock else { return }
        let told = SQLValue.integer(clock.today.number - clock.askedAfter)
        let today = SQLValue.integer(clock.today.number)
        switch state {
        case .toArrange: add("phase = 'told' AND since >= ?", told)
        case .toInterview: add("phase = 'set' AND since >= ?", today)
        case .toReport:
            add(
                "(phase = 'answered' OR (phase = 'told' AND since < ?) OR (phase = 'set' AND since < ?))",
                told,
                today)
        case .hired: add("phase = 'hired'")
        case .unsuccessful: add("phase IN ('unsuccessful', 'lapsed')")
        case .inWork: add("phase IN ('checked', 'left')")
        }
    }

    private mutating func add(_ condition: String, _ more: SQLValue...) {
        text += " AND " + condition
        values += more
    }
}

extension RecommendationClock {
    /// The values of ``RecommendationSQL/state``.
    var stateValues: [SQLValue] { [.integer(today.number - askedAfter), .integer(today.number)] }
}
